//! When the reminders of a task ring: from what the task says to an instant, for a person in a
//! certain zone.

use jiff::civil::{DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::due::Due;
use crate::reminder::Reminder;
use crate::task::Task;

/// Minutes of a civil day.
const DAY: u32 = 24 * 60;

/// One reminder of a task as it is now; of a recurring task, of its current occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Alarm {
    /// The reminder.
    pub reminder: Reminder,
    /// What it comes before: the task's due date. `None` where the reminder names a time itself.
    pub due: Option<Due>,
    /// The task has no reminder of its own; it is due at a time, which is reminded of where the
    /// person wants that.
    pub implied: bool,
}

impl Task {
    /// Its alarms; none where it is done or in the trash.
    pub fn alarms(&self) -> Vec<Alarm> {
        if self.completed_at.is_some() || self.deleted_at.is_some() {
            return Vec::new();
        }
        if self.reminders.is_empty() {
            let timed = self.due.clone().filter(|due| due.time().is_some());
            let implied = timed.map(|due| Alarm {
                reminder: Reminder::Before(0),
                due: Some(due),
                implied: true,
            });
            return implied.into_iter().collect();
        }
        let own = self.reminders.iter().filter_map(|reminder| {
            let due = match reminder {
                Reminder::Before(_) => Some(self.due.clone()?),
                Reminder::At(_) | Reminder::In(..) => None,
            };
            Some(Alarm {
                reminder: reminder.clone(),
                due,
                implied: false,
            })
        });
        own.collect()
    }
}

impl Alarm {
    /// An alarm rings this long before [`Alarm::near`] at the most, wherever the person is.
    pub const EARLIEST: SignedDuration = SignedDuration::from_hours(16);
    /// An alarm rings this long after [`Alarm::near`] at the most.
    pub const LATEST: SignedDuration = SignedDuration::from_hours(64);

    /// The alarm that ends a snooze.
    pub fn of_snooze(until: &Reminder) -> Self {
        Self {
            reminder: until.clone(),
            due: None,
            implied: false,
        }
    }

    /// What it is known by among those of its task. It is another one when the due date that it
    /// comes before is another.
    pub fn key(&self) -> String {
        match &self.due {
            Some(due) => format!("{} {due}", self.reminder),
            None => self.reminder.to_string(),
        }
    }

    /// The alarm that is known by this key; `None` where it is none.
    pub fn from_key(key: &str, implied: bool) -> Option<Self> {
        let (reminder, due) = match key.split_once(' ') {
            Some((reminder, due)) => (reminder, Some(due.parse().ok()?)),
            None => (key, None),
        };
        Some(Self {
            reminder: reminder.parse().ok()?,
            due,
            implied,
        })
    }

    /// When it rings for a person in the zone `viewer`, to whom a day as a whole begins at
    /// `all_day`. Whole days before the due date are days of the calendar; hours and minutes are
    /// as long as they are. `None` at the very ends of the calendar.
    pub fn at(&self, viewer: &TimeZone, all_day: Time) -> Option<Timestamp> {
        let zone_of = |name: &String| TimeZone::get(name).unwrap_or_else(|_| viewer.clone());
        let (wall, zone, before) = match (&self.reminder, self.due.as_ref()) {
            (Reminder::At(at), _) => (*at, viewer.clone(), 0),
            (Reminder::In(at, zone), _) => (*at, zone_of(zone), 0),
            (Reminder::Before(minutes), Some(due)) => {
                let (wall, zone) = match due {
                    Due::Day(day) => (day.to_datetime(all_day), viewer.clone()),
                    Due::At(at) => (*at, viewer.clone()),
                    Due::In(at, zone) => (*at, zone_of(zone)),
                };
                let wall = wall.checked_sub(i64::from(minutes / DAY).days()).ok()?;
                (wall, zone, minutes % DAY)
            }
            (Reminder::Before(_), None) => return None,
        };
        let at = wall_clock_reads(wall, &zone)?;
        at.checked_sub(SignedDuration::from_mins(i64::from(before)))
            .ok()
    }

