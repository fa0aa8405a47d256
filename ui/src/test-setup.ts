import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

afterEach(cleanup);

// What browsers have and jsdom lacks: lists of react-aria look their items up by it.
if (typeof (globalThis as { CSS?: unknown }).CSS === "undefined") {
  const escape = (text: string) => text.replace(/[^\w-]/gu, (letter) => `\\${letter}`);
  vi.stubGlobal("CSS", { escape, supports: () => false });
}
