//! Which task is meant, and what is only asked.

use task::{Action, TaskPatch, Tasks, View};

use crate::talk::chat;

#[tokio::test]
async fn numbers_mean_the_list_on_the_screen() {
    let mut chat = chat().await;
    for title in ["Call the dentist", "Pay rent", "Water plants"] {
        chat.add(title).await;
    }
    chat.add_to(Some("Home"), "Fix the tap").await;
    let paint = chat.add_to(Some("Home"), "Paint the wall").await;
    assert_eq!(
        chat.say("what's in my Home list?").await,
        "You have 2 open tasks in Home:\n\n1. Fix the tap, in Home\n2. Paint the wall, in Home"
    );
    for between in [
        "thanks",
        "complete unicorn",
        "anything overdue?",
        "add eggs",
    ] {
        chat.say(between).await;
    }
    assert!(
        chat.say("move 2 to someday maybe")
            .await
            .contains("is not a date")
    );
    assert_eq!(
        chat.say("move 2 to friday").await,
        "“Paint the wall” is due on Friday 27 November now."
    );
    chat.say("delete 2").await;
    assert!(chat.task(paint).await.deleted_at.is_none(), "asked first");
    chat.say("yes").await;
    assert!(chat.task(paint).await.deleted_at.is_some());
    let done = chat.say("complete 1").await;
    assert_eq!(done, "Done: “Fix the tap” is completed.");
    assert!(chat.say("complete 3").await.starts_with("I don't know"));
}

#[tokio::test]
async fn a_number_that_was_never_shown_is_asked_about() {
    let mut chat = chat().await;
    chat.add("Buy milk").await;
    let rent = chat.add("Pay rent").await;
    chat.say("add eggs").await;
    let said = chat.say("complete 1").await;
    assert!(
        said.starts_with("Which one shall I complete? Say its number, or no.\n\n1. "),
        "{said}"
    );
    assert_eq!(chat.titles(View::Open).await.len(), 3);
    chat.say("no").await;
    let place = said.find("Pay rent").unwrap();
    let number = said[..place].lines().count() - 2;
    assert_eq!(
        chat.say(&format!("complete {number}")).await,
        "Done: “Pay rent” is completed."
    );
    assert!(chat.task(rent).await.completed_at.is_some());
}

#[tokio::test]
async fn it_is_the_task_spoken_of_last() {
    let mut chat = chat().await;
    let italy = chat.add("Italy trip").await;
    assert_eq!(
        chat.say("delete it").await,
        "Do you mean “Italy trip”? Say yes, or its name."
    );
    assert_eq!(
        chat.say("1").await,
        "Say yes if that is the task, or its name, or no."
    );
    assert_eq!(chat.say("no").await, "All right, nothing was changed.");
    assert!(chat.say("yes").await.starts_with("I don't understand"));
    assert!(chat.task(italy).await.deleted_at.is_none());
    chat.say("add buy milk tomorrow").await;
    assert_eq!(
        chat.say("remove the due date from it").await,
        "“buy milk” has no due date now."
    );
    assert_eq!(
        chat.say("it's done").await,
        "Done: “buy milk” is completed."
    );
    chat.say("delete Italy trip").await;
    chat.say("yes").await;
    chat.say("undo").await;
    assert_eq!(chat.titles(View::Open).await, ["Italy trip"]);
}

#[tokio::test]
async fn a_question_is_answered_with_yes_or_a_name() {
    let mut chat = chat().await;
    chat.add("Finish the report").await;
    assert_eq!(
        chat.say("delete it").await,
        "Do you mean “Finish the report”? Say yes, or its name."
    );
    assert_eq!(
        chat.say("yes").await,
        "“Finish the report” is in the trash. Say “undo” to have it back."
    );
    chat.say("undo").await;
    chat.add("Send the report").await;
    chat.say("delete the report").await;
    assert_eq!(chat.say("yep").await, "Which one? Say its number.");
    assert_eq!(
        chat.say("finish the report").await,
        "“Finish the report” is in the trash. Say “undo” to have it back.",
        "the name, though it could ask for something else"
    );
    chat.add("Print the report").await;
    chat.say("delete the report").await;
    assert!(chat.say("show my tasks").await.starts_with("You have 2"));
    assert!(
        chat.say("2").await.contains("What should I do with it"),
        "the question is over"
    );
    assert_eq!(chat.titles(View::Open).await.len(), 2);
}

