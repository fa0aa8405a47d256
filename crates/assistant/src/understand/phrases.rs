//! The sentences of English, tried from top to bottom. How they are written is said in
//! `pattern.rs`.

use super::sense::Sense as S;

/// Words that stand for each other.
pub(in crate::understand) const GROUPS: &[(&str, &str)] = &[
    (
        "show",
        "show|list|see|view|display|print|give|get|tell|read|pull up|bring up|look at|check|open",
    ),
    (
        "whats",
        "what's|whats|what is|what are|what|which|which are|what do|what have|what all",
    ),
    ("task", "task|to-do|todo|to do|item|reminder"),
    ("tasks", "tasks|to-dos|todos|items|things|reminders"),
    ("the", "the|my|its|it's|their|his|a|an|any"),
    ("done", "done|complete|completed|finished"),
    ("of", "of|from|on|for|off"),
    (
        "mylist",
        "(my|the) [to-do|todo|task|to do] (list|tasks|to-dos|inbox)",
    ),
    (
        "move",
        "move|reschedule|postpone|push|shift|delay|defer|bump|snooze|push back|move back|put off|bring forward|pull|reschedule|carry over|carry|bring|drag",
    ),
    (
        "delete",
        "delete|remove|trash|bin|get rid of|throw away|throw out|discard|erase|scrap|drop",
    ),
    (
        "two",
        "2|3|4|5|6|7|8|9|10|two|three|four|five|six|seven|eight|nine|ten|some|several|these|the following|a few|a couple of|multiple",
    ),
];

