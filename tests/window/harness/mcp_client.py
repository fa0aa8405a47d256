"""An MCP client of the official SDK: calls one tool of a stdio server.

Reads {"command", "args", "tool", "arguments"} on standard input, writes
{"error": bool, "text": str, "structured": object | null} on standard output.
"""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main() -> None:
    call = json.load(sys.stdin)
    server = StdioServerParameters(command=call["command"], args=call["args"])
    async with stdio_client(server) as (reading, writing):
        async with ClientSession(reading, writing) as session:
            await session.initialize()
            result = await session.call_tool(call["tool"], call["arguments"])
    answer = result.model_dump(mode="json", by_alias=True)
    json.dump(
        {
            "error": answer.get("isError", False),
            "text": "\n".join(part.get("text", "") for part in answer["content"]),
            "structured": answer.get("structuredContent"),
        },
        sys.stdout,
    )


asyncio.run(main())
