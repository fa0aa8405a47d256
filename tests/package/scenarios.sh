# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # shared with script/package-test and the files beside this
# What is tried, in this order, in one root: from the first installation to the removal.

scenarios=(contents rpm install window recommended upgrade updates removal)

data=home/person/.local/share/org.calmorbit.CalmOrbit

# What the tools of those who distribute say.
scenario_contents() {
  local deb folder=$root_folder/contents size
  deb=$(package_of "$new" .deb)
  rm -rf "$folder"
  dpkg-deb --raw-extract "$deb" "$folder"
  desktop-file-validate "$folder/usr/share/applications/org.calmorbit.CalmOrbit.desktop"
  appstreamcli validate --no-net "$folder/usr/share/metainfo/org.calmorbit.CalmOrbit.metainfo.xml"
  lintian --fail-on error,warning --allow-root "$deb"
  size=$(wc -c <"$deb")
  say "The deb has $size bytes, unpacked $(du --summarize --bytes "$folder/usr" | cut --fields=1)."
  ((size < 15000000)) || fail "the deb has 15 MB or more"
}

# The rpm can't be installed on Debian. What is in it, what it asks for and what it says is looked at.
scenario_rpm() {
  local rpm files requires scripts name
  rpm=$(package_of "$new" .rpm)
  files=$(rpm --query --list --package "$rpm")
  for name in /usr/bin/calm-orbit /usr/bin/calm-orbit-desktop \
    /usr/share/applications/org.calmorbit.CalmOrbit.desktop \
    /usr/share/metainfo/org.calmorbit.CalmOrbit.metainfo.xml \
    /usr/share/man/man1/calm-orbit.1.gz /usr/share/zsh/site-functions/_calm-orbit \
    /usr/share/licenses/calm-orbit/LICENSE-MIT; do
    grep --quiet --line-regexp "$name" <<<"$files" || fail "the rpm lacks $name"
  done
  requires=$(rpm --query --requires --package "$rpm")
  say "$requires"
  grep --quiet 'libwebkit2gtk-4.1.so.0()(64bit)' <<<"$requires" || fail "the rpm doesn't ask for WebKitGTK"
  if grep --quiet appindicator <<<"$requires"; then fail "the rpm can't do without a tray"; fi
  rpm --query --recommends --package "$rpm" | grep --quiet appindicator || fail "the rpm doesn't recommend the tray's library"
  scripts=$(rpm --query --scripts --package "$rpm")
  [[ $scripts == *'tasks stay in'* ]] || fail "the rpm doesn't say where the data stays"
  rpm --checksig --nosignature "$rpm"
  # A beta is older than what it leads to, and newer than what went before.
  [[ $(rpm --eval '%{lua:print(rpm.vercmp("1.3.0~beta.4", "1.3.0"), rpm.vercmp("1.3.0~beta.4", "1.2.9"))}') == -1*1 ]] ||
    fail "rpm sorts betas otherwise"
}

# The package alone, without what it recommends: no tray, no bus, no keychain.
scenario_install() {
  bring "$(package_of "$old" .deb)"
  inside bash -c 'apt-get install --no-install-recommends /test/*.deb' 2>&1 | tail -2
  keep_downloads
  inside dpkg --audit
  grep --quiet '^x-scheme-handler/calm-orbit=org.calmorbit.CalmOrbit.desktop' \
    "$root/usr/share/applications/mimeinfo.cache" || fail "the link's scheme isn't known to the desktop"
  if [[ -n $(find "$root/usr/lib" -name 'libayatana-appindicator3*') ]]; then fail "the tray's library is there, against the plan"; fi
  as_person /test/shell.sh
  [[ -f $root/$data/calm-orbit.db ]] || fail "the tasks are elsewhere"
}

scenario_window() {
  as_person /test/window.sh /home/person/bare.png
  save_picture bare
  [[ $(grep --count 'no tray' "$root/$data/logs/desktop.log") == 1 ]] || fail "the log doesn't say once that there is no tray"
  if grep ' ERROR ' "$root/$data/logs/desktop.log"; then fail "what can be done without is an error"; fi
}

# The same with what the package recommends.
scenario_recommended() {
  inside apt-get install --no-install-recommends ca-certificates dbus dbus-user-session libayatana-appindicator3-1 2>&1 | tail -1
  keep_downloads
  as_person /test/window.sh /home/person/recommended.png bus
  save_picture recommended
  if grep --quiet 'library.*is missing' "$root/$data/logs/desktop.log"; then fail "the tray's library isn't found"; fi
}

scenario_upgrade() {
  rm "$root"/test/*.deb
  bring "$(package_of "$new" .deb)"
  inside bash -c 'apt-get install --no-install-recommends /test/*.deb' 2>&1 | tail -1
  # shellcheck disable=SC2016  # dpkg fills it in
  [[ $(inside dpkg-query --show --showformat='${Version}' calm-orbit) == "$new" ]] || fail "the new version isn't installed"
  [[ $(as_person calm-orbit list) == *'Buy milk'* ]] || fail "the tasks are gone"
  [[ $(as_person calm-orbit --version) == "calm-orbit $new" ]] || fail "the command says another version"
  as_person /test/window.sh /home/person/upgraded.png bus
  # The command and the app of one version have made one copy before it.
  [[ $(<"$root/$data/versions") == "$old"$'\n'"$new" ]] || fail "the profile knows other versions than $old and $new"
  [[ $(find "$root/$data/backups" -name "before-$new-*.db" | wc -l) == 1 ]] || fail "there is not one copy from before $new"
  save_picture upgraded
}

# Removed, and purged in one step after a second installation: the word once, the data where it was.
scenario_removal() {
  local way said
  for way in remove purge; do
    inside bash -c 'dpkg --install /test/*.deb' >/dev/null
    said=$(inside apt-get "$way" calm-orbit)
    say "$said"
    (($(grep --count 'tasks stay in' <<<"$said") == 1)) || fail "$way doesn't say once where the data stays"
    [[ -f $root/$data/calm-orbit.db ]] || fail "$way has taken the data along"
    if [[ -n $(find "$root/usr" "$root/etc" -iname '*calm*orbit*') ]]; then fail "$way has left something"; fi
    if inside dpkg-query --show calm-orbit 2>/dev/null; then fail "$way has left the package half there"; fi
  done
  inside bash -c 'dpkg --install /test/*.deb' >/dev/null
  [[ $(as_person calm-orbit list) == *'Buy milk'* ]] || fail "the tasks aren't found again"
}

# Pictures are for people.
save_picture() {
  mkdir -p "$root_folder/pictures"
  cp "$root/home/person/$1.png" "$root_folder/pictures/"
  say "A picture: $root_folder/pictures/$1.png"
}
