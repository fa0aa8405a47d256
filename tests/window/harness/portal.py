"""A desktop that gives shortcuts to apps (org.freedesktop.portal.GlobalShortcuts), whose person says
yes to everything.

Its arguments are the keys that it expects to be asked for, and what it calls them. Says "ready" on
descriptor 3 when it is there. A signal USR1 presses the keys.
"""

import asyncio
import os
import signal
import sys

from dbus_fast import BusType, Message, MessageType, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


class Shortcuts(ServiceInterface):
    """What apps ask of the interface, but for its methods."""

    def __init__(self) -> None:
        super().__init__(SHORTCUTS)

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> "u":  # noqa: F821
        return 1


class Portal:
    def __init__(self, bus: MessageBus, trigger: str, words: str) -> None:
        self.bus = bus
        self.trigger = trigger
        self.words = words
        self.session: str | None = None
        self.app: str | None = None

    def answer(self, message: Message, options: dict, results: dict) -> Message:
        """The answer to a question comes later, as a signal on the path of the question."""
        sender = message.sender[1:].replace(".", "_")
        path = f"{PATH}/request/{sender}/{options['handle_token'].value}"

        async def respond() -> None:
            await self.bus.send(
                Message(
                    message_type=MessageType.SIGNAL,
                    destination=message.sender,
                    path=path,
                    interface="org.freedesktop.portal.Request",
                    member="Response",
                    signature="ua{sv}",
                    body=[0, results],
                )
            )

        asyncio.get_running_loop().create_task(respond())
        return Message.new_method_return(message, "o", [path])

    def on_message(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        if message.member == "Register":
            self.app = message.body[0]
            return Message.new_method_return(message)
        if message.member == "CreateSession":
            token = message.body[0]["session_handle_token"].value
            self.session = f"{PATH}/session/{token}"
            return self.answer(message, message.body[0], {"session_handle": Variant("s", self.session)})
        if message.member == "BindShortcuts":
            session, [(name, facts)], _, options = message.body
            assert session == self.session and self.app is not None
            assert facts["preferred_trigger"].value == self.trigger, facts
            given = [[name, {"trigger_description": Variant("s", self.words)}]]
            return self.answer(message, options, {"shortcuts": Variant("a(sa{sv})", given)})
        return None

    def press(self) -> None:
        asyncio.get_running_loop().create_task(
            self.bus.send(
                Message(
                    message_type=MessageType.SIGNAL,
                    path=PATH,
                    interface=SHORTCUTS,
                    member="Activated",
                    signature="osta{sv}",
                    body=[self.session, "quick-add", 0, {}],
                )
            )
        )


async def main() -> None:
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    portal = Portal(bus, *sys.argv[1:])
    bus.export(PATH, Shortcuts())
    bus.add_message_handler(portal.on_message)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, portal.press)
    await bus.request_name(NAME)
    os.write(3, b"ready\n")
    await asyncio.Event().wait()


asyncio.run(main())
