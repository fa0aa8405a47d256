//! Sentences beside the tasks: talk, wishes, lists, the day, what was done.

use super::Sentences;
use crate::understand::sense::Sense as S;

pub(super) const PHRASES: Sentences = &[
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
];
