//! What a person has chosen for a profile: one group of choices for each page of the settings, kept
//! as JSON under a name of its own in the profile's database. The chat keeps its own
//! ([`crate::chat::ChatSettings`]).

mod appearance;
mod general;
mod quick_add;
mod reminders;
mod updates;

pub use appearance::{Accent, Appearance, Density, Motion, Theme};
pub use general::{FirstDay, General};
pub use quick_add::QuickAddSettings;
pub use reminders::{QuietHours, ReminderSettings};
pub use updates::UpdateSettings;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use store::Store;
use task::Error;

/// A group of settings.
pub trait Settings: Default + Serialize + DeserializeOwned + Send {
    /// The name under which it is kept.
    const NAME: &'static str;

    /// The same, if everything in it can be used.
    ///
    /// # Errors
    /// `invalid_input`, with what can't be used and why.
    fn checked(self) -> Result<Self, Error>;
}

/// A group as it is kept. What was never set, or can't be read, is as in its default; each field by
/// itself, so that one that another version wrote doesn't take the others along.
///
/// # Errors
/// Where the profile can't be read.
pub async fn load<S: Settings>(store: &Store) -> Result<S, Error> {
    let kept = store.setting(S::NAME).await?;
    Ok(kept.and_then(|text| read(&text)).unwrap_or_default())
}

/// Keeps a group, and gives it back as it is kept. Fields of it that this version doesn't know stay.
///
/// # Errors
/// What [`Settings::checked`] refuses; nothing is changed then. Otherwise where the profile can't
/// be written.
pub async fn save<S: Settings>(store: &Store, settings: S) -> Result<S, Error> {
    let settings = settings.checked()?;
    let mut fields = fields(store.setting(S::NAME).await?.as_deref().unwrap_or_default());
    let Value::Object(known) = serde_json::to_value(&settings).map_err(unwritable)? else {
        return Err(Error::invalid("Settings have fields. Nothing was changed."));
    };
    fields.extend(known);
    let text = serde_json::to_string(&fields).map_err(unwritable)?;
    store.set_setting(S::NAME, Some(&text)).await?;
    Ok(settings)
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::Storage {
        code: task::Code::Internal,
        message: "The settings could not be written. Nothing was changed.".to_owned(),
        source: Some(Box::new(error)),
    }
}

fn fields(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Begins with the default, and takes over each field that leaves a group that can be used.
fn read<S: Settings>(text: &str) -> Option<S> {
    let Ok(Value::Object(mut good)) = serde_json::to_value(S::default()) else {
        return None;
    };
    for (name, value) in fields(text) {
        if !good.contains_key(&name) {
            continue;
        }
        let mut next = good.clone();
        next.insert(name, value);
        if parse::<S>(&next).is_some() {
            good = next;
        }
    }
    parse(&good)
}

fn parse<S: Settings>(fields: &Map<String, Value>) -> Option<S> {
    let settings: S = serde_json::from_value(Value::Object(fields.clone())).ok()?;
    settings.checked().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_as_if_never_set() {
        let known = r#"{"theme":"dark","density":"huge","zoom":900,"later":1}"#;
        let appearance: Appearance = read(known).unwrap();
        assert_eq!(appearance.theme, Theme::Dark);
        assert_eq!(appearance.density, Density::default());
        assert_eq!(appearance.zoom, 100);
        let broken: Appearance = read("{").unwrap();
        assert_eq!(broken, Appearance::default());
    }

    #[tokio::test]
    async fn what_another_version_wrote_stays() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), store::Options::default())
            .await
            .unwrap();
        let theirs = r#"{"later":{"a":1},"theme":"light"}"#;
        let name = Appearance::NAME;
        store.set_setting(name, Some(theirs)).await.unwrap();
        let mut mine: Appearance = load(&store).await.unwrap();
        assert_eq!(mine.theme, Theme::Light);
        mine.theme = Theme::Dark;
        save(&store, mine).await.unwrap();
        let kept: Value =
            serde_json::from_str(&store.setting(name).await.unwrap().unwrap()).unwrap();
        assert_eq!(kept["later"]["a"], 1);
        assert_eq!(kept["theme"], "dark");
    }

    #[tokio::test]
    async fn what_is_refused_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), store::Options::default())
            .await
            .unwrap();
        let huge = Appearance {
            zoom: 1_000,
            ..Appearance::default()
        };
        let error = save(&store, huge).await.unwrap_err();
        assert_eq!(error.code(), task::Code::InvalidInput);
        assert_eq!(
            load::<Appearance>(&store).await.unwrap(),
            Appearance::default()
        );
    }
}
