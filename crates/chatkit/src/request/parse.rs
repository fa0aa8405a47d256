//! From the bytes of a body to a request.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Call, MAX_BODY, Request};
use crate::RequestError;

/// Reads a request body.
pub(crate) fn parse(body: &[u8]) -> Result<Request, RequestError> {
    if body.len() > MAX_BODY {
        return Err(RequestError::TooLarge { limit: MAX_BODY });
    }
    let malformed = |error: serde_json::Error| RequestError::Malformed(error.to_string());
    let mut envelope: Map<String, Value> = serde_json::from_slice(body).map_err(malformed)?;
    if envelope
        .iter()
        .any(|(key, value)| key.contains('\0') || contains_nul(value))
    {
        return Err(RequestError::Malformed(
            "its text contains the character U+0000".into(),
        ));
    }
    let metadata = match envelope.remove("metadata") {
        None => Map::new(),
        Some(Value::Object(metadata)) => metadata,
        Some(_) => return Err(RequestError::Malformed("metadata is not an object".into())),
    };
    let Some(Value::String(name)) = envelope.get("type") else {
        return Err(RequestError::Malformed("it has no type".into()));
    };
    if !Call::SUPPORTED.contains(&name.as_str()) {
        // A name from outside: only as much of it as a real one may have.
        let name: String = name.chars().take(64).collect();
        return Err(RequestError::NotSupported(format!("the request {name:?}")));
    }
    let call = Call::deserialize(Value::Object(envelope)).map_err(malformed)?;
    Ok(Request { call, metadata })
}

/// Whether some text in the value contains U+0000, which PostgreSQL cannot store.
fn contains_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(values) => values.iter().any(contains_nul),
        Value::Object(fields) => fields
            .iter()
            .any(|(key, value)| key.contains('\0') || contains_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Order;
    use crate::PageRequest;

    fn refusal(body: &str) -> (u16, String) {
        let error = parse(body.as_bytes()).unwrap_err();
        (error.status(), error.to_string())
    }

    #[test]
    fn every_supported_type_has_a_call() {
        for name in Call::SUPPORTED {
            let body = format!(r#"{{"type":"{name}","params":{{}}}}"#);
            let message = match parse(body.as_bytes()) {
                Ok(_) => continue,
                Err(error) => error.to_string(),
            };
            assert!(message.contains("missing field"), "{name}: {message}");
        }
    }

    #[test]
    fn other_requests_are_refused_by_name() {
        let (status, message) = refusal(r#"{"type":"threads.stop","params":{}}"#);
        assert_eq!(status, 400);
        assert_eq!(
            message,
            r#"the request "threads.stop" is not supported by this server"#
        );
    }

    #[test]
    fn broken_bodies_say_what_is_wrong() {
        let cases = [
            ("", "EOF"),
            ("[]", "expected a map"),
            ("{}", "no type"),
            (r#"{"type":7}"#, "no type"),
            (r#"{"type":"threads.list"}"#, "params"),
            (
                r#"{"type":"threads.list","params":{},"metadata":[]}"#,
                "metadata",
            ),
            (
                r#"{"type":"threads.delete","params":{"thread_id":"a\u0000"}}"#,
                "U+0000",
            ),
            (
                r#"{"type":"threads.delete","params":{"thread_id":"\ud800"}}"#,
                "hex escape",
            ),
            (
                r#"{"type":"threads.create","params":{"input":{"content":[],"attachments":[]}}}"#,
                "inference_options",
            ),
        ];
        for (body, word) in cases {
            let (status, message) = refusal(body);
            assert_eq!(status, 400, "{body}");
            assert!(message.contains(word), "{body}: {message}");
        }
    }

    #[test]
    fn a_listing_takes_null_for_no_limit_and_no_cursor() {
        let body = br#"{"type":"items.list","params":{"thread_id":"t","limit":null,"after":null}}"#;
        let Call::ListItems { thread_id, listing } = parse(body).unwrap().call else {
            panic!()
        };
        assert_eq!(thread_id.as_str(), "t");
        assert_eq!(
            PageRequest::from(listing),
            PageRequest::first(20, Order::Desc)
        );
    }

    #[test]
    fn a_body_may_not_be_endless() {
        assert_eq!(parse(&vec![b' '; MAX_BODY + 1]).unwrap_err().status(), 413);
    }
}
