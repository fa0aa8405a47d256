import { expect, it } from "vitest";
import { clientIds, connections, quoted } from "./connections";

const server = { command: "/opt/Calm Orbit/calm-orbit", args: ["--data-dir", "/tmp/it's", "mcp"] };

it("quotes what a shell would read more into", () => {
  expect(quoted("/usr/bin/calm-orbit", "linux")).toBe("/usr/bin/calm-orbit");
  expect(quoted("/opt/Calm Orbit/x", "macos")).toBe("'/opt/Calm Orbit/x'");
  expect(quoted("it's", "linux")).toBe(`'it'\\''s'`);
  expect(quoted("C:\\Tasks\\calm-orbit.exe", "windows")).toBe("C:\\Tasks\\calm-orbit.exe");
  expect(quoted("C:\\Calm Orbit\\x.exe", "windows")).toBe('"C:\\Calm Orbit\\x.exe"');
});

it("writes each client's configuration as that client reads it", () => {
  const all = connections(server, "linux");
  for (const id of ["claude", "cursor", "gemini"] as const) {
    expect(JSON.parse(all[id].text)).toEqual({ mcpServers: { "calm-orbit": server } });
  }
  expect(JSON.parse(all.code.text)).toEqual({ servers: { "calm-orbit": { type: "stdio", ...server } } });
  expect(all.codex.text).toBe(
    '[mcp_servers.calm-orbit]\ncommand = "/opt/Calm Orbit/calm-orbit"\nargs = ["--data-dir", "/tmp/it\'s", "mcp"]',
  );
  expect(all.claude_code).toEqual({
    name: "Claude Code",
    file: null,
    text: `claude mcp add --scope user calm-orbit -- '/opt/Calm Orbit/calm-orbit' --data-dir '/tmp/it'\\''s' mcp`,
  });
  expect(clientIds.filter((id) => all[id].name === "")).toEqual([]);
});

it("knows where each system keeps them", () => {
  expect(connections(server, "windows").claude.file).toBe("%APPDATA%\\Claude\\claude_desktop_config.json");
  expect(connections(server, "macos").code.file).toContain("Library/Application Support");
});
