import type { Priority } from "./Priority";

export type TaskPatch = { title?: string, notes?: string, list?: string | null, due?: string | null, priority?: Priority, add_tags?: Array<string>, remove_tags?: Array<string>, };
