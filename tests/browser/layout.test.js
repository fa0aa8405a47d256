/** Each screen fits: at 200 %, narrow, right to left; and nothing moves where somebody asked for that. */
import assert from "node:assert/strict";
import { settled } from "./harness/browser.js";
import { unreadable } from "./harness/fit.js";
import { onPage, profiles } from "./harness/index.js";
import { everyScreen, screens } from "./harness/screens.js";

for (const { name, show, profile, window } of everyScreen) {
  const { width = 1180, height = 760 } = window;
  onPage(
    `${name} can be read at 200 % and right to left`,
    { profile: profiles[profile], ...window },
    async (page) => {
      await show(page);
      await settled(page);
      assert.deepEqual(await unreadable(page), [], "at 100 %");

      await page.evaluate(() => (document.documentElement.dir = "rtl"));
      await settled(page);
      assert.deepEqual(await unreadable(page), [], "right to left");
      await page.evaluate(() => document.documentElement.removeAttribute("dir"));

      // The quick-add window grows with its page; the main one has the room that it has.
      await page.setViewportSize({ width: width / 2, height: window.label ? height * 2 : height / 2 });
      await settled(page);
      assert.deepEqual(await unreadable(page), [], "at 200 %");
    },
  );
}

onPage("right to left is a mirror", {}, async (page) => {
  await screens.today(page);
  const places = () =>
    page.evaluate(() => {
      const middle = (selector) => {
        const { left, right } = document.querySelector(selector).getBoundingClientRect();
        return Math.round((left + right) / 2);
      };
      return ["nav", "main", "aside", "main [role=row] [role=checkbox]", "main [role=row] .when"].map(middle);
    });
  const before = await places();
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await settled(page);
  const mirrored = (await places()).map((middle) => 1180 - middle);
  for (const [at, middle] of mirrored.entries())
    assert.ok(Math.abs(middle - before[at]) <= 2, `${before} and, mirrored, ${mirrored}`);
});

onPage("nothing moves with reduced motion", { reducedMotion: "reduce" }, async (page) => {
  await screens.today(page);
  // What moves is noticed from the first moment on, however short it is.
  await page.evaluate(() => {
    window.moved = [];
    const lasts = (each) => each.effect.getComputedTiming().activeDuration > 0;
    const note = ({ target, propertyName, animationName }) => {
      if (target.getAnimations().some(lasts))
        window.moved.push(`${propertyName ?? animationName} of ${target.className}`);
    };
    for (const type of ["transitionstart", "animationstart"]) document.addEventListener(type, note, true);
  });
  await screens.toast(page);
  await page.getByRole("row").nth(3).hover();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("textbox", { name: "Add a task" }).fill("Pay rent tomorrow");
  await page.getByRole("button", { name: /Keep “tomorrow”/ }).waitFor();
  await settled(page);
  assert.deepEqual(await page.evaluate(() => window.moved), []);
});
