/** What a person puts where, so that an MCP client starts our server. Text for text as each client reads it. */
import type { McpServer } from "../ipc/bindings/McpServer";

export type Platform = "linux" | "macos" | "windows";

export type Connection = {
  name: string;
  /** Where the text goes; null where it is a command for the terminal. */
  file: string | null;
  text: string;
};

/** The system that the window runs on. */
export function platform(): Platform {
  if (navigator.platform.startsWith("Mac")) return "macos";
  return navigator.platform.startsWith("Win") ? "windows" : "linux";
}

/** A word of a command line, quoted where the shell would read more into it. */
export function quoted(word: string, on: Platform): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (on === "windows") return /^[\w@+=:,./\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Where each client keeps its configuration. */
const files = {
  claude: {
    linux: "~/.config/Claude/claude_desktop_config.json",
    macos: "~/Library/Application Support/Claude/claude_desktop_config.json",
    windows: "%APPDATA%\\Claude\\claude_desktop_config.json",
  },
  code: {
    linux: "~/.config/Code/User/mcp.json",
    macos: "~/Library/Application Support/Code/User/mcp.json",
    windows: "%APPDATA%\\Code\\User\\mcp.json",
  },
} as const;

export const clientIds = ["claude", "claude_code", "cursor", "code", "codex", "gemini"] as const;
export type ClientId = (typeof clientIds)[number];

/** How each client is connected. */
export function connections({ command, args }: McpServer, on: Platform): Record<ClientId, Connection> {
  const servers = json({ mcpServers: { "calm-orbit": { command, args } } });
  const line = [command, ...args].map((word) => quoted(word, on)).join(" ");
  // Strings of JSON are strings of TOML, too.
  const toml = [
    "[mcp_servers.calm-orbit]",
    `command = ${JSON.stringify(command)}`,
    `args = [${args.map((arg) => JSON.stringify(arg)).join(", ")}]`,
  ];
  return {
    claude: { name: "Claude Desktop", file: files.claude[on], text: servers },
    claude_code: {
      name: "Claude Code",
      file: null,
      text: `claude mcp add --scope user calm-orbit -- ${line}`,
    },
    cursor: { name: "Cursor", file: "~/.cursor/mcp.json", text: servers },
    code: {
      name: "VS Code",
      file: files.code[on],
      text: json({ servers: { "calm-orbit": { type: "stdio", command, args } } }),
    },
    codex: { name: "Codex", file: "~/.codex/config.toml", text: toml.join("\n") },
    gemini: { name: "Gemini CLI", file: "~/.gemini/settings.json", text: servers },
  };
}
