import { chatText } from "../../messages/chat";
import type { Attachment, UserContent } from "./items";
import { Opens } from "./Opens";

type Props = {
  content: readonly UserContent[];
  quoted?: string | undefined;
  attachments?: readonly Attachment[] | undefined;
};

/** What the person said, with what they mentioned, quoted and attached. */
export function YourWords({ content, quoted, attachments = [] }: Props) {
  return (
    <div className="you" dir="auto">
      <span className="vh">{chatText.youSaid}: </span>
      {quoted !== undefined && quoted !== "" && (
        <blockquote aria-label={chatText.quoted}>{quoted}</blockquote>
      )}
      <p>
        {content.map((part, place) => {
          if (part.type === "input_text") return part.text;
          return part.interactive === true ? (
            <Opens key={place} entity={part.id} title={part.text} chip>
              <bdi>{part.text}</bdi>
            </Opens>
          ) : (
            <span key={place} className="mention plain">
              <bdi>{part.text}</bdi>
            </span>
          );
        })}
      </p>
      {attachments.map(({ id, name }) => (
        <p key={id} className="attached">
          {chatText.attached(name)}
        </p>
      ))}
    </div>
  );
}
