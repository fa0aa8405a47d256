/** Around all of the window: when something in it fails, it says so, and what was being typed isn't lost. */
import { Component, type ReactNode } from "react";
import { failureOf } from "../ipc/failure";
import { Broken } from "./Broken";
import { windowReady } from "./windowReady";

type State = { failure: string; typed: string[] } | null;

/** What stands in the fields of the window, while they are still there. */
function typedNow(): string[] {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea, input:not([type]), input[type=text]",
  );
  const words = [...fields].map((field) => field.value.trim()).filter((value) => value !== "");
  return [...new Set(words)];
}

export class Boundary extends Component<{ children: ReactNode }, { broken: State }> {
  override state: { broken: State } = { broken: null };

  static getDerivedStateFromError(thrown: unknown): { broken: State } {
    // Called before the page changes, so the fields still have their words.
    return { broken: { failure: failureOf(thrown).message, typed: typedNow() } };
  }

  override componentDidCatch(): void {
    void windowReady();
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return <Broken failure={broken.failure} typed={broken.typed} onReload={() => window.location.reload()} />;
  }
}
