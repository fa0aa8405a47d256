"""Measures whole processes: the command from start to end, the app from start to a shown window.

bench.py EXECUTABLES SCRATCH LARGE CHATS: the folder of both executables, one to write to, a profile
of 100,000 tasks and one of 1,000 conversations with 1,000 items each. The lines are left in
SCRATCH/processes.json, SCRATCH/window.json and SCRATCH/chat.json, as those of the other benchmarks.
"""

import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

import bench_chat
import bench_window

lines = []


def row(tasks, name, values, unit, limit=None, typical=None):
    """Adds a line; `limit` is what 95 of 100 values must stay below, `typical` what the median may
    be at most."""
    values = sorted(values)
    p95 = values[min(len(values) - 1, int(len(values) * 0.95))]
    median = statistics.median(values)
    line = {"tasks": tasks, "name": name, "unit": unit, "n": len(values), "median": median,
            "p95": p95, "min": values[0], "max": values[-1], "target": None, "met": None}
    told = ""
    if limit is not None:
        line["target"], line["met"] = f"p95 < {limit} {unit}", p95 < limit
    if typical is not None:
        line["target"], line["met"] = f"median ≤ {typical} {unit}", median <= typical
    if line["target"]:
        told = f"  [{line['target']}: {'met' if line['met'] else 'MISSED'}]"
    lines.append(line)
    print(f"{tasks:7} {name:46} median {median:8.1f}  p95 {p95:8.1f}  max {values[-1]:8.1f} {unit}"
          f"  n={len(values)}{told}")


def command_times(command, arguments, count):
    times = []
    for _ in range(count):
        begin = time.perf_counter()
        subprocess.run([command, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - begin) * 1000)
    return times


def peak_memory(command, arguments):
    """The largest resident set of one run, in MiB; the run is this process's first child."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        subprocess.run([command, *arguments], check=True, stdout=subprocess.DEVNULL)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        os.write(writer, str(peak).encode())
        os._exit(0)
    os.wait()
    return float(os.read(reader, 64))


def family(root):
    """A process and all that descend from it."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            parents.setdefault(int(stat.rsplit(")", 1)[1].split()[1]), []).append(int(entry.name))
    found, open_ = [], [root]
    while open_:
        process = open_.pop()
        found.append(process)
        open_.extend(parents.get(process, []))
    return found


def proportional_memory(root):
    """The PSS of a process and its children, in MiB: shared pages counted once."""
    total = 0
    for process in family(root):
        try:
            lines = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def main():
    folder, scratch, large, chats = (pathlib.Path(argument) for argument in sys.argv[1:5])
    command, app = folder / "calm-orbit", folder / "calm-orbit-desktop"
    profile = scratch / "profile"
    at = ["--data-dir", str(profile)]
    for index in range(100):
        subprocess.run([command, *at, "add", f"Task number {index}"], check=True,
                       stdout=subprocess.DEVNULL)

    for name in (command, app):
        row(0, f"{name.name}, on disk", [name.stat().st_size / 1024 / 1024], "MiB")
    row(0, "calm-orbit --version", command_times(command, ["--version"], 40), "ms")
    row(100, "calm-orbit list", command_times(command, [*at, "list"], 40), "ms", 30)
    row(100, "calm-orbit add", command_times(command, [*at, "add", "One more"], 40), "ms")
    in_large = ["--data-dir", str(large), "list"]
    row(100_000, "calm-orbit list", command_times(command, in_large, 40), "ms", 30)
    row(100_000, "calm-orbit list, largest resident set",
        [peak_memory(command, in_large) for _ in range(5)], "MiB", 40)
    (scratch / "processes.json").write_text(json.dumps({"lines": lines}))

    lines.clear()
    bench_window.measure(app, folder / "examples" / "bare", {100: profile, 100_000: large},
                         proportional_memory, row)
    (scratch / "window.json").write_text(json.dumps({"lines": lines}))

    lines.clear()
    bench_chat.measure(command, chats, row)
    (scratch / "chat.json").write_text(json.dumps({"lines": lines}))


main()
