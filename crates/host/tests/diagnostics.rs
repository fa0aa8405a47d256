//! What is handed to others says nothing of what the person wrote, and nothing secret.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;

use calm_orbit_host::chat::{Answers, ChatSettings, save_settings};
use calm_orbit_host::diagnostics::{Machine, report, save};
use store::{Options, Store};
use task::{Action, Actor, ListId, TaskDraft, TaskId, TaskPatch, Tasks};

fn machine() -> Machine {
    Machine {
        version: "1.2.3".to_owned(),
        system: "Some Linux".to_owned(),
        webview: "2.50".to_owned(),
    }
}

#[tokio::test]
async fn nothing_that_the_person_wrote_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let person = store.caller(Actor::Person);
    let now = person.now().timestamp();
    let draft = |title: &str| TaskDraft {
        title: title.to_owned(),
        notes: "Ask the notary\n\nThe safe is behind the mirror".to_owned(),
        tags: vec!["divorce".to_owned()],
        ..TaskDraft::default()
    };
    let add = async |title: &str| {
        let id = TaskId::fresh(now);
        let tasks = vec![(id, draft(title))];
        person.apply(Action::AddTasks { tasks }).await.unwrap();
        id
    };
    let id = add("Meet Miriam at the quay").await;
    let renamed = TaskPatch {
        title: Some("Meet nobody".to_owned()),
        ..TaskPatch::default()
    };
    let ids = vec![id];
    person
        .apply(Action::EditTasks {
            ids,
            patch: renamed,
        })
        .await
        .unwrap();
    let gone = add("Burn the letters").await;
    person
        .apply(Action::DeleteTasks { ids: vec![gone] })
        .await
        .unwrap();
    person
        .apply(Action::AddList {
            id: ListId::fresh(now),
            name: "Leaving Karl".to_owned(),
            colour: None,
        })
        .await
        .unwrap();
    let client = store.caller(Actor::client("Spy for Karl"));
    let tasks = vec![(TaskId::fresh(now), draft("Pack"))];
    client.apply(Action::AddTasks { tasks }).await.unwrap();
    let answers = Answers::Backend {
        url: "https://secret-host.example.com".to_owned(),
        path: "/api/hidden/session".to_owned(),
    };
    let chat = ChatSettings {
        answers,
        ..ChatSettings::default()
    };
    save_settings(&store, chat).await.unwrap();
    // A log that says everything that it must not say.
    fs::create_dir(folder.path().join("logs")).unwrap();
    let log = "\
2026-11-21T18:13:48Z  INFO calm_orbit_desktop::start: starting
2026-11-21T18:13:49Z  WARN calm_orbit_store: no row for Meet Miriam at the quay
2026-11-21T18:13:49Z  WARN calm_orbit_store: MEET NOBODY and burn the letters, The safe is behind the mirror
2026-11-21T18:13:49Z  WARN calm_orbit_store: tag divorce in Leaving Karl by Spy for Karl
2026-11-21T18:13:49Z  WARN calm_orbit_host: https://secret-host.example.com/api?token=abc refused
2026-11-21T18:13:49Z  WARN calm_orbit_host: key sk-proj-Zz9 and Bearer 0123, ABCDEF0123456789ABCDEF
";
    fs::write(folder.path().join("logs/desktop.log"), log).unwrap();

    let text = report(&store, &machine()).await.unwrap();
    let low = text.to_lowercase();
    for secret in [
        "miriam",
        "quay",
        "nobody",
        "letters",
        "notary",
        "mirror",
        "divorce",
        "leaving",
        "karl",
        "spy",
        "secret-host",
        "hidden",
        "token",
        "sk-proj",
        "zz9",
        "0123",
        "abcdef",
    ] {
        assert!(!low.contains(secret), "{secret} is in:\n{text}");
    }
    for said in [
        "version: 1.2.3",
        "system: Some Linux",
        "tasks: 3",
        "in the trash: 1",
        "lists: 1",
        "problems: 0",
        "chat answers from: a backend",
        "calm_orbit_desktop::start: starting",
    ] {
        assert!(text.contains(said), "{said} is missing in:\n{text}");
    }
}

#[test]
fn it_is_written_into_a_new_file_for_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let path = save("words", folder.path()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "words");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let nowhere = save("words", &folder.path().join("gone")).unwrap_err();
    assert_eq!(nowhere.code(), task::Code::Unavailable);
}
