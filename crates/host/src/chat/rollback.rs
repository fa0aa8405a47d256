//! Who decided that the chat is the built-in panel and not ChatKit.

use serde::Serialize;
use store::Store;
use task::{DeviceId, Error};
use ts_rs::TS;

use super::rollout::{self, Flag};
use super::settings::ChatSettings;

/// The variable that makes the chat the built-in panel: `true`, `1` or `yes`, in letters of any
/// case.
pub const ROLLBACK_VARIABLE: &str = "ROLLBACK_CHAT";

/// What makes the chat the built-in panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rollback {
    /// `ROLLBACK_CHAT=true` in the environment.
    Environment,
    /// The person's setting.
    Setting,
    /// The backend's flag.
    Backend,
    /// The rollout has not come to this device yet.
    Rollout,
}

/// What makes the chat of this profile the built-in panel; `None` where ChatKit is to be shown.
/// No network is asked: of a backend it is the flag that was last read.
///
/// # Errors
/// Where the profile can't be read.
pub async fn rollback(store: &Store, settings: &ChatSettings) -> Result<Option<Rollback>, Error> {
    let environment = std::env::var(ROLLBACK_VARIABLE).is_ok_and(|value| is_on(&value));
    let flag = rollout::known(store, &settings.answers).await?;
    let device = store.device().await?;
    Ok(decide(environment, settings, flag, device))
}

/// Whether a switch in the environment is on.
fn is_on(value: &str) -> bool {
    ["true", "1", "yes"]
        .iter()
        .any(|on| value.trim().eq_ignore_ascii_case(on))
}

/// Whatever says that it is the built-in panel wins, the nearest to the person first.
fn decide(
    environment: bool,
    settings: &ChatSettings,
    flag: Flag,
    device: DeviceId,
) -> Option<Rollback> {
    if environment {
        Some(Rollback::Environment)
    } else if settings.built_in {
        Some(Rollback::Setting)
    } else if flag.rollback {
        Some(Rollback::Backend)
    } else if !flag.reaches(device) {
        Some(Rollback::Rollout)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEVICE: DeviceId = DeviceId(7);

    #[test]
    fn the_switch_of_the_environment_is_on_by_three_words() {
        for value in ["true", "TRUE", "True", "1", "yes", "Yes", " true\n"] {
            assert!(is_on(value), "{value:?}");
        }
        for value in ["", "false", "0", "no", "on", "2", "truely"] {
            assert!(!is_on(value), "{value:?}");
        }
    }

    #[test]
    fn the_nearest_to_the_person_is_named() {
        let chatkit = ChatSettings::default();
        let built_in = ChatSettings {
            built_in: true,
            ..ChatSettings::default()
        };
        let back = Flag {
            rollback: true,
            share: Some(0),
        };
        let nobody = Flag {
            rollback: false,
            share: Some(0),
        };
        for (environment, settings, flag, decided) in [
            (true, &built_in, back, Some(Rollback::Environment)),
            (false, &built_in, back, Some(Rollback::Setting)),
            (false, &chatkit, back, Some(Rollback::Backend)),
            (false, &chatkit, nobody, Some(Rollback::Rollout)),
            (false, &chatkit, Flag::default(), None),
        ] {
            assert_eq!(decide(environment, settings, flag, DEVICE), decided);
        }
    }
}
