import type { Actor } from "./Actor";
import type { Priority } from "./Priority";

export type Task = { id: string, short_id: string, title: string, notes: string, list: string | null, due: string | null, priority: Priority, tags: Array<string>, completed_at: string | null, deleted_at: string | null, created_at: string, created_by: Actor, };
