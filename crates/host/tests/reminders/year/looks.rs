//! What each look shows, held against what the oracle says.

use calm_orbit_host::reminders::{Notice, Tag};
use jiff::Zoned;

use super::Year;
use crate::oracle::Expected;

impl Year {
    pub(super) async fn look(&mut self) {
        let now = self.now();
        self.desk.set(now.clone());
        let wishes = self.wishes();
        let expected = self.oracle.look(&now, &wishes);
        let next = self.desk.lookout.look().await.unwrap();
        self.looks += 1;
        let news = self.desk.screen.news();
        self.compare(&now, &expected, &news);
        // Nothing rings before the next look.
        if let Some(rings) = self.oracle.next(&now, &wishes) {
            assert!(
                next.is_some_and(|next| next <= rings),
                "{now}: looks at {next:?}, something rings at {rings}"
            );
        }
        assert!(next.is_none_or(|next| next > now.timestamp()));
        self.look_at_screen(&now);
    }

    fn compare(&mut self, now: &Zoned, expected: &Expected, news: &[Notice]) {
        let mut shown = Expected::default();
        for notice in news {
            match notice.tag {
                Tag::Task(id) => {
                    assert!(shown.singles.insert(id), "{now}: twice {}", notice.title);
                    let task = self.oracle.task(id).unwrap();
                    assert_eq!(notice.title.as_str(), task.title);
                    self.singles.insert(id, task.due.clone());
                }
                Tag::Summary => {
                    let count = notice.title.as_str().split(' ').next().unwrap();
                    assert_eq!(shown.counted.replace(count.parse().unwrap()), None);
                }
                Tag::Test => panic!("{now}: nobody has tried how reminders come"),
            }
        }
        assert_eq!(&shown, expected, "{now}");
        assert!(shown.singles.len() <= 3, "{now}: a burst");
        if !news.is_empty() {
            let wishes = self.wishes();
            assert!(wishes.on && !wishes.hold_back(now), "{now}: a disturbance");
        }
        self.shown += news.len();
    }

    /// What is on the screen is worth being there.
    fn look_at_screen(&mut self, now: &Zoned) {
        for tag in self.desk.shown() {
            match tag {
                Tag::Task(id) => {
                    let due = self.oracle.task(id).map(|task| task.due.clone());
                    let there = self.oracle.is_open(id)
                        && due.as_ref() == self.singles.get(&id)
                        && !self.oracle.sleeps(id, now);
                    assert!(there, "{now}: {id} is still on the screen");
                }
                Tag::Summary => assert!(!self.oracle.summary.is_empty(), "{now}: empty summary"),
                Tag::Test => panic!("{now}: nobody has tried how reminders come"),
            }
        }
        let shown = self.desk.shown();
        self.singles.retain(|id, _| shown.contains(&Tag::Task(*id)));
    }
}
