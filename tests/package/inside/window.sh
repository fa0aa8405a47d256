#!/usr/bin/env bash
# The window as a person without anything special sees it. Run as that person.
#   window.sh PICTURE [bus]    with `bus`, a session bus is there
# shellcheck disable=SC1091,SC2154  # they lie there inside the root
set -euo pipefail
source /test/say.sh
source /test/display.sh

open_display
if [[ ${2:-} == bus ]]; then open_session_bus; fi
start_app
picture "$1"
xdotool search --onlyvisible --class '^calm-orbit-desktop$' >/dev/null ||
  fail "the window hasn't the class that the desktop file names"
grep --extended-regexp 'WARN|ERROR' "$log" || true
if [[ ${2:-} == bus ]]; then
  # A link, by the way that a browser takes.
  gio open 'calm-orbit://add?text=Water%20the%20plants'
  wait_until 60 "the quick-add window by a link" grep --quiet 'the quick-add window is shown' "$log"
fi
app_runs
end_app
