# shellcheck shell=bash
# shellcheck disable=SC2154  # version and out come from script/package
# Signatures for the updater. Each names the version that it is for, so that an old package can't be
# announced as a new one.

sign_packages() {
  local file
  if [[ -z ${TAURI_SIGNING_PRIVATE_KEY:-}${TAURI_SIGNING_PRIVATE_KEY_PATH:-} ]]; then
    say "There is no key to sign with (TAURI_SIGNING_PRIVATE_KEY): no signatures for the updater."
    return 0
  fi
  install_tauri_cli
  export TAURI_SIGNING_PRIVATE_KEY_PASSWORD=${TAURI_SIGNING_PRIVATE_KEY_PASSWORD:-}
  for file in "$out"/*; do
    case $file in
    # Not for the updater: it takes the app.tar.gz.
    *.dmg | "$work") ;;
    *) tauri_cli signer sign --app-version "$version" "$file" >/dev/null ;;
    esac
  done
}
