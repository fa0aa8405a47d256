/** The question before the trash is emptied; it names the number. */
import { settingsText } from "../messages/settings";

type Props = { count: number; onAnswer: (agreed: boolean) => void };

export function EmptyTrashQuestion({ count, onAnswer }: Props) {
  return (
    <>
      <p>{settingsText.emptyTrashQuestion(count)}</p>
      <div className="acts">
        {/* The safe answer has the keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <button type="button" className="btn" autoFocus onClick={() => onAnswer(false)}>
          {settingsText.keepIt}
        </button>
        <button type="button" className="btn soft danger" onClick={() => onAnswer(true)}>
          {settingsText.emptyTrash(count)}
        </button>
      </div>
    </>
  );
}
