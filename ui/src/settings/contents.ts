/** The pages of the settings, in their order. */
import type { ComponentType } from "react";
import type { IconName } from "../design/Icon";
import { AboutPage } from "./pages/AboutPage";
import { AppearancePage } from "./pages/AppearancePage";
import { ChatPage } from "./pages/ChatPage";
import { ClientsPage } from "./pages/ClientsPage";
import { DataPage } from "./pages/DataPage";
import { GeneralPage } from "./pages/GeneralPage";
import { ListsPage } from "./pages/ListsPage";
import { RemindersPage } from "./pages/RemindersPage";
import { ShortcutsPage } from "./pages/ShortcutsPage";
import { UpdatesPage } from "./pages/UpdatesPage";

export const pages = {
  general: { icon: "settings", Page: GeneralPage },
  appearance: { icon: "look", Page: AppearancePage },
  shortcuts: { icon: "keys", Page: ShortcutsPage },
  reminders: { icon: "bell", Page: RemindersPage },
  lists: { icon: "all", Page: ListsPage },
  chat: { icon: "chat", Page: ChatPage },
  clients: { icon: "plug", Page: ClientsPage },
  data: { icon: "data", Page: DataPage },
  updates: { icon: "update", Page: UpdatesPage },
  about: { icon: "info", Page: AboutPage },
} as const satisfies Record<string, { icon: IconName; Page: ComponentType }>;

export type PageId = keyof typeof pages;
export const pageIds = Object.keys(pages) as readonly PageId[];
