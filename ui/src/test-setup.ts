import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// What browsers have and jsdom lacks. A document's own window is another object than the tests' global one.
for (const window of [globalThis, document.defaultView]) {
  if (window && (window as { CSS?: unknown }).CSS === undefined)
    Object.assign(window, { CSS: { escape: (name: string) => name.replace(/[^\w-]/g, "\\$&") } });
}
