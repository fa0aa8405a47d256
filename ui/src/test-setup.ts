import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// What browsers have and jsdom lacks: lists of react-aria look their items up by it. A document's own window is
// another object than the global one of the tests.
for (const window of [globalThis, document.defaultView]) {
  if (window === null || (window as { CSS?: unknown }).CSS !== undefined) continue;
  const escape = (name: string) => name.replace(/[^\w-]/gu, (letter) => `\\${letter}`);
  Object.assign(window, { CSS: { escape, supports: () => false } });
}
