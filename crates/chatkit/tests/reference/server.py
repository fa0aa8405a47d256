"""A server of openai-chatkit whose responder follows a script.

Reads one JSON command a line and answers each with one JSON line:
  {"begin": script}              -> {}             a new, empty server; a script has a list of turns
  {"body": text, "stop": bool}   -> {"stream": [..]} or {"json": ..}, and {"raised": why} where
                                    the server raised; "stop" goes away when the responder waits
  {"kinds": true}                -> {"kinds": [..]} every `type` of requests, events, items, parts
"""

import asyncio
import json
import logging
import sys
import typing
from datetime import datetime
from uuid import uuid4

from chatkit import types, widgets
from chatkit.errors import CustomStreamError
from chatkit.server import ChatKitServer, StreamingResult, stream_widget
from chatkit.store import default_generate_id
from pydantic import TypeAdapter
from store import Memory, Shelf

logging.disable(logging.CRITICAL)

EVENT = TypeAdapter(types.ThreadStreamEvent)
ROOT = TypeAdapter(widgets.DynamicWidgetRoot)


def to_json(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Scripted(ChatKitServer):
    def __init__(self, script):
        super().__init__(Memory(), Shelf())
        self.turns = iter(script)
        self.named = {}
        self.opinions = []
        self.waiting = asyncio.Event()

    async def respond(self, thread, input_user_message, context):
        if input_user_message is not None:
            given = {"message": "".join(part.text for part in input_user_message.content)}
        else:
            latest = await self.store.load_thread_items(thread.id, None, 100, "desc", context)
            item = next(
                item
                for item in latest.data
                if isinstance(item, (types.ClientToolCallItem, types.StructuredInputItem))
            )
            if isinstance(item, types.ClientToolCallItem):
                given = {"tool": item.name, "output": item.output}
            else:
                given = {q.id: q.answer.values for q in item.inputs}
        async for event in self.perform(thread, given, None):
            yield event

    async def action(self, thread, action, sender, context):
        given = {"action": action.type, "payload": action.payload, "from": bool(sender)}
        async for event in self.perform(thread, given, sender):
            yield event

    async def sync_action(self, thread, action, sender, context):
        if action.type == "refuse":
            raise ValueError("Not today.")
        if action.type != "set":
            return types.SyncCustomActionResponse()
        item = sender.model_copy(update={"widget": ROOT.validate_python(action.payload)})
        await self.store.save_item(thread.id, item, context)
        return types.SyncCustomActionResponse(updated_item=item)

    async def add_feedback(self, thread_id, item_ids, feedback, context):
        self.opinions.append(f"{len(item_ids)} {feedback}")

    async def transcribe(self, audio_input, context):
        size = len(audio_input.data)
        if size == 0:
            raise ValueError("Nothing was heard.")
        return types.TranscriptionResult(text=f"{size} bytes of {audio_input.media_type}")

    async def perform(self, thread, given, sender):
        for op in next(self.turns, []):
            ((name, with_),) = op.items()
            if name == "say":
                async for event in self.say(thread, with_, []):
                    yield event
            elif name == "cite":
                async for event in self.say(thread, [with_["text"]], with_["annotations"]):
                    yield event
            elif name == "repeat":
                async for event in self.say(thread, [to_json(given)], []):
                    yield event
            elif name == "recall":
                async for event in self.say(thread, [await self.recall(thread)], []):
                    yield event
            elif name == "title":
                thread.title = with_
            elif name == "status":
                thread.status = TypeAdapter(types.ThreadStatus).validate_python(with_)
            elif name == "domains":
                thread.allowed_image_domains = with_
            elif name == "metadata":
                thread.metadata = with_
            elif name == "fail":
                raise ValueError("asked to")
            elif name == "explain":
                raise CustomStreamError(with_["message"], allow_retry=with_["allow_retry"])
            elif name == "wait":
                self.waiting.set()
                await asyncio.Event().wait()
            elif name == "emit":
                yield EVENT.validate_python(self.fill(with_, thread))
            elif name == "replace_sender":
                item = sender.model_copy(update={"widget": ROOT.validate_python(with_)})
                yield types.ThreadItemReplacedEvent(item=item)
            elif name == "widget":
                async for event in stream_widget(thread, ROOT.validate_python(with_)):
                    yield event
            elif name == "grow":

                async def roots():
                    for root in with_["roots"]:
                        yield ROOT.validate_python(root)

                async for event in stream_widget(thread, roots(), with_.get("copy_text")):
                    yield event
            elif name == "steps":
                for event in self.steps(thread, with_):
                    yield event
            elif name == "image":
                item = self.item(thread, "generated_image", "message")
                yield self.event("added", item)
                for preview in with_["previews"]:
                    yield self.update(item, {"type": "generated_image.updated", **preview})
                yield self.event("done", {**item, "image": with_["image"]})
            elif name == "tool":
                call = {"status": "pending", "call_id": f"call_{uuid4().hex}", **with_}
                yield self.event("done", {**self.item(thread, "client_tool_call"), **call})
            elif name == "ask":
                asked = {"status": "pending", "inputs": with_}
                yield self.event("done", {**self.item(thread, "structured_input"), **asked})
            elif name == "task":
                yield self.event("done", {**self.item(thread, "task"), "task": with_})
            elif name == "remember":
                hidden = self.item(thread, "hidden_context_item", "sdk_hidden_context")
                yield self.event("done", {**hidden, "content": with_})
            elif name == "end":
                yield self.event("done", self.item(thread, "end_of_turn"))
            else:
                raise KeyError(name)

    def item(self, thread, type, prefix="message"):
        id = default_generate_id(prefix)
        return {"id": id, "thread_id": thread.id, "created_at": datetime.now(), "type": type}

    def event(self, what, item):
        return EVENT.validate_python({"type": f"thread.item.{what}", "item": item})

    def update(self, item, update):
        event = {"type": "thread.item.updated", "item_id": item["id"], "update": update}
        return EVENT.validate_python(event)

    async def say(self, thread, pieces, annotations):
        item = self.item(thread, "assistant_message")
        part = {"type": "output_text", "text": "", "annotations": []}
        kind = "assistant_message.content_part"
        first = {"content_index": 0}
        yield self.event("added", {**item, "content": []})
        yield self.update(item, {"type": f"{kind}.added", **first, "content": part})
        for delta in pieces:
            yield self.update(item, {"type": f"{kind}.text_delta", **first, "delta": delta})
        for n, annotation in enumerate(annotations):
            added = {"annotation_index": n, "annotation": annotation}
            yield self.update(item, {"type": f"{kind}.annotation_added", **first, **added})
        part = {**part, "text": "".join(pieces), "annotations": annotations}
        yield self.update(item, {"type": f"{kind}.done", **first, "content": part})
        yield self.event("done", {**item, "content": [part]})

    def steps(self, thread, given):
        item = self.item(thread, "workflow", "workflow")
        workflow = {"type": given["style"], "tasks": [], "expanded": False}
        yield self.event("added", {**item, "workflow": workflow})
        tasks = []
        for step in given["steps"]:
            index = step.get("at", len(tasks))
            what = "updated" if "at" in step else "added"
            tasks[index : index + 1] = [step["task"]]
            update = {"task_index": index, "task": step["task"]}
            yield self.update(item, {"type": f"workflow.task.{what}", **update})
        workflow = {**workflow, "tasks": tasks, "summary": given.get("summary")}
        yield self.event("done", {**item, "workflow": workflow})

    async def recall(self, thread):
        items = await self.store.load_thread_items(thread.id, None, 100, "asc", None)
        thread = await self.store.load_thread(thread.id, None)
        kinds = []
        for item in items.data:
            text = ""
            if isinstance(item, (types.UserMessageItem, types.AssistantMessageItem)):
                text = "".join(part.text for part in item.content)
            if isinstance(item, types.HiddenContextItem):
                text = to_json(item.content)
            if isinstance(item, types.ClientToolCallItem):
                text = item.status
            kinds.append(f"{item.type} {text}".strip())
        return to_json([kinds, self.opinions, thread.metadata, thread.title])

    def fill(self, value, thread):
        if isinstance(value, dict):
            return {key: self.fill(entry, thread) for key, entry in value.items()}
        if isinstance(value, list):
            return [self.fill(entry, thread) for entry in value]
        if value == "$thread":
            return thread.id
        if value == "$now":
            return datetime.now()
        if isinstance(value, str) and value.startswith("$id "):
            return self.named.setdefault(value, default_generate_id("message"))
        return value


async def answer(server, command):
    frames = []
    try:
        result = await server.process(command["body"], None)
        if not isinstance(result, StreamingResult):
            return {"json": json.loads(result.json)}

        async def listen():
            async for frame in result:
                text = frame.decode()
                assert text.startswith("data: ") and text.endswith("\n\n"), text
                frames.append(json.loads(text[6:]))

        listening = asyncio.create_task(listen())
        if command.get("stop"):
            server.waiting.clear()
            waiting = asyncio.create_task(server.waiting.wait())
            await asyncio.wait({listening, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            listening.cancel()
            await asyncio.wait({listening})
            return {"stream": frames, "stopped": listening.cancelled()}
        await listening
        return {"stream": frames}
    except Exception as error:
        return {"raised": f"{type(error).__name__}: {error}", "stream": frames}


def kinds(annotation, seen):
    """Every `type` that a union of models can have, and their fields'."""
    if isinstance(annotation, typing.ForwardRef):
        annotation = eval(annotation.__forward_arg__, vars(types))
    if typing.get_origin(annotation) is not None:
        for part in typing.get_args(annotation):
            kinds(part, seen)
    elif hasattr(annotation, "model_fields") and annotation not in seen:
        field = annotation.model_fields.get("type")
        names = typing.get_args(field.annotation) if field else ()
        seen[annotation] = [name for name in names if isinstance(name, str)]
        if annotation.__module__ == "chatkit.types":
            for field in annotation.model_fields.values():
                kinds(field.annotation, seen)
    return seen


def all_kinds():
    seen = {}
    for union in (types.StreamingReq, types.NonStreamingReq, types.ThreadStreamEvent):
        kinds(union, seen)
    own = (names for model, names in seen.items() if model.__module__ == "chatkit.types")
    return sorted({name for names in own for name in names})


async def main():
    server = None
    for line in sys.stdin:
        command = json.loads(line)
        if "begin" in command:
            server, reply = Scripted(command["begin"]), {}
        elif "kinds" in command:
            reply = {"kinds": all_kinds()}
        else:
            reply = await answer(server, command)
        print(json.dumps(reply), flush=True)


asyncio.run(main())
