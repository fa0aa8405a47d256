# shellcheck shell=bash
# How scripts speak, and how they measure.

say() { printf '%s\n' "$*"; }

# A line that stands out.
headline() { printf '\n== %s\n' "$*"; }

fail() {
  printf 'Error: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Ends processes that this script started, by their ids, and waits for them. The last thing a
# script does: a second Ctrl+C must not cut it short.
end_processes() {
  local pid
  trap '' INT TERM
  for pid in "$@"; do kill "$pid" 2>/dev/null || true; done
  for pid in "$@"; do wait "$pid" 2>/dev/null || true; done
}

# wait_until SECONDS WHAT COMMAND…: waits for a condition.
wait_until() {
  local seconds=$1 what=$2
  shift 2
  local end=$((SECONDS + seconds))
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || fail "waited $seconds s in vain: $what"
    sleep 0.1
  done
}