#[tokio::test]
async fn a_task_without_a_name_is_asked_for_it() {
    let mut chat = chat().await;
    assert_eq!(chat.say("add a task").await, "What is it called?");
    assert_eq!(
        chat.say("Finish the report tomorrow").await,
        "Added “Finish the report”, due tomorrow."
    );
    assert_eq!(chat.say("create a new task").await, "What is it called?");
    assert_eq!(
        chat.say("never mind").await,
        "All right, nothing was changed."
    );
    assert_eq!(chat.titles(View::Open).await, ["Finish the report"]);
}

#[tokio::test]
async fn asking_changes_nothing() {
    let mut chat = chat().await;
    chat.add("Call the dentist").await;
    chat.add("Write the report for today").await;
    chat.add_to(Some("Home"), "Fix the tap").await;
    let seq = chat.person().changes(0).await.unwrap().seq;
    for message in [
        "todo list",
        "New tasks?",
        "todo today",
        "I want to see my tasks",
        "I need to see what is due tomorrow",
        "completed tasks?",
        "done today?",
        "I am done for today",
        "how many tasks are done",
        "The report is done?",
        "I did not finish the report",
        "Can I delete the dentist task?",
        "delete the Home list",
        "delete all tasks",
        "no",
        "What needs to be done?",
    ] {
        let said = chat.say(message).await;
        assert_eq!(
            chat.person().changes(0).await.unwrap().seq,
            seq,
            "{message}: {said}"
        );
    }
    assert!(
        chat.say("delete the Home list")
            .await
            .starts_with("I can't make, rename or delete lists")
    );
}

#[tokio::test]
async fn a_long_list_says_only_what_is_true() {
    let mut chat = chat().await;
    for n in 1..=22 {
        chat.add(&format!("Task no {n}")).await;
    }
    let said = chat.say("show my tasks").await;
    assert!(said.starts_with("You have 22 open tasks:"), "{said}");
    assert!(
        said.ends_with("\n\nThese are the first 20 of them."),
        "{said}"
    );
    assert!(chat.say("complete 21").await.starts_with("I don't know"));
}

#[tokio::test]
async fn the_step_tells_only_what_was_taken_back() {
    let mut chat = chat().await;
    let id = chat.add("Pay rent").await;
    chat.say("rename pay rent to Pay the rent").await;
    chat.say("undo").await;
    assert_eq!(chat.steps.as_deref(), Some("Took back 1 change"));
    chat.say("rename pay rent to Pay the rent").await;
    let patch = TaskPatch {
        title: Some("Pay the landlord".into()),
        ..TaskPatch::default()
    };
    let edit = Action::edit(id, patch);
    chat.person().apply(edit).await.unwrap();
    let said = chat.say("undo").await;
    assert!(said.contains("was changed since"), "{said}");
    assert_eq!(chat.steps, None);
    assert_eq!(chat.task(id).await.title, "Pay the landlord");
}

#[tokio::test]
async fn words_that_only_begin_a_title_are_asked_about() {
    let mut chat = chat().await;
    let talk = chat.add("Teamwork talk").await;
    let rent = chat.add("Pay rent").await;
    let patch = TaskPatch {
        notes: Some("ask the team".into()),
        ..TaskPatch::default()
    };
    let edit = Action::edit(rent, patch);
    chat.person().apply(edit).await.unwrap();
    let asks = "Do you mean “Teamwork talk”? Say yes, or its name.";
    assert_eq!(chat.say("delete team").await, asks);
    assert_eq!(chat.say("no").await, "All right, nothing was changed.");
    assert_eq!(chat.say("complete team").await, asks);
    assert_eq!(
        chat.say("Teamwork talk").await,
        "Done: “Teamwork talk” is completed."
    );
    assert!(chat.task(talk).await.completed_at.is_some());
    assert!(
        chat.say("complete the team task")
            .await
            .starts_with("I found no open task")
    );
    assert!(chat.task(rent).await.completed_at.is_none());
}
