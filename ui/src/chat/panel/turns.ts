import type { ThreadItem } from "./items";

/** Items by turn: what the person said stands alone, what the assistant did and said goes together. */
export function turnsOf(items: readonly ThreadItem[]): ThreadItem[][] {
  const turns: ThreadItem[][] = [];
  let open: ThreadItem[] | null = null;
  for (const item of items) {
    if (item.type === "user_message") {
      turns.push([item]);
      open = null;
    } else if (open) open.push(item);
    else {
      open = [item];
      turns.push(open);
    }
  }
  return turns;
}
