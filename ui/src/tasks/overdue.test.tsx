import { render, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Overview } from "../ipc/bindings/Overview";
import { type Commands, CommandProvider, useCommands } from "../keys/registry";
import { task } from "./sample.test-data";
import { useOverdueToToday } from "./useOverdueToToday";

const ids = ["01890000-0000-7000-8000-000000000001", "01890000-0000-7000-8000-000000000002"];
vi.mock("../ipc/host", () => ({
  call: (name: string) =>
    Promise.resolve(
      name === "view_ids"
        ? Uint8Array.from(
            ids.flatMap((id) =>
              (id.replaceAll("-", "").match(/../g) ?? []).map((byte) => parseInt(byte, 16)),
            ),
          ).buffer
        : [task({ id: ids[0] ?? "" }), task({ id: ids[1] ?? "", completed_at: "2026-11-21T08:00:00Z" })],
    ),
}));

it("takes what is overdue and open to today, and can't where nothing is", async () => {
  const edited: unknown[] = [];
  let commands: Commands | null = null;
  function Stage({ overdue }: { overdue: number }) {
    const now = useCommands();
    useOverdueToToday({ overdue } as Overview, "2026-11-21", {
      say: () => undefined,
      edit: (...args) => {
        edited.push(args.slice(0, 2));
        return Promise.resolve(null);
      },
    });
    return (
      <button ref={() => void (commands = now)} type="button">
        A window
      </button>
    );
  }
  const page = (overdue: number) => (
    <CommandProvider>
      <Stage overdue={overdue} />
    </CommandProvider>
  );
  const { rerender } = render(page(0));
  expect((commands as Commands | null)?.can("overdue_to_today")).toBe(false);
  rerender(page(1));
  (commands as Commands | null)?.run("overdue_to_today");
  await waitFor(() => expect(edited).toEqual([[[ids[0]], { due: "2026-11-21", keep_time: true }]]));
});
