//! Keys that make a shortcut, such as `CommandOrControl+Shift+Space`: modifiers, then one key, named
//! as `KeyboardEvent.code` names it or by what is printed on it.

use std::fmt;
use std::str::FromStr;

use task::Error;

/// A key other than a letter, a digit or an F key.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    name: &'static str,
    /// Other names for it.
    also: &'static [&'static str],
    /// Its keysym in X11.
    keysym: u32,
    /// The name of that keysym.
    xkb: &'static str,
}

const fn named(
    name: &'static str,
    also: &'static [&'static str],
    keysym: u32,
    xkb: &'static str,
) -> Named {
    Named {
        name,
        also,
        keysym,
        xkb,
    }
}

const NAMED: &[Named] = &[
    named("Space", &[" "], 0x20, "space"),
    named("Enter", &["Return"], 0xff0d, "Return"),
    named("Tab", &[], 0xff09, "Tab"),
    named("Backspace", &[], 0xff08, "BackSpace"),
    named("Delete", &[], 0xffff, "Delete"),
    named("Insert", &[], 0xff63, "Insert"),
    named("Home", &[], 0xff50, "Home"),
    named("End", &[], 0xff57, "End"),
    named("PageUp", &[], 0xff55, "Page_Up"),
    named("PageDown", &[], 0xff56, "Page_Down"),
    named("ArrowLeft", &["Left"], 0xff51, "Left"),
    named("ArrowUp", &["Up"], 0xff52, "Up"),
    named("ArrowRight", &["Right"], 0xff53, "Right"),
    named("ArrowDown", &["Down"], 0xff54, "Down"),
    named("Minus", &["-"], 0x2d, "minus"),
    named("Equal", &["="], 0x3d, "equal"),
    named("BracketLeft", &["["], 0x5b, "bracketleft"),
    named("BracketRight", &["]"], 0x5d, "bracketright"),
    named("Backslash", &["\\"], 0x5c, "backslash"),
    named("Semicolon", &[";"], 0x3b, "semicolon"),
    named("Quote", &["'"], 0x27, "apostrophe"),
    named("Comma", &[","], 0x2c, "comma"),
    named("Period", &["."], 0x2e, "period"),
    named("Slash", &["/"], 0x2f, "slash"),
    named("Backquote", &["`"], 0x60, "grave"),
];

/// A key of a shortcut, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    /// A to Z, 0 to 9.
    Printed(char),
    /// F1 to F24.
    Function(u8),
    Named(&'static Named),
}

impl Key {
    fn read(text: &str) -> Option<Self> {
        let same = |name: &str| name.eq_ignore_ascii_case(text);
        let known = |named: &&Named| same(named.name) || named.also.iter().copied().any(same);
        if let Some(named) = NAMED.iter().find(known) {
            return Some(Self::Named(named));
        }
        let upper = text.to_ascii_uppercase();
        let printed = upper
            .strip_prefix("KEY")
            .or_else(|| upper.strip_prefix("DIGIT"))
            .unwrap_or(&upper);
        let mut characters = printed.chars();
        if let (Some(one), None) = (characters.next(), characters.next()) {
            return one.is_ascii_alphanumeric().then_some(Self::Printed(one));
        }
        let number: u8 = upper.strip_prefix('F')?.parse().ok()?;
        (1..=24).contains(&number).then_some(Self::Function(number))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Printed(printed) => write!(f, "{printed}"),
            Self::Function(number) => write!(f, "F{number}"),
            Self::Named(named) => f.write_str(named.name),
        }
    }
}

/// Keys that make a shortcut. Its text is what every system's library reads: `Ctrl+Shift+Space`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Keys {
    pub(super) ctrl: bool,
    pub(super) alt: bool,
    pub(super) shift: bool,
    /// The Windows or command key.
    pub(super) system: bool,
    key: Key,
}

