/** When a week begins. */
import { locale } from "../messages/locale";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A weekday, as calendars of react-aria name it. */
export type Weekday = (typeof WEEKDAYS)[number];

/** What a person chose: as is usual where they are, or a day. */
export type WeekStart = "locale" | "monday" | "saturday" | "sunday";

/** The first day of the week; Monday where the engine does not know what is usual. */
export function firstDayOfWeek(choice: WeekStart = "locale", tag = locale()): Weekday {
  if (choice === "monday") return "mon";
  if (choice === "saturday") return "sat";
  if (choice === "sunday") return "sun";
  const known: Partial<Intl.Locale> = new Intl.Locale(tag);
  return WEEKDAYS[(known.getWeekInfo?.().firstDay ?? 1) - 1] ?? "mon";
}
