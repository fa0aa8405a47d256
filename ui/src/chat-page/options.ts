/** All of ChatKit's options. `setOptions` merges nothing, so there is only ever the full set. */
import type {
  ChatKitOptions,
  CustomApiConfig,
  Entity,
  HostedApiConfig,
  StartScreenPrompt,
  Widgets,
} from "@openai/chatkit";
import { type ChatOptions, type FromPage, readEntities } from "../chat/bridge/messages";
import type { Calls } from "./calls";
import { localeFor } from "./locale";

/** How long the host may take to look something up, in milliseconds. */
const LOOK_UP = 10_000;
/** The longest name or query that a message may carry. */
const SHORT = 200;

type Parts = {
  api: CustomApiConfig | HostedApiConfig;
  /** The thread that the page began with. It stays the same, or a change of theme would leave the thread shown. */
  thread: string | null;
  options: ChatOptions;
  calls: Calls;
  send: (message: Extract<FromPage, { type: "open" | "header" }>) => void;
};

export function chatKitOptions({ api, thread, options, calls, send }: Parts): ChatKitOptions {
  const { theme } = options;
  return {
    api,
    initialThread: thread,
    locale: localeFor(options.locale),
    frameTitle: options.frameTitle,
    theme: {
      colorScheme: theme.scheme,
      radius: "soft",
      density: theme.density,
      color: {
        accent: { primary: theme.accent, level: 1 },
        surface: { background: theme.background, foreground: theme.foreground },
      },
      typography: { baseSize: theme.baseSize, fontFamily: theme.fontFamily },
    },
    header: {
      leftAction: { icon: "settings-cog", onClick: () => send({ type: "header", action: "settings" }) },
      rightAction: { icon: "close", onClick: () => send({ type: "header", action: "close" }) },
    },
    history: { enabled: true, showDelete: true, showRename: true },
    startScreen: {
      greeting: options.greeting,
      // The window names icons of ChatKit's own list.
      prompts: options.prompts as StartScreenPrompt[],
    },
    composer: { placeholder: options.placeholder },
    disclaimer: { text: options.disclaimer },
    thread: { autoScroll: true },
    threadItemActions: { feedback: true, retry: true },
    entities: {
      showComposerMenu: true,
      onTagSearch: async (query) => {
        const found = calls.ask({ type: "tags", query: query.slice(0, SHORT) }, LOOK_UP);
        return (readEntities(await found.catch(() => null)) ?? []) as Entity[];
      },
      onClick: ({ id }) => send({ type: "open", entity: id }),
      onRequestPreview: async ({ id }) => {
        if (id.length > SHORT) return { preview: null };
        const preview = await calls.ask({ type: "preview", entity: id }, LOOK_UP).catch(() => null);
        return { preview: preview as Widgets.BasicRoot | null };
      },
    },
    onClientTool: async ({ name, params }) => {
      // A person may have to be asked first: no limit.
      const result = await calls.ask({ type: "tool", name, params });
      return typeof result === "object" && result !== null ? (result as Record<string, unknown>) : { result };
    },
  };
}
