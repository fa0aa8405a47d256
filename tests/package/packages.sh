# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # shared with the script that sources this
# The packages of several versions, from the sources as they are. Only the version differs. They are
# signed with keys that are thrown away, and look for updates on this computer.

# Far from any version that will ever be released.
old=900.0.0
new=900.1.0
beta=901.0.0-beta.1
updates_port=18765

# make_key NAME: a key pair, NAME and NAME.pub, once.
make_key() {
  if [[ ! -f $1.pub ]]; then tauri_cli signer generate --ci --force --write-keys "$1" --password '' >/dev/null; fi
}

# build_version VERSION: builds deb and rpm, unless they are there already (with --keep, which is
# for those who work on the scenarios), into the folder that version_folder says.
build_version() {
  local version=$1 folder
  folder=$(version_folder "$version")
  if [[ -n ${keep:-} && -f $folder/complete ]]; then return 0; fi
  say "Building $version"
  rm -rf "$folder"
  mkdir -p "$folder"
  printf '{ "version": "%s", "plugins": { "updater": { "dangerousInsecureTransportProtocol": true } } }\n' \
    "$version" >"$folder/config.json"
  printf '## %s (2026-01-01)\nA version of the tests.\n' "$version" >"$folder/changes.md"
  CALM_ORBIT_CHANGES=$folder/changes.md \
    CALM_ORBIT_UPDATES_KEY=$(<"$root_folder/key.pub") \
    CALM_ORBIT_UPDATES_ADDRESS="http://127.0.0.1:$updates_port/{{channel}}.json" \
    TAURI_SIGNING_PRIVATE_KEY_PATH=$root_folder/key \
    script/package --config "$folder/config.json" >"$folder/log" 2>&1 ||
    fail "the packages of $version cannot be built; see $folder/log"
  mv "$(target_folder)"/package/* "$folder"
  touch "$folder/complete"
}

version_folder() { echo "$root_folder/versions/$1"; }

# package_of VERSION ENDING: its file.
package_of() {
  local files
  files=("$(version_folder "$1")"/*"$2")
  echo "${files[0]}"
}
