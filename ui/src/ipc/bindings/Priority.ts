export type Priority = "p1" | "p2" | "p3" | "p4";