    /// About when it rings, wherever the person is: the clock on the wall read as if it were UTC.
    /// An index over these finds all alarms that may ring between two instants.
    pub fn near(&self) -> Option<Timestamp> {
        self.at(&TimeZone::UTC, Time::midnight())
    }
}

/// The first instant at which the clock on the wall of a zone reads this or more: where it is set
/// forward over that time, right after that; where it is set back over it, the first of the two.
fn wall_clock_reads(wall: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    let AmbiguousOffset::Gap { after, .. } = ambiguous.offset() else {
        return ambiguous.compatible().ok();
    };
    // Read with the offset from after the gap, it lies before the gap.
    let before = after.to_timestamp(wall).ok()?;
    let later = ambiguous.compatible().ok()?;
    zone.following(before)
        .map(|transition| transition.timestamp())
        .take_while(|at| *at <= later)
        .find(|at| zone.to_datetime(*at) >= wall)
        .or(Some(later))
}

#[cfg(test)]
mod tests {
    use jiff::Zoned;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    fn alarm(reminder: &str, due: Option<&str>) -> Alarm {
        Alarm {
            reminder: reminder.parse().unwrap(),
            due: due.map(|due| due.parse().unwrap()),
            implied: false,
        }
    }

    #[track_caller]
    fn rings(alarm: &Alarm, viewer: &str, expected: &str) {
        let at = alarm.at(&zone(viewer), time(9, 0, 0, 0)).unwrap();
        assert_eq!(at.to_zoned(zone(viewer)).datetime().to_string(), expected);
    }

