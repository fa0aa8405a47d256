import type { List } from "./List";

export type Overview = { lists: Array<{ list: List, open: number, }>, tags: Array<{ name: string, open: number, }>, inbox: number, today: number, overdue: number, upcoming: number, open: number, };