/// Sentences and what they mean.
pub(in crate::understand) const PHRASES: &[(S, &str)] = &[
    // Said beside the tasks.
    (S::Help, "help [me] [out]"),
    (
        S::Help,
        "what (can|could) (you|i) (do|say|ask|type) [you] [here|for me]",
    ),
    (
        S::Help,
        "(what|which) (commands|things) (do you (know|understand)|can i (use|say|type)|are there)",
    ),
    (
        S::Help,
        "(how does this work|how do (i|you) (use this|work|start)|what do you (do|understand|know)|commands|instructions|examples|show [me] (help|examples)|who are you|what are you)",
    ),
    (
        S::Greet,
        "(hi|hello|hey|good morning|good afternoon|good evening|good day|howdy|hiya|yo|greetings|morning) [there|again|assistant|everyone]",
    ),
    (
        S::Greet,
        "(how are you|how's it going|what's up) [today|doing]",
    ),
    (
        S::Thanks,
        "[great|perfect|nice|cool|awesome|ok|okay|no|wonderful] (thanks|thank you|thx|cheers|ta|many thanks|great|perfect|nice|cool|awesome|wonderful|good job|well done|lovely|excellent|good|nice one|nice work) [very much|so much|a lot|a bunch|for that|for your help]",
    ),
    (
        S::Thanks,
        "(bye|goodbye|good night|see you|that's all|that is all|that will be all|that'll be all|i'm good|nothing else) [then|for now|later|thanks|thank you]",
    ),
    (
        S::Undo,
        "(undo|revert|reverse|roll back) [that|it|this|them|the last (change|one|thing|action)|my last (change|action)|that change|the change|what you [just] did|those changes]",
    ),
    (S::Undo, "(take|put) (that|it|this|them|those) back"),
    (
        S::Undo,
        "(that (was|is) wrong|that was a mistake|i didn't mean that|i didn't mean to do that|not what i meant|wrong)",
    ),
    (
        S::Redo,
        "(redo|do it again|do that again) [that|it|this|the last change]",
    ),
    (
        S::AsOne,
        "[no] [make (it|that|them)|i meant|add (it|that|them) as|as|that's|it's|that is|that was|just] (one|a single) [task|to-do|item|thing]",
    ),
    (
        S::Never,
        "(no|nope|nah|none|none of (them|these|those)|neither|never mind|nevermind|cancel|stop|forget it|forget about it|leave it|no thanks|no thank you|not now|don't|don't do (it|that)|cancel that|abort|skip it then|leave (it|them|that)|keep (it|them|that))",
    ),
    (
        S::Yes,
        "(yes|yeah|yep|yup|y|sure|ok|okay|right|correct|exactly|go ahead|do it|do that|confirm|confirmed|of course|certainly|definitely|absolutely|please do|go on|that's right|that's it|that's the one|sounds good|yes please|yes do it|yes go ahead|yes that one|sure thing|alright|all right|fine|affirmative)",
    ),
    (
        S::Pick,
        "(i mean|i meant|it's|take|the one is|i'd say) {tasks}",
    ),
    (
        S::Correct,
        "(no|nope|sorry|wait|oops|actually|rather|hmm|no sorry|no wait|oh no) [actually|rather] [i meant|i mean|i said|make (that|it|them)|it's|it is|on|to|for|in] {words}",
    ),
    (
        S::Correct,
        "(i meant|i mean|i said|make that|rather|instead) [on|to|for|in] {words}",
    ),
    (S::Correct, "{when} (instead|rather)"),
    // Wishes, which hold another sentence.
    (
        S::Wanted,
        "(i'd like|i would like|we'd like|i want|we want|i wish|i'd love|i wanna) [to] {words}",
    ),
    (S::LetMe, "(let me|let's|let us|help me) {words}"),
    (
        S::Needed,
        "(i|we) [really|still|also] (need to|have to|must|should|ought to|gotta|have got to|had better|need) {words}",
    ),
    (S::Needed, "(i've|we've) [really|still|also] got to {words}"),
    (
        S::Seen,
        "(see|know|view|check|find out|look at|tell me|show me|look up) (what|what's|which|how many) {words}",
    ),
    // Lists and tags.
    (S::Lists, "[<show>] [me] [all] [of] [my|the|our] lists"),
    (
        S::Lists,
        "(<whats>|how many) [are] [my|the|all] lists [(do i have|are there|exist|i have)]",
    ),
    (
        S::Tags,
        "[<show>] [me] [all] [of] [my|the|our] (tags|labels)",
    ),
    (
        S::Tags,
        "(<whats>|how many) [are] [my|the|all] (tags|labels) [(do i have|are there|exist|i have|do i use)]",
    ),
    (
        S::ListWork,
        "(add|create|make|new|start|open) [me] [a|an|another] [new] (list|project) [(called|named|for) {words}]",
    ),
    (
        S::ListWork,
        "(create|make|start) [me] (a|an|another|the) [new] {words} (list|project)",
    ),
    (
        S::ListWork,
        "(<delete>|archive|hide|close) [the|my|our] (list|project) [{words}]",
    ),
    (
        S::ListWork,
        "(<delete>|archive|hide|rename|close) [the|my|our] {list} (list|project)",
    ),
    (S::ListWork, "rename [the|my] (list|project) {words}"),
    (
        S::ListWork,
        "rename [the|my] {words} (list|project) to {words}",
    ),
    (
        S::Purge,
        "(empty|clear|purge|clean|wipe) [out] [the|my] (trash|bin|rubbish|deleted tasks|recycle bin)",
    ),
    (S::ShowAll, "[my|the|our|all] (todo|to-do|to do|task) list"),
    (S::ShowAll, "new <tasks>"),
    // What is next, and the day.
    (
        S::Next,
        "(what's|what is|whats) next [on (my|the) (list|agenda)|to do|up|for me|today|then]",
    ),
    (
        S::Next,
        "what (should|do|can|must|shall|could) i (do|work on|start with|tackle|focus on|be doing|start) [next|now|first|today|then]",
    ),
    (
        S::Next,
        "(next|next (task|one|up|thing)|what now|what then|now what|where (should|do) i (start|begin)|(what's|what is) (my|the) next (task|thing|one|to-do)|give me something to do|what's most (important|urgent)|what comes next|and next)",
    ),
    (
        S::Plan,
        "(plan|organise|organize) [out] (my|the) day [for me|please]",
    ),
    (
        S::Plan,
        "(plan today|plan for today|what does my day look like|what's my day [look] like|how does my day look|how is my day looking|how's my day looking|how's my day|what's my day like|day plan|daily plan|agenda|my agenda|my day|today's agenda|today's plan|brief me|daily briefing|what's (on|in) (my|the) (agenda|plan)|what's the plan [for today]|what's my (plan|agenda) [for today]|show [me] my (day|agenda|plan)|what's (on|up) today|help me plan (my|the) day|what's my schedule [for today|today])",
    ),
    // What was done.
    (
        S::Did,
        "[and] (what|which <tasks>|what <tasks>|how much|how many <tasks>|how many) (did i|did we|have i|have we|i|i've) [actually|already] (do|done|complete|completed|finish|finished|get done|got done|accomplish|accomplished|achieve|achieved|tick off|ticked off|check off|checked off|get finished) [so far|already] {period}",
    ),
    (
        S::Did,
        "(what|which <tasks>|how much|how many <tasks>|how many) [was|were|got|has been|have been|is|are] [already] (done|completed|finished|ticked off|checked off) [so far] {period}",
    ),
    (
        S::Did,
        "[show] [me] what i (did|finished|completed|got done) {period}",
    ),
    (
        S::Did,
        "(show|tell) [me] what (i did|i finished|i completed|i got done|i've done|was done) {period}",
    ),
    (S::Did, "(done|finished|completed) [so far] {period}"),
    (
        S::DidDelete,
        "(what|which <tasks>|how many <tasks>) (did i|did we|have i|i) (delete|deleted|remove|removed|trash|trashed|throw away) [{period}]",
    ),
    (
        S::DidYou,
        "what (did you|have you|did the assistant|has the assistant) [just] (do|done|change|changed|add|added) [{period}]",
    ),
    (
        S::DidAll,
        "(what|what has|what's|what all) (changed|happened|was changed|been happening|been changed|been going on) [{period}]",
    ),
    (
        S::DidAll,
        "[show] [me] [my|the] (activity|history|log|activity log|change log|changes) [(of|from|for)] [{period}]",
    ),
    // Adding: where it says so plainly.
    (
        S::Add,
        "(add|create|make|put|new) [me] [a|an|another|the] [new] [<task>] [to|called|named|that says|saying|titled] {quoted} [(to|on|in) <mylist>]",
    ),
    (
        S::AddNameless,
        "(add|create|new|make) [me] [a|an|another|the|some] [new] [<task>|something|one|it] [(to|on|in) <mylist>]",
    ),
    (
        S::AddMany,
        "(add|create|make|new|put) [me] [these|the following|some|<two>] [new] <tasks> [to do|to|called|named|for me] {line}",
    ),
    (
        S::Note,
        "(add|put|attach|write) [a|the] (note|notes|comment) (to|on|for) {tasks} [saying|that says|with] {quoted}",
    ),
    (
        S::Note,
        "(add|put|attach|write) [a|the] (note|notes|comment) {quoted} (to|on|for) {tasks}",
    ),
    (
        S::NoteText,
        "(add|put|attach|write) [a|the] (note|notes|comment) (to|on|for) {words}",
    ),
    (
        S::DeadlineIt,
        "(add|give it|give that|put) [a|an] deadline [of|on|for|by|:] {day}",
    ),
    (
        S::Deadline,
        "(add|set|put) [a|an|the] deadline [of|on|for|by] {day} (to|for|on) {tasks}",
    ),
    (
        S::Tag,
        "(add|put|attach) [the|a] (tag|tags|label|labels) {tags} (to|on) {tasks}",
    ),
    (
        S::TagIt,
        "(add|put|attach) [the|a] (tag|tags|label|labels) {tags}",
    ),
    (S::TagMarked, "(add|put|attach) {tags} (to|on) {tasks}"),
    (
        S::Add,
        "(add|create|make|new|set up|set) [me] [a|an|another|the] [new] <task> [to|called|named|for me to|that says|saying|titled|for|that i need to|so i|about|reminding me to] {line} [(to|on|in) <mylist>]",
    ),
    (S::Add, "(add|put) {line} (to|on|in) <mylist>"),
    (
        S::AddTo,
        "add {line} (to|on|in|into|under|onto) [the|my|our] {list} [list|project]",
    ),
    (
        S::AddTo,
        "add {line} (to|on|in|into|under|onto) [the|my|our] {list} [list|project] [for|on|by|at] {when}",
    ),
    (
        S::PutTo,
        "put {line} (to|on|in|into|under|onto) [the|my|our] {list} [list|project]",
    ),
    (
        S::AddNew,
        "add {line} (to|on|in|into|under|onto) (the|my|our) {words} list",
    ),
    (
        S::AddNew,
        "add {line} (to|on|in|into|under|onto) (the|my|our) {words} list [for|on|by|at] {when}",
    ),
    (
        S::AddAt,
        "(remind me|don't let me forget|do not let me forget|make sure i remember) {rule} (to|about|of|that) {line}",
    ),
    (
        S::AddAt,
        "(remind me|don't let me forget|do not let me forget|make sure i remember) {when} (to|about|of|that) {line}",
    ),
    (
        S::Add,
        "(remind me|don't let me forget|do not let me forget|make sure i remember|make sure i don't forget|help me remember|remember|don't forget|do not forget|note to self|i must not forget|i mustn't forget|let me remember|remind us|ping me) [to|about|of|that|:] {line}",
    ),
    (
        S::Add,
        "(add|new|create|todo|to-do|to do|jot down|write down|put down|note down|note|capture|take a note|memo|log) [task|:|to|that] {line}",
    ),
    (
        S::Schedule,
        "(schedule|plan|book in) {tasks} (for|on|at|to) {when}",
    ),
    (S::Schedule, "(schedule|plan) {tasks} {when}"),
    // One or some of those that are known. What takes away comes before what deletes.
    (
        S::Reopen,
        "(mark|set) {tasks} [as|to|back to] (not (done|complete|completed|finished)|undone|open|pending|incomplete|unfinished)",
    ),
    (
        S::Reopen,
        "(reopen|re-open|uncomplete|uncheck|untick|unmark|undo completing|undo the completion of) {tasks}",
    ),
    (S::Reopen, "open {tasks} again"),
    (
        S::Reopen,
        "{tasks} (isn't|is not|aren't|are not|wasn't|was not) (done|finished|complete|completed) [yet|after all|though]",
    ),
    (
        S::ClearDeadline,
        "(<delete>|clear|take away|take off|take) [the|its|their|any] (deadline|deadlines) (from|of|on|for|off) {tasks}",
    ),
    (
        S::ClearDeadlineIt,
        "(<delete>|clear|take away|take off) [the|its|their] (deadline|deadlines)",
    ),
    (
        S::ClearDeadline,
        "(give|leave) {tasks} (no|without a) deadline",
    ),
    (
        S::ClearDue,
        "(<delete>|clear|take away|take off|take) [the|its|their|any] (due date|due dates|date|dates|due|due day) (from|of|on|for|off) {tasks}",
    ),
    (
        S::ClearDueIt,
        "(<delete>|clear|take away|take off) [the|its|their] (due date|due dates|date|dates)",
    ),
    (S::ClearDue, "(unschedule|undate) {tasks}"),
    (
        S::ClearDue,
        "(give|leave|make) {tasks} (no date|no due date|without a date|without a due date|undated|unscheduled)",
    ),
    (
        S::StopRepeat,
        "(<delete>|clear|take away|stop) [the|its|their] (recurrence|repetition|repeat|repeating|recurring|schedule) [from|of|on|for] {tasks}",
    ),
    (S::StopRepeat, "stop (repeating|recurring) {tasks}"),
    (
        S::StopRepeat,
        "(make|let|have) {tasks} (stop repeating|not repeat|not repeat any more|not repeat anymore|a one-off|non-recurring|not recurring|happen once|repeat no more)",
    ),
    (
        S::Untag,
        "(<delete>|clear|take away|take off|take) [the|a] (tag|tags|label|labels) {tags} (from|off|of|on) {tasks}",
    ),
    (
        S::UntagIt,
        "(<delete>|clear|take away|take off) [the|a] (tag|tags|label|labels) {tags}",
    ),
    (
        S::UntagMarked,
        "(<delete>|take|take off) {tags} (from|off|of) {tasks}",
    ),
    (S::Untag, "untag {tasks} (from|as|with) {tags}"),
    (
        S::Out,
        "(<move>|take|remove|get) {tasks} (out of|from|off) [the|my|its|their] {list} [list|project]",
    ),
    (
        S::Out,
        "(<move>|put|send) {tasks} [back] (to|into|in) [the|my] inbox",
    ),
    (
        S::Complete,
        "(mark|set|check|tick|cross|mark off) {tasks} [as|to|off as|off|being] (done|complete|completed|finished|off) [now|too|as well|please]",
    ),
    (
        S::Complete,
        "(check off|tick off|cross off|complete|finish|finish off|close|done with|finished with|done|finished|completed|mark off) {tasks} [off]",
    ),
    (
        S::Complete,
        "(i|we) [just|already|have|have just|have already] (did|done|finished|completed|ticked off|checked off|got done) [with] {tasks} [today|already|now|just now]",
    ),
    (
        S::Complete,
        "(i've|we've|i'm|we're|i am|we are) [just|already] (done|did|finished|completed|done with|finished with|through with|ticked off|got done) [with] {tasks} [today|already|now]",
    ),
    (
        S::CompleteIt,
        "(it's|that's|it is|that is|this is|this one's|that one's) [all] [already] <done> [now|too]",
    ),
    (
        S::CompleteThem,
        "(they're|they are|these are|those are|all of them are|they're all) [all] [already] <done> [now|too]",
    ),
    (
        S::Skip,
        "(skip|pass over|miss) {tasks} [this time|just this time|this week|today|once|for now|this once|for today|next time]",
    ),
    (
        S::SkipIt,
        "(not this time|skip this (time|one|week|occurrence)|skip the next (one|time|occurrence)|skip today|pass this time)",
    ),
    (
        S::Restore,
        "(restore|undelete|recover|bring back|get back|rescue|un-delete) {tasks} [from the trash|from trash|out of the trash|again]",
    ),
    (
        S::Restore,
        "(bring|put|get|take) {tasks} (back|out of the trash|back from the trash|back again)",
    ),
    (
        S::Someday,
        "(<move>|put|set aside|defer|set|put off|keep) {tasks} [aside] [to|for|until|as|into] (someday|some day|later some day|the someday list)",
    ),
    // Dates.
    (
        S::Repeat,
        "(make|have|let|set|get) {tasks} [to|be] [repeat|recur|repeated|come again|come back|come|happen|be repeated|recurring|repeating|be due|due] {rule}",
    ),
    (S::Repeat, "(repeat|schedule|do) {tasks} {rule}"),
    (
        S::RepeatIt,
        "(repeat|make it repeat|it repeats|it comes) {rule}",
    ),
    (
        S::Deadline,
        "(set|change|move|make|put|push) [the|a|its|their] deadline (of|for|on) {tasks} (to|on|at|for|be) {day}",
    ),
    (
        S::DeadlineIt,
        "(set|change|move|make|put|push) [the|a|its|their] deadline [of|on|for|by|to|at|is|be] {day}",
    ),
    (
        S::Deadline,
        "(give|set) {tasks} (a|the) deadline [of|on|for|by] {day}",
    ),
    (S::DeadlineIt, "[the|its] deadline [is|of|on|:] {day}"),
    (
        S::Due,
        "(set|change|move|make|put) [the|a|its|their] (due date|due day|due time|date|due|time) (of|for|on) {tasks} (to|on|at|for) {when}",
    ),
    (
        S::DueIt,
        "(set|change|move|make|put) [the|a|its|their] (due date|due day|due time|date|due|time) [of|on|for|to|at|be] {when}",
    ),
    (
        S::Due,
        "(make|set|mark|have) {tasks} (due|be due|for|to) [on|by|for|at|in] {when}",
    ),
    (
        S::Due,
        "(<move>|put|change|do|set|leave|keep) {tasks} [back|forward|out|off|over|on] (to|until|till|for|by|on|onto) {when}",
    ),
    (
        S::ShiftBack,
        "(bring|pull) {tasks} (forward|up) [by] {span} [earlier|sooner]",
    ),
    (
        S::ShiftBack,
        "(bring forward|pull forward) {tasks} [by] {span} [earlier|sooner]",
    ),
    (
        S::Shift,
        "(<move>|put off|put) {tasks} [back|out|off|forward] [by|for] {span} [later|back|out]",
    ),
    (
        S::ShiftBack,
        "(<move>) {tasks} [up|forward] [by] {span} (earlier|forward|sooner|up)",
    ),
    (S::Due, "(<move>) {tasks} [back|out|off] {when}"),
    (S::DueThen, "(do|make) {tasks} {when}"),
    (
        S::Put,
        "(<move>|put|file|send|transfer|add|stick|drop) {tasks} [over] (to|into|in|under|on|onto) [the|my|our] {list} [list|project]",
    ),
    (
        S::Put,
        "(change|set) [the|its] list [of|for|on] {tasks} to {list}",
    ),
    (
        S::MoveWhere,
        "(put|file|send|stick) {tasks} (into|in|under|onto) {words}",
    ),
    (
        S::MoveWhere,
        "(move|reschedule|postpone|transfer) {tasks} (to|into|until) {words}",
    ),
    // What it is called, how much it matters, tags.
    (
        S::Rename,
        "(rename|retitle|rephrase|reword) {tasks} (to|into|as|to be) {words}",
    ),
    (
        S::Rename,
        "(change|edit|set|correct) [the|its|it's] (title|name|text|wording) of {tasks} (to|into|as) {words}",
    ),
    (
        S::RenameIt,
        "(change|edit|set|correct) [the|its|it's] (title|name|text|wording) (to|into|as) {words}",
    ),
    (
        S::RenameIt,
        "(rename (it|that|this)|call it|call that|retitle it|name it) [to|as] {words}",
    ),
    (S::Rename, "change {tasks} (to|into) {words}"),
    (
        S::PriorityNone,
        "(<delete>|clear|take away|take off|take) [the|its|their|any] (priority|priorities) (from|of|on|for|off) {tasks}",
    ),
    (
        S::PriorityNone,
        "(<delete>|clear|take away|take off) [the|its|their] (priority|priorities)",
    ),
    (
        S::Priority,
        "(set|change|raise|lower|make|put) [the|its] priority (of|for|on) {tasks} (to|at|as|at) {priority}",
    ),
    (
        S::PriorityIt,
        "(set|change|raise|lower|make|put) [the|its] priority [of|to|at|as|is] {priority}",
    ),
    (
        S::Priority,
        "(make|set|mark|give|flag|change) {tasks} [to|as|a|the|at|with|to be] {priority}",
    ),
    (
        S::PriorityIt,
        "(it's|that's|it is|this is|that is) [very|really|now] {priority}",
    ),
    (S::PriorityTop, "(prioritise|prioritize|flag|star) {tasks}"),
    (S::Tag, "(tag|label|mark) {tasks} (with|as) {tags}"),
    (S::TagMarked, "(tag|label) {tasks} {tags}"),
    (
        S::Length,
        "{tasks} (takes|will take|should take|needs|lasts) [about|around] {minutes}",
    ),
    (
        S::Length,
        "(set|change|make) [the|its] (duration|length|estimate) (of|for) {tasks} [to|at] {minutes}",
    ),
    (
        S::LengthIt,
        "(set|change|make) [the|its] (duration|length|estimate) [to|at|of] {minutes}",
    ),
    (
        S::LengthIt,
        "(it'll take|it will take) [about|around] {minutes}",
    ),
    // Deleting.
    (
        S::Delete,
        "(<delete>) {tasks} [(from|off|out of) (<mylist>|here|my tasks)]",
    ),
    (
        S::Delete,
        "(<delete>) {tasks} (from|off) [the|my|our] {list} [list|project]",
    ),
    (
        S::Delete,
        "(cancel|clear|empty|wipe|clean up|clear out|clean out|clear off) {tasks} [(from|off) (<mylist>|here)]",
    ),
    (
        S::DeleteAll,
        "(clear|empty|wipe|clean up|clean out|clear out) (<mylist>|my tasks|the tasks|everything|it all)",
    ),
    // Looking. Whatever it is, it changes nothing.
    (
        S::ShowThem,
        "(<show>) [me] (them|those|these|all of them|them all) [again|all]",
    ),
    (
        S::ShowThem,
        "(which|which ones|which are they|what are they|which ones are they|which tasks are (they|those|these)|list them|name them)",
    ),
    (
        S::Look,
        "(show|view|display|open|when is|when's|when are|where is|where are|tell) [me] [more|the details|details] [about|of|on] {tasks} [due]",
    ),
    (S::Look, "[the|more] details (of|on|about|for) {tasks}"),
    (
        S::Count,
        "(how many|how much|count|count [of]|number of|the number of|what's the number of) {query}",
    ),
    (
        S::CountAll,
        "(how many|how much) (do i have|are there|is there|is left|are left|have i got|remain|remains|is open|are open)",
    ),
    (S::Show, "(find|search|search for|look for) {query}"),
    (
        S::Find,
        "(find|search|search for|look for|look up|where is|where's|locate|search my tasks for|where did i put|find me) [my|the|a|any|all] [<task>|<tasks>] [about|for|with|containing|mentioning|called|named] {words}",
    ),
    (
        S::Find,
        "(do i have|have i got|is there|are there|any|anything|do we have|what do i have|what) [a|an|any|anything] [<task>|<tasks>|something] [there] (about|mentioning|containing|with the word|to do with|regarding|called|named) {words}",
    ),
    (
        S::ShowAll,
        "(<show>|<whats>) [me] [all] [of] [my|the|our] [open|current|pending|new] [tasks|to-dos|todos|list|to-do list|task list|todo list|everything|it all|stuff]",
    ),
    (
        S::ShowAll,
        "(<whats>|show|list) [me] [what] [is|are|do i have|i have|do i still have|have i|still|needs|need|else is] [left|still|to|on|open|due|pending|there] [to do|do|be done|on my plate|on my list|on the list|my list|my plate|get done|finish|for me] [left|to do|still|open|now|yet]",
    ),
    (
        S::ShowAll,
        "[my|the|all|our] (tasks|to-dos|todos|to do|todo|to-do|list|task list|to-do list|todo list|to do list|everything)",
    ),
    (
        S::Show,
        "(<show>|<whats>|do i have|have i got|are there|is there|is anything|anything|got|do we have|what do i have|filter|filter by|let's see|i see|how about|what about|and|show only|only|is) [me|for] {query} [please|again|then|now]",
    ),
    (S::Show, "{query}"),
    (
        S::ShowList,
        "(show|view|display|<whats>) [me] [all|everything|tasks|all tasks] [in|on|from] [the|my|our] (list|project) {words}",
    ),
    (
        S::ShowList,
        "(show|view|display|<whats>) [me] [all|everything|tasks|all tasks] [in|on|from] [the|my|our] {words} (list|project)",
    ),
    (
        S::Find,
        "(when is|when's|when are) [my|the|a] {words} [due]",
    ),
    // Last, since it may begin with anything.
    (
        S::Complete,
        "{tasks} (is|are|has been|have been|was|were|got|'s) [all|already|now] <done> [now|too|already]",
    ),
    (S::CompleteNumbers, "{tasks} <done>"),
];
