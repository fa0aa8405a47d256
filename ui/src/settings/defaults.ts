/** The settings of someone who has chosen nothing; the same as in `crates/host/src/settings`. */
import type { AllSettings } from "../ipc/bindings/AllSettings";

export const defaults: AllSettings = {
  general: {
    first_day: "locale",
    close_to_tray: true,
    start_at_login: false,
    single_keys: true,
    welcomed: false,
  },
  appearance: { theme: "system", accent: "own", density: "comfortable", motion: "system", zoom: 100 },
  quick_add: { shortcut: "CommandOrControl+Shift+Space" },
  reminders: {
    on: true,
    all_day: "09:00:00",
    at_due: true,
    quiet: null,
    paused_until: null,
    sound: true,
  },
  updates: { look: true, channel: "stable" },
};
