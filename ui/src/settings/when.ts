/** A moment as people write it here, with its time. */
import { locale } from "../messages/locale";

export function inFull(at: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}
