/** The window around the page: when it opens, how it looks, how high it is. */
import { type RefObject, useEffect, useRef } from "react";
import { dress, onSystemTheme, systemWish } from "../design/theme";
import type { Failure } from "../ipc/bindings/Failure";
import type { QuickAddMessage } from "../ipc/bindings/QuickAddMessage";
import { call, channel } from "../ipc/host";

type Heard = {
  /** `at` is the time of it, as events have theirs. */
  onOpen: (link: string | null, at: number) => void;
  onFailed: (failure: Failure) => void;
  /** The draft that was kept. */
  onDraft: (draft: string) => void;
};

/** Hears what the host says, from now on. */
export function useMessages(heard: Heard): void {
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => {
    let undress = () => {};
    const on_message = channel<QuickAddMessage>((message) => {
      switch (message.kind) {
        case "open":
          latest.current.onOpen(message.link, performance.now());
          return;
        case "failed":
          latest.current.onFailed(message.failure);
          return;
        case "look":
          undress();
          undress = follow(message);
      }
    });
    call("quick_add_listen", { on_message }).then(
      (draft) => latest.current.onDraft(draft),
      // The window says why when it opens.
      () => undefined,
    );
  }, []);
}

type Look = Extract<QuickAddMessage, { kind: "look" }>;

/** Makes the document look as the settings and the system say; gives back what ends that. */
function follow({ appearance, surroundings }: Look): () => void {
  const apply = () => {
    const wish = systemWish();
    const contrast = wish.contrast || surroundings.contrast;
    dress(document.documentElement, appearance, { ...wish, contrast }, surroundings.accent);
  };
  apply();
  return onSystemTheme(apply);
}

/** Has the window be as high as an element. */
export function useFit(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize;
      // Without an answer the window scrolls.
      if (height !== undefined) call("quick_add_fit", { height }).catch(() => undefined);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
}
