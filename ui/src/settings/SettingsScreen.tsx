/** The settings: a list of pages, and the page that is open. Narrow, one at a time. */
import { useEffect, useRef, useState } from "react";
import { Icon } from "../design/Icon";
import { Notice } from "../design/Notice";
import { useMedia } from "../design/useMedia";
import { useRoving } from "../design/useRoving";
import type { Failure } from "../ipc/bindings/Failure";
import { useCommand } from "../keys/registry";
import { shownKeys } from "../keys/shown";
import { text } from "../messages/en";
import { settingsText } from "../messages/settings";
import { type PageId, pageIds, pages } from "./contents";
import { SayFailure } from "./useGroup";

type Props = { page: PageId; onPage: (page: PageId) => void; onClose: () => void };

export function SettingsScreen({ page, onPage, onClose }: Props) {
  const tight = useMedia("(max-width: 719.98px)");
  // What is shown where there is room for one: the list of pages, unless one of them was asked for.
  const [inPage, setInPage] = useState(page !== "general");
  const [failure, setFailure] = useState<Failure | null>(null);
  const nav = useRef<HTMLElement>(null);
  const roving = useRoving(nav);
  const heading = useRef<HTMLHeadingElement>(null);
  const navShown = !tight || !inPage;
  const pageShown = !tight || inPage;

  // At the beginning, and when what had the keyboard went as the window became narrow.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current && document.activeElement !== document.body) return;
    begun.current = true;
    (nav.current?.querySelector<HTMLElement>("[aria-current]") ?? heading.current)?.focus();
  }, [tight]);
  const toNav = () => {
    setInPage(false);
    setTimeout(() => nav.current?.querySelector<HTMLElement>("[aria-current]")?.focus());
  };
  const toPage = (to: PageId) => {
    setFailure(null);
    onPage(to);
    setInPage(true);
    if (tight) setTimeout(() => heading.current?.focus());
  };
  useCommand("back", tight && inPage ? toNav : onClose);

  const { Page } = pages[page];
  return (
    <div className="settings">
      {navShown && (
        <nav ref={nav} className="col side" aria-label={settingsText.pages} {...roving}>
          <div className="side-scroll">
            <div className="side-top">
              <button
                type="button"
                className="side-row find"
                data-side="close"
                title={settingsText.close}
                onClick={onClose}
              >
                <Icon name="back" />
                <span className="name">{settingsText.close}</span>
                <kbd>{shownKeys("Escape")}</kbd>
              </button>
            </div>
            {pageIds.map((id) => (
              <button
                key={id}
                type="button"
                className="side-row"
                data-side={id}
                aria-current={id === page ? "page" : undefined}
                // Beside the page, whoever walks by the keys sees each; where there is room for one, Enter opens.
                onFocus={() => !tight && id !== page && toPage(id)}
                onClick={() => toPage(id)}
              >
                <span className="lead">
                  <Icon name={pages[id].icon} />
                </span>
                <span className="name">{settingsText.page[id]}</span>
              </button>
            ))}
          </div>
        </nav>
      )}
      {pageShown && (
        <main className="settings-page" aria-labelledby="settings-page">
          <div className="settings-column">
            <div className="settings-head">
              {tight && (
                <button type="button" className="ib" aria-label={settingsText.allPages} onClick={toNav}>
                  <Icon name="back" />
                </button>
              )}
              <h1 id="settings-page" ref={heading} tabIndex={-1}>
                {settingsText.page[page]}
              </h1>
            </div>
            {failure !== null && (
              <Notice
                actions={
                  <button type="button" className="btn" onClick={() => setFailure(null)}>
                    {text.dismiss}
                  </button>
                }
              >
                {failure.message}
              </Notice>
            )}
            <SayFailure value={setFailure}>
              <Page key={page} />
            </SayFailure>
          </div>
        </main>
      )}
    </div>
  );
}
