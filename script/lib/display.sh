# shellcheck shell=bash
# A display that nobody looks at, with a session bus and a window manager, all of this script's own.

display_processes=()

has_display() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] || [[ $(uname -s) != Linux ]]; }

# start_display FOLDER: sets DISPLAY and the session bus; keeps its logs and XDG folders in FOLDER.
start_display() {
  local folder=$1
  mkdir -p "$folder"/{config,cache,share}
  rm -rf "$folder/runtime" && mkdir -m 700 "$folder/runtime"
  export XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache \
    XDG_DATA_HOME=$folder/share XDG_RUNTIME_DIR=$folder/runtime NO_AT_BRIDGE=1

  : >"$folder/display"
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" >"$folder/xvfb.log" 2>&1 &
  display_processes+=($!)
  wait_until 20 "the virtual display (see $folder/xvfb.log)" test -s "$folder/display"
  DISPLAY=:$(<"$folder/display")
  export DISPLAY

  : >"$folder/bus"
  dbus-daemon --session --nofork --nopidfile --print-address=3 3>"$folder/bus" >"$folder/bus.log" 2>&1 &
  display_processes+=($!)
  wait_until 20 "the session bus (see $folder/bus.log)" test -s "$folder/bus"
  DBUS_SESSION_BUS_ADDRESS=$(<"$folder/bus")
  export DBUS_SESSION_BUS_ADDRESS

  openbox --sm-disable >"$folder/openbox.log" 2>&1 &
  display_processes+=($!)
}

stop_display() {
  ((${#display_processes[@]})) || return 0
  end_processes "${display_processes[@]}"
  display_processes=()
}
