# shellcheck shell=bash
# Tools of the tests, in versions of our own choice, kept in .tools/ (not in git). Delete the
# folder to begin anew.

tools=$PWD/.tools
PATH=$tools/bin:$PATH

# install_crate COMMAND CRATE VERSION: builds a tool, unless this version is there. It is built
# for a short build more than for speed.
install_crate() {
  local command=$1 crate=$2 version=$3
  local mark=$tools/versions/$crate
  if [[ -x $tools/bin/$command && -f $mark && $(<"$mark") == "$version" ]]; then return 0; fi
  say "Building $crate $version into .tools/"
  CARGO_TARGET_DIR=$tools/target \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --locked --force --root "$tools" "$crate" --version "$version"
  rm -rf "$tools/target"
  mkdir -p "$tools/versions"
  printf '%s' "$version" >"$mark"
}

install_cargo_deny() { install_crate cargo-deny cargo-deny 0.20.2; }

# Version 3 is an alpha.
install_tauri_driver() { install_crate tauri-driver tauri-driver '^2'; }

# Tauri's bundler and signer, from npm, which has it built. It stands in no lock file: that would
# have to name the builds of all systems.
install_tauri_cli() {
  local version=2.12.5
  local mark=$tools/versions/tauri-cli
  if [[ -f $mark && $(<"$mark") == "$version" ]]; then return 0; fi
  say "Installing @tauri-apps/cli $version into .tools/tauri-cli"
  npm install --prefix "$tools/tauri-cli" --no-fund --no-audit --loglevel=error --save-exact "@tauri-apps/cli@$version"
  mkdir -p "$tools/versions"
  printf '%s' "$version" >"$mark"
}

tauri_cli() { "$tools/tauri-cli/node_modules/.bin/tauri" "$@"; }

# Any version that is there will do.
install_nextest() {
  has cargo-nextest || install_crate cargo-nextest cargo-nextest '^0.9'
}

# A Python with the official MCP SDK, as it is in tests/window/requirements.txt.
install_python() {
  local wanted=tests/window/requirements.txt
  local mark=$tools/python/requirements.txt
  if cmp --silent "$wanted" "$mark"; then return 0; fi
  say "Making a Python environment in .tools/python"
  rm -rf "$tools/python"
  python3 -m venv "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$mark"
}
