"""Measures the chat over HTTP, as the page in its frame speaks to it: `calm-orbit serve --json` over
a profile of 1,000 conversations with 1,000 items each.

One connection is kept open for everything, so a time is that of a request and its answer.
"""

import http.client
import json
import subprocess
import time
import urllib.parse


class Served:
    """A running `calm-orbit serve`."""

    def __init__(self, command, profile):
        self.process = subprocess.Popen([command, "--data-dir", profile, "serve", "--json"],
                                        stdout=subprocess.PIPE, text=True)
        said = json.loads(self.process.stdout.readline())
        address = urllib.parse.urlsplit(said["chatkit"])
        self.path = address.path
        self.connection = http.client.HTTPConnection(address.hostname, address.port)
        self.headers = {"Authorization": f"Bearer {said['ticket']}",
                        "Content-Type": "application/json"}

    def ask(self, kind, **params):
        """The answer to a request, and the milliseconds until its first and its last byte."""
        body = json.dumps({"type": kind, "params": params})
        begin = time.perf_counter()
        self.connection.request("POST", self.path, body, self.headers)
        response = self.connection.getresponse()
        line = response.readline()
        first = (time.perf_counter() - begin) * 1000
        text = line + response.read()
        last = (time.perf_counter() - begin) * 1000
        if response.status != 200:
            raise SystemExit(f"{kind} was answered with {response.status}: {text[:200]}")
        return text, first, last

    def end(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait()


def message(text):
    return {"content": [{"type": "input_text", "text": text}], "attachments": [],
            "inference_options": {}}


def measure(command, profile, row):
    """Adds a line for each measurement by `row(size, name, values, unit, limit)`."""
    served = Served(command, profile)
    try:
        listing, opening, older, first, whole = [], [], [], [], []
        text, _, _ = served.ask("threads.list", limit=100, order="desc")
        threads = [thread["id"] for thread in json.loads(text)["data"]]
        for _ in range(60):
            listing.append(served.ask("threads.list", limit=20, order="desc")[2])
        for thread in threads[:60]:
            opening.append(served.ask("threads.get_by_id", thread_id=thread)[2])
            older.append(served.ask("items.list", thread_id=thread, limit=30, order="desc")[2])
        for thread in threads:
            _, begun, ended = served.ask("threads.add_user_message", thread_id=thread,
                                         input=message("what is due today?"))
            first.append(begun)
            whole.append(ended)
        row(1_000_000, "the newest 20 of 1,000 conversations", listing, "ms", 20)
        row(1_000_000, "open a conversation of 1,000 items", opening, "ms", 20)
        row(1_000_000, "its newest 30 items", older, "ms", 20)
        row(1_000_000, "from a message to the first event", first, "ms", 5)
        row(1_000_000, "from a message to the end of its answer", whole, "ms")
    finally:
        served.end()
