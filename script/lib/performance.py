"""Writes docs/performance.md to standard output, from the JSON that the benchmarks left.

performance.py FOLDER: the folder with engine.json and, where they were made, taskchampion.json and
processes.json, window.json, list.json, quick_add.json, chat.json and opening.json. It is also the folder whose disk was measured.
"""

import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys


def load(folder, name):
    path = folder / name
    return json.loads(path.read_text()) if path.exists() else None


def shell(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value < 10 else f"{value:.1f}"


def cell(line):
    """A line's numbers: median, p95 and least, or the one that there is."""
    if "value" in line:
        return f"{number(line['value'])} {line['unit']}"
    if line["n"] == 1:
        return f"{number(line['median'])} {line['unit']}"
    return f"{number(line['median'])} / {number(line['p95'])} / {number(line['min'])}"


def verdict(line):
    if line.get("target") is None:
        return ""
    return f"{line['target']}: {'met' if line['met'] else '**missed**'}"


def by_size(lines):
    sizes = {}
    for line in lines:
        sizes.setdefault(line["tasks"], []).append(line)
    return sizes


def table(lines):
    """One row for each measurement, one column for each size; every size has the same ones."""
    sizes = by_size(lines)
    columns = sorted(sizes)
    print(f"| | {' | '.join(f'{size:,}' for size in columns)} | Target at {columns[-1]:,} |")
    print(f"|---|{'---:|' * len(columns)}---|")
    for several in zip(*(sizes[size] for size in columns)):
        name = several[-1]["name"].replace("|", "\\|")
        print(f"| {name} | {' | '.join(cell(line) for line in several)} | {verdict(several[-1])} |")


def plain(lines, size="Tasks"):
    print(f"| {size} | | | Target |\n|---:|---|---:|---|")
    for line in lines:
        told = cell(line)
        if line["n"] > 1:
            told += f" {line['unit']}"
        tasks = f"{line['tasks']:,}" if line["tasks"] else ""
        print(f"| {tasks} | {line['name']} | {told} | {verdict(line)} |")


def main():
    folder = pathlib.Path(sys.argv[1])
    engine = load(folder, "engine.json")
    other, processes = load(folder, "taskchampion.json"), load(folder, "processes.json")
    window, rows = load(folder, "window.json"), load(folder, "list.json")
    quick_add = load(folder, "quick_add.json")
    chat, opening = load(folder, "chat.json"), load(folder, "opening.json")
    disk = shell("stat", "--file-system", "--format=%T", str(folder))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"""# Performance

`script/bench` wrote this page on {datetime.date.today()}.

| | |
|---|---|
| Machine | {processor()}, {os.cpu_count()} cores, {memory:.0f} GiB |
| System | {platform.system()} {platform.release()} |
| Load when it ended | {os.getloadavg()[0]:.1f} running processes (1 minute); above the number of cores others took their part of every time here, and the least of each says more than the rest |
| Disk | {disk}; every commit waits for it (`synchronous = FULL`) |
| SQLite | {engine["sqlite"]} |

Numbers with slashes are median / 95th percentile / least, in milliseconds. Times are of whole calls of `task::Tasks`, through Tokio and back, with the file in the system's cache and the statements compiled; "open the store" begins with neither connections nor statements. The tasks are made by `crates/store/benches/engine/data.rs`, the same ones in every run of a day: 60 lists, 40 tags, words by Zipf's law, a tenth recurring, a twentieth subtasks, notes on a third, a fifth completed, 3 of 100 in the trash.

## The engine
An add is measured in turns with SQLite alone: the very rows that the add wrote, by prepared statements in one transaction, in a copy of the same file with the same settings. Nobody else writes meanwhile, so the time of a call is the longest that it can have held the write lock.
""")
    table(engine["lines"])
    if other:
        print("""
## TaskChampion
The library under Taskwarrior 3 (version 3.1.0), with its own SQLite storage, its defaults and tasks of about the same size: a commit for each change, 500 tasks for each commit in bulk. It keeps properties and operations and no views, search or order; who lists its tasks reads all pending ones.
""")
        table(other["lines"])
    if processes:
        print("\n## The executables\n")
        plain(processes["lines"])
    if window:
        print("""
## The window
Seen from outside, on a display without a GPU: the time from the start of the process until its letters are on the display, in turns with a bare window of Tauri, which shows a static page and nothing else. One can type when the page has said that its first rows are drawn. Memory is the PSS of all processes, the webview's among them.
""")
        plain(window["lines"])
    if rows:
        print("""
In the window, driven from outside. An add is timed from the key to the task after the frame with the new row; frames of a scroll of 60 pixels each, beside the same rows on a page that nobody has to make while it is scrolled.
""")
        plain(rows["lines"])
    if quick_add:
        print("""
The quick-add window, from the key that xdotool presses, or from the command, until it is shown and has the keyboard; another program had it before.
""")
        plain(quick_add["lines"])
    if chat:
        print("""
## The chat
Over HTTP on loopback, one connection kept open, answered by the interpreter on this computer; the profile has 1,000 conversations of 1,000 items each, and no tasks.
""")
        plain(chat["lines"], "Items")
    if opening:
        print("""
In the window, with the stand-in for ChatKit of the tests, which is much smaller than ChatKit, on loopback; executables built for debugging, since no other takes it.
""")
        plain(opening["lines"], "Items")


main()
