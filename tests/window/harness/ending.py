"""An instance of the app that ends as soon as it is asked to come to the front.

ending.py NAME: owns the D-Bus name, says "ready" on descriptor 3, and ends without a reply when it
is called.
"""

import asyncio
import os
import sys

from dbus_fast import BusType, MessageType
from dbus_fast.aio import MessageBus


async def main():
    bus = await MessageBus(bus_type=BusType.SESSION).connect()

    def end(message):
        if message.message_type is MessageType.METHOD_CALL and message.member == "ExecuteCallback":
            os._exit(0)

    bus.add_message_handler(end)
    await bus.request_name(sys.argv[1])
    os.write(3, b"ready\n")
    await asyncio.Future()


asyncio.run(main())
