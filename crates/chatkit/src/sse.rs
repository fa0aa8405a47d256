//! Events as bytes of a `text/event-stream`.

use crate::Event;

/// The media type of a streaming reply.
pub const CONTENT_TYPE: &str = "text/event-stream";

/// The bytes of one event: a single `data:` line and an empty one, as the reference sends it
/// (no `event:`, no `id:`; the end of the stream is the end of the connection).
///
/// JSON escapes line ends, so that the line stays one.
#[must_use]
pub fn frame(event: &Event) -> Vec<u8> {
    let mut bytes = b"data: ".to_vec();
    let start = bytes.len();
    if let Err(error) = serde_json::to_writer(&mut bytes, event) {
        // Our types serialise always; should one not, the client learns that something is wrong.
        tracing::error!(%error, "an event could not be written as JSON");
        bytes.truncate(start);
        bytes.extend_from_slice(br#"{"type":"error","code":"stream.error","allow_retry":true}"#);
    }
    bytes.extend_from_slice(b"\n\n");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_one_line_whatever_the_text() {
        let event = Event::ProgressUpdate {
            text: "a\r\nb\n\ndata: c".into(),
            icon: None,
        };
        assert_eq!(
            String::from_utf8(frame(&event)).unwrap(),
            "data: {\"type\":\"progress_update\",\"text\":\"a\\r\\nb\\n\\ndata: c\"}\n\n"
        );
    }
}
