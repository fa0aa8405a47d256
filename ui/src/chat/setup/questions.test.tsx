import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { AskLink } from "./AskLink";
import { AskTool } from "./AskTool";
import { HostedBanner } from "./HostedBanner";

describe("a question of the assistant", () => {
  const question = "14 completed tasks of Errands go to the trash.";
  const agree = "Move 14 to the trash";

  /** A pane whose field may have the keyboard when the question comes; another field is elsewhere. */
  function Window({ onAnswer }: { onAnswer: (agreed: boolean) => void }) {
    const [asked, setAsked] = useState(false);
    return (
      <>
        <input aria-label="Elsewhere" onChange={() => setAsked(true)} />
        <aside className="pane">
          <input aria-label="In the chat" onChange={() => setAsked(true)} />
          {asked && (
            <AskTool
              question={question}
              agree={agree}
              onAnswer={(agreed) => {
                setAsked(false);
                onAnswer(agreed);
              }}
            />
          )}
        </aside>
      </>
    );
  }

  it("gives the keyboard to the safe answer, which Escape gives too, and then back", async () => {
    const onAnswer = vi.fn();
    const outer = vi.fn();
    window.addEventListener("keydown", outer);
    render(<Window onAnswer={onAnswer} />);
    const field = screen.getByLabelText("In the chat");
    await userEvent.type(field, "x");
    const dialog = screen.getByRole("alertdialog", { name: "The assistant asks" });
    expect(document.getElementById(dialog.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      question,
    );
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Leave it as it is" }));
    outer.mockClear();
    await userEvent.keyboard("{Escape}");
    window.removeEventListener("keydown", outer);
    expect(outer).not.toHaveBeenCalled();
    expect(onAnswer.mock.calls).toEqual([[false]]);
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, "y");
    await userEvent.keyboard("{Enter}");
    expect(onAnswer.mock.calls).toEqual([[false], [false]]);
  });

  it("is agreed to by its own verb", async () => {
    const onAnswer = vi.fn();
    render(<Window onAnswer={onAnswer} />);
    await userEvent.type(screen.getByLabelText("In the chat"), "x");
    await userEvent.click(screen.getByRole("button", { name: agree }));
    expect(onAnswer.mock.calls).toEqual([[true]]);
  });

  it("doesn't take the keyboard from who writes elsewhere", async () => {
    const onAnswer = vi.fn();
    render(<Window onAnswer={onAnswer} />);
    const elsewhere = screen.getByLabelText<HTMLInputElement>("Elsewhere");
    await userEvent.type(elsewhere, "buy milk{Enter}");
    expect(screen.getByRole("alertdialog")).toBeTruthy();
    expect(document.activeElement).toBe(elsewhere);
    expect(elsewhere.value).toBe("buy milk");
    expect(onAnswer).not.toHaveBeenCalled();
  });
});

describe("a link from the chat", () => {
  it("says where it goes before it opens", async () => {
    const onAnswer = vi.fn();
    render(<AskLink address="https://good.example@evil.example/path?a=b" onAnswer={onAnswer} />);
    expect(screen.getByText(/This opens evil\.example in your browser/)).toBeTruthy();
    expect(screen.getByText("https://good.example@evil.example/path?a=b")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Open in the browser" }));
    await userEvent.click(screen.getByRole("button", { name: "Stay here" }));
    expect(onAnswer.mock.calls).toEqual([[true], [false]]);
  });

  it("says that a connection is not encrypted, and writes foreign letters as they are sent", () => {
    render(<AskLink address="http://аpple.com/" onAnswer={() => undefined} />);
    expect(screen.getByText(/xn--.*not encrypted/)).toBeTruthy();
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "not an address"])(
    "%s can't be opened",
    async (address) => {
      const onAnswer = vi.fn();
      render(<AskLink address={address} onAnswer={onAnswer} />);
      expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Close"]);
      await userEvent.click(screen.getByRole("button", { name: "Close" }));
      expect(onAnswer.mock.calls).toEqual([[false]]);
    },
  );
});

describe("trouble with hosted ChatKit", () => {
  it("leads to sign-in where that helps", async () => {
    const onSignIn = vi.fn();
    render(
      <HostedBanner
        failure={{ code: "sign_in", message: "The token is no longer valid." }}
        onRetry={() => undefined}
        onSignIn={onSignIn}
      />,
    );
    expect(screen.getByRole("alert").textContent).toContain("The token is no longer valid.");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(onSignIn).toHaveBeenCalledOnce();
  });

  it("tries again once at a time, and keeps the keyboard meanwhile", async () => {
    let end = () => {};
    const onRetry = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    render(
      <HostedBanner
        failure={{ code: "rate_limited", message: "Too many requests. Try again after 10:42." }}
        onRetry={onRetry}
        onSignIn={() => undefined}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    const trying = screen.getByRole("button", { name: "Trying again" });
    expect(document.activeElement).toBe(trying);
    await userEvent.click(trying);
    expect(onRetry).toHaveBeenCalledOnce();
    end();
    expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Chat settings" })).toBeTruthy();
  });
});
