/** The first day of the week: as the person chose it, or as is usual where they are. */
import { useSettings } from "../settings/useSettings";
import { firstDayOfWeek, type Weekday } from "./week";

export function useFirstDay(): Weekday {
  return firstDayOfWeek(useSettings().settings.general.first_day);
}
