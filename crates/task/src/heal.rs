//! Healing a device whose clock ran ahead: what it stamped with a time to come, and nobody else has
//! seen, gets new stamps, in the old order.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::Entity;
use crate::record::Record;
use crate::stamp::{Clock, Stamp, Tick};

/// Sets the clock back to `wall_millis` (since 1970), and gives new stamps to what it stamped later
/// than that, as far as `unsent` says that nobody else has seen it. What was sent keeps its stamp,
/// and what is written from now on still beats it. Answers the entities that changed.
///
/// `records` must be all that the device has, since the clock must not fall behind any stamp that
/// stays.
pub fn heal(
    clock: &mut Clock,
    wall_millis: i64,
    records: &mut BTreeMap<Entity, Record>,
    unsent: impl Fn(Entity, &str, Stamp) -> bool,
) -> Vec<Entity> {
    let limit = Tick::at(u64::try_from(wall_millis).unwrap_or(0));
    let mut seen = Tick::default();
    let mut ahead = BTreeSet::new();
    let mut fields: Vec<(Entity, String, Stamp)> = Vec::new();
    for (entity, record) in &*records {
        for (name, register) in record.fields() {
            let stamp = register.stamp;
            let own = stamp.device() == clock.device;
            if own && stamp.tick() > limit && unsent(*entity, name, stamp) {
                ahead.insert(stamp);
                fields.push((*entity, name.to_owned(), stamp));
            } else {
                seen = seen.max(stamp.tick());
            }
        }
    }
    clock.set_back(wall_millis, seen);
    let fresh: BTreeMap<Stamp, Stamp> = ahead
        .into_iter()
        .map(|stamp| (stamp, clock.tick(wall_millis)))
        .collect();
    let mut changed = Vec::new();
    for (entity, name, stamp) in fields {
        if let (Some(record), Some(fresh)) = (records.get_mut(&entity), fresh.get(&stamp)) {
            record.restamp(&name, *fresh);
            if changed.last() != Some(&entity) {
                changed.push(entity);
            }
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::TaskId;
    use crate::record::Register;
    use crate::stamp::DeviceId;

    const NOW: i64 = 1_800_000_000_000;
    const FIFTY_YEARS: i64 = 50 * 365 * 86_400_000;

    fn entity(number: u8) -> Entity {
        Entity::Task(TaskId(uuid::Uuid::from_u128(u128::from(number))))
    }

    #[derive(Debug, Clone)]
    struct Write {
        entity: u8,
        ahead: bool,
        ours: bool,
        sent: bool,
    }

    fn writes() -> impl Strategy<Value = Vec<Write>> {
        let write = (0_u8..3, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
            |(entity, ahead, ours, sent)| Write {
                entity,
                ahead,
                ours,
                sent,
            },
        );
        prop::collection::vec(write, 1..20)
    }

    proptest! {
        #[test]
        fn healing_keeps_order_and_beats_what_others_saw(writes in writes()) {
            let mut ours = Clock { last: Tick::default(), device: DeviceId(1) };
            let mut theirs = Clock { last: Tick::default(), device: DeviceId(2) };
            let mut records: BTreeMap<Entity, Record> = BTreeMap::new();
            let mut stamps = Vec::new();
            for (index, write) in writes.iter().enumerate() {
                let wall = if write.ahead { NOW + FIFTY_YEARS } else { NOW - 1 };
                let clock = if write.ours { &mut ours } else { &mut theirs };
                let stamp = clock.tick(wall);
                let record = records.entry(entity(write.entity)).or_default();
                record.merge_field(&format!("f{index}"), Register { value: index.into(), stamp });
                stamps.push(stamp);
            }
            // What is received, the clock has seen.
            ours.observe(theirs.tick(0));
            let before = records.clone();
            let sent = |stamp: Stamp| {
                let at = stamps.iter().position(|known| *known == stamp);
                at.is_some_and(|at| writes[at].sent)
            };
            heal(&mut ours, NOW, &mut records, |_, _, stamp| !sent(stamp));

            let mut kept = Tick::default();
            let mut moved: Vec<(Stamp, Stamp)> = Vec::new();
            for (entity, record) in &before {
                for (name, old) in record.fields() {
                    let new = records[entity].register(name).unwrap();
                    prop_assert_eq!(&new.value, &old.value);
                    if new.stamp == old.stamp {
                        kept = kept.max(old.stamp.tick());
                    } else {
                        prop_assert!(old.stamp.device() == DeviceId(1) && !sent(old.stamp));
                        moved.push((old.stamp, new.stamp));
                    }
                }
            }
            moved.sort();
            prop_assert!(moved.windows(2).all(|pair| pair[0].1 < pair[1].1), "the order stays");
            prop_assert!(moved.iter().all(|(_, new)| new.tick() > kept));
            let next = ours.tick(NOW);
            prop_assert!(moved.iter().all(|(_, new)| next > *new));
            prop_assert!(next.tick() > kept, "a later edit wins");
            // Nothing that could be healed is left in the future.
            if writes.iter().all(|write| if write.ours { !write.sent } else { !write.ahead }) {
                prop_assert!(next.millis() < (NOW + 1_000).cast_unsigned());
            }
        }
    }
}
