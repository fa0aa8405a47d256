# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # shared with the script that sources this
# The packages of several versions, from the sources as they are. Only the version differs, and what
# a scenario lays over the configuration.

# Far from any version that will ever be released.
old=900.0.0
new=900.1.0

# build_packages_of VERSION JSON: builds deb and rpm, unless they are there already (with
# --keep, which is for those who work on the scenarios), into the folder that version_folder says.
build_packages_of() {
  local version=$1 extra=${2:-'{}'} folder
  folder=$(version_folder "$version")
  if [[ -n ${keep:-} && -f $folder/complete ]]; then return 0; fi
  rm -rf "$folder"
  mkdir -p "$folder"
  VERSION=$version EXTRA=$extra node --print '
    JSON.stringify({ ...JSON.parse(process.env.EXTRA), version: process.env.VERSION })' >"$folder/config.json"
  printf '## %s (2026-01-01)\nA version of the tests.\n' "$version" >"$folder/changes.md"
  CALM_ORBIT_CHANGES=$folder/changes.md script/package --config "$folder/config.json" >"$folder/log" 2>&1 ||
    fail "the packages of $version cannot be built; see $folder/log"
  cp "$(target_folder)"/package/* "$folder"
  touch "$folder/complete"
}

version_folder() { echo "$root_folder/versions/$1"; }

# package_of VERSION ENDING: its file.
package_of() {
  local files
  files=("$(version_folder "$1")"/*"$2")
  echo "${files[0]}"
}
