"""Judges bytes by the types of openai-chatkit.

Reads one JSON command a line and answers each with one JSON line:
  {"check": type, "json": text}    -> {} or {"error": why}
  {"build": request, "with": {..}} -> {"json": text}
"""

import json
import sys
from datetime import datetime

from chatkit import types, widgets
from pydantic import TypeAdapter

TYPES = {
    "event": TypeAdapter(types.ThreadStreamEvent),
    "thread": TypeAdapter(types.Thread),
    "threads": TypeAdapter(types.Page[types.Thread]),
    "item": TypeAdapter(types.ThreadItem),
    "items": TypeAdapter(types.Page[types.ThreadItem]),
    "change": TypeAdapter(types.SyncCustomActionResponse),
    "attachment": TypeAdapter(types.Attachment),
    "transcription": TypeAdapter(types.TranscriptionResult),
    "widget": TypeAdapter(widgets.StrictWidgetRoot),
    "free widget": TypeAdapter(widgets.DynamicWidgetRoot),
}


def difference(sent, read, path="$"):
    """Where what was sent differs from what the types made of it; None if nowhere."""
    if isinstance(sent, dict) and isinstance(read, dict):
        if sent.keys() != read.keys():
            return f"{path}: fields {sorted(sent)} were read as {sorted(read)}"
        found = (difference(sent[key], read[key], f"{path}.{key}") for key in sent)
        return next((where for where in found if where), None)
    if isinstance(sent, list) and isinstance(read, list):
        if len(sent) != len(read):
            return f"{path}: {len(sent)} entries were read as {len(read)}"
        pairs = enumerate(zip(sent, read))
        found = (difference(one, other, f"{path}[{n}]") for n, (one, other) in pairs)
        return next((where for where in found if where), None)
    numbers = (int, float)
    if type(sent) in numbers and type(read) in numbers and sent == read:
        return None
    if path.endswith(".created_at"):
        if not sent.endswith("Z"):
            return f"{path}: {sent} has no Z"
        if datetime.fromisoformat(sent) == datetime.fromisoformat(read):
            return None
    if type(sent) is not type(read) or sent != read:
        return f"{path}: {sent!r} was read as {read!r}"
    return None


def fallback(node, path="$"):
    """Where a component was read as a free one, since its own type didn't take it."""
    if isinstance(node, widgets.DynamicWidgetComponent):
        return f"{path}: {node.type} is not as its type wants it"
    children = getattr(node, "children", None) or []
    children = children if isinstance(children, list) else [children]
    found = (fallback(child, f"{path}[{n}]") for n, child in enumerate(children))
    return next((where for where in found if where), None)


def check(kind, text):
    adapter = TYPES[kind]
    try:
        read = adapter.validate_json(text, strict=True)
    except ValueError as error:
        return {"error": str(error)}
    if kind == "widget" and (where := fallback(read)):
        return {"error": where}
    again = adapter.dump_json(read, by_alias=True, exclude_none=True)
    where = difference(json.loads(text), json.loads(again))
    return {"error": where} if where else {}


def build(name, fields):
    request = getattr(types, name).model_validate(fields)
    return {"json": request.model_dump_json()}


for line in sys.stdin:
    command = json.loads(line)
    if "check" in command:
        answer = check(command["check"], command["json"])
    else:
        answer = build(command["build"], command["with"])
    print(json.dumps(answer), flush=True)
