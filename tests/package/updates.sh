# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # shared with script/package-test and the files beside this
# The installed app updates itself, or doesn't: tests/package/updates has the story.

driver_port=18766

scenario_updates() {
  local desk code=0 folder=$root_folder/updates
  rm -rf "$folder"
  mkdir -p "$folder"
  # A desk as people have it, and the driver.
  inside apt-get install --no-install-recommends polkitd pkexec webkit2gtk-driver 2>&1 | tail -1
  keep_downloads
  rm -f "$root"/test/*.deb "$root/test/control"
  bring "$(package_of "$old" .deb)"
  inside bash -c 'dpkg --install /test/*.deb' >/dev/null
  as_person calm-orbit add 'Survive the updates' >/dev/null

  make_key "$folder/other-key"
  cp "$(package_of "$new" .deb)" "$folder/other.deb"
  TAURI_SIGNING_PRIVATE_KEY_PATH=$folder/other-key TAURI_SIGNING_PRIVATE_KEY_PASSWORD='' \
    tauri_cli signer sign --app-version "$new" "$folder/other.deb" >/dev/null
  cat >"$folder/story.json" <<JSON
{ "root": "$root", "port": $updates_port, "driver": "http://127.0.0.1:$driver_port",
  "old": "$old", "fresh": "$new", "beta": "$beta", "otherSignature": "$folder/other.deb.sig",
  "packages": { "$old": "$(package_of "$old" .deb)", "$new": "$(package_of "$new" .deb)",
    "$beta": "$(package_of "$beta" .deb)" } }
JSON

  mkfifo --mode=666 "$root/test/control"
  # Held open, so that what is said before somebody reads isn't lost.
  exec 5<>"$root/test/control"
  inside /test/desk.sh "$driver_port" >"$folder/desk.log" 2>&1 &
  desk=$!
  node tests/package/updates/story.mjs "$folder/story.json" || code=$?
  echo quit >&5
  wait "$desk" || true
  exec 5>&-
  cp "$root/$data/logs/desktop.log" "$folder"
  ((code == 0)) || fail "the story of updates ended badly; see $folder"
  [[ $(as_person calm-orbit list) == *'Survive the updates'* ]] || fail "the tasks are gone"
}
