use super::*;

fn words(text: &str) -> Reference {
    Reference::Words(text.into())
}

#[test]
fn every_pattern_compiles() {
    assert_eq!(PHRASES.len(), TABLE.len());
}

#[test]
fn adding() {
    for (message, line) in [
        (
            "Add a task to buy groceries tomorrow",
            "buy groceries tomorrow",
        ),
        ("add buy milk", "buy milk"),
        (
            "Please create a new task called Pay rent by friday.",
            "Pay rent by friday",
        ),
        ("remind me to call mom at 6pm", "call mom at 6pm"),
        ("Add milk to my list", "milk"),
        ("add “Watch Tomorrow”", "\"Watch Tomorrow\""),
        ("I need to renew my passport", "renew my passport"),
        ("I need to finish the report", "finish the report"),
        ("I have to find a plumber", "find a plumber"),
        ("I need to create a presentation", "create a presentation"),
        ("I want to learn Spanish", "learn Spanish"),
        ("I want to add a task to buy milk", "buy milk"),
        ("Remind me not to be late", "not to be late"),
        ("add call mom, running late", "call mom, running late"),
        ("todo: buy milk today", "buy milk today"),
        (
            "Can you add a task: fix the fence, please?",
            "fix the fence",
        ),
    ] {
        assert_eq!(understand(message), Intent::Add(line.into()), "{message}");
    }
}

#[test]
fn showing() {
    for (message, filter) in [
        ("Show me my tasks", Filter::Open),
        ("What's pending?", Filter::Open),
        ("what’s left to do?", Filter::Open),
        ("what do I have to do", Filter::Open),
        ("list all tasks", Filter::Open),
        ("What is due today?", Filter::Today),
        ("show today", Filter::Today),
        ("what's due tomorrow?", Filter::Tomorrow),
        ("anything overdue?", Filter::Overdue),
        ("What have I completed?", Filter::Completed),
        ("show completed tasks", Filter::Completed),
        ("what's in the trash?", Filter::Trash),
        ("what's coming up?", Filter::Upcoming),
        ("show my inbox", Filter::Inbox),
        ("what's in my Home list?", Filter::List("Home".into())),
        ("show tasks tagged phone", Filter::Tag("phone".into())),
        ("find dentist", Filter::Words("dentist".into())),
        ("todo list", Filter::Open),
        ("what is on my list?", Filter::Open),
        ("what tasks do I have?", Filter::Open),
        ("to-do list", Filter::Open),
        ("New tasks?", Filter::Open),
        ("I want to see my tasks", Filter::Open),
        ("Can I see my tasks?", Filter::Open),
        ("let me see my tasks", Filter::Open),
        ("how many tasks do I have?", Filter::Open),
        ("What needs to be done?", Filter::Open),
        ("What do I need to get done?", Filter::Open),
        ("what do I have to finish?", Filter::Open),
        ("What's not done?", Filter::Open),
        ("What haven't I finished yet?", Filter::Open),
        ("show tasks that are not done", Filter::Open),
        ("show unfinished tasks", Filter::Open),
        ("todo today", Filter::Today),
        ("What needs to be done today?", Filter::Today),
        ("I need to see what is due tomorrow", Filter::Tomorrow),
        ("overdue", Filter::Overdue),
        ("which tasks are late?", Filter::Overdue),
        ("completed tasks?", Filter::Completed),
        ("done today?", Filter::Completed),
        ("how many tasks are done", Filter::Completed),
        ("What did I finish today?", Filter::Completed),
        ("what have I got done so far?", Filter::Completed),
    ] {
        assert_eq!(understand(message), Intent::Show(filter), "{message}");
    }
}

