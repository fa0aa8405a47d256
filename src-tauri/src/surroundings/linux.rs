//! The desktop's look, by the settings portal.

use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedValue, Structure, Value};

use super::Look;

/// How long the desktop may take to answer: the looks don't wait for one that hangs.
const PATIENCE: Duration = Duration::from_secs(1);
const APPEARANCE: &str = "org.freedesktop.appearance";

/// What the portal says; nothing where there is none.
pub(super) fn look() -> Look {
    ask().unwrap_or_else(|error| {
        tracing::debug!(%error, "the desktop does not tell its look");
        Look::default()
    })
}

fn ask() -> zbus::Result<Look> {
    let connection = Builder::session()?.method_timeout(PATIENCE).build()?;
    let read = |key: &str| -> Option<OwnedValue> {
        let answer = connection.call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.portal.Settings"),
            "ReadOne",
            &(APPEARANCE, key),
        );
        answer.ok()?.body().deserialize().ok()
    };
    Ok(Look {
        accent: read("accent-color").and_then(|value| colour(&value)),
        contrast: read("contrast").is_some_and(|value| matches!(*value, Value::U32(1))),
    })
}

/// Three parts of 0 to 1. Parts out of range say that no colour was chosen.
fn colour(value: &Value<'_>) -> Option<[u8; 3]> {
    let parts: &Structure<'_> = value.downcast_ref().ok()?;
    let mut bytes = [0; 3];
    if parts.fields().len() != bytes.len() {
        return None;
    }
    for (byte, part) in bytes.iter_mut().zip(parts.fields()) {
        let part: f64 = part.downcast_ref().ok()?;
        if !(0.0..=1.0).contains(&part) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 255 by the check above"
        )]
        {
            *byte = (part * 255.0).round() as u8;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_three_parts_in_range() {
        let blue = Value::from((0.2078, 0.5176, 0.8941));
        assert_eq!(colour(&blue), Some([0x35, 0x84, 0xe4]));
        assert_eq!(colour(&Value::from((-1.0, -1.0, -1.0))), None);
        assert_eq!(colour(&Value::from((0.1, f64::NAN, 0.1))), None);
        assert_eq!(colour(&Value::from((0.1, 0.2))), None);
        assert_eq!(colour(&Value::from("blue")), None);
    }
}
