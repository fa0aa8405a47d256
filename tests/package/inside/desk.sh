#!/usr/bin/env bash
# A desk for the updater, as root: the system's bus, polkit, which lets the person install packages
# without asking, and the person's display with WebKit's driver, as the lines of /test/control say.
#   desk.sh PORT
set -euo pipefail

install -d /run/dbus /etc/polkit-1/rules.d
cat >/etc/polkit-1/rules.d/10-tests.rules <<'RULE'
polkit.addRule(function (action, subject) {
  if (action.id === "org.freedesktop.policykit.exec" && subject.user === "person") return polkit.Result.YES;
});
RULE
rm -f /run/dbus/pid
dbus-daemon --system --fork
/usr/lib/polkit-1/polkitd --no-debug >/tmp/polkit.log 2>&1 &
exec runuser --user person -- env HOME=/home/person LANG=C.UTF-8 /test/drive.sh "$1"
