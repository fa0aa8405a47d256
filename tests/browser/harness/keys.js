/** The keyboard, as somebody has it who has no mouse: after each key it must be clear what it acts on. */
import assert from "node:assert/strict";

/** What has the keyboard: its role, name and state; fails where nothing has it, or nobody could see what. */
export function focused(page) {
  return page.evaluate(() => {
    const on = document.activeElement;
    if (on === null || on === document.body || on === document.documentElement) return null;
    // A line of the list shows it on what is in it.
    const outlined = (each) => getComputedStyle(each).outlineStyle !== "none";
    // Where one types the caret shows it; a container that only passes the keyboard on need not.
    const shown =
      on.matches("input, textarea, [contenteditable]") ||
      [on, ...on.querySelectorAll("*")].some(outlined) ||
      on.matches("main, aside, [role=treegrid], [role=dialog], [role=alertdialog]");
    const box = on.getBoundingClientRect();
    return {
      element: `${on.tagName.toLowerCase()}${on.role ? `[${on.role}]` : ""}`,
      name: on.ariaLabel ?? on.textContent.trim().slice(0, 60),
      shown,
      inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

/**
 * The same, once something in sight has it: what opens or closes passes the keyboard on in the next turn of the page. What
 * there is after 10 s, where nothing has it by then.
 */
async function settled(page) {
  const inSight = () => {
    const on = document.activeElement;
    const box = on.getBoundingClientRect();
    return (
      on !== document.body &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth
    );
  };
  const end = Date.now() + 10_000;
  for (;;) {
    await page
      .waitForFunction(inSight, undefined, { timeout: Math.max(1, end - Date.now()) })
      .catch(() => {});
    const on = await focused(page);
    if (on?.inSight || Date.now() >= end) return on;
  }
}

/** Presses keys one after the other; after each the focus is somewhere, in sight, and can be seen. */
export async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    const on = await settled(page);
    assert.ok(on, `after ${key} nothing has the keyboard`);
    assert.ok(on.inSight, `after ${key} ${on.element} “${on.name}” has the keyboard, out of sight`);
    assert.ok(on.shown, `after ${key} ${on.element} “${on.name}” has the keyboard, and nothing shows it`);
  }
}

/** Types words where the keyboard is. */
export async function type(page, words) {
  await page.keyboard.type(words);
  assert.ok(await focused(page), "nothing has the keyboard");
}
