//! The plan of the house (docs/architecture.md), held against what Cargo knows: which room may
//! reach which, and who reaches no window library and no I/O.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// Each room of `crates/` and the rooms it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("task", &[]),
    ("chatkit", &[]),
    ("secrets", &[]),
    ("update", &[]),
    ("messages", &[]),
    ("store", &["task", "chatkit"]),
    ("mcp", &["task"]),
    ("assistant", &["task", "chatkit", "mcp"]),
    (
        "host",
        &[
            "task",
            "chatkit",
            "secrets",
            "store",
            "mcp",
            "assistant",
            "update",
            "messages",
        ],
    ),
    ("cli", &["task", "chatkit", "store", "mcp", "host"]),
];

struct House {
    /// The folder of each room by package id.
    rooms: BTreeMap<String, String>,
    /// The name of each package by package id.
    names: BTreeMap<String, String>,
    /// What each package depends on, but for its tests, by package id.
    arrows: BTreeMap<String, Vec<String>>,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn house() -> House {
    // For this platform alone: the packages of others need not be on this machine.
    let version = run("rustc", &["-vV"]);
    let platform = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let metadata = run(
        env!("CARGO"),
        &[
            "metadata",
            "--format-version=1",
            "--offline",
            "--locked",
            "--filter-platform",
            platform,
        ],
    );
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let members: Vec<String> = metadata["workspace_members"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect();
    let mut house = House {
        rooms: BTreeMap::new(),
        names: BTreeMap::new(),
        arrows: BTreeMap::new(),
    };
    for package in metadata["packages"].as_array().unwrap() {
        let id = text(&package["id"]);
        if members.contains(&id) {
            let manifest = text(&package["manifest_path"]).replace('\\', "/");
            let folder = manifest.rsplit('/').nth(1).unwrap().to_owned();
            house.rooms.insert(id.clone(), folder);
        }
        house.names.insert(id, text(&package["name"]));
    }
    for node in metadata["resolve"]["nodes"].as_array().unwrap() {
        let reached = node["deps"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|dependency| {
                let kinds = dependency["dep_kinds"].as_array().unwrap();
                kinds.iter().any(|kind| kind["kind"] != "dev")
            });
        let reached = reached.map(|dependency| text(&dependency["pkg"])).collect();
        house.arrows.insert(text(&node["id"]), reached);
    }
    house
}

impl House {
    fn id(&self, room: &str) -> &str {
        let found = self.rooms.iter().find(|(_, folder)| *folder == room);
        found.unwrap_or_else(|| panic!("there is no room {room}")).0
    }

    /// The names of all packages that a room reaches.
    fn reached(&self, room: &str) -> BTreeSet<&str> {
        let mut open = vec![self.id(room)];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            for next in &self.arrows[id] {
                if seen.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        seen.into_iter().map(|id| self.names[id].as_str()).collect()
    }
}

#[test]
fn arrows_point_one_way() {
    let house = house();
    for (room, allowed) in ARROWS {
        let found: BTreeSet<&str> = house.arrows[house.id(room)]
            .iter()
            .filter_map(|id| house.rooms.get(id).map(String::as_str))
            .collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        let foreign: Vec<_> = found.difference(&allowed).collect();
        assert!(foreign.is_empty(), "{room} must not depend on {foreign:?}");
    }
    let known: BTreeSet<&str> = ARROWS
        .iter()
        .map(|(room, _)| *room)
        .chain(["src-tauri"])
        .collect();
    let rooms: BTreeSet<&str> = house.rooms.values().map(String::as_str).collect();
    assert_eq!(rooms, known, "every room stands in the plan");
}

#[test]
fn no_crate_reaches_a_window_library() {
    let house = house();
    let libraries = [
        "tauri",
        "wry",
        "tao",
        "gtk",
        "webkit2gtk",
        "muda",
        "tray-icon",
    ];
    for (room, _) in ARROWS {
        for name in house.reached(room) {
            let foreign = libraries.contains(&name) || name.starts_with("tauri-");
            assert!(!foreign, "{room} reaches {name}");
        }
    }
    assert!(
        house.reached("src-tauri").contains("tauri"),
        "the check itself sees tauri"
    );
}

#[test]
fn the_domain_reaches_no_io() {
    let house = house();
    let reached = house.reached("task");
    for name in [
        "tokio", "rusqlite", "reqwest", "notify", "axum", "rmcp", "mio",
    ] {
        assert!(!reached.contains(name), "task reaches {name}");
    }
    let io = [
        "std::fs",
        "std::net",
        "std::io",
        "std::process",
        "SystemTime",
        "Zoned::now",
        "Timestamp::now",
    ];
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let content = std::fs::read_to_string(&path).unwrap();
            for word in io {
                assert!(!content.contains(word), "{} uses {word}", path.display());
            }
        }
    }
    assert!(files > 10, "only {files} files were read");
}
