# shellcheck shell=bash
# shellcheck disable=SC2154  # version, work and out come from script/package
# The package of Debian, Ubuntu and those that follow them.

package_deb() {
  local stage=$work/deb architecture file
  architecture=$(dpkg --print-architecture)
  file=$out/calm-orbit_${version}_$architecture.deb
  stage_tree "$stage" DEB
  deb_documents "$stage/usr/share/doc/calm-orbit"

  install -d "$stage/DEBIAN"
  install --mode=755 packaging/deb/prerm "$stage/DEBIAN"
  (cd "$stage" && find usr -type f -print0 | LC_ALL=C sort --zero-terminated | xargs -0 md5sum) >"$stage/DEBIAN/md5sums"
  sed --expression "s/@VERSION@/$(node script/lib/release/versions.mjs debian "$version")/" \
    --expression "s/@ARCHITECTURE@/$architecture/" \
    --expression "s/@SIZE@/$(du --summarize --apparent-size --block-size=1024 "$stage/usr" | cut --fields=1)/" \
    --expression "s/@DEPENDS@/$(deb_libraries "$stage")/" \
    packaging/deb/control >"$stage/DEBIAN/control"
  chmod 644 "$stage"/DEBIAN/{control,md5sums}
  dpkg-deb --root-owner-group -Zxz -z9 --build "$stage" "$file" >/dev/null
}

deb_documents() {
  local folder=$1
  install -d "$folder"
  awk -v licence="$(sed 's/^$/./; s/^/ /' LICENSE-MIT)" '/^@MIT@$/ { print licence; next } { print }' \
    packaging/deb/copyright >"$folder/copyright"
  node script/lib/release/changes.mjs debian "$version" | gzip --best --no-name >"$folder/changelog.gz"
  node script/lib/package/licences.mjs | gzip --best --no-name >"$folder/third-party-licences.gz"
  chmod 644 "$folder"/*
}

# The packages of the libraries that the executables are linked with, in the versions whose symbols
# they use. The pages are made for a WebKit that is newer than those symbols.
deb_libraries() {
  local stage=$1 folder=$work/libraries
  mkdir -p "$folder/debian"
  printf 'Source: calm-orbit\n\nPackage: calm-orbit\nArchitecture: any\n' >"$folder/debian/control"
  (cd "$folder" && dpkg-shlibdeps -O -e"$stage/usr/bin/calm-orbit" -e"$stage/usr/bin/calm-orbit-desktop" 2>"$work/shlibdeps.log") |
    sed 's/^shlibs:Depends=//; s/libwebkit2gtk-4\.1-0 ([^)]*)/libwebkit2gtk-4.1-0 (>= 2.50)/'
}
