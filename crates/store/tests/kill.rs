//! Processes that are killed while they write: what they acknowledged is there, and nothing is
//! half done. `script/soak` runs it with the number of kills that matters.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

mod profile;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use calm_orbit_store::{Options, Store};
use profile::{called, is_sound};
use serde::{Deserialize, Serialize};
use task::{Action, Actor, Target, Task, TaskDraft, TaskId, TaskPatch, Tasks};

/// The environment variable that makes this binary a writer on the profile that it names.
const WRITER: &str = "CALM_ORBIT_TEST_WRITER";
/// Writers at a time.
const WRITERS: usize = 4;

/// Something that a writer says, a line of JSON each.
#[derive(Debug, Serialize, Deserialize)]
enum Said {
    /// It begins to change these tasks, in one action.
    Begins(Vec<TaskId>),
    /// The action is committed; the tasks are now so.
    Did(Vec<(TaskId, State)>),
}

/// What a person sees of a task; `None` where it isn't there.
type State = Option<String>;

fn state(task: &Task) -> String {
    serde_json::to_string(task).unwrap()
}

async fn states(tasks: &impl Tasks, ids: &[TaskId]) -> Vec<(TaskId, State)> {
    let found = tasks.get(ids).await.unwrap();
    let state_of = |id: &TaskId| found.iter().find(|task| task.id == *id).map(state);
    ids.iter().map(|id| (*id, state_of(id))).collect()
}

