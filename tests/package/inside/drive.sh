#!/usr/bin/env bash
# The person's display, and WebKit's driver on it. Lines of /test/control: `driver` starts a fresh
# driver, `end` ends it and every app, `quit` everything.
set -euo pipefail
# shellcheck disable=SC1091  # they lie there inside the root
source /test/say.sh
# shellcheck disable=SC1091
source /test/display.sh
export TAURI_AUTOMATION=true TAURI_WEBVIEW_AUTOMATION=true

# Nobody here takes away what has ended (Z).
app_has_ended() { ! pgrep --runstates D,R,S --exact calm-orbit-desk; }

open_display
open_session_bus
# Opened for writing, too, so that it never ends.
exec 4<>/test/control
while read -r line <&4; do
  case $line in
  quit) exit ;;
  driver) WebKitWebDriver --host=127.0.0.1 --port="$1" >/tmp/driver.log 2>&1 & ;;
  end)
    # All that is to be seen here is of this root. Names are cut at 15 letters.
    pkill --exact WebKitWebDriver || true
    pkill --exact calm-orbit-desk || true
    wait_until 30 "the app to end" app_has_ended
    ;;
  esac
done
