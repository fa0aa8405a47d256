export type Undone = { group: string, summary: string, restored: Array<string>, stayed: Array<{ task: string, title: string, fields: Array<string>, }>, };