fn say(said: &Said) {
    // Whole lines, beside what the test harness says.
    let line = format!("\n{}\n", serde_json::to_string(said).unwrap());
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Numbers that look random and are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // splitmix64 (Steele, Lea and Flood, 2014).
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

/// What this writer may still take back: the tasks of each of its actions.
struct Writer {
    store: Store,
    name: String,
    dice: Dice,
    tasks: Vec<TaskId>,
    done: Vec<Vec<TaskId>>,
    count: u64,
}

impl Writer {
    fn door(&self) -> impl Tasks + use<> {
        self.store.caller(Actor::client(&self.name))
    }

    async fn act(&mut self, action: Action) {
        let ids = action.tasks();
        let before = states(&self.door(), &ids).await;
        say(&Said::Begins(ids.clone()));
        self.door().apply(action).await.unwrap();
        let after = states(&self.door(), &ids).await;
        // What was so already, such as completing what is done, is nothing to take back.
        if after != before {
            self.done.push(ids);
        }
        say(&Said::Did(after));
    }

    async fn add(&mut self, many: u64) {
        let mut tasks = Vec::new();
        for n in 0..many {
            let id = TaskId::fresh(self.door().now().timestamp());
            let mut draft = TaskDraft {
                notes: "Words that the index holds".to_owned(),
                tags: vec![format!("t{}", self.dice.roll(5))],
                ..called(&format!("{} task {}.{n}", self.name, self.count))
            };
            match self.dice.roll(4) {
                0 => draft.list = Some(format!("List {}", self.dice.roll(3))),
                1 => draft.recurrence = Some("FREQ=DAILY".parse().unwrap()),
                2 => draft.due = Some("2026-11-22T09:00[Europe/Berlin]".parse().unwrap()),
                _ => {}
            }
            tasks.push((id, draft));
        }
        self.tasks.extend(tasks.iter().map(|(id, _)| *id));
        self.act(Action::AddTasks { tasks }).await;
    }

    /// One or two of its own tasks.
    fn some(&mut self) -> Vec<TaskId> {
        let count = u64::try_from(self.tasks.len()).unwrap();
        let mut ids = BTreeSet::new();
        for _ in 0..2 {
            let at = usize::try_from(self.dice.roll(count)).unwrap();
            ids.insert(self.tasks[at]);
        }
        ids.into_iter().collect()
    }

    async fn step(&mut self) {
        self.count += 1;
        if self.tasks.is_empty() {
            return self.add(2).await;
        }
        let patch = match self.dice.roll(9) {
            0 | 1 => return self.add(1).await,
            2 => return self.add(25).await,
            3 => {
                let ids = self.some();
                return self
                    .act(Action::CompleteTasks {
                        ids,
                        completed: true,
                    })
                    .await;
            }
            4 => {
                let ids = self.some();
                self.tasks.retain(|id| !ids.contains(id));
                return self.act(Action::DeleteTasks { ids }).await;
            }
            5 | 6 => {
                let Some(ids) = self.done.pop() else { return };
                say(&Said::Begins(ids.clone()));
                self.door().undo(Target::Last).await.unwrap();
                say(&Said::Did(states(&self.door(), &ids).await));
                // Only what is still there is changed again.
                let mut left = Vec::new();
                for task in self.door().get(&self.tasks.clone()).await.unwrap() {
                    if task.deleted_at.is_none() {
                        left.push(task.id);
                    }
                }
                self.tasks = left;
                return;
            }
            7 => TaskPatch {
                add_tags: vec![format!("n{}", self.count)],
                ..TaskPatch::default()
            },
            _ => TaskPatch {
                title: Some(format!("{} renamed {}", self.name, self.count)),
                ..TaskPatch::default()
            },
        };
        let ids = self.some();
        self.act(Action::EditTasks { ids, patch }).await;
    }
}

/// Not a test by itself: the writer that `what_was_acknowledged_survives` starts.
#[tokio::test]
async fn writer() {
    let Ok(settings) = std::env::var(WRITER) else {
        return;
    };
    let (name, folder) = settings.split_once(' ').unwrap();
    let seed = name.bytes().fold(7_u64, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    let mut writer = Writer {
        store: Store::open(Path::new(folder), Options::default())
            .await
            .unwrap(),
        name: name.to_owned(),
        dice: Dice(seed),
        tasks: Vec::new(),
        done: Vec::new(),
        count: 0,
    };
    loop {
        writer.step().await;
    }
}

/// What is known of what the writers did.
#[derive(Default)]
struct Known {
    actions: usize,
    /// How each task was when it was last acknowledged.
    acknowledged: BTreeMap<TaskId, State>,
    /// The actions that had begun when their writer was killed.
    begun: Vec<Vec<TaskId>>,
}

impl Known {
    fn hear(&mut self, lines: impl Iterator<Item = String>) {
        let mut begun = None;
        for line in lines.filter(|line| line.starts_with('{')) {
            // The last line may be cut off.
            let Ok(said) = serde_json::from_str(&line) else {
                continue;
            };
            match said {
                Said::Begins(ids) => begun = Some(ids),
                Said::Did(states) => {
                    begun = None;
                    self.actions += 1;
                    self.acknowledged.extend(states);
                }
            }
        }
        self.begun.extend(begun);
    }
}

fn start(folder: &Path, name: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture", "--test-threads=1"])
        .env(WRITER, format!("{name} {}", folder.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Starts a writer, kills it at some moment, and takes down what it said.
fn live_and_die(folder: &Path, name: &str, dice: &mut Dice) -> Known {
    let mut child = start(folder, name);
    let out = child.stdout.take().unwrap();
    let mut error = child.stderr.take().unwrap();
    let (begin, begun) = std::sync::mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut known = Known::default();
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        known.hear(lines.inspect(|line| {
            if line.starts_with('{') {
                // Nobody listens any more once it is killed.
                begin.send(()).ok();
            }
        }));
        known
    });
    // The moment of a kill is what this is about: some fall into the opening, most into the work.
    if dice.roll(6) > 0 {
        begun.recv().unwrap();
    }
    std::thread::sleep(Duration::from_micros(dice.roll(250_000)));
    child.kill().unwrap();
    let status = child.wait().unwrap();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut error, &mut said).unwrap();
    assert_eq!(status.code(), None, "it ended before it was killed: {said}");
    listener.join().unwrap()
}

async fn look(folder: &Path, known: &Known) {
    let store = Store::open(folder, Options::default()).await.unwrap();
    is_sound(&store).await;
    let tasks = store.caller(Actor::Person);
    let uncertain: BTreeSet<TaskId> = known.begun.iter().flatten().copied().collect();
    let certain: Vec<TaskId> = known
        .acknowledged
        .keys()
        .filter(|id| !uncertain.contains(id))
        .copied()
        .collect();
    for ids in certain.chunks(500) {
        for (id, state) in states(&tasks, ids).await {
            assert_eq!(
                state, known.acknowledged[&id],
                "{id} is not as acknowledged"
            );
        }
    }
    for ids in &known.begun {
        let before = |id: &TaskId| known.acknowledged.get(id).cloned().flatten();
        let changed: Vec<bool> = states(&tasks, ids)
            .await
            .into_iter()
            .map(|(id, state)| state != before(&id))
            .collect();
        assert!(
            changed.iter().all(|changed| *changed) || !changed.iter().any(|changed| *changed),
            "an action was half done: {changed:?}"
        );
    }
    store.close().await;
}

#[test]
fn what_was_acknowledged_survives() {
    let kills: usize = std::env::var("CALM_ORBIT_SOAK_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(24);
    let folder = tempfile::tempdir().unwrap();
    let next = AtomicUsize::new(0);
    let known: Vec<Known> = std::thread::scope(|scope| {
        let lives: Vec<_> = (0..WRITERS)
            .map(|slot| {
                let (next, folder) = (&next, folder.path());
                scope.spawn(move || {
                    let mut dice = Dice(u64::try_from(slot).unwrap());
                    let mut all = Vec::new();
                    loop {
                        let life = next.fetch_add(1, Ordering::Relaxed);
                        if life >= kills {
                            return all;
                        }
                        all.push(live_and_die(folder, &format!("writer{life}"), &mut dice));
                    }
                })
            })
            .collect();
        lives
            .into_iter()
            .flat_map(|life| life.join().unwrap())
            .collect()
    });
    let mut all = Known::default();
    for known in known {
        all.actions += known.actions;
        all.acknowledged.extend(known.acknowledged);
        all.begun.extend(known.begun);
    }
    assert!(
        all.actions > kills,
        "too few actions to tell: {}",
        all.actions
    );
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(look(folder.path(), &all));
    println!(
        "{kills} kills: {} acknowledged actions on {} tasks, {} cut short; all there, none half done",
        all.actions,
        all.acknowledged.len(),
        all.begun.len()
    );
}
