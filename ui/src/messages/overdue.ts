/** What is said in English when everything overdue is taken to today. */
import { counted } from "./count";

export const overdueText = {
  moved: (count: number) => `Moved ${counted(count, "overdue task", "overdue tasks")} to today.`,
  unread: "The overdue tasks could not be read. Nothing was changed.",
} as const;
