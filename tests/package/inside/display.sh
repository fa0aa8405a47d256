# shellcheck shell=bash
# A display inside the root, with or without a session bus, and the window on it.

log=$HOME/.local/share/org.calmorbit.CalmOrbit/logs/desktop.log
export XDG_RUNTIME_DIR=/tmp/runtime
install -d --mode=700 "$XDG_RUNTIME_DIR"

open_display() {
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>/tmp/display >/tmp/xvfb.log 2>&1 &
  wait_until 60 "the display (/tmp/xvfb.log)" test -s /tmp/display
  DISPLAY=:$(</tmp/display)
  export DISPLAY
  openbox --sm-disable >/tmp/openbox.log 2>&1 &
}

open_session_bus() {
  dbus-daemon --session --nofork --nopidfile --print-address=3 3>/tmp/bus >/tmp/bus.log 2>&1 &
  wait_until 20 "the session bus (/tmp/bus.log)" test -s /tmp/bus
  DBUS_SESSION_BUS_ADDRESS=$(</tmp/bus)
  export DBUS_SESSION_BUS_ADDRESS
}

# start_app ARGUMENT…: starts it and waits for its window.
start_app() {
  rm -f "$log"
  calm-orbit-desktop "$@" >/tmp/app.log 2>&1 &
  app=$!
  wait_until 120 "the window (/tmp/app.log)" window_is_shown_or_app_has_ended
  app_runs
}

window_is_shown_or_app_has_ended() {
  grep --quiet 'the page is ready' "$log" || ! kill -0 "$app"
}

app_runs() {
  kill -0 "$app" 2>/dev/null || fail "the app has ended. It said: $(cat /tmp/app.log "$log")"
}

# picture FILE: of the display, once letters are drawn on it.
picture() {
  wait_until 60 "something to see in $1" is_drawn "$1"
}

is_drawn() {
  import -window root "$1"
  (($(convert "$1" -crop 900x560+190+120 -format '%k' info:) > 16))
}

end_app() {
  kill "$app"
  wait "$app" || true
}
