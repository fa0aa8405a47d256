# shellcheck shell=bash
# shellcheck disable=SC2034  # the lists are for the scripts that source this
# Packages of the system. Debian and Ubuntu get what is missing; elsewhere the list is said.

# What building needs.
build_packages=(build-essential pkg-config libwebkit2gtk-4.1-dev libdbus-1-dev)
# What the app needs to run: its tray and letters to draw.
run_packages=(libayatana-appindicator3-1 fonts-dejavu-core)
# A display that nobody looks at, a window manager on it, and pictures of it.
display_packages=(xvfb dbus openbox imagemagick xdotool)
# What drives the window in tests, the browser that shows its pages, with the letters and the time of
# its pictures, the Python of the MCP client, a keychain to keep secrets in and a look into it, and
# what reads scripts.
test_packages=(webkit2gtk-driver chromium fonts-dejavu-core faketime python3-venv dbus gnome-keyring
  libsecret-tools shellcheck)
# What packs deb and rpm.
package_packages=(dpkg-dev binutils rpm)

is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    has sudo || fail "this needs root or sudo: $*"
    sudo "$@"
  fi
}

# install_packages NAME…: installs those that are missing.
install_packages() {
  [[ $(uname -s) == Linux ]] || return 0
  if ! has dpkg-query; then
    say "This is no Debian or Ubuntu. Needed are, by Debian's names: $*"
    return 0
  fi
  local missing=() name
  for name in "$@"; do
    is_installed "$name" || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  say "Installing packages of the system: ${missing[*]}"
  as_root apt-get update --quiet --quiet
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --quiet --quiet --no-install-recommends "${missing[@]}"
}

# The toolchains that must be there already.
check_toolchains() {
  if [[ $(uname -s) == Darwin ]]; then
    xcode-select --print-path >/dev/null 2>&1 || fail "Apple's command line tools are missing. Run: xcode-select --install"
  fi
  has cargo || fail "Rust is missing. Install it from https://rustup.rs, with clippy and rustfmt."
  { has node && has npm; } || fail "Node is missing. Install version 20.19 or newer from https://nodejs.org."
  local version
  version=$(node --print 'process.versions.node')
  node --eval '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1);
  ' || fail "Node $version is too old. Install version 20.19 or newer from https://nodejs.org."
}
