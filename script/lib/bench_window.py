"""Measures the app's window from outside, in turns with a bare window of Tauri: how long from start
to the first letters on the display, how long until one can type, and the memory of all processes.
"""

import ctypes
import ctypes.util
import signal
import subprocess
import sys
import time

# What is looked at: a part of the display where either window has letters.
LEFT, TOP, WIDTH, HEIGHT = 420, 200, 400, 300
# Letters have softened edges: so many colours are words, and fewer are an empty window.
COLOURS = 12
PATIENCE = 60


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_uint32))]


class Display:
    """What the display shows."""

    def __init__(self):
        self.x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XGetImage.restype = ctypes.POINTER(_Image)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_int] * 2,
                                       *[ctypes.c_uint] * 2, ctypes.c_ulong, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.c_void_p]
        self.display = self.x11.XOpenDisplay(None)
        if not self.display:
            sys.exit("there is no X display to look at")
        self.root = self.x11.XDefaultRootWindow(self.display)
        self.seen, self.count = b"", 0

    def colours(self):
        """How many colours there are in the part that is looked at."""
        whole_pixmap = 2
        image = self.x11.XGetImage(self.display, self.root, LEFT, TOP, WIDTH, HEIGHT,
                                   0xFFFFFFFF, whole_pixmap)
        seen = ctypes.string_at(image.contents.data, WIDTH * HEIGHT * 4)
        self.x11.XDestroyImage(image)
        # Counting takes longer than looking, and what is measured needs the processor.
        if seen != self.seen:
            self.seen, self.count = seen, len(set(memoryview(seen).cast("I")))
        return self.count


def wait(what, process, probe):
    begin = time.perf_counter()
    while not probe():
        if process.poll() is not None or time.perf_counter() - begin > PATIENCE:
            sys.exit(f"waited in vain: {what}")
        time.sleep(0.005)


def start(display, command, ready, memory_of):
    """Milliseconds until the first letters, and until `ready` as well; MiB once they no longer move."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait("letters on the display", process, lambda: display.colours() >= COLOURS)
    painted = (time.perf_counter() - begin) * 1000
    wait("the page to be ready", process, ready)
    usable = (time.perf_counter() - begin) * 1000
    memory, before = memory_of(process.pid), -1.0
    while abs(memory - before) > 1:
        time.sleep(1)
        before, memory = memory, memory_of(process.pid)
    process.send_signal(signal.SIGTERM)
    process.wait()
    begin = time.perf_counter()
    while display.colours() >= COLOURS and time.perf_counter() - begin < PATIENCE:
        time.sleep(0.01)
    return painted, usable, memory


def measure(app, bare, profiles, memory_of, row, times=10):
    """`profiles` are the folders by how many tasks they have. Starts are in turns."""
    display = Display()

    def told(log, line):
        return log.read_text().count(line) if log.exists() else 0

    def app_start(profile):
        log = profile / "logs" / "desktop.log"
        before = told(log, "the page is ready")
        return start(display, [app, "--data-dir", profile],
                     lambda: told(log, "the page is ready") > before, memory_of)

    # The first start of each reads it from the disk.
    start(display, [bare], lambda: True, memory_of)
    runs = {"bare": []} | {count: [] for count in profiles}
    for _, profile in profiles.items():
        app_start(profile)
    for _ in range(times):
        runs["bare"].append(start(display, [bare], lambda: True, memory_of))
        for count, profile in profiles.items():
            runs[count].append(app_start(profile))

    row(0, "a bare window of Tauri, start to first letters", [run[0] for run in runs["bare"]], "ms")
    row(0, "a bare window of Tauri, PSS of all processes", [run[2] for run in runs["bare"]], "MiB")
    for count in profiles:
        pairs = list(zip(runs[count], runs["bare"]))
        row(count, "the app, start to first letters", [run[0] for run in runs[count]], "ms")
        row(count, "the same, times the bare window", [run[0] / other[0] for run, other in pairs],
            "×", typical=1.3)
        row(count, "the app, start until one can type", [run[1] for run in runs[count]], "ms")
        row(count, "the same, times the bare window's first letters",
            [run[1] / other[0] for run, other in pairs], "×", typical=1.3)
        row(count, "the app, PSS of all processes", [run[2] for run in runs[count]], "MiB")
        row(count, "the same, times the bare window", [run[2] / other[2] for run, other in pairs], "×")
