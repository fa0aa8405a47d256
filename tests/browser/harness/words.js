/** What a page says in plain letters while it speaks a pseudo-language, which has none. */

/**
 * Words that are said in a language that there is: react-aria has its own texts in thirty languages, by the window's
 * locale; a pseudo-language is none of them.
 */
const ariaSays = ["Dismiss", "Selected Time", "hour", "minute", "Next", "Previous", "Today", "selected"];

/**
 * The words in plain letters, in view or for screen readers. What no language changes doesn't count: keys, paths and
 * commands, what others have named (`bdi`), names of days and months, which Intl writes, and what the host says of a
 * failure (`alert`).
 */
export function plain(page) {
  return page.evaluate((known) => {
    const locale = document.documentElement.lang;
    const written = (options, dates) =>
      dates.map((date) => new Intl.DateTimeFormat(locale, options).format(date));
    const days = Array.from({ length: 7 }, (_, at) => new Date(2026, 0, at + 1));
    const months = Array.from({ length: 12 }, (_, at) => new Date(2026, at, 1));
    const calendar = ["long", "short"].flatMap((length) => [
      ...written({ weekday: length }, days),
      ...written({ month: length }, months),
    ]);
    const names = new Set([...calendar, "AM", "PM", ...known.flatMap((words) => words.split(" "))]);

    const found = new Set();
    const look = (text, where) => {
      const words = text.match(/[a-z]{2,}/giu) ?? [];
      if (words.some((word) => !names.has(word))) found.add(`${where}: ${text.trim()}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element.closest("script, style, kbd, pre, code, bdi, .path, [role=alert]") === null)
        look(walker.currentNode.data, element.className || element.tagName);
    }
    const attributes = ["label", "description", "roledescription", "valuetext"].map((name) => `aria-${name}`);
    for (const name of [...attributes, "title", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`)) look(element.getAttribute(name), name);
    if (document.title !== "Calm Orbit") look(document.title, "the page’s title");
    return [...found];
  }, ariaSays);
}
