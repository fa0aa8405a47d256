/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { licences } from "./scripts/licences/plugin.ts";
import { pseudoMessages } from "./scripts/messages/plugin.ts";

export default defineConfig({
  base: "./",
  plugins: [react(), pseudoMessages(), licences()],
  build: {
    // The main window, the chat page that stands in its frame, the quick-add window.
    rolldownOptions: { input: ["index.html", "chat.html", "quick-add.html"] },
    target: ["safari26", "chrome140"],
    // The content security policy knows files only: nothing is inlined, as code or as data.
    assetsInlineLimit: 0,
    // One local file, read from the package: its size is no download.
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
  },
  server: { port: 1420, strictPort: true },
  test: { environment: "jsdom", testTimeout: 20_000, setupFiles: ["src/test-setup.ts"], restoreMocks: true },
});
