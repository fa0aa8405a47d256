//! Beginning anew: everything goes to the trash, can be taken back, and survives a kill on the way;
//! and what the activity says of clients and of people's words.
#![allow(clippy::unwrap_used, reason = "tests")]

mod profile;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use calm_orbit_store::{Options, Store};
use profile::{Profile, add, called, furnish, is_sound, person, picture, rename};
use task::{Action, Actor, Target, TaskId, Tasks};

/// The environment variable that makes this binary clear the profile that it names.
const CLEARER: &str = "CALM_ORBIT_TEST_CLEARER";

async fn open(store: &Store) -> u64 {
    person(store).overview().await.unwrap().open
}

#[tokio::test]
async fn everything_goes_to_the_trash_and_comes_back() {
    let profile = Profile::new().await;
    furnish(&profile.store).await;
    let before = picture(&profile.store).await;
    profile.store.set_setting("mine", Some("1")).await.unwrap();

    let cleared = profile.store.clear(Actor::Person).await.unwrap();
    let overview = person(&profile.store).overview().await.unwrap();
    assert_eq!(overview.open, 0);
    assert!(overview.lists.is_empty() && overview.filters.is_empty() && overview.tags.is_empty());
    assert_eq!(profile.store.trash_size().await.unwrap(), 5);
    assert_eq!(
        profile.store.setting("mine").await.unwrap().as_deref(),
        Some("1")
    );
    assert!(cleared.before.path.exists());
    is_sound(&profile.store).await;
    let names: Vec<_> = std::fs::read_dir(profile.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("restoring-"))
        .collect();
    assert_eq!(names, Vec::<String>::new());

    let undone = person(&profile.store)
        .undo(Target::Group(cleared.group))
        .await
        .unwrap();
    assert_eq!(undone.stayed, []);
    assert_eq!(picture(&profile.store).await, before);

    profile.store.clear(Actor::Person).await.unwrap();
    profile
        .store
        .restore(&cleared.before.path, Actor::Person)
        .await
        .unwrap();
    assert_eq!(picture(&profile.store).await, before);
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "clearer", "--nocapture", "--test-threads=1"])
        .env(CLEARER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Not a test of its own: what the next one starts and kills.
#[tokio::test]
async fn clearer() {
    let Some(folder) = std::env::var_os(CLEARER) else {
        return;
    };
    let store = Store::open(Path::new(&folder), Options::default())
        .await
        .unwrap();
    store.clear(Actor::Person).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_on_the_way_loses_nothing() {
    const TASKS: u64 = 2_600;
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default())
        .await
        .unwrap();
    let at = person(&store).now().timestamp();
    for part in 0..4 {
        let tasks = (0..TASKS / 4).map(|n| (TaskId::fresh(at), called(&format!("{part}.{n}"))));
        let tasks = tasks.collect();
        person(&store)
            .apply(Action::AddTasks { tasks })
            .await
            .unwrap();
    }

    let mut half_done = 0;
    for _ in 0..20 {
        let before = open(&store).await;
        let mut child = start(folder.path());
        // Until it has begun to clear, or is through.
        let mut look = tokio::time::interval(Duration::from_millis(2));
        while open(&store).await == before && child.try_wait().unwrap().is_none() {
            look.tick().await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let left = open(&store).await;
        assert_eq!((left % 100, left <= before), (0, true), "a step is whole");
        is_sound(&store).await;
        if left == 0 {
            break;
        }
        half_done += usize::from(left < TASKS);
    }
    assert!(half_done > 0, "it was never killed on the way");

    // The next attempt ends what was begun, and one undo takes all of it back.
    let cleared = store.clear(Actor::Person).await.unwrap();
    assert_eq!(open(&store).await, 0);
    let undone = person(&store)
        .undo(Target::Group(cleared.group))
        .await
        .unwrap();
    assert_eq!((undone.stayed.len(), open(&store).await), (0, TASKS));
    is_sound(&store).await;
}

#[tokio::test]
async fn clients_are_known_by_what_they_changed() {
    let profile = Profile::new().await;
    add(&profile.store, called("By hand")).await;
    let act = async |name: &str, title: &str| {
        let id = TaskId::fresh(person(&profile.store).now().timestamp());
        let client = profile.store.caller(Actor::client(name));
        client.apply(Action::add(id, called(title))).await.unwrap();
    };
    act("Claude: desktop", "One").await;
    profile.pass(jiff::Span::new().minutes(5));
    act("cursor", "Two").await;
    act("cursor", "Three").await;
    let clients = profile.store.clients().await.unwrap();
    let told: Vec<_> = clients
        .iter()
        .map(|client| (client.name.as_str(), client.changes))
        .collect();
    assert_eq!(told, [("cursor", 2), ("Claude: desktop", 1)]);
    assert!(clients[0].last > clients[1].last);
}

#[tokio::test]
async fn words_are_all_that_people_wrote() {
    let profile = Profile::new().await;
    let ids = furnish(&profile.store).await;
    rename(&profile.store, ids[3], "Buy envelopes").await;
    let client = profile.store.caller(Actor::client("Claude: desktop"));
    let id = TaskId::fresh(client.now().timestamp());
    client.apply(Action::add(id, called("Mine"))).await.unwrap();
    let words = profile.store.words().await.unwrap();
    let known = [
        "Pay the rent",
        "Oat milk, 東京タワー",
        "Home",
        "money",
        "crème",
        "Learn Latin",
        "Soon",
        "@money",
        "Buy stamps",
        "Buy envelopes",
        "Claude: desktop",
    ];
    let missing: BTreeSet<_> = known
        .iter()
        .filter(|&&word| !words.contains(word))
        .collect();
    assert_eq!(missing, BTreeSet::new());
}