    #[test]
    fn a_floating_time_is_that_of_the_wall() {
        let nine = alarm("2026-11-22T09:00", None);
        for viewer in ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati"] {
            rings(&nine, viewer, "2026-11-22T09:00:00");
        }
        let berlin = alarm("2026-11-22T09:00[Europe/Berlin]", None);
        rings(&berlin, "America/New_York", "2026-11-22T03:00:00");
        let before = alarm("-30", Some("2026-11-22T09:00[Europe/Berlin]"));
        rings(&before, "America/New_York", "2026-11-22T02:30:00");
    }

    #[test]
    fn a_day_rings_at_the_time_that_stands_for_it() {
        rings(
            &alarm("-0", Some("2026-11-22")),
            "UTC",
            "2026-11-22T09:00:00",
        );
        rings(
            &alarm("-90", Some("2026-11-22")),
            "UTC",
            "2026-11-22T07:30:00",
        );
    }

    #[test]
    fn what_is_skipped_rings_right_after_and_what_comes_twice_rings_first() {
        rings(
            &alarm("2026-03-29T02:30", None),
            "Europe/Berlin",
            "2026-03-29T03:00:00",
        );
        let twice = alarm("2026-10-25T02:30", None);
        let at = twice.at(&zone("Europe/Berlin"), Time::midnight()).unwrap();
        assert_eq!(at.to_string(), "2026-10-25T00:30:00Z");
        // Samoa had no 30 December in 2011.
        rings(
            &alarm("2011-12-30T09:00", None),
            "Pacific/Apia",
            "2011-12-31T00:00:00",
        );
    }

    #[test]
    fn days_before_are_days_of_the_calendar() {
        // The clocks are set forward in the night between.
        let day = alarm("-1440", Some("2026-03-29T09:00"));
        rings(&day, "Europe/Berlin", "2026-03-28T09:00:00");
        let hours = alarm("-720", Some("2026-03-29T09:00"));
        rings(&hours, "Europe/Berlin", "2026-03-28T20:00:00");
    }

    const ZONES: [&str; 8] = [
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Asia/Kathmandu",
        "Etc/GMT+12",
    ];

    fn walls() -> impl Strategy<Value = DateTime> {
        let minutes = 0..20 * 366 * 24 * 60_i64;
        minutes.prop_map(|minutes| {
            let first = date(2010, 1, 1).to_datetime(Time::midnight());
            first.checked_add(minutes.minutes()).unwrap()
        })
    }

    fn alarms() -> impl Strategy<Value = Alarm> {
        let due = (walls(), 0..3_u8, 0..ZONES.len()).prop_map(|(at, kind, zone)| match kind {
            0 => Due::Day(at.date()),
            1 => Due::At(at),
            _ => Due::In(at, ZONES[zone].to_owned()),
        });
        prop_oneof![
            walls().prop_map(|at| (Reminder::At(at), None)),
            (walls(), 0..ZONES.len())
                .prop_map(|(at, zone)| (Reminder::In(at, ZONES[zone].to_owned()), None)),
            (0..40_000_u32, due).prop_map(|(minutes, due)| (Reminder::Before(minutes), Some(due))),
        ]
        .prop_map(|(reminder, due)| Alarm {
            reminder,
            due,
            implied: false,
        })
    }

    proptest! {
        #[test]
        fn it_rings_when_the_clock_on_the_wall_first_reads_so(at in walls(), at_zone in 0..ZONES.len()) {
            let zone = zone(ZONES[at_zone]);
            let rings = wall_clock_reads(at, &zone).unwrap();
            prop_assert!(zone.to_datetime(rings) >= at);
            // A second earlier it read less; minute by minute, it did so for as long as matters.
            let earlier = |seconds| rings.checked_sub(SignedDuration::from_secs(seconds)).unwrap();
            prop_assert!(zone.to_datetime(earlier(1)) < at);
            for minute in 1..240 {
                prop_assert!(zone.to_datetime(earlier(minute * 60)) < at);
            }
        }

        #[test]
        fn it_rings_near_where_the_index_has_it(alarm in alarms(), viewer in 0..ZONES.len(), hour in 0..24_i8) {
            let at = alarm.at(&zone(ZONES[viewer]), time(hour, 59, 0, 0)).unwrap();
            let near = alarm.near().unwrap();
            prop_assert!(at >= near.checked_sub(Alarm::EARLIEST).unwrap(), "{at} {near}");
            prop_assert!(at <= near.checked_add(Alarm::LATEST).unwrap(), "{at} {near}");
        }

        #[test]
        fn an_alarm_of_its_own_zone_does_not_move(at in walls(), own in 0..ZONES.len(), viewer in 0..ZONES.len()) {
            let alarm = Alarm { reminder: Reminder::In(at, ZONES[own].to_owned()), due: None, implied: false };
            let here = alarm.at(&zone(ZONES[viewer]), Time::midnight());
            prop_assert_eq!(here, alarm.at(&zone(ZONES[own]), Time::midnight()));
        }
    }

    #[test]
    fn only_open_tasks_have_alarms() {
        let now: Zoned = "2026-11-21T12:00[UTC]".parse().unwrap();
        let mut task = Task {
            due: Some("2026-11-22T09:00".parse().unwrap()),
            ..Task::from_record(
                crate::TaskId::fresh(now.timestamp()),
                &crate::Record::default(),
                &[],
            )
        };
        let implied = task.alarms();
        assert_eq!(implied.len(), 1);
        assert!(implied[0].implied);
        task.reminders = vec!["-30".parse().unwrap(), "2026-11-22T07:00".parse().unwrap()];
        let keys: Vec<_> = task.alarms().iter().map(Alarm::key).collect();
        assert_eq!(keys, ["-30 2026-11-22T09:00", "2026-11-22T07:00"]);
        for alarm in task.alarms() {
            assert_eq!(Alarm::from_key(&alarm.key(), false), Some(alarm));
        }
        task.due = None;
        assert_eq!(task.alarms().len(), 1);
        task.completed_at = Some(now.timestamp());
        assert!(task.alarms().is_empty());
    }
}
