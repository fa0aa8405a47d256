import type { Code } from "./Code";

export type Failure = { code: Code, message: string, };
