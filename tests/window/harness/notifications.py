"""What shows notifications on a desktop: owns org.freedesktop.Notifications (Desktop Notifications
Specification 1.3), keeps what it is sent, and presses buttons.

Says "ready" on descriptor 3 when it is there, then a line of JSON for each notification that is
shown or closed. Each line that is written to the named pipe, its argument, is `NUMBER ACTION`; the
action "close" closes the notification as a person does.
"""

import asyncio
import json
import os
import sys

from dbus_fast import BusType
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

NAME = "org.freedesktop.Notifications"
DISMISSED, CLOSED_BY_APP = 2, 3


def say(**what: object) -> None:
    os.write(3, f"{json.dumps(what)}\n".encode())


class Notifications(ServiceInterface):
    def __init__(self, capabilities: list[str]) -> None:
        super().__init__(NAME)
        self.capabilities = capabilities
        self.last = 0
        self.there: set[int] = set()

    @dbus_method()
    def GetCapabilities(self) -> "as":  # noqa: F722, N802
        return self.capabilities

    @dbus_method()
    def GetServerInformation(self) -> "ssss":  # noqa: F821, N802
        return ["desk", "Calm Orbit's tests", "1", "1.3"]

    @dbus_method()
    def Notify(  # noqa: N802, PLR0913
        self,
        app_name: "s",  # noqa: F821
        replaces: "u",  # noqa: F821
        icon: "s",  # noqa: F821
        summary: "s",  # noqa: F821
        body: "s",  # noqa: F821
        actions: "as",  # noqa: F722
        hints: "a{sv}",  # noqa: F722
        timeout: "i",  # noqa: F821
    ) -> "u":  # noqa: F821
        if replaces in self.there:
            number = replaces
        else:
            self.last += 1
            number = self.last
        self.there.add(number)
        told = {name: hint.value for name, hint in hints.items()}
        say(shown=number, app=app_name, title=summary, body=body, actions=actions, hints=told)
        return number

    @dbus_method()
    def CloseNotification(self, number: "u") -> None:  # noqa: F821, N802
        self.close(number, CLOSED_BY_APP)

    def close(self, number: int, reason: int) -> None:
        if number in self.there:
            self.there.remove(number)
            say(closed=number)
            self.NotificationClosed(number, reason)

    def press(self, number: int, action: str) -> None:
        if action != "close":
            self.ActionInvoked(number, action)
        self.close(number, DISMISSED)

    @dbus_signal()
    def ActionInvoked(self, number, action) -> "us":  # noqa: ANN001, F821, N802
        return [number, action]

    @dbus_signal()
    def NotificationClosed(self, number, reason) -> "uu":  # noqa: ANN001, F821, N802
        return [number, reason]


def read_lines(pipe: str) -> list[str]:
    """Waits until somebody writes."""
    with open(pipe, encoding="utf-8") as lines:
        return lines.read().splitlines()


async def main() -> None:
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    notifications = Notifications(sys.argv[2].split(",") if sys.argv[2] else [])
    bus.export("/org/freedesktop/Notifications", notifications)
    await bus.request_name(NAME)
    os.write(3, b"ready\n")
    while True:
        for line in await asyncio.to_thread(read_lines, sys.argv[1]):
            number, action = line.split()
            notifications.press(int(number), action)


asyncio.run(main())
