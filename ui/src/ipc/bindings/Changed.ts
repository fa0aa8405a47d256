export type Changed = { seq: number, tasks: Array<string>, lists: Array<string>, };
