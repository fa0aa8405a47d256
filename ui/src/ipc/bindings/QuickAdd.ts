export type QuickAdd = { title: string, due: string | null, spans: Array<{ kind: "due", start: number, end: number, due: string, }>, };
