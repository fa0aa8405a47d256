import type { Task } from "./Task";

export type ViewRows = { ids: Array<string>, first: Array<Task>, seq: number, };
