/**
 * What the main window and the chat page in its frame say to each other: a closed set of messages.
 * Whatever doesn't fit, field for field, is dropped by whoever receives it. The page runs
 * third-party script, so nothing in a message is trusted beyond what its schema says.
 */
import * as v from "valibot";

/** Raised when a message changes: the window and a page of another build don't understand each other. */
export const PROTOCOL = 2;

const short = v.pipe(v.string(), v.maxLength(200));
const words = v.pipe(v.string(), v.maxLength(2000));
const call = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Data of a tool or an effect; its size is limited where it is used. */
const data = v.record(v.string(), v.unknown());

/** Why ChatKit can't be shown. */
export const failures = [
  /** The script didn't load: no network, blocked, or an error in it. */
  "script",
  /** It loaded, but ChatKit never became ready. */
  "never_ready",
  /** ChatKit took itself off the page, as it does when it won't run here. */
  "unmounted",
  /** ChatKit reported an error that it doesn't come back from. */
  "fatal",
  /** Hosted ChatKit got no session. */
  "no_session",
] as const;

const entity = v.strictObject({
  id: short,
  title: v.pipe(v.string(), v.maxLength(500)),
  icon: v.optional(short),
  group: v.optional(short),
  interactive: v.optional(v.boolean()),
  data: v.optional(v.record(v.string(), v.string())),
});
export type EntityMessage = v.InferOutput<typeof entity>;

const theme = v.strictObject({
  scheme: v.picklist(["light", "dark"]),
  /** Colours as `#rrggbb`. */
  accent: short,
  background: short,
  foreground: short,
  density: v.picklist(["compact", "normal", "spacious"]),
  /** Of the text, in pixels. */
  baseSize: v.picklist([14, 15, 16, 17, 18]),
  fontFamily: short,
});

/** How ChatKit is to look and what it offers; each message of them replaces the ones before. */
const options = v.strictObject({
  /** A BCP 47 tag. */
  locale: short,
  theme,
  greeting: words,
  placeholder: short,
  disclaimer: words,
  frameTitle: short,
  prompts: v.array(v.strictObject({ label: short, prompt: words, icon: short })),
});
export type ChatOptions = v.InferOutput<typeof options>;

const fromPage = v.variant("type", [
  /** The page is there and wants its ticket. */
  v.strictObject({ type: v.literal("hello"), protocol: v.number() }),
  /** ChatKit is on the screen. */
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("failed"), reason: v.picklist(failures), detail: words }),
  /** Another thread is shown; `null` for a new one. */
  v.strictObject({ type: v.literal("thread"), thread: v.nullable(short) }),
  /** An answer is under way, or a thread loads. */
  v.strictObject({ type: v.literal("busy"), busy: v.boolean() }),
  /** Something went wrong that ChatKit itself has shown. */
  v.strictObject({ type: v.literal("error"), name: short, message: words }),
  v.strictObject({ type: v.literal("effect"), name: short, data }),
  /** The person wants to see something that was mentioned. */
  v.strictObject({ type: v.literal("open"), entity: short }),
  /** A key that the page has no use for. */
  v.strictObject({
    type: v.literal("key"),
    key: short,
    ctrlKey: v.boolean(),
    metaKey: v.boolean(),
    shiftKey: v.boolean(),
    altKey: v.boolean(),
  }),
  /** A button in ChatKit's header. */
  v.strictObject({ type: v.literal("header"), action: v.picklist(["settings", "close"]) }),
  // Each of these is answered once, under its number.
  v.strictObject({ type: v.literal("secret"), call, current: v.nullable(words) }),
  v.strictObject({ type: v.literal("tool"), call, name: short, params: data }),
  v.strictObject({ type: v.literal("tags"), call, query: short }),
  v.strictObject({ type: v.literal("preview"), call, entity: short }),
]);
export type FromPage = v.InferOutput<typeof fromPage>;

const toPage = v.variant("type", [
  /** Begin. Hosted ChatKit needs no ticket and gets none. */
  v.strictObject({
    type: v.literal("start"),
    api: v.variant("kind", [
      v.strictObject({ kind: v.literal("device"), ticket: short }),
      v.strictObject({ kind: v.literal("hosted") }),
    ]),
    /** The thread to show first; `null` for a new one. */
    thread: v.nullable(short),
    options,
  }),
  v.strictObject({ type: v.literal("options"), options }),
  v.strictObject({ type: v.literal("thread"), thread: v.nullable(short) }),
  v.strictObject({ type: v.literal("focus") }),
  /** Put these words where one writes; they are not sent. */
  v.strictObject({ type: v.literal("compose"), words }),
  v.strictObject({ type: v.literal("answer"), call, value: v.unknown() }),
  v.strictObject({ type: v.literal("refusal"), call, message: words }),
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** A message of the page, or `null` for anything else. */
export function readFromPage(message: unknown): FromPage | null {
  const read = v.safeParse(fromPage, message);
  return read.success ? read.output : null;
}

/** A message of the window, or `null` for anything else. */
export function readToPage(message: unknown): ToPage | null {
  const read = v.safeParse(toPage, message);
  return read.success ? read.output : null;
}

/** What `tags` is answered with. */
export function readEntities(value: unknown): EntityMessage[] | null {
  const read = v.safeParse(v.array(entity), value);
  return read.success ? read.output : null;
}