impl Keys {
    fn read(text: &str) -> Option<Self> {
        let (modifiers, key) = text.rsplit_once('+').unwrap_or(("", text));
        let mut keys = Self {
            ctrl: false,
            alt: false,
            shift: false,
            system: false,
            key: Key::read(key.trim())?,
        };
        for modifier in modifiers.split('+').filter(|_| !modifiers.is_empty()) {
            let held = match modifier.trim().to_ascii_lowercase().as_str() {
                "commandorcontrol" | "cmdorctrl" | "commandorctrl" | "cmdorcontrol"
                    if cfg!(target_os = "macos") =>
                {
                    &mut keys.system
                }
                "commandorcontrol" | "cmdorctrl" | "commandorctrl" | "cmdorcontrol" | "control"
                | "ctrl" => &mut keys.ctrl,
                "alt" | "option" => &mut keys.alt,
                "shift" => &mut keys.shift,
                "super" | "command" | "cmd" | "meta" => &mut keys.system,
                _ => return None,
            };
            *held = true;
        }
        // Alone, or with Shift, a key is for typing.
        let apart = keys.ctrl || keys.alt || keys.system || matches!(keys.key, Key::Function(_));
        apart.then_some(keys)
    }

    /// The keysym of the key in X11.
    #[cfg(target_os = "linux")]
    pub(super) fn keysym(&self) -> u32 {
        match self.key {
            Key::Printed(printed) => u32::from(printed.to_ascii_lowercase()),
            Key::Function(number) => 0xffbe + u32::from(number) - 1,
            Key::Named(named) => named.keysym,
        }
    }

    /// As the shortcuts specification of freedesktop.org writes it: `CTRL+SHIFT+space`.
    #[cfg(target_os = "linux")]
    pub(super) fn trigger(&self) -> String {
        let key = match self.key {
            Key::Printed(printed) => printed.to_ascii_lowercase().to_string(),
            Key::Function(number) => format!("F{number}"),
            Key::Named(named) => named.xkb.to_owned(),
        };
        self.joined(["CTRL", "ALT", "SHIFT", "LOGO"], &key)
    }

    fn joined(&self, names: [&str; 4], key: &str) -> String {
        let held = [self.ctrl, self.alt, self.shift, self.system];
        let held = names.iter().zip(held).filter(|(_, held)| *held);
        let mut text: String = held.map(|(name, _)| format!("{name}+")).collect();
        text.push_str(key);
        text
    }
}

impl FromStr for Keys {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::read(text).ok_or_else(|| {
            Error::invalid(
                "These keys cannot be a shortcut. Press one key together with Ctrl, Alt or the system key.",
            )
        })
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.key.to_string();
        f.write_str(&self.joined(["Ctrl", "Alt", "Shift", "Super"], &key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        text.parse().ok().map(|keys: Keys| keys.to_string())
    }

    #[test]
    fn keys_are_read_however_they_are_named() {
        for (text, keys) in [
            ("Ctrl+Shift+Space", "Ctrl+Shift+Space"),
            ("shift+control+KeyA", "Ctrl+Shift+A"),
            ("Alt+1", "Alt+1"),
            ("Super+Digit1", "Super+1"),
            ("F9", "F9"),
            ("Ctrl+Alt+Up", "Ctrl+Alt+ArrowUp"),
            ("Ctrl+,", "Ctrl+Comma"),
        ] {
            assert_eq!(read(text).as_deref(), Some(keys), "{text}");
        }
        let either = if cfg!(target_os = "macos") {
            "Shift+Super+Space"
        } else {
            "Ctrl+Shift+Space"
        };
        assert_eq!(
            read("CommandOrControl+Shift+Space").as_deref(),
            Some(either)
        );
    }

    #[test]
    fn keys_for_typing_are_no_shortcut() {
        for text in [
            "",
            "A",
            "Shift+A",
            "Space",
            "Ctrl",
            "Ctrl+",
            "Ctrl+A+B",
            "Ctrl+Hyper+A",
            "F25",
            "Ctrl+é",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_knows_the_keys_by_its_own_names() {
        let keys: Keys = "Ctrl+Shift+Space".parse().unwrap();
        assert_eq!(
            (keys.keysym(), keys.trigger().as_str()),
            (0x20, "CTRL+SHIFT+space")
        );
        let keys: Keys = "Super+F12".parse().unwrap();
        assert_eq!(
            (keys.keysym(), keys.trigger().as_str()),
            (0xffc9, "LOGO+F12")
        );
        let keys: Keys = "Alt+Q".parse().unwrap();
        assert_eq!((keys.keysym(), keys.trigger().as_str()), (0x71, "ALT+q"));
    }
}
