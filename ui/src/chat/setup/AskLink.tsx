import { setupText } from "../../messages/chatSetup";
import { Ask } from "./Ask";

type Props = {
  /** Where the link goes, as it was given. */
  address: string;
  /** Where the link was, for who can't see it. */
  label?: string;
  onAnswer: (open: boolean) => void;
};

/** A link as a browser reads it; null for what is no web page. */
export function webPage(address: string): URL | null {
  const url = URL.parse(address);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? url : null;
}

/** Says where a link goes before it opens in the browser. */
export function AskLink({ address, label = setupText.linkQuestion, onAnswer }: Props) {
  const url = webPage(address);
  return (
    <Ask
      label={label}
      agree={url && setupText.openLink}
      refuse={url ? setupText.stayHere : setupText.close}
      onAnswer={onAnswer}
    >
      <p>
        {url ? setupText.linkGoesTo(url.host) : setupText.linkRefused}{" "}
        {url?.protocol === "http:" && setupText.linkNotSafe}
      </p>
      <p className="address">
        <bdi>{url?.href ?? address}</bdi>
      </p>
    </Ask>
  );
}
