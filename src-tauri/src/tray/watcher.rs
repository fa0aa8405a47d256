//! Whether the desktop shows tray icons: somebody owns the well-known name of the
//! StatusNotifierWatcher on the session bus (freedesktop.org, StatusNotifierItem).

use zbus::blocking::Connection;
use zbus::blocking::fdo::DBusProxy;
use zbus::names::BusName;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Says whether there is a tray: now, and whenever that changes. Returns when the bus goes away.
pub(super) fn watch(mut say: impl FnMut(bool)) -> zbus::Result<()> {
    let connection = Connection::session()?;
    let bus = DBusProxy::new(&connection)?;
    let changes = bus.receive_name_owner_changed_with_args(&[(0, WATCHER)])?;
    say(bus.name_has_owner(BusName::try_from(WATCHER)?)?);
    for change in changes {
        say(change.args()?.new_owner().is_some());
    }
    Ok(())
}
