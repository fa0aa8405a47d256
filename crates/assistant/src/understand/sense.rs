//! What the sentences of the table mean, before their slots are read.

/// The kinds of sentences. Those that end in `It` leave out which task: it is the one that was
/// spoken of last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    Help,
    Greet,
    Thanks,
    Undo,
    Redo,
    AsOne,
    Never,
    Yes,
    Pick,
    Correct,
    /// "I want to …": the rest says what.
    Wanted,
    /// "Let me …".
    LetMe,
    /// "I need to …", which is a task unless it can only be meant for this list.
    Needed,
    /// "See what …", "know how many …".
    Seen,
    Lists,
    Tags,
    ListWork,
    Purge,
    Next,
    Plan,
    Did,
    DidDelete,
    DidYou,
    DidAll,
    Add,
    AddNameless,
    AddMany,
    AddTo,
    /// "Put … on a list": a task that there is where it says so, else a new one.
    PutTo,
    /// To a list that there may not be yet.
    AddNew,
    /// The time stands before what is to be done.
    AddAt,
    Schedule,
    Note,
    /// "add a note to the milk: two litres": the task ends at the colon.
    NoteText,
    Reopen,
    Complete,
    CompleteIt,
    CompleteThem,
    /// "2 done": only with a number or a word such as "it".
    CompleteNumbers,
    Skip,
    SkipIt,
    Restore,
    Someday,
    Deadline,
    DeadlineIt,
    ClearDeadline,
    ClearDeadlineIt,
    Due,
    DueIt,
    /// "Do it tomorrow": only with a number or a word such as "it".
    DueThen,
    Shift,
    ShiftBack,
    ClearDue,
    ClearDueIt,
    Put,
    Out,
    MoveWhere,
    Rename,
    RenameIt,
    Priority,
    PriorityIt,
    PriorityTop,
    PriorityNone,
    Tag,
    TagIt,
    /// Only where the tag has its mark, or no title can go on there.
    TagMarked,
    Untag,
    UntagIt,
    UntagMarked,
    Repeat,
    RepeatIt,
    StopRepeat,
    Length,
    LengthIt,
    Delete,
    DeleteAll,
    Show,
    /// The tasks of a list, which may not exist.
    ShowList,
    ShowAll,
    ShowThem,
    /// A task by its number, or by a word such as "it".
    Look,
    Count,
    CountAll,
    Find,
}
