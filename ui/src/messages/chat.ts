/** What the built-in chat panel says in English. */
import { counted } from "./count";

export const chatText = {
  // The conversation
  conversation: "Conversation",
  working: "Working",
  olderMessages: "Show earlier messages",
  youSaid: "You said",
  promptsLabel: "Things to try",
  greeting: "Hi! I can help you manage your tasks. Try asking what’s due, or tell me what to add.",
  streamError: "The answer was cut off. What was done before that is saved.",
  notSent: "Not sent. Your words are back in the field.",
  steps: (count: number) => counted(count, "step", "steps"),
  thought: (seconds: number) => `Thought for ${counted(seconds, "second", "seconds")}`,
  thinking: "Thinking",
  answerElsewhere: "An answer is under way",
  quoted: "Quoted",
  showSource: (title: string) => `Show: ${title}`,
  sources: "Sources",
  attached: (name: string) => `Attached: ${name}`,
  image: "An image was made here. This chat loads no images.",
  picture: (alt: string) =>
    alt === "" ? "A picture, not loaded here" : `A picture, not loaded here: ${alt}`,
  imageWorking: "Making an image",
  fileRead: "Read a file",
  usedTool: (name: string) => `Used ${name}`,
  usingTool: (name: string) => `Uses ${name}`,

  // On an answer
  answerActs: "This answer",
  copy: "Copy the answer",
  copied: "Copied.",
  notCopied: "The answer could not be copied. Select its words and copy them by keyboard.",
  good: "Good answer",
  bad: "Bad answer",
  retry: "Answer again",
  undo: "Undo",
  undoOf: (what: string) => `Undo: ${what}`,
  undone: "Undone",
  changedTasks: "Changed your tasks",

  // Questions of the assistant
  questions: "Questions of the assistant",
  skipped: "Skipped",
  answer: "Answer",
  skip: "Skip",

  // Widgets of the assistant
  showMore: "Show more",
  openEntry: "Open",
  pageOnly: "Only the page that this was made for can do that, so it doesn’t work here.",

  // Mentions
  mention: "Mention a task, list or tag",
  mentions: "Tasks, lists and tags",
  mentionsFound: (count: number) => counted(count, "suggestion", "suggestions"),

  // Where one writes
  ask: "Ask me to manage your tasks…",
  send: "Send",
  stop: "Stop",
  answersFrom: "Answers come from this computer.",
  answersFromOpenAi: "Answers come from OpenAI.",
  chatLocked: "This chat is closed to new messages.",

  // Why it is the built-in panel
  why: {
    environment:
      "ROLLBACK_CHAT is set, so this is the built-in chat, with the same conversations. Start Calm Orbit without it to use ChatKit.",
    setting: "This is the built-in chat, as the settings say.",
    backend: "Your backend asks for the built-in chat for now. The conversations are the same.",
    rollout:
      "ChatKit has not come to this computer yet. This is the built-in chat, with the same conversations.",
    no_page:
      "The chat page could not be served on this computer, so this is the built-in chat, with the same conversation.",
    not_loaded: "The chat page did not load. This is the built-in chat with the same conversation.",
    script: "The chat service could not be reached. This is the built-in chat with the same conversation.",
    offline: "This computer is offline. This is the built-in chat with the same conversation.",
    back_online: "This computer is online again, so ChatKit can be tried.",
    never_ready: "ChatKit did not get ready in time. This is the built-in chat with the same conversation.",
    unmounted: "ChatKit would not run here. This is the built-in chat with the same conversation.",
    fatal: (detail: string) =>
      detail === ""
        ? "ChatKit stopped. This is the built-in chat with the same conversation."
        : `ChatKit stopped: ${detail} This is the built-in chat with the same conversation.`,
    no_session: (message: string) => `${message} Until then, answers come from this computer.`,
  },
  keepBuiltIn: "Keep this one",

  // What the chat page is answered with
  tooManyQuestions: "Too many questions at once.",
  notHosted: "This chat is answered by this computer. It has no sessions and no tools.",
  personRefused: "The person did not agree. Nothing was changed.",

  // What happened in ChatKit, said in the window
  assistantChanged: "The assistant changed your tasks.",
  notFound: "What was mentioned is not there any more.",

  // Earlier chats
  untitledChat: "New chat",
  noChats: "No earlier chats",
  noChatsHint: "What you talk about is kept here, on this computer.",
  chatList: "Chats",
  openChat: (title: string) => `Open: ${title}`,
  renameChat: (title: string) => `Rename: ${title}`,
  deleteChat: (title: string) => `Delete: ${title}`,
  chatTitle: "Name of the chat",
  reallyDelete: (title: string) => `Delete “${title}” for good?`,
  deleteIt: "Delete it",
  keepIt: "Keep it",
  moreChats: "Show more chats",
} as const;
