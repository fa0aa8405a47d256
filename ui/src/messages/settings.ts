/** What the settings say. */
import { messages } from "./generated/settings";

/** A size that a person can take in: three figures and a unit. */
function size(bytes: number): string {
  if (bytes < 1000) return messages.bytes(bytes);
  const units = [messages.kilobytes, messages.megabytes, messages.gigabytes] as const;
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const count = bytes / 1000 ** power;
  return (units[power - 1] ?? messages.gigabytes)(
    count < 10 ? Math.round(count * 10) / 10 : Math.round(count),
  );
}

export const settingsText = Object.assign(messages, { size });
