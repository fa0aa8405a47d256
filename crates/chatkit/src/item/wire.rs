//! Items as they are read.

use jiff::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::{Item, ItemKind};
use crate::{ItemId, ThreadId};

// By hand, since serde would turn a damaged item of a known kind silently into `Other`.
impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            id: ItemId,
            thread_id: ThreadId,
            created_at: Timestamp,
            #[serde(flatten)]
            rest: Map<String, Value>,
        }
        let Fields {
            id,
            thread_id,
            created_at,
            rest,
        } = Fields::deserialize(deserializer)?;
        let Some(type_name) = rest.get("type").and_then(Value::as_str) else {
            return Err(D::Error::missing_field("type"));
        };
        let kind = if ItemKind::KNOWN.contains(&type_name) {
            let type_name = type_name.to_owned();
            match serde_json::from_value(Value::Object(rest)).map_err(D::Error::custom)? {
                ItemKind::Other(_) => {
                    return Err(D::Error::custom(format!("the {type_name} item is damaged")));
                }
                kind => kind,
            }
        } else {
            ItemKind::Other(rest)
        };
        Ok(Self {
            id,
            thread_id,
            created_at,
            kind,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unknown_kind_passes_through() {
        let future = json!({
            "id": "f_1", "thread_id": "thr_1", "created_at": "2026-11-21T02:50:27.641267Z",
            "type": "from_the_future", "parts": [null, 1.5], "more": {"type": "x"},
        });
        let item: Item = serde_json::from_value(future.clone()).unwrap();
        assert_eq!(item.kind.type_name(), "from_the_future");
        assert_eq!(serde_json::to_value(&item).unwrap(), future);
    }

    #[test]
    fn a_damaged_known_kind_is_an_error() {
        let item = json!({
            "id": "m", "thread_id": "t", "created_at": "2026-11-21T02:50:27Z",
            "type": "assistant_message", "content": "not a list",
        });
        assert!(serde_json::from_value::<Item>(item).is_err());
    }

    #[test]
    fn a_known_kind_never_becomes_another() {
        for kind in ItemKind::KNOWN {
            let item = json!({
                "id": "m", "thread_id": "t", "created_at": "2026-11-21T02:50:27Z", "type": kind,
            });
            if let Ok(item) = serde_json::from_value::<Item>(item) {
                assert_eq!(item.kind.type_name(), kind);
                assert!(!matches!(item.kind, ItemKind::Other(_)), "{kind}");
            }
        }
    }
}
