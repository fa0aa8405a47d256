/** English, written from messages/en/broken.json by `npm run messages`. */
import { area } from "../area";

export const messages = area("broken", {
  title: "The window stopped",
  what: "Something went wrong inside the app. Your tasks are saved, up to the last change.",
  typed: "What you were typing",
  typedHint: "Copy it before you reload.",
  copy: "Copy the text",
  copied: "Copied.",
  notCopied: "It could not be copied. Select it and copy it by keyboard.",
  reload: "Reload the window",
  details: "Details",
});
