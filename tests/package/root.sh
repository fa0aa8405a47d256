# shellcheck shell=bash
# A clean Debian in a folder, of the same release and from the same mirrors as this machine's, to
# install packages in. What runs inside ends with the command that started it.

root_folder=$(target_folder)/package-test
root=$root_folder/root

# What the tests need inside, beside what a package brings along.
root_tools=(xvfb openbox xdotool imagemagick fonts-dejavu-core man-db bash-completion zsh fish
  desktop-file-utils libglib2.0-bin procps)

# The mirrors of apt on this machine, a line for each: address, suite, component.
mirrors() {
  # shellcheck disable=SC2016  # apt fills them in
  apt-get indextargets --format '$(ORIGIN) $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk '($1 == "Debian" || $1 == "Ubuntu") && ($4 == "main" || $4 == "universe") { print $2, $3, $4 }' | sort --unique
}

# Makes the base, once, and from it a root for this run.
make_root() {
  local base=$root_folder/base address suite
  ((EUID == 0)) || fail "this needs root: packages are installed in a clean root"
  install_packages debootstrap util-linux
  if [[ ! -f $base/etc/complete ]]; then
    rm -rf "$base"
    mkdir -p "$base"
    suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    address=$(mirrors | awk -v suite="$suite" '$2 == suite { print $1; exit }')
    [[ -n $address ]] || fail "apt knows no mirror for $suite; run apt-get update"
    say "Making a clean $suite in $base"
    debootstrap --variant=minbase "$suite" "$base" "$address" >"$root_folder/debootstrap.log" 2>&1 ||
      fail "debootstrap failed; see $root_folder/debootstrap.log"
    mirrors | sed 's/^/deb /' >"$base/etc/apt/sources.list"
    # What was downloaded once is not downloaded again; and nobody sits at a terminal.
    printf '%s\n' 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";' 'Dpkg::Use-Pty "0";' \
      'quiet "2";' 'APT::Get::Assume-Yes "true";' >"$base/etc/apt/apt.conf.d/99tests"
    {
      root=$base inside apt-get update
      root=$base inside apt-get dist-upgrade
      root=$base inside apt-get install --no-install-recommends "${root_tools[@]}"
      root=$base inside useradd --create-home --shell /bin/bash person
    } >"$root_folder/base.log" 2>&1 || fail "the clean root cannot be made; see $root_folder/base.log"
    touch "$base/etc/complete"
  fi
  rm -rf "$root"
  cp --archive --reflink=auto "$base" "$root"
  install -d "$root/test"
  cp script/lib/say.sh tests/package/inside/* "$root/test"
}

# What apt has downloaded for this run is there for the next.
keep_downloads() {
  cp --update "$root"/var/cache/apt/archives/*.deb "$root_folder/base/var/cache/apt/archives/" 2>/dev/null || true
}

# inside COMMAND…: runs it as root in the root, in name spaces of its own.
inside() {
  # shellcheck disable=SC2016  # the inner shell expands them
  unshare --mount --pid --fork --kill-child -- bash -euo pipefail -c '
    mount -t proc proc "$0/proc"
    mount -t tmpfs -o mode=1777 tmpfs "$0/tmp"
    mount --bind /dev "$0/dev"
    exec chroot "$0" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
      DEBIAN_FRONTEND=noninteractive "$@"' "$root" "$@"
}

# as_person COMMAND…: the same, as somebody without rights.
as_person() { inside runuser --user person -- env HOME=/home/person LANG=C.UTF-8 "$@"; }

# bring FILE…: puts files into the root's /test.
bring() { cp "$@" "$root/test/"; }
