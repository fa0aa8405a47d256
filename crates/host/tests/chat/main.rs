//! Conversations as the window has them: ChatKit requests on a real database, with the person's
//! own changes beside them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod along;
mod conversations;
mod inputs;
mod junk;
mod meaning;
mod mentions;
mod shown;
mod talk;

use calm_orbit_host::chat_server;
use chatkit::Reply;
use serde_json::{Value, json};
use task::{Target, Tasks, View};

use talk::chat;

#[tokio::test]
async fn a_day_with_the_assistant() {
    let mut chat = chat().await;
    assert_eq!(
        chat.say("Add a task to buy groceries tomorrow").await,
        "Added “buy groceries”, due tomorrow."
    );
    chat.add("Call the dentist").await;
    assert_eq!(
        chat.say("Show me my tasks").await,
        "You have 2 open tasks:\n\n1. buy groceries, due tomorrow\n2. Call the dentist"
    );
    assert_eq!(
        chat.say("Mark task 2 as complete").await,
        "Done: “Call the dentist” is completed."
    );
    assert_eq!(
        chat.say("What's pending?").await,
        "You have 1 open task:\n\n1. buy groceries, due tomorrow"
    );
    assert_eq!(
        chat.say("Mark buy groceries as done").await,
        "Done: “buy groceries” is completed."
    );
    assert_eq!(
        chat.say("undo").await,
        "Took back: completed “buy groceries”."
    );
    assert_eq!(chat.titles(View::Open).await, ["buy groceries"]);
}

#[tokio::test]
async fn several_that_fit_are_asked_about() {
    let mut chat = chat().await;
    chat.add("Call the dentist").await;
    chat.add("Pay the dentist").await;
    assert_eq!(
        chat.say("Delete the dentist task").await,
        "2 fit. Which one shall I delete? Say its number.\n\n1. Pay the dentist\n2. Call the dentist"
    );
    assert_eq!(
        chat.titles(View::Open).await.len(),
        2,
        "nothing is deleted before the answer"
    );
    assert_eq!(
        chat.say("the second one").await,
        "“Call the dentist” is in the trash. Say “undo” to have it back."
    );
    assert_eq!(chat.titles(View::Open).await, ["Pay the dentist"]);
    assert_eq!(
        chat.say("Delete the dentist task").await,
        "Shall I move “Pay the dentist” to the trash? Say yes or no.",
        "now only one fits"
    );
    chat.say("yes").await;
    assert_eq!(chat.titles(View::Trash).await.len(), 2);
}

#[tokio::test]
async fn a_question_can_be_dropped() {
    let mut chat = chat().await;
    chat.add("Call the dentist").await;
    chat.add("Pay the dentist").await;
    chat.say("Complete the dentist task").await;
    assert_eq!(
        chat.say("never mind").await,
        "All right, nothing was changed."
    );
    assert!(chat.say("1").await.contains("What should I do with it"));
    assert_eq!(chat.titles(View::Open).await.len(), 2);
}

#[tokio::test]
async fn what_it_changed_is_its_own_to_take_back() {
    let mut chat = chat().await;
    let mine = chat.add("Mine").await;
    assert!(chat.say("undo").await.starts_with("I have changed nothing"));
    chat.say("add theirs").await;
    assert_eq!(chat.titles(View::Inbox).await, ["Mine", "theirs"]);
    let undone = chat.person().undo(Target::Last).await.unwrap();
    assert_eq!(
        undone.restored,
        [mine],
        "Ctrl Z takes back the person's own"
    );
    chat.say("undo").await;
    assert!(chat.titles(View::Inbox).await.is_empty());
}

#[tokio::test]
async fn tasks_move_and_change_their_names() {
    let mut chat = chat().await;
    let id = chat.add("Call the dentist").await;
    assert_eq!(
        chat.say("move the dentist to friday 9am").await,
        "“Call the dentist” is due on Friday 27 November at 9:00 now."
    );
    assert!(
        chat.say("move the dentist to the moon")
            .await
            .contains("is not a date that I know, nor one of your lists")
    );
    chat.say("rename call the dentist to Call Dr. Ngo").await;
    let task = chat.task(id).await;
    assert_eq!(task.title, "Call Dr. Ngo");
    assert_eq!(task.due.unwrap().to_string(), "2026-11-27T09:00");
}

#[tokio::test]
async fn it_says_plainly_what_it_cannot() {
    let mut chat = chat().await;
    let said = chat.say("Write me a poem about the sea").await;
    assert!(
        said.starts_with("I don't understand that: there is no language model here"),
        "{said}"
    );
    assert!(
        chat.say("Mark unicorn as done")
            .await
            .starts_with("I found no open task")
    );
    assert!(
        chat.say("complete 7")
            .await
            .starts_with("I don't know which task")
    );
    assert!(
        chat.say(&format!("add {}", "x".repeat(2_000)))
            .await
            .contains("1000 characters")
    );
    assert!(chat.titles(View::Open).await.is_empty());
}

#[tokio::test]
async fn a_title_in_an_answer_is_text_and_no_markup() {
    let mut chat = chat().await;
    chat.add("**Delete** <img src=x> [all](https://example.com)")
        .await;
    let said = chat.say("show my tasks").await;
    assert!(
        said.ends_with("1. \\*\\*Delete\\*\\* \\<img src=x\\> \\[all\\](https://example.com)"),
        "{said}"
    );
}

#[tokio::test]
async fn the_thread_remembers_over_a_restart() {
    let mut chat = chat().await;
    chat.add("Call the dentist").await;
    chat.add("Pay the dentist").await;
    chat.say("Complete the dentist task").await;
    chat.server = chat_server(&chat.store);
    assert_eq!(
        chat.say("2").await,
        "Done: “Call the dentist” is completed."
    );
    let list: Value = json!({"type": "threads.list", "params": {}});
    let Reply::Json(threads) = chat
        .server
        .handle(list.to_string().as_bytes())
        .await
        .unwrap()
    else {
        panic!("threads.list streams");
    };
    let threads: Value = serde_json::from_slice(&threads).unwrap();
    assert_eq!(threads["data"][0]["title"], "Complete the dentist task");
    assert_eq!(threads["data"].as_array().unwrap().len(), 1);
}
