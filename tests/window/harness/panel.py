"""A panel with a tray: owns the StatusNotifierWatcher (freedesktop.org, StatusNotifierItem), takes
the icons that register, and clicks items of their menus.

Says "ready" on descriptor 3 when it is there, and "icon" for each icon that registers. Each line
that is written to the named pipe, its argument, is the label of an item to click, or "?", which
has it say "menu", the labels in JSON, and "picture", the file of the icon.
"""

import asyncio
import json
import os
import sys

from dbus_fast import BusType, Message, MessageType, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


def say(word: str) -> None:
    os.write(3, f"{word}\n".encode())


class Watcher(ServiceInterface):
    """What icons ask of the watcher, but for registering."""

    def __init__(self) -> None:
        super().__init__(WATCHER)

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # noqa: F821, N802
        return True

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> "i":  # noqa: F821, N802
        return 0


class Panel:
    def __init__(self, bus: MessageBus) -> None:
        self.bus = bus
        self.icon: tuple[str, str] | None = None

    def on_message(self, message: Message) -> Message | None:
        """An icon registers by its path; whose it is, only the message tells."""
        if message.interface != WATCHER or message.member != "RegisterStatusNotifierItem":
            return None
        self.icon = (message.sender, message.body[0])
        say("icon")
        return Message.new_method_return(message)

    async def call(self, path: str, interface: str, member: str, signature: str, *body: object) -> list:
        reply = await self.bus.call(
            Message(
                destination=self.icon[0],
                path=path,
                interface=interface,
                member=member,
                signature=signature,
                body=list(body),
            )
        )
        if reply.message_type is MessageType.ERROR:
            raise RuntimeError(f"{member}: {reply.body}")
        return reply.body

    async def items(self) -> tuple[str, list[tuple[int, dict]]]:
        [menu] = await self.call(self.icon[1], PROPERTIES, "Get", "ss", ITEM, "Menu")
        _, (_, _, items) = await self.call(menu.value, MENU, "GetLayout", "iias", 0, -1, [])
        found = []
        for number, properties, _ in (item.value for item in items):
            found.append((number, {name: value.value for name, value in properties.items()}))
        return menu.value, found

    async def click(self, label: str) -> None:
        path, items = await self.items()
        for number, properties in items:
            if properties.get("label") == label:
                nothing = Variant("i", 0)
                await self.call(path, MENU, "Event", "isvu", number, "clicked", nothing, 0)
                return
        raise RuntimeError(f"the menu has no “{label}”")

    async def tell(self) -> None:
        """Says what the menu and the icon are; a box that can be checked has a mark before it."""
        _, items = await self.items()
        labels = []
        for _, properties in items:
            if properties.get("visible", True) and "label" in properties:
                box = {0: "[ ] ", 1: "[x] "}.get(properties.get("toggle-state", -1), "")
                if not properties.get("toggle-type"):
                    box = ""
                labels.append(box + properties["label"])
        [picture] = await self.call(self.icon[1], PROPERTIES, "Get", "ss", ITEM, "IconName")
        say(f"menu {json.dumps(labels)}")
        say(f"picture {picture.value}")


def read_labels(pipe: str) -> list[str]:
    """Waits until somebody writes."""
    with open(pipe, encoding="utf-8") as lines:
        return lines.read().splitlines()


async def main() -> None:
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    panel = Panel(bus)
    bus.export("/StatusNotifierWatcher", Watcher())
    bus.add_message_handler(panel.on_message)
    await bus.request_name(WATCHER)
    say("ready")
    while True:
        for label in await asyncio.to_thread(read_labels, sys.argv[1]):
            await (panel.tell() if label == "?" else panel.click(label))


asyncio.run(main())
