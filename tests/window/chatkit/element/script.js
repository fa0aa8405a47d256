/** Where the script came from, from which the frame's address is derived. Only a classic script knows. */
export const SCRIPT = new URL(document.currentScript.src);

/** What the server of the stand-in writes in place of the word, so that tests needn't wait. */
export const SETTINGS = "%SETTINGS%";
