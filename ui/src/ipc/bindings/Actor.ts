export type Actor = { "kind": "person" } | { "kind": "assistant" } | { "kind": "client", name: string, } | { "kind": "device", name: string, } | { "kind": "server" };
