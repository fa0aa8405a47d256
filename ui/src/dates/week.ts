/** When a week begins. */
import type { FirstDay } from "../ipc/bindings/FirstDay";
import { firstDay, locale } from "../messages/locale";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A weekday, as calendars of react-aria name it. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The first day of the week; Monday where the engine does not know what is usual. */
export function firstDayOfWeek(choice: FirstDay = "locale", tag = locale()): Weekday {
  if (choice === "monday") return "mon";
  if (choice === "saturday") return "sat";
  if (choice === "sunday") return "sun";
  return WEEKDAYS[(firstDay(tag) ?? 1) - 1] ?? "mon";
}
