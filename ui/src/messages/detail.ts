/** What the detail pane says. */
import { messages } from "./generated/detail";

export const detailText = Object.assign(messages, {
  pictureOf: (alt: string) => (alt === "" ? messages.unnamedPicture : messages.picture(alt)),
});
