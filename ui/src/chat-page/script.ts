/** Loading ChatKit's script, which defines its element. */

/** How long the script may take, in milliseconds. */
export const SCRIPT_LIMIT = 8000;

const ELEMENT = "openai-chatkit";

/**
 * Adds the script; resolves once the element is defined. Rejects when it can't be loaded, is blocked, throws, or
 * takes longer than `limit`.
 */
export function loadScript(address: string, limit = SCRIPT_LIMIT): Promise<void> {
  const script = document.createElement("script");
  const attempt = new AbortController();
  return new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(why));
    const timer = setTimeout(() => fail(`No ChatKit after ${limit / 1000} s.`), limit);
    attempt.signal.addEventListener("abort", () => clearTimeout(timer));
    const options = { signal: attempt.signal };
    script.addEventListener("error", () => fail("The script could not be loaded."), options);
    // An error inside the script. Of one from another origin a browser says neither place nor words.
    window.addEventListener(
      "error",
      ({ filename, message }) => {
        if (filename === script.src || filename === "") fail(`The script failed: ${message}`);
      },
      options,
    );
    customElements.whenDefined(ELEMENT).then(() => resolve(), reject);
    // It finds its own address by `document.currentScript`: a classic script, not a module.
    script.async = true;
    script.src = address;
    document.head.append(script);
  }).finally(() => attempt.abort());
}
