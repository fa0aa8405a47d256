//! A record: one entity as a set of registers, and the merge of two of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::stamp::Stamp;
use crate::task::field::{CREATED_AT, DELETED};

/// One field of a record: its value and when it was written. In JSON `[value, stamp]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "(Value, Stamp)", into = "(Value, Stamp)")]
pub struct Register {
    /// The value; `null` where the field was cleared.
    pub value: Value,
    /// When and where it was written.
    pub stamp: Stamp,
}

impl From<(Value, Stamp)> for Register {
    fn from((value, stamp): (Value, Stamp)) -> Self {
        Self { value, stamp }
    }
}

impl From<Register> for (Value, Stamp) {
    fn from(register: Register) -> Self {
        (register.value, register.stamp)
    }
}

impl Register {
    /// Whether this register beats `other`: by the larger stamp; where the stamps are equal, by the
    /// larger canonical value, so that every device decides alike.
    fn beats(&self, other: &Self) -> bool {
        self.stamp
            .cmp(&other.stamp)
            .then_with(|| canonical(&self.value).cmp(&canonical(&other.value)))
            .is_gt()
    }
}

/// One entity (a task, a list) as it is stored and exchanged: its fields by name, those that this
/// version doesn't know among them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Record {
    fields: BTreeMap<String, Register>,
}

impl Record {
    /// The value of a field; `null` where it was never written.
    pub fn value(&self, field: &str) -> &Value {
        self.fields
            .get(field)
            .map_or(&Value::Null, |register| &register.value)
    }

    /// A field with its stamp.
    pub fn register(&self, field: &str) -> Option<&Register> {
        self.fields.get(field)
    }

    /// Whether nothing was ever written to it.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// All fields, by name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Register)> {
        self.fields
            .iter()
            .map(|(name, register)| (name.as_str(), register))
    }

    /// Merges one field from elsewhere. Answers whether it was taken.
    pub fn merge_field(&mut self, field: &str, theirs: Register) -> bool {
        match self.fields.get_mut(field) {
            Some(ours) if !theirs.beats(ours) => false,
            Some(ours) => {
                *ours = theirs;
                true
            }
            None => {
                self.fields.insert(field.to_owned(), theirs);
                true
            }
        }
    }

    /// Gives a field another stamp. Only for what nobody else has seen ([`crate::heal()`]).
    pub(crate) fn restamp(&mut self, field: &str, stamp: Stamp) {
        if let Some(register) = self.fields.get_mut(field) {
            register.stamp = stamp;
        }
    }

    /// What is left of an entity that is purged from the trash: that it was deleted, and when, so
    /// that no other device brings it back.
    #[must_use]
    pub fn tombstone(&self) -> Self {
        let mut fields = self.fields.clone();
        fields.retain(|name, _| name == DELETED);
        Self { fields }
    }

    /// Whether this is a [`Record::tombstone`]: deleted, and when it was made is gone.
    pub fn is_purged(&self) -> bool {
        self.value(CREATED_AT).is_null() && !self.value(DELETED).is_null()
    }

    /// Merges another version of the same entity into this one, field by field. Answers the names
    /// of the fields that changed. Commutative, associative and idempotent.
    pub fn merge(&mut self, theirs: &Self) -> Vec<String> {
        let mut taken = Vec::new();
        for (field, register) in &theirs.fields {
            if self.merge_field(field, register.clone()) {
                taken.push(field.clone());
            }
        }
        taken
    }

    /// The bytes that are stored: compact JSON with sorted keys, the same on every device.
    pub fn to_json(&self) -> String {
        let fields: Vec<String> = self
            .fields
            .iter()
            .map(|(name, register)| {
                format!(
                    "{}:[{},\"{}\"]",
                    Value::from(name.as_str()),
                    canonical(&register.value),
                    register.stamp
                )
            })
            .collect();
        format!("{{{}}}", fields.join(","))
    }

    /// Reads what [`Record::to_json`] wrote.
    ///
    /// # Errors
    /// When the text is not such a record.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

/// JSON text with sorted keys and no white space. (`serde_json`'s own order of keys depends on its
/// cargo features, which other crates may switch on.)
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<&String, &Value> = map.iter().collect();
            let pairs: Vec<String> = sorted
                .into_iter()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", pairs.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        scalar => scalar.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stamp(millis: u64, device: u64) -> Stamp {
        format!("{millis:012x}0000{device:016x}").parse().unwrap()
    }

    /// Records over few fields, stamps and values, so that equal stamps and clashes are common.
    fn records() -> impl Strategy<Value = Record> {
        let register = (0_u8..4, 0_u64..4, 0_u64..2).prop_map(|(value, millis, device)| Register {
            value: if value == 0 {
                Value::Null
            } else {
                Value::from(value)
            },
            stamp: stamp(millis, device),
        });
        let field = prop::sample::select(vec!["title", "due", "tag:a", "deleted", "from_2031"]);
        prop::collection::btree_map(field.prop_map(str::to_owned), register, 0..5)
            .prop_map(|fields| Record { fields })
    }

    fn merged(a: &Record, b: &Record) -> String {
        let mut result = a.clone();
        result.merge(b);
        result.to_json()
    }

    proptest! {
        #[test]
        fn merge_is_commutative(a in records(), b in records()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        }

        #[test]
        fn merge_is_associative(a in records(), b in records(), c in records()) {
            let mut left = a.clone();
            left.merge(&b);
            let mut right = b.clone();
            right.merge(&c);
            prop_assert_eq!(merged(&left, &c), merged(&a, &right));
        }

        #[test]
        fn merge_is_idempotent(a in records(), b in records()) {
            let mut once = a.clone();
            once.merge(&b);
            prop_assert_eq!(once.clone().merge(&b), Vec::<String>::new());
            prop_assert_eq!(merged(&once, &once), once.to_json());
        }

        #[test]
        fn any_order_and_duplication_gives_the_same_bytes(
            parts in prop::collection::vec(records(), 1..6),
            order in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        ) {
            let mut straight = Record::default();
            for part in &parts { straight.merge(part); }
            let mut shuffled = Record::default();
            for index in &order { shuffled.merge(index.get(&parts)); }
            for part in parts.iter().rev() { shuffled.merge(part); }
            prop_assert_eq!(straight.to_json(), shuffled.to_json());
        }

        #[test]
        fn json_survives(a in records()) {
            prop_assert_eq!(Record::from_json(&a.to_json()).unwrap(), a);
        }
    }

    #[test]
    fn unknown_fields_are_kept_and_passed_on() {
        let text = format!("{{\"mood\":[{{\"a\":[1,2]}},\"{}\"]}}", stamp(5, 1));
        assert_eq!(Record::from_json(&text).unwrap().to_json(), text);
    }

    #[test]
    fn a_later_edit_elsewhere_does_not_revive_a_deleted_task() {
        let mut here = Record::default();
        here.merge_field(
            "deleted",
            Register {
                value: "2026-11-21T09:00:00Z".into(),
                stamp: stamp(5, 1),
            },
        );
        let mut there = Record::default();
        there.merge_field(
            "title",
            Register {
                value: "New".into(),
                stamp: stamp(9, 2),
            },
        );
        here.merge(&there);
        assert!(here.value("deleted").is_string());
        assert_eq!(here.value("title"), "New");
    }
}