#[test]
fn changing() {
    let complete = Verb::Complete;
    let friday = Verb::Reschedule {
        to: "friday".into(),
    };
    for (message, verb, reference) in [
        (
            "Mark buy groceries as done",
            complete.clone(),
            words("buy groceries"),
        ),
        (
            "Mark task 2 as complete",
            complete.clone(),
            Reference::Number(2),
        ),
        ("done with the milk", complete.clone(), words("milk")),
        (
            "I've finished the report",
            complete.clone(),
            words("report"),
        ),
        (
            "the second one is done",
            complete.clone(),
            Reference::Number(2),
        ),
        ("complete #3", complete.clone(), Reference::Number(3)),
        ("check off the last one", complete, Reference::Last),
        ("reopen buy milk", Verb::Reopen, words("buy milk")),
        ("mark buy milk as not done", Verb::Reopen, words("buy milk")),
        ("Delete the dentist task", Verb::Delete, words("dentist")),
        (
            "I want to delete the dentist task",
            Verb::Delete,
            words("dentist"),
        ),
        (
            "Can you delete the dentist task?",
            Verb::Delete,
            words("dentist"),
        ),
        (
            "I need to delete task 2",
            Verb::Delete,
            Reference::Number(2),
        ),
        ("delete it", Verb::Delete, Reference::It),
        ("I want to delete that one", Verb::Delete, Reference::It),
        ("delete “Packing list”", Verb::Delete, words("Packing list")),
        (
            "remove the due date from buy milk",
            Verb::Unschedule,
            words("buy milk"),
        ),
        (
            "remove buy milk from my list",
            Verb::Delete,
            words("buy milk"),
        ),
        ("move the dentist to friday", friday, words("dentist")),
        (
            "rename buy milk to Buy oat milk",
            Verb::Rename {
                to: "Buy oat milk".into(),
            },
            words("buy milk"),
        ),
    ] {
        assert_eq!(
            understand(message),
            Intent::Change(verb, reference),
            "{message}"
        );
    }
}

#[test]
fn the_rest() {
    for (message, intent) in [
        ("undo", Intent::Undo),
        ("Undo that, please.", Intent::Undo),
        ("2", Intent::Pick(Reference::Number(2))),
        ("the first one", Intent::Pick(Reference::Number(1))),
        ("never mind", Intent::Never),
        ("Hello!", Intent::Greeting),
        ("help", Intent::Help),
        ("what is the weather like?", Intent::Unknown),
        ("I want to undo that", Intent::Undo),
        ("yes", Intent::Yes),
        ("Yep.", Intent::Yes),
        ("no", Intent::Never),
        ("that one", Intent::Pick(Reference::It)),
        ("add a task", Intent::AddNameless),
        ("Create a new task.", Intent::AddNameless),
        ("add something", Intent::AddNameless),
        ("I want to add a task", Intent::AddNameless),
        ("I need to add a new task", Intent::AddNameless),
        ("Can I add a task?", Intent::AddNameless),
        ("", Intent::Unknown),
        ("ÄÖÜ ß", Intent::Unknown),
    ] {
        assert_eq!(understand(message), intent, "{message}");
    }
}

#[test]
fn what_must_change_nothing() {
    for (message, intent) in [
        ("I am done for today", Intent::Unknown),
        ("I'm done", Intent::Unknown),
        ("I did not finish the report", Intent::Unknown),
        ("I haven't finished the report", Intent::Unknown),
        ("nothing is done", Intent::Unknown),
        ("don't delete the dentist task", Intent::Unknown),
        ("I need to finish it", Intent::Unknown),
        ("The report is done?", Intent::OnlyAsked),
        ("Can I delete the dentist task?", Intent::OnlyAsked),
        ("can I delete the dentist task", Intent::OnlyAsked),
        ("delete 2?", Intent::OnlyAsked),
        ("I need to buy milk?", Intent::OnlyAsked),
        ("delete the Home list", Intent::Many),
        ("delete all tasks", Intent::Many),
        ("delete everything", Intent::Many),
        ("delete my completed tasks", Intent::Many),
        ("delete the tasks that are done", Intent::Many),
        ("clear my list", Intent::Many),
        ("complete 1 and 2", Intent::Many),
        ("move all tasks to friday", Intent::Many),
        ("everything is done", Intent::Many),
        ("create a new list called Home", Intent::Many),
    ] {
        assert_eq!(understand(message), intent, "{message}");
    }
}
