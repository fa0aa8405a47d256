export type List = { id: string, name: string, };
