/** The shape of ChatKit's options, from its published types (@openai/chatkit 1.9.0). */
import { headerIcons, icons, locales } from "./names.js";
import { boolean, callback, either, list, maybe, number, object, oneOf } from "./shapes.js";
import { orNull, record, string } from "./shapes.js";

const icon = (value, at) =>
  typeof value === "string" && /^lucide:[a-z0-9-]+$/.test(value) ? undefined : oneOf(...icons)(value, at);

const customApi = object({
  url: string,
  domainKey: string,
  fetch: maybe(callback),
  uploadStrategy: maybe(
    either(
      (value) => (value?.type === "direct" ? directUpload : twoPhaseUpload),
      object({ type: oneOf("two_phase") }),
      object({ type: oneOf("direct"), uploadUrl: string }),
    ),
  ),
});
const twoPhaseUpload = object({ type: oneOf("two_phase") });
const directUpload = object({ type: oneOf("direct"), uploadUrl: string });
const hostedApi = object({ getClientSecret: callback });
const api = either(
  (value) => (value && typeof value === "object" && "getClientSecret" in value ? hostedApi : customApi),
  customApi,
  hostedApi,
);

const font = object({
  family: string,
  src: string,
  weight: maybe(either(() => string, string, number)),
  style: maybe(oneOf("normal", "italic", "oblique")),
  display: maybe(oneOf("auto", "block", "swap", "fallback", "optional")),
  unicodeRange: maybe(string),
});

const colorScheme = oneOf("light", "dark");
const theme = object({
  colorScheme: maybe(colorScheme),
  typography: maybe(
    object({
      baseSize: maybe(oneOf(14, 15, 16, 17, 18)),
      fontSources: maybe(list(font)),
      fontFamily: maybe(string),
      fontFamilyMono: maybe(string),
    }),
  ),
  radius: maybe(oneOf("pill", "round", "soft", "sharp")),
  density: maybe(oneOf("compact", "normal", "spacious")),
  color: maybe(
    object({
      grayscale: maybe(
        object({
          hue: number,
          tint: oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
          shade: maybe(oneOf(-4, -3, -2, -1, 0, 1, 2, 3, 4)),
        }),
      ),
      accent: maybe(object({ primary: string, level: oneOf(0, 1, 2, 3) })),
      surface: maybe(object({ background: string, foreground: string })),
    }),
  ),
});

const inputText = object({ type: oneOf("input_text"), text: string });
const inputTag = object({
  type: oneOf("input_tag"),
  text: string,
  id: string,
  group: maybe(string),
  data: maybe(record(() => undefined)),
  interactive: maybe(boolean),
});
export const userContent = list(
  either((value) => (value?.type === "input_tag" ? inputTag : inputText), inputText, inputTag),
);

const headerAction = object({ icon: oneOf(...headerIcons), onClick: callback });

const options = object({
  api,
  locale: maybe(oneOf(...locales)),
  theme: maybe(either((value) => (typeof value === "string" ? colorScheme : theme), colorScheme, theme)),
  frameTitle: maybe(string),
  initialThread: maybe(orNull(string)),
  onClientTool: maybe(callback),
  header: maybe(
    object({
      enabled: maybe(boolean),
      title: maybe(object({ enabled: maybe(boolean), text: maybe(string) })),
      leftAction: maybe(headerAction),
      rightAction: maybe(headerAction),
    }),
  ),
  history: maybe(object({ enabled: maybe(boolean), showDelete: maybe(boolean), showRename: maybe(boolean) })),
  startScreen: maybe(
    object({
      greeting: maybe(string),
      prompts: maybe(
        list(
          object({
            label: string,
            prompt: either((value) => (Array.isArray(value) ? userContent : string), string, userContent),
            icon: maybe(icon),
          }),
        ),
      ),
    }),
  ),
  threadItemActions: maybe(object({ feedback: maybe(boolean), retry: maybe(boolean) })),
  thread: maybe(object({ autoScroll: maybe(boolean) })),
  composer: maybe(
    object({
      placeholder: maybe(string),
      attachments: maybe(
        object({
          enabled: boolean,
          maxSize: maybe(either(() => number, number, record(number))),
          maxCount: maybe(number),
          accept: maybe(record(list(string))),
        }),
      ),
      tools: maybe(
        list(
          object({
            id: string,
            label: string,
            icon,
            shortLabel: maybe(string),
            placeholderOverride: maybe(string),
            pinned: maybe(boolean),
            persistent: maybe(boolean),
          }),
        ),
      ),
      models: maybe(
        list(
          object({
            id: string,
            label: string,
            description: maybe(string),
            disabled: maybe(boolean),
            default: maybe(boolean),
          }),
        ),
      ),
      dictation: maybe(object({ enabled: boolean })),
    }),
  ),
  disclaimer: maybe(object({ text: string, highContrast: maybe(boolean) })),
  entities: maybe(
    object({
      onTagSearch: maybe(callback),
      showComposerMenu: maybe(boolean),
      onClick: maybe(callback),
      onRequestPreview: maybe(callback),
    }),
  ),
  commands: maybe(object({ enabled: boolean, onSearch: maybe(callback), onSelect: maybe(callback) })),
  widgets: maybe(object({ onAction: maybe(callback) })),
});

/** What is wrong with options, or nothing. */
export function faultOf(given) {
  const fault = options(given, "options");
  if (fault !== undefined) return fault;
  if (given.composer?.attachments?.enabled && given.api.url !== undefined && !given.api.uploadStrategy) {
    return "options.api.uploadStrategy is missing, and attachments are on";
  }
  return undefined;
}

/** Throws what ChatKit throws for options that don't fit. */
export function checkOptions(given) {
  const fault = faultOf(given);
  if (fault === undefined) return;
  const error = new Error("Invalid frame params: ChatKit.create()", { cause: fault });
  error.name = "InvalidFrameParamsError";
  console.error(`${error.name}: ${error.message}`, fault);
  throw error;
}
