import type { Failure } from "./Failure";

export type Status = { "state": "ready", data_dir: string, version: string, } | { "state": "failed", data_dir: string, version: string, failure: Failure, };
