"""Threads and attachments in memory, by the interfaces of openai-chatkit."""

from chatkit import types
from chatkit.store import AttachmentStore, NotFoundError, Store


def page(rows, after, limit, order):
    rows = list(rows if order == "asc" else reversed(rows))
    if after is not None:
        ids = [row.id for row in rows]
        if after not in ids:
            raise NotFoundError(after)
        rows = rows[ids.index(after) + 1 :]
    more = len(rows) > limit
    rows = [row.model_copy(deep=True) for row in rows[:limit]]
    return types.Page(data=rows, has_more=more, after=rows[-1].id if more else None)


def found(rows, id):
    for row in rows:
        if row.id == id:
            return row
    raise NotFoundError(id)


def put(rows, row):
    row = row.model_copy(deep=True)
    for n, old in enumerate(rows):
        if old.id == row.id:
            rows[n] = row
            return
    rows.append(row)


class Memory(Store):
    def __init__(self):
        self.threads, self.items, self.attachments = [], {}, []

    def of(self, thread_id):
        found(self.threads, thread_id)
        return self.items[thread_id]

    async def load_thread(self, thread_id, context):
        return found(self.threads, thread_id).model_copy(deep=True)

    async def save_thread(self, thread, context):
        fields = {name: getattr(thread, name) for name in types.ThreadMetadata.model_fields}
        put(self.threads, types.ThreadMetadata(**fields))
        self.items.setdefault(thread.id, [])

    async def load_thread_items(self, thread_id, after, limit, order, context):
        return page(self.of(thread_id), after, limit, order)

    async def load_threads(self, limit, after, order, context):
        return page(self.threads, after, limit, order)

    async def add_thread_item(self, thread_id, item, context):
        put(self.of(thread_id), item)

    async def save_item(self, thread_id, item, context):
        put(self.of(thread_id), item)

    async def load_item(self, thread_id, item_id, context):
        return found(self.of(thread_id), item_id).model_copy(deep=True)

    async def delete_thread(self, thread_id, context):
        self.threads.remove(found(self.threads, thread_id))

    async def delete_thread_item(self, thread_id, item_id, context):
        items = self.of(thread_id)
        items[:] = [item for item in items if item.id != item_id]

    async def save_attachment(self, attachment, context):
        put(self.attachments, attachment)

    async def load_attachment(self, attachment_id, context):
        return found(self.attachments, attachment_id).model_copy(deep=True)

    async def delete_attachment(self, attachment_id, context):
        self.attachments.remove(found(self.attachments, attachment_id))


class Shelf(AttachmentStore):
    async def create_attachment(self, input, context):
        if input.size > 1000:
            raise ValueError("too large")
        id = self.generate_attachment_id(input.mime_type, context)
        fields = {
            "id": id,
            "name": input.name,
            "mime_type": input.mime_type,
            "upload_descriptor": {
                "url": f"https://example.org/upload/{id}",
                "method": "POST",
                "headers": {"X-Key": "k"},
            },
        }
        if input.mime_type.startswith("image/"):
            preview = "data:image/png;base64,AA=="
            return types.ImageAttachment(preview_url=preview, **fields)
        return types.FileAttachment(**fields)

    async def delete_attachment(self, attachment_id, context):
        pass
