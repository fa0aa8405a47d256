//! Which version is offered to whom.

use std::cmp::Ordering;

use semver::Version;

use crate::Channel;

/// What is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The newest version of the stable channel, where it is known.
    pub stable: Option<Version>,
    /// The newest version of the beta channel, where it is known.
    pub beta: Option<Version>,
}

impl Published {
    /// The version of a channel that counts: what somebody published on the stable channel by
    /// mistake, before it is done, does not.
    fn of(&self, channel: Channel) -> Option<&Version> {
        match channel {
            Channel::Stable => self
                .stable
                .as_ref()
                .filter(|version| version.pre.is_empty()),
            Channel::Beta => self.beta.as_ref(),
        }
    }
}

/// The version that is offered to somebody on this channel who runs `current`, and the channel that
/// it comes from: the newest one that they hear of, if it is newer. Builds of one version are the
/// same.
pub fn offer<'a>(
    current: &Version,
    channel: Channel,
    published: &'a Published,
) -> Option<(Channel, &'a Version)> {
    let heard = channel.heard().iter().rev();
    heard
        .filter_map(|from| Some((*from, published.of(*from)?)))
        // Of equal ones the last counts, so the person's own channel goes first here.
        .max_by(|(_, a), (_, b)| a.cmp_precedence(b))
        .filter(|(_, version)| version.cmp_precedence(current) == Ordering::Greater)
}

/// The stable version that somebody who runs a newer beta may go back to, when they ask. There is
/// no other way to an older version.
pub fn way_back<'a>(
    current: &Version,
    channel: Channel,
    published: &'a Published,
) -> Option<&'a Version> {
    let leaves_beta = channel == Channel::Stable && !current.pre.is_empty();
    let stable = published.of(Channel::Stable).filter(|_| leaves_beta)?;
    (stable.cmp_precedence(current) == Ordering::Less).then_some(stable)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    fn published(stable: &str, beta: &str) -> Published {
        let read = |text: &str| (!text.is_empty()).then(|| version(text));
        Published {
            stable: read(stable),
            beta: read(beta),
        }
    }

    fn offered(current: &str, channel: Channel, stable: &str, beta: &str) -> Option<String> {
        let published = published(stable, beta);
        offer(&version(current), channel, &published).map(|(_, version)| version.to_string())
    }

    fn back(current: &str, channel: Channel, stable: &str) -> Option<String> {
        let published = published(stable, "");
        way_back(&version(current), channel, &published).map(Version::to_string)
    }

    #[test]
    fn stable_offers_newer_stable_versions_alone() {
        use Channel::Stable;
        assert_eq!(offered("1.2.0", Stable, "1.3.0", ""), Some("1.3.0".into()));
        assert_eq!(
            offered("1.2.0", Stable, "1.10.0", ""),
            Some("1.10.0".into())
        );
        assert_eq!(offered("1.2.0", Stable, "1.2.0", ""), None);
        assert_eq!(offered("1.2.0", Stable, "1.2.0+again", ""), None);
        assert_eq!(offered("1.2.0", Stable, "1.1.9", ""), None);
        assert_eq!(offered("1.2.0", Stable, "", "1.3.0-beta.1"), None);
        // Published there by mistake.
        assert_eq!(offered("1.2.0", Stable, "1.3.0-beta.1", ""), None);
    }

    #[test]
    fn beta_offers_the_newer_of_both() {
        use Channel::Beta;
        assert_eq!(
            offered("1.2.0", Beta, "1.2.0", "1.3.0-beta.1"),
            Some("1.3.0-beta.1".into())
        );
        assert_eq!(
            offered("1.3.0-beta.4", Beta, "1.3.0", "1.3.0-beta.10"),
            Some("1.3.0".into())
        );
        assert_eq!(
            offered("1.3.0-beta.4", Beta, "1.2.9", "1.3.0-beta.10"),
            Some("1.3.0-beta.10".into())
        );
        assert_eq!(offered("1.3.0", Beta, "1.3.0", "1.3.0-beta.10"), None);
        assert_eq!(offered("1.3.0-beta.4", Beta, "", ""), None);
    }

    #[test]
    fn a_beta_goes_on_to_the_stable_version_that_it_became() {
        use Channel::Stable;
        assert_eq!(
            offered("1.3.0-beta.4", Stable, "1.3.0", "1.4.0-beta.1"),
            Some("1.3.0".into())
        );
        assert_eq!(offered("1.3.0-beta.4", Stable, "1.2.9", ""), None);
    }

    #[test]
    fn only_from_a_beta_to_stable_there_is_a_way_back() {
        use Channel::{Beta, Stable};
        assert_eq!(back("1.3.0-beta.4", Stable, "1.2.9"), Some("1.2.9".into()));
        assert_eq!(back("1.3.0-beta.4", Stable, "1.3.0"), None);
        assert_eq!(back("1.3.0-beta.4", Stable, "1.2.0-beta.1"), None);
        assert_eq!(back("1.3.0-beta.4", Beta, "1.2.9"), None);
        assert_eq!(back("1.3.0", Stable, "1.2.9"), None);
    }

    fn versions() -> impl Strategy<Value = Version> {
        let pre = prop_oneof![
            3 => Just(String::new()),
            2 => (0_u64..12).prop_map(|n| format!("-beta.{n}")),
        ];
        let build = prop_oneof![4 => Just(""), 1 => Just("+build.7")];
        (0_u64..3, 0_u64..3, 0_u64..12, pre, build).prop_map(|(major, minor, patch, pre, build)| {
            version(&format!("{major}.{minor}.{patch}{pre}{build}"))
        })
    }

    fn anything() -> impl Strategy<Value = (Version, Channel, Published)> {
        let channel = prop_oneof![Just(Channel::Stable), Just(Channel::Beta)];
        let heard = || proptest::option::of(versions());
        (versions(), channel, heard(), heard()).prop_map(|(current, channel, stable, beta)| {
            (current, channel, Published { stable, beta })
        })
    }

    proptest! {
        #[test]
        fn what_is_offered_is_newer_and_no_newer_one_is_left_out(
            (current, channel, published) in anything(),
        ) {
            let offered = offer(&current, channel, &published);
            if let Some((from, version)) = offered {
                prop_assert!(version.cmp_precedence(&current).is_gt());
                prop_assert!(channel.heard().contains(&from));
                prop_assert_eq!(published.of(from), Some(version));
                prop_assert!(channel == Channel::Beta || version.pre.is_empty());
            }
            for from in channel.heard() {
                if let Some(version) = published.of(*from) {
                    let reached = offered.map_or(&current, |(_, offered)| offered);
                    prop_assert!(version.cmp_precedence(reached).is_le());
                }
            }
        }

        /// Whoever follows the offers comes to an end, and is never offered the same again.
        #[test]
        fn after_the_offer_there_is_none((current, channel, published) in anything()) {
            let Some((_, version)) = offer(&current, channel, &published) else {
                return Ok(());
            };
            prop_assert_eq!(offer(version, channel, &published), None);
        }

        #[test]
        fn there_is_a_way_on_or_a_way_back_never_both((current, channel, published) in anything()) {
            let back = way_back(&current, channel, &published);
            prop_assert!(back.is_none() || offer(&current, channel, &published).is_none());
            if let Some(back) = back {
                prop_assert!(back.pre.is_empty() && !current.pre.is_empty());
                prop_assert!(back.cmp_precedence(&current).is_lt());
                prop_assert_eq!(channel, Channel::Stable);
                // From there on it is as for everybody.
                prop_assert_eq!(way_back(back, channel, &published), None);
            }
        }
    }
}
