"""An instance of the app that ends when it is asked to come to the front.

ending.py NAME TIMES: owns the D-Bus name, says "ready" on descriptor 3, refuses all calls before
the one of this number, and ends at that without a reply.
"""

import asyncio
import os
import sys

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus


async def main():
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    left = int(sys.argv[2])

    def end(message):
        nonlocal left
        if message.message_type is not MessageType.METHOD_CALL or message.member != "ExecuteCallback":
            return None
        left -= 1
        if left == 0:
            os._exit(0)
        return Message.new_error(message, "org.freedesktop.DBus.Error.Failed", "not now")

    bus.add_message_handler(end)
    await bus.request_name(sys.argv[1])
    os.write(3, b"ready\n")
    await asyncio.Future()


asyncio.run(main())
