//! Stamps and the clock that makes them: a hybrid logical clock (Kulkarni et al., 2014), so that
//! an edit made after seeing another always carries the larger stamp, whatever the wall clocks say.

use std::fmt;
use std::str::FromStr;

use crate::by_text::serde_by_text;

/// The largest wall time a stamp can carry, in milliseconds since 1970: 48 bits, the year 10889.
const MILLIS_MAX: u64 = (1 << 48) - 1;

/// A device, as a random 64-bit number drawn when its database is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub u64);

/// When and where a field was written: 48 bits of milliseconds since 1970, 16 bits of a counter,
/// 64 bits of the device. Compared as one number, so later wins and no two devices tie.
/// Its text is 32 lower-case hexadecimal digits and sorts like the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(u128);

impl Stamp {
    fn new(tick: Tick, device: DeviceId) -> Self {
        Self((u128::from(tick.0) << 64) | u128::from(device.0))
    }

    /// The wall time of the clock that made it, in milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.tick().millis()
    }

    /// The device that made it.
    pub fn device(self) -> DeviceId {
        DeviceId(self.0 as u64)
    }

    /// The part that the clock counts.
    pub fn tick(self) -> Tick {
        Tick((self.0 >> 64) as u64)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// A text that is not a stamp.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a stamp is 32 hexadecimal digits")]
pub struct NotAStamp;

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        if text.len() != 32 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(NotAStamp);
        }
        u128::from_str_radix(text, 16)
            .map(Self)
            .map_err(|_| NotAStamp)
    }
}

serde_by_text!(Stamp);

/// The reading of a hybrid logical clock: milliseconds since 1970 and a counter, as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tick(pub u64);

impl Tick {
    /// The wall time in it, in milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.0 >> 16
    }

    /// The first reading of a millisecond.
    pub fn at(millis: u64) -> Self {
        Self(millis.min(MILLIS_MAX) << 16)
    }
}

/// A hybrid logical clock of one device. Whoever keeps it reads and writes it inside the same
/// transaction as the change it stamps, so that two processes never make the same stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The last reading that was given out or seen.
    pub last: Tick,
    /// Whose clock it is.
    pub device: DeviceId,
}

impl Clock {
    /// The next stamp, when the wall clock says `wall_millis` (since 1970; negative counts as 0).
    /// It is larger than every stamp given out or seen before, even where the wall clock went
    /// back; a full counter moves on to the next millisecond.
    pub fn tick(&mut self, wall_millis: i64) -> Stamp {
        let wall = Tick::at(u64::try_from(wall_millis).unwrap_or(0));
        self.last = wall.max(Tick(self.last.0.saturating_add(1)));
        Stamp::new(self.last, self.device)
    }

    /// Sets back a clock that ran ahead, to the wall clock, but never below `seen`: the largest tick
    /// that anybody else may have. What it stamped beyond that must get new stamps first
    /// ([`crate::heal()`]).
    pub(crate) fn set_back(&mut self, wall_millis: i64, seen: Tick) {
        let wall = Tick::at(u64::try_from(wall_millis).unwrap_or(0));
        self.last = wall.max(seen);
    }

    /// Takes note of a stamp from elsewhere, so that the next one made here is larger.
    pub fn observe(&mut self, stamp: Stamp) {
        self.last = self.last.max(stamp.tick());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_wall_clock_set_back_ten_years_makes_no_smaller_stamp() {
        let mut clock = Clock {
            last: Tick::default(),
            device: DeviceId(7),
        };
        let now = clock.tick(1_800_000_000_000);
        let back = clock.tick(1_484_000_000_000);
        assert!(back > now);
        assert_eq!(back.device(), DeviceId(7));
    }

    #[test]
    fn after_seeing_a_stamp_the_next_one_is_larger() {
        let mut ahead = Clock {
            last: Tick::default(),
            device: DeviceId(9),
        };
        let seen = ahead.tick(4_000_000_000_000);
        let mut clock = Clock {
            last: Tick::default(),
            device: DeviceId(1),
        };
        clock.observe(seen);
        assert!(clock.tick(1_800_000_000_000) > seen);
    }

    proptest! {
        #[test]
        fn stamps_only_grow(walls in prop::collection::vec(any::<i64>(), 1..60), device in any::<u64>()) {
            let mut clock = Clock { last: Tick::default(), device: DeviceId(device) };
            let stamps: Vec<Stamp> = walls.iter().map(|wall| clock.tick(*wall)).collect();
            prop_assert!(stamps.windows(2).all(|pair| pair[0] < pair[1]));
        }

        #[test]
        fn text_keeps_value_and_order(a in any::<u128>(), b in any::<u128>()) {
            let (a, b) = (Stamp(a), Stamp(b));
            prop_assert_eq!(a.to_string().parse::<Stamp>(), Ok(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = text.parse::<Stamp>();
        }
    }
}
