//! A backend's flag: whether ChatKit is to be shown, and to how many of its devices.

use std::time::Duration;

use chatkit::mint::{Address, fetch};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::Store;
use task::{DeviceId, Error};
use tokio::sync::Notify;

use super::settings::{Answers, load_settings};

/// The setting of the profile that holds the flag that was last read, with the backend it is of.
const NAME: &str = "chat_rollout";

/// Where a backend has its flag.
const PATH: &str = "/api/chat/rollout";
/// How long it may take to say it.
const LIMIT: Duration = Duration::from_secs(30);
/// How often it is asked.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// A backend's flag. A backend without one wants nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Flag {
    /// The built-in panel for all.
    #[serde(default)]
    pub(super) rollback: bool,
    /// How many of a hundred devices are shown ChatKit; all where it doesn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) share: Option<u8>,
}

/// The flag that was last read, and of which backend.
#[derive(Serialize, Deserialize)]
struct Known {
    url: String,
    flag: Flag,
}

impl Flag {
    /// Reads what a backend answers: `{"rollback": bool, "share": 0..100}`, both optional. Anything
    /// else is no flag.
    fn read(answer: &[u8]) -> Self {
        // An object: the fields in order, without their names, would be read as well.
        let fields: Map<String, Value> = serde_json::from_slice(answer).unwrap_or_default();
        let flag: Self = serde_json::from_value(fields.into()).unwrap_or_default();
        match flag.share {
            Some(101..) => Self::default(),
            _ => flag,
        }
    }

    /// Whether the rollout has come to this device. A device that a share reaches is reached by
    /// every larger one.
    pub(super) fn reaches(self, device: DeviceId) -> bool {
        self.share.is_none_or(|share| place(device) < share)
    }
}

/// The device's place in the rollout, 0 to 99, the same for ever: FNV-1a (64 bits) of the text
/// `chat:` and the device as 16 hexadecimal digits, stirred by the end of SplitMix64, so that
/// every bit counts, and brought to a hundred by its upper bits.
fn place(device: DeviceId) -> u8 {
    let text = format!("chat:{:016x}", device.0);
    let mut hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    // Below 100, so it always fits.
    ((u128::from(hash) * 100) >> 64) as u8
}

/// The flag of the backend that answers, as it was last read; none where another one answers.
pub(super) async fn known(store: &Store, answers: &Answers) -> Result<Flag, Error> {
    let Answers::Backend { url, .. } = answers else {
        return Ok(Flag::default());
    };
    let kept = store.setting(NAME).await?;
    let known: Option<Known> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let known = known.filter(|known| known.url == *url);
    Ok(known.map(|known| known.flag).unwrap_or_default())
}

/// Asks the backend that answers for its flag, `GET {backend}/api/chat/rollout`, and keeps what it
/// says; without a credential, since the flag is no secret. A backend that can't be reached, or has
/// a fault of its own, leaves the flag as it was last read. Where no backend answers, nobody is
/// asked. Gives back whether the flag is another one now.
///
/// # Errors
/// Where the profile can't be read or written.
pub async fn refresh_flag(store: &Store) -> Result<bool, Error> {
    let answers = load_settings(store).await?.answers;
    let before = known(store, &answers).await?;
    let Answers::Backend { url, .. } = answers else {
        return Ok(false);
    };
    let address = url.parse::<Address>().and_then(|base| base.below(PATH));
    let Ok(address) = address else {
        return Ok(false);
    };
    let flag = match fetch(&address, LIMIT).await {
        Ok(fetched) if fetched.status == 200 => Flag::read(&fetched.body.unwrap_or_default()),
        Ok(fetched) if fetched.status < 500 && fetched.status != 429 => Flag::default(),
        Ok(fetched) => {
            tracing::info!(
                status = fetched.status,
                "the rollout's flag could not be read"
            );
            return Ok(false);
        }
        Err(error) => {
            tracing::info!(%error, "the rollout's flag could not be read");
            return Ok(false);
        }
    };
    let known = serde_json::json!(Known { url, flag }).to_string();
    store.set_setting(NAME, Some(&known)).await?;
    Ok(flag != before)
}

/// Keeps the flag fresh for as long as it is polled: at once, every hour, and whenever `look` says;
/// tells `changed` when it is another one. Never ends by itself.
pub async fn follow_flag(store: Store, look: &Notify, changed: impl Fn()) {
    loop {
        match refresh_flag(&store).await {
            Ok(true) => changed(),
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "the rollout's flag could not be kept"),
        }
        // In time is as good as asked for.
        let _ = tokio::time::timeout(EVERY, look.notified()).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As devices draw theirs, but the same in every run.
    fn devices() -> impl Iterator<Item = DeviceId> {
        let mut state = 1_u64;
        std::iter::repeat_with(move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            DeviceId(state)
        })
        .take(10_000)
    }

    fn reached(share: u8, devices: impl Iterator<Item = DeviceId>) -> usize {
        let flag = Flag {
            rollback: false,
            share: Some(share),
        };
        devices.filter(|device| flag.reaches(*device)).count()
    }

    #[test]
    fn a_share_reaches_about_as_many_of_ten_thousand() {
        for (share, least, most) in [
            (0, 0, 0),
            (10, 900, 1_100),
            (50, 4_800, 5_200),
            (100, 10_000, 10_000),
        ] {
            for count in [
                reached(share, devices()),
                reached(share, (0..10_000).map(DeviceId)),
            ] {
                assert!((least..=most).contains(&count), "{share} %: {count}");
            }
        }
    }

    #[test]
    fn who_is_reached_early_stays_reached() {
        for device in devices() {
            let shares = (0..=100).map(|share| reached(share, std::iter::once(device)));
            assert!(shares.is_sorted(), "{device:?}");
        }
    }

    #[test]
    fn the_place_of_a_device_never_changes() {
        let places = [0, 1, 7, u64::MAX].map(|device| place(DeviceId(device)));
        assert_eq!(places, [30, 41, 90, 64]);
    }

    #[test]
    fn what_is_no_flag_wants_nothing() {
        let flag = |rollback, share| Flag { rollback, share };
        for (answer, is) in [
            (r#"{"rollback": true}"#, flag(true, None)),
            (r#"{"share": 10}"#, flag(false, Some(10))),
            (
                r#"{"rollback": false, "share": 100, "more": 1}"#,
                flag(false, Some(100)),
            ),
            ("{}", Flag::default()),
            (r#"{"share": 0}"#, flag(false, Some(0))),
            (r#"{"rollback": true, "share": 101}"#, Flag::default()),
            (r#"{"rollback": true, "share": -1}"#, Flag::default()),
            (r#"{"rollback": true, "share": 10.5}"#, Flag::default()),
            (r#"{"rollback": "true"}"#, Flag::default()),
            ("null", Flag::default()),
            ("[true, 10]", Flag::default()),
            ("<html>", Flag::default()),
            ("", Flag::default()),
        ] {
            assert_eq!(Flag::read(answer.as_bytes()), is, "{answer}");
        }
    }
}
