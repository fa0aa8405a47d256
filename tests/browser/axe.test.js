/** No screen breaks a rule of axe, in any theme. */
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { settled, themes, wear } from "./harness/browser.js";
import { onPage, profiles } from "./harness/index.js";
import { everyScreen } from "./harness/screens.js";

/** What axe has against a page, in a line each. `rules` are all if none are named. */
async function complaints(page, rules) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
  );
}

const ofColours = ["color-contrast", "link-in-text-block"];

for (const { name, show, profile, window } of everyScreen) {
  onPage(name, { profile: profiles[profile], ...window }, async (page) => {
    await show(page);
    await settled(page);
    assert.deepEqual(await complaints(page), []);
    // All that another theme changes is colours.
    for (const theme of themes.slice(1)) {
      await wear(page, theme);
      assert.deepEqual(await complaints(page, ofColours), [], theme);
    }
    await page.emulateMedia({ forcedColors: "active" });
    await settled(page);
    assert.deepEqual(await complaints(page, ofColours), [], "forced colours");
  });
}
