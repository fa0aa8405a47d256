/** Whether all words of a page can be read: none is cut off, none lies over another, nothing has to be pushed sideways. */

/** What is wrong with the words of a page, in a line each. */
export function unreadable(page) {
  return page.evaluate(() => {
    const found = [];
    const slack = 1.5; // a letter's rounding

    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide in ${innerWidth}`);

    /** Whether words may be shortened here: an ellipsis says so, and their whole is said elsewhere. */
    const shortened = (element, words) => {
      const style = getComputedStyle(element);
      const clamped = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
      if (!clamped) return false;
      // A piece of something longer, by its nature.
      if (element.closest(".snippet")) return true;
      const whole = element.closest("[title], [aria-label]");
      return whole !== null && `${whole.title} ${whole.ariaLabel ?? ""}`.includes(words.trim().slice(0, 200));
    };
    /** As for screen readers alone: a box of one pixel. */
    const tiny = (element) =>
      element !== null &&
      (getComputedStyle(element).position === "absolute" && element.offsetWidth <= 1
        ? true
        : tiny(element.parentElement));
    const hidden = (element) =>
      tiny(element) ||
      element.closest(".vh, [inert], [aria-hidden=true], svg, script, style") !== null ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const words = node.data.trim();
      const element = node.parentElement;
      if (words === "" || hidden(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        let [across, down, reached] = [true, true, true];
        for (let above = element; above !== null; above = above.parentElement) {
          const style = getComputedStyle(above);
          const edge = above.getBoundingClientRect();
          const scrolls = (axis) => ["auto", "scroll"].includes(axis);
          const clips = (axis) => axis !== "visible";
          const out = {
            x: box.left < edge.left - slack || box.right > edge.right + slack,
            y: box.top < edge.top - slack || box.bottom > edge.bottom + slack,
          };
          if (scrolls(style.overflowX)) {
            if (out.x) found.push(`“${words}” has to be pushed sideways`);
            across = false;
          }
          if (scrolls(style.overflowY)) {
            if (out.y) reached = false; // by scrolling it can be read
            down = false;
          }
          if (across && clips(style.overflowX) && out.x && !shortened(above, words))
            found.push(`“${words}” is cut at the side by ${above.className || above.tagName}`);
          if (down && clips(style.overflowY) && out.y && !shortened(above, words))
            found.push(`“${words}” is cut by ${above.className || above.tagName}`);
          if (clips(style.overflowX) && out.x) reached = false;
          if (style.position === "fixed") break;
        }
        if (across && (box.left < -slack || box.right > innerWidth + slack))
          found.push(`“${words}” reaches out of the window`);
        if (reached) seen.push({ words, element, box });
      }
    }
    // Words that lie over one another, but where something was laid over the window on purpose.
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        if (one.element === other.element) continue;
        const layer = (each) =>
          each.closest("[role=dialog], [role=alertdialog], .toast, .over, .pop, .sheet");
        if (layer(one.element) !== layer(other.element)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 2 && height > 4) found.push(`“${one.words}” and “${other.words}” lie over one another`);
      }
    }
    return [...new Set(found)];
  });
}
