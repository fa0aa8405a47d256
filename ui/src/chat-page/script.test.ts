import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadScript } from "./script";

const ADDRESS = "https://cdn.example/chatkit.js";
const added = () => document.querySelector<HTMLScriptElement>("script[src]");

describe("ChatKit's script", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    added()?.remove();
  });

  it("is added as a classic script", () => {
    loadScript(ADDRESS).catch(() => undefined);
    expect(added()?.src).toBe(ADDRESS);
    expect(added()?.type).toBe("");
  });

  it("fails when it can't be loaded", async () => {
    const loading = loadScript(ADDRESS);
    added()?.dispatchEvent(new Event("error"));
    await expect(loading).rejects.toThrow("could not be loaded");
  });

  it.each([ADDRESS, ""])("fails when it throws, said of “%s”", async (filename) => {
    const loading = loadScript(ADDRESS);
    window.dispatchEvent(new ErrorEvent("error", { filename, message: "broken today" }));
    await expect(loading).rejects.toThrow("broken today");
  });

  it("is not to blame for the errors of others", async () => {
    const loading = loadScript(ADDRESS, 1000);
    window.dispatchEvent(new ErrorEvent("error", { filename: "http://localhost/assets/chat.js" }));
    const result = expect(loading).rejects.toThrow("No ChatKit after 1 s.");
    await vi.advanceTimersByTimeAsync(1000);
    await result;
  });

  it("has loaded once the element is there", async () => {
    const loading = loadScript(ADDRESS);
    customElements.define("openai-chatkit", class extends HTMLElement {});
    await expect(loading).resolves.toBeUndefined();
  });
});
