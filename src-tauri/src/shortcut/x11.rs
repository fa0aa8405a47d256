//! Keys of an X11 display: held by a grab on the root window. A thread of its own waits for them;
//! nobody looks again and again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{
    ConnectionExt, GrabMode, KeyButMask, KeyPressEvent, Keycode, Mapping, ModMask, Window,
};
use x11rb::protocol::{ErrorKind, Event};
use x11rb::rust_connection::RustConnection;

use super::Refusal;
use super::keys::Keys;

/// The modifiers that count; caps lock and number lock don't.
const COUNTING: u16 = 0b0100_1101;

/// With each lock on or off: X11 takes those for modifiers too.
fn locks() -> [ModMask; 4] {
    let number = ModMask::M2;
    [
        ModMask::default(),
        ModMask::LOCK,
        number,
        ModMask::LOCK | number,
    ]
}

/// The keys that the app has on a display.
pub(super) struct Grabs {
    display: RustConnection,
    root: Window,
    held: Mutex<Option<Held>>,
}

#[derive(Clone, Copy)]
struct Held {
    keys: Keys,
    code: Keycode,
    modifiers: ModMask,
}

impl Grabs {
    /// Opens the display, and tells of each press of the keys that are held.
    pub(super) fn start(press: impl Fn() + Send + 'static) -> Result<Arc<Self>, Refusal> {
        let (display, screen) = x11rb::connect(None).map_err(|error| failed(&error))?;
        let root = display.setup().roots.get(screen).map(|screen| screen.root);
        let root = root.ok_or_else(|| Refusal::Unavailable("The display has no screen.".into()))?;
        let grabs = Arc::new(Self {
            display,
            root,
            held: Mutex::new(None),
        });
        let waiting = Arc::clone(&grabs);
        std::thread::Builder::new()
            .name("shortcut".into())
            .spawn(move || waiting.wait(press))
            .map_err(|error| failed(&error))?;
        Ok(grabs)
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds these keys in place of those of before. Where others have them, it still holds the
    /// old ones.
    pub(super) fn hold(&self, keys: Keys) -> Result<(), Refusal> {
        let mut held = self.held();
        if held.is_some_and(|held| held.keys == keys) {
            return Ok(());
        }
        let fresh = self.find(keys)?;
        self.grab(fresh)?;
        if let Some(old) = held.replace(fresh) {
            self.ungrab(old);
        }
        Ok(())
    }

    /// Holds nothing any more.
    pub(super) fn release(&self) {
        if let Some(old) = self.held().take() {
            self.ungrab(old);
        }
    }

    /// Where the keys are on the keyboard of now.
    fn find(&self, keys: Keys) -> Result<Held, Refusal> {
        let setup = self.display.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = self
            .display
            .get_keyboard_mapping(first, last - first + 1)
            .map_err(|error| failed(&error))?
            .reply()
            .map_err(|error| failed(&error))?;
        let each = usize::from(mapping.keysyms_per_keycode).max(1);
        let symbol = keys.keysym();
        let has = |symbols: &[u32]| symbols.iter().take(2).any(|each| *each == symbol);
        let code = (first..=last)
            .zip(mapping.keysyms.chunks(each))
            .find_map(|(code, symbols)| has(symbols).then_some(code))
            .ok_or(Refusal::NoKey)?;
        let mut modifiers = ModMask::default();
        for (held, mask) in [
            (keys.ctrl, ModMask::CONTROL),
            (keys.alt, ModMask::M1),
            (keys.shift, ModMask::SHIFT),
            (keys.system, ModMask::M4),
        ] {
            if held {
                modifiers |= mask;
            }
        }
        Ok(Held {
            keys,
            code,
            modifiers,
        })
    }

    fn grab(&self, keys: Held) -> Result<(), Refusal> {
        for lock in locks() {
            let (code, modifiers) = (keys.code, keys.modifiers | lock);
            let grabbed = self
                .display
                .grab_key(
                    true,
                    self.root,
                    modifiers,
                    code,
                    GrabMode::ASYNC,
                    GrabMode::ASYNC,
                )
                .map_err(|error| failed(&error))?
                .check();
            if let Err(error) = grabbed {
                self.ungrab(keys);
                return Err(match error {
                    ReplyError::X11Error(error) if error.error_kind == ErrorKind::Access => {
                        Refusal::Taken
                    }
                    other => failed(&other),
                });
            }
        }
        Ok(())
    }

    fn ungrab(&self, keys: Held) {
        for lock in locks() {
            let let_go = self
                .display
                .ungrab_key(keys.code, self.root, keys.modifiers | lock);
            if let Ok(asked) = let_go {
                asked.ignore_error();
            }
        }
        if let Err(error) = self.display.flush() {
            tracing::warn!(%error, "the display cannot be told to let a shortcut go");
        }
    }

    /// Waits for presses, until the display goes.
    fn wait(&self, press: impl Fn()) {
        let mut last_release = None;
        loop {
            match self.display.wait_for_event() {
                Ok(Event::KeyPress(event)) => {
                    // A key that is kept down comes again and again, each release with the press
                    // that follows it.
                    let repeats = last_release == Some((event.detail, event.time));
                    if !repeats && self.is_held(&event) {
                        press();
                    }
                }
                Ok(Event::KeyRelease(event)) => last_release = Some((event.detail, event.time)),
                Ok(Event::MappingNotify(event)) if event.request == Mapping::KEYBOARD => {
                    self.find_again();
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(%error, "the display is gone, and the shortcut with it");
                    return;
                }
            }
        }
    }

    fn is_held(&self, event: &KeyPressEvent) -> bool {
        let pressed = event.state & KeyButMask::from(COUNTING);
        self.held().is_some_and(|held| {
            held.code == event.detail && u16::from(held.modifiers) == u16::from(pressed)
        })
    }

    /// The keyboard has another layout: the keys may be elsewhere.
    fn find_again(&self) {
        let mut held = self.held();
        let Some(old) = *held else { return };
        match self.find(old.keys) {
            Ok(fresh) if fresh.code == old.code => {}
            Ok(fresh) => {
                self.ungrab(old);
                *held = self.grab(fresh).is_ok().then_some(fresh);
            }
            Err(_) => tracing::warn!("this keyboard lacks the keys of the shortcut"),
        }
    }
}

fn failed(error: &dyn std::error::Error) -> Refusal {
    Refusal::Unavailable(error.to_string())
}
