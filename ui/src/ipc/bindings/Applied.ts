import type { Task } from "./Task";

export type Applied = { group: string, tasks: Array<Task>, };
