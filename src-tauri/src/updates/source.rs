//! Where new versions come from, as the build says it: `plugins.updater` in the configuration, into
//! which a release merges its key and its address.

use std::path::PathBuf;

use serde_json::Value;
use tauri::{Config, Url};
use update::Channel;

/// What stands in the address for the name of the channel.
const CHANNEL: &str = "{{channel}}";

/// Where new versions come from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    /// The address of a channel's list, with a place for its name.
    address: Option<String>,
    /// Whether there is a key that tells what is ours.
    has_key: bool,
    /// Whether something else than `https` may be spoken, in tests.
    is_plain: bool,
    /// In tests, the file that stands for an `AppImage`.
    stand_in: Option<PathBuf>,
}

impl Source {
    /// As the configuration of the app has it.
    pub(crate) fn of(config: &Config) -> Self {
        let updater = config.plugins.0.get("updater");
        let at = |name: &str| updater.and_then(|updater| updater.get(name));
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        let stand_in = text(at("standIn")).map(PathBuf::from);
        Self {
            address: text(at("endpoints").and_then(|all| all.get(0))),
            has_key: text(at("pubkey")).is_some_and(|key| !key.trim().is_empty()),
            is_plain: at("dangerousInsecureTransportProtocol") == Some(&Value::Bool(true)),
            stand_in: stand_in.filter(|_| cfg!(debug_assertions)),
        }
    }

    /// Whether this build can tell a new version of its own from anybody else's, and knows where to
    /// look for one.
    pub(crate) fn is_complete(&self) -> bool {
        self.has_key && self.list(Channel::Stable).is_some()
    }

    /// The address of a channel's list.
    pub(crate) fn list(&self, channel: Channel) -> Option<Url> {
        let address = self.address.as_ref()?;
        address.replace(CHANNEL, channel.name()).parse().ok()
    }

    pub(crate) fn is_plain(&self) -> bool {
        self.is_plain
    }

    pub(crate) fn stand_in(&self) -> Option<&PathBuf> {
        self.stand_in.as_ref()
    }
}

/// The variable that names a file with another `plugins.updater`, for tests of what is never
/// shipped.
#[cfg(debug_assertions)]
const TEST_SOURCE: &str = "CALM_ORBIT_TEST_UPDATES";

/// Takes over what a test says of the updater.
#[cfg(debug_assertions)]
pub(crate) fn take_from_test(config: &mut Config) {
    let Some(file) = std::env::var_os(TEST_SOURCE) else {
        return;
    };
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let (Ok(Value::Object(theirs)), Some(Value::Object(ours))) = (
        serde_json::from_str(&text),
        config.plugins.0.get_mut("updater"),
    ) else {
        tracing::warn!("what a test says of the updater cannot be read");
        return;
    };
    ours.extend(theirs);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn source(updater: Value) -> Source {
        let mut config = Config::default();
        config.plugins.0.insert("updater".into(), updater);
        Source::of(&config)
    }

    #[test]
    fn each_channel_has_a_list_of_its_own() {
        let all = source(json!({
            "pubkey": "key",
            "endpoints": ["https://example.com/{{channel}}/latest.json"],
        }));
        assert!(all.is_complete() && !all.is_plain());
        let beta = all.list(Channel::Beta).unwrap();
        assert_eq!(beta.as_str(), "https://example.com/beta/latest.json");
    }

    #[test]
    fn without_a_key_or_an_address_nothing_is_looked_for() {
        let address = json!(["https://example.com/{{channel}}.json"]);
        assert!(!source(json!({ "pubkey": " ", "endpoints": address })).is_complete());
        assert!(!source(json!({ "pubkey": "key", "endpoints": [] })).is_complete());
        assert!(!Source::of(&Config::default()).is_complete());
    }

    /// What every build begins with, before a release merges its own part in.
    #[test]
    fn the_configuration_asks_for_signed_versions_and_has_nothing_dangerous() {
        let config: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let updater = config["plugins"]["updater"].as_object().unwrap();
        assert_eq!(updater["requireSignedVersion"], true);
        assert_eq!(updater["pubkey"], "");
        let known = ["requireSignedVersion", "pubkey", "endpoints"];
        assert!(updater.keys().all(|name| known.contains(&name.as_str())));
        assert!(!source(config["plugins"]["updater"].clone()).is_complete());
    }
}
