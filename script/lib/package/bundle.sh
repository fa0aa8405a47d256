# shellcheck shell=bash
# shellcheck disable=SC2154  # config, version, triple, release, out and work come from script/package
# What Tauri's bundler makes: AppImage, app and dmg, NSIS and MSI.

# The version of what is built: that of the configuration laid over, else that of the workspace.
config_version() {
  cargo metadata --format-version 1 --no-deps --offline | CONFIG=$1 node --print '
    const { packages } = JSON.parse(require("fs").readFileSync(0, "utf8"));
    const ours = packages.find(({ name }) => name === "calm-orbit-desktop");
    JSON.parse(process.env.CONFIG).version ?? ours.version'
}

# with_updates CONFIG: the configuration with the key and the address of the updater, where they are
# given.
with_updates() {
  CONFIG=$1 node --print '
    const { CONFIG, CALM_ORBIT_UPDATES_KEY: pubkey, CALM_ORBIT_UPDATES_ADDRESS: address } = process.env;
    const config = JSON.parse(CONFIG);
    if (pubkey && address) {
      const updater = { ...config.plugins?.updater, pubkey, endpoints: [address] };
      config.plugins = { ...config.plugins, updater };
    }
    JSON.stringify(config)'
}

# package_bundle KIND: has the bundler pack what is built, with the command beside the app, and
# gives the file the name that all our packages have.
package_bundle() {
  local kind=$1 folder=$release/bundle machine suffix="" found name
  machine=${triple%%-*}
  if [[ $triple == *windows* ]]; then suffix=.exe; fi
  install_tauri_cli
  cp "$release/calm-orbit$suffix" "$work/calm-orbit-$triple$suffix"
  rm -rf "$folder"
  # What is not set in the hosted workflow comes as an empty text, which Tauri takes for a certificate.
  for name in APPLE_CERTIFICATE APPLE_CERTIFICATE_PASSWORD APPLE_SIGNING_IDENTITY APPLE_ID APPLE_PASSWORD APPLE_TEAM_ID; do
    if [[ -z ${!name:-} ]]; then unset "$name"; fi
  done
  CONFIG=$config VERSION_OF_MSI=$(node script/lib/release/versions.mjs windows "$version") \
    COMMAND=$work/calm-orbit node --print '
    const { CONFIG, VERSION_OF_MSI: wix, COMMAND: command, WINDOWS_SIGN_COMMAND: sign } = process.env;
    const config = JSON.parse(CONFIG);
    config.bundle = { ...config.bundle, externalBin: [command] };
    config.bundle.windows = { ...config.bundle.windows, wix: { version: wix } };
    // Windows files are signed while they are packed: later would make them differ from the signature of the updater.
    if (sign) config.bundle.windows.signCommand = sign;
    JSON.stringify(config)' >"$work/bundle.json"
  # Beside a target folder that was named, the bundler looks there.
  if [[ -n ${CALM_ORBIT_TARGET:-} ]]; then
    tauri_cli bundle --ci --bundles "$kind" --config "$work/bundle.json" --target "$triple"
  else
    tauri_cli bundle --ci --bundles "$kind" --config "$work/bundle.json"
  fi
  if [[ $kind == app ]]; then
    # The form in which the updater takes it. Without macOS' own files beside the files.
    COPYFILE_DISABLE=1 tar -czf "$out/calm-orbit_${version}_$machine.app.tar.gz" \
      -C "$folder/macos" "Calm Orbit.app"
    return 0
  fi
  case $kind in
  appimage) found=("$folder"/appimage/*.AppImage) ;;
  dmg) found=("$folder"/dmg/*.dmg) ;;
  nsis) found=("$folder"/nsis/*-setup.exe) ;;
  msi) found=("$folder"/msi/*.msi) ;;
  esac
  # The bundler ends well, too, where it has made nothing.
  [[ -f ${found[0]} ]] || fail "the bundler has made no $kind"
  mv "${found[0]}" "$out/calm-orbit_${version}_$machine$(bundle_ending "$kind")"
}

bundle_ending() {
  case $1 in
  appimage) echo .AppImage ;;
  dmg) echo .dmg ;;
  nsis) echo -setup.exe ;;
  msi) echo .msi ;;
  esac
}
