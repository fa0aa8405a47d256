//! Conversations as the window has them: ChatKit requests on a real database, with the person's
//! own changes beside them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::sync::Arc;

use calm_orbit_host::chat_server;
use chatkit::workflow::WorkflowSummary;
use chatkit::{Event, ItemKind, Reply};
use futures::StreamExt;
use serde_json::{Value, json};
use store::{Options, Store};
use task::{Action, Actor, Target, Task, TaskDraft, TaskId, TaskPatch, Tasks, View};

struct Chat {
    server: chatkit::Server,
    store: Store,
    thread: Option<String>,
    /// What the last answer's folded steps say.
    steps: Option<String>,
    _folder: tempfile::TempDir,
}

async fn chat() -> Chat {
    let folder = tempfile::tempdir().unwrap();
    let now = || "2026-11-21T09:00[Europe/Berlin]".parse().unwrap();
    let options = Options {
        now: Arc::new(now),
        ..Options::default()
    };
    let store = Store::open(folder.path(), options).await.unwrap();
    Chat {
        server: chat_server(&store),
        store,
        thread: None,
        steps: None,
        _folder: folder,
    }
}

impl Chat {
    /// Says something and gives back what the assistant wrote.
    async fn say(&mut self, text: &str) -> String {
        let input = json!({
            "content": [{"type": "input_text", "text": text}],
            "attachments": [],
            "inference_options": {},
        });
        let request = match &self.thread {
            None => json!({"type": "threads.create", "params": {"input": input}}),
            Some(thread) => json!({
                "type": "threads.add_user_message",
                "params": {"thread_id": thread, "input": input},
            }),
        };
        let Reply::Stream(mut events) = self
            .server
            .handle(request.to_string().as_bytes())
            .await
            .unwrap()
        else {
            panic!("{text}: not a stream");
        };
        let mut said = String::new();
        self.steps = None;
        while let Some(event) = events.next().await {
            match event {
                Event::ThreadCreated { thread } => {
                    self.thread = Some(thread.thread().id.to_string());
                }
                Event::ItemDone { item } => match &item.kind {
                    ItemKind::AssistantMessage { .. } => {
                        said.push_str(&item.message_text().unwrap());
                    }
                    ItemKind::Workflow { workflow } => {
                        self.steps = match &workflow.summary {
                            Some(WorkflowSummary::Custom { title, .. }) => Some(title.clone()),
                            _ => panic!("{text}: {workflow:?}"),
                        };
                    }
                    _ => {}
                },
                Event::Error { .. } => panic!("{text}: {event:?}"),
                _ => {}
            }
        }
        said
    }

    fn person(&self) -> impl Tasks + use<> {
        self.store.caller(Actor::Person)
    }

    async fn add(&self, title: &str) -> TaskId {
        self.add_to(None, title).await
    }

    async fn add_to(&self, list: Option<&str>, title: &str) -> TaskId {
        let tasks = self.person();
        let id = TaskId::fresh(tasks.now().timestamp());
        let draft = TaskDraft {
            title: title.into(),
            list: list.map(Into::into),
            ..TaskDraft::default()
        };
        tasks.apply(Action::AddTask { id, draft }).await.unwrap();
        id
    }

    async fn titles(&self, view: View) -> Vec<String> {
        let tasks = self.person();
        let ids = tasks.ids(&view).await.unwrap();
        tasks
            .get(&ids)
            .await
            .unwrap()
            .into_iter()
            .map(|task| task.title)
            .collect()
    }

    async fn task(&self, id: TaskId) -> Task {
        self.person().get(&[id]).await.unwrap().remove(0)
    }
}

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
    chat.say("Delete the dentist task").await;
    assert_eq!(chat.titles(View::Trash).await.len(), 2, "now only one fits");
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
            .contains("is not a date")
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
        chat.say("2").await.starts_with("What should I do with it"),
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
            .starts_with("I can't make, empty or delete lists")
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
    let edit = Action::EditTask { id, patch };
    chat.person().apply(edit).await.unwrap();
    let said = chat.say("undo").await;
    assert!(said.contains("was changed since"), "{said}");
    assert_eq!(chat.steps, None);
    assert_eq!(chat.task(id).await.title, "Pay the landlord");
}
