"""A panel with a tray: owns the StatusNotifierWatcher, takes the icons that register, and clicks
their menus.

Says "ready" on descriptor 3 when it is there, and "icon" for each icon that registers. A line on
the file that is its first argument (a named pipe) is the label of a menu item to click.
"""

import asyncio
import os
import sys

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method, signal
from dbus_fast import PropertyAccess

WATCHER = "org.kde.StatusNotifierWatcher"


def say(word: str) -> None:
    os.write(3, f"{word}\n".encode())


class Watcher(ServiceInterface):
    """freedesktop.org's StatusNotifierWatcher, as far as icons ask for it."""

    def __init__(self) -> None:
        super().__init__(WATCHER)
        self.icons: list[tuple[str, str]] = []

    @method()
    def RegisterStatusNotifierItem(self, service: "s") -> None:  # noqa: F821, N802
        # An icon gives its path, and its bus name is the sender's; libayatana does so.
        self.icons.append((SENDERS[-1], service))
        say("icon")

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # noqa: F821, N802
        return True

    @dbus_property(access=PropertyAccess.READ)
    def RegisteredStatusNotifierItems(self) -> "as":  # noqa: F821, F722, N802
        return [name + path for name, path in self.icons]

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> "i":  # noqa: F821, N802
        return 0

    @signal()
    def StatusNotifierHostRegistered(self) -> None:  # noqa: N802
        return None


SENDERS: list[str] = []


async def call(bus: MessageBus, name: str, path: str, member: str, signature: str, body: list) -> list:
    interface = "com.canonical.dbusmenu"
    if member == "Get":
        interface = "org.freedesktop.DBus.Properties"
    message = Message(
        destination=name, path=path, interface=interface, member=member, signature=signature, body=body
    )
    reply = await bus.call(message)
    if reply.message_type is MessageType.ERROR:
        raise RuntimeError(f"{member}: {reply.body}")
    return reply.body


async def click(bus: MessageBus, icon: tuple[str, str], label: str) -> None:
    name, path = icon
    menu = (await call(bus, name, path, "Get", "ss", ["org.kde.StatusNotifierItem", "Menu"]))[0].value
    _, (_, _, items) = await call(bus, name, menu, "GetLayout", "iias", [0, -1, ["label"]])
    for item in items:
        number, properties, _ = item.value
        if "label" in properties and properties["label"].value == label:
            await call(bus, name, menu, "Event", "isvu", [number, "clicked", Variant("i", 0), 0])
            return
    raise RuntimeError(f"the menu has no “{label}”")


async def main() -> None:
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    bus.add_message_handler(lambda message: SENDERS.append(message.sender or "") and None)
    watcher = Watcher()
    bus.export("/StatusNotifierWatcher", watcher)
    await bus.request_name(WATCHER)
    say("ready")
    while True:
        with open(sys.argv[1], encoding="utf-8") as pipe:
            labels = (await asyncio.to_thread(pipe.read)).splitlines()
        for label in labels:
            await click(bus, watcher.icons[-1], label)


asyncio.run(main())
