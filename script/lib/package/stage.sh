# shellcheck shell=bash
# shellcheck disable=SC2154  # release and version come from script/package
# The tree that a package of Linux puts into the file system, but for its documents, which each kind
# of package has in a place of its own.

id=org.calmorbit.CalmOrbit

# stage_tree FOLDER KIND: KIND is DEB or RPM, which the app finds in itself, so that its updater
# asks for a package of the same kind.
stage_tree() {
  local stage=$1 kind=$2 share=$1/usr/share size
  rm -rf "$stage"
  stage_executables "$stage/usr/bin" "$kind"

  install -d "$share/applications" "$share/metainfo" "$share/man/man1"
  sed 's/{{exec}}/calm-orbit-desktop/; s/{{icon}}/'"$id/" "packaging/linux/$id.desktop" \
    >"$share/applications/$id.desktop"
  stage_metainfo >"$share/metainfo/$id.metainfo.xml"
  for size in 16 32 48 64 128 512; do
    install -D --mode=644 "icons/${size}x$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
  done
  install -D --mode=644 "icons/128x128@2x.png" "$share/icons/hicolor/256x256/apps/$id.png"

  install --mode=644 packaging/linux/calm-orbit-desktop.1 "$share/man/man1"
  "$release/calm-orbit" man --out "$share/man/man1"
  gzip --best --no-name "$share"/man/man1/*.1
  stage_completions bash "$share/bash-completion/completions/calm-orbit"
  stage_completions zsh "$share/zsh/$(zsh_folder "$kind")/_calm-orbit"
  stage_completions fish "$share/fish/vendor_completions.d/calm-orbit.fish"
  # Whatever the umask was.
  chmod --recursive u=rwX,go=rX "$stage"
}

# Both executables, without the names of their functions, which are for debuggers.
stage_executables() {
  local folder=$1 kind=$2
  install -d "$folder"
  strip --strip-unneeded -o "$folder/calm-orbit" "$release/calm-orbit"
  strip --strip-unneeded -o "$folder/calm-orbit-desktop" "$release/calm-orbit-desktop"
  node script/lib/package/mark.mjs "$folder/calm-orbit-desktop" "$kind"
  chmod 755 "$folder"/*
}

stage_metainfo() {
  local releases
  releases=$(node script/lib/release/changes.mjs appstream "$version")
  awk -v releases="  $releases" '/<!-- From CHANGELOG/ { next } /<releases\/>/ { print releases; next } { print }' \
    "packaging/linux/$id.metainfo.xml"
}

stage_completions() { # SHELL FILE
  install -d "$(dirname "$2")"
  "$release/calm-orbit" completions "$1" >"$2"
}

# Debian's zsh looks elsewhere than everybody's.
zsh_folder() {
  if [[ $1 == DEB ]]; then echo vendor-completions; else echo site-functions; fi
}
