//! Standard input and output: one JSON-RPC message a line. What is no message, or makes no sense as
//! one, is answered here (JSON-RPC 2.0, section 5.1), so that no client waits for ever.

use rmcp::ServiceExt;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader, DuplexStream,
};
use tokio::sync::mpsc;

use crate::{ServeError, TaskServer};

/// The longest line that is read, in bytes; all the tools' limits fit in many times.
const LONGEST: usize = 8 * 1024 * 1024;
/// What may wait in a pipe, in bytes.
const PIPE: usize = 64 * 1024;

/// Serves one client that speaks on `input` and hears on `output`, until it closes its end.
pub(crate) async fn serve(
    server: TaskServer,
    input: impl AsyncRead + Send + Unpin + 'static,
    mut output: impl AsyncWrite + Send + Unpin,
) -> Result<(), ServeError> {
    let (to_server, from_client) = tokio::io::duplex(PIPE);
    let (to_client, from_server) = tokio::io::duplex(PIPE);
    // Answers of the server and of this file, a line each.
    let (lines, mut answers) = mpsc::channel::<Vec<u8>>(64);
    tokio::spawn(read(BufReader::new(input), to_server, lines.clone()));
    tokio::spawn(forward(from_server, lines));
    let serving = tokio::spawn(async move {
        match server.serve((from_client, to_client)).await {
            Ok(service) => service.waiting().await.map(drop).map_err(ServeError::from),
            // A client that leaves before it said anything did nothing wrong.
            Err(rmcp::service::ServerInitializeError::ConnectionClosed(_)) => Ok(()),
            Err(error) => Err(Box::new(error).into()),
        }
    });
    while let Some(line) = answers.recv().await {
        // A client that no longer listens is gone.
        if output.write_all(&line).await.is_err() || output.flush().await.is_err() {
            break;
        }
    }
    serving.await?
}

/// Passes messages on to the server, and answers what is none.
async fn read(
    mut input: impl AsyncBufRead + Unpin,
    mut server: DuplexStream,
    lines: mpsc::Sender<Vec<u8>>,
) {
    let mut line = Vec::new();
    while let Ok(read) = read_line(&mut input, &mut line).await {
        let refused = match read {
            Read::End => break,
            Read::TooLong => Err(refusal(Value::Null, -32600, "The message is too long.")),
            Read::Line if line.trim_ascii().is_empty() => continue,
            Read::Line => check(&line),
        };
        let passed = match refused {
            Ok(()) => {
                line.push(b'\n');
                server.write_all(&line).await.is_ok()
            }
            Err(answer) => lines.send(format!("{answer}\n").into_bytes()).await.is_ok(),
        };
        if !passed {
            break;
        }
    }
}

/// Passes the server's lines on.
async fn forward(server: DuplexStream, lines: mpsc::Sender<Vec<u8>>) {
    let mut server = BufReader::new(server);
    let mut line = Vec::new();
    while matches!(server.read_until(b'\n', &mut line).await, Ok(read) if read > 0) {
        if lines.send(std::mem::take(&mut line)).await.is_err() {
            break;
        }
    }
}

enum Read {
    Line,
    TooLong,
    End,
}

/// Reads a line, without its end, into `line`. One that is too long is skipped.
async fn read_line(
    input: &mut (impl AsyncBufRead + Unpin),
    line: &mut Vec<u8>,
) -> std::io::Result<Read> {
    line.clear();
    let mut too_long = false;
    loop {
        let waiting = input.fill_buf().await?;
        if waiting.is_empty() {
            return Ok(if line.is_empty() && !too_long {
                Read::End
            } else {
                Read::Line
            });
        }
        let end = waiting.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(waiting.len());
        too_long |= line.len() + taken > LONGEST;
        if !too_long {
            line.extend_from_slice(waiting.get(..taken).unwrap_or_default());
        }
        input.consume(end.map_or(taken, |end| end + 1));
        if end.is_some() {
            return Ok(if too_long { Read::TooLong } else { Read::Line });
        }
    }
}

fn refusal(id: Value, code: i32, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}

/// Whether a line is a message; else what to answer.
fn check(line: &[u8]) -> Result<(), Value> {
    let Ok(message) = serde_json::from_slice::<Value>(line) else {
        // Only part of it may be unreadable: whoever sent it waits under its id.
        #[derive(Deserialize)]
        struct Envelope {
            id: Value,
        }
        let id = serde_json::from_slice::<Envelope>(line).map_or(Value::Null, |found| found.id);
        return Err(refusal(id, -32700, "This is not JSON that can be read."));
    };
    let id = message.get("id").cloned().unwrap_or_default();
    let wrong = |message| Err(refusal(id.clone(), -32600, message));
    if !message.is_object() {
        return wrong("A message is one JSON object; batches are not supported.");
    }
    if message["jsonrpc"] != "2.0" {
        return wrong("A message says \"jsonrpc\": \"2.0\".");
    }
    if message
        .get("id")
        .is_some_and(|id| !id.is_string() && !id.is_i64() && !id.is_u64())
    {
        return Err(refusal(
            Value::Null,
            -32600,
            "An id is a string or an integer.",
        ));
    }
    let answer = message.get("result").is_some() || message.get("error").is_some();
    if !answer && !message["method"].is_string() {
        return wrong("A request names its method.");
    }
    if message["method"] == "tools/call" {
        let params = &message["params"];
        let arguments = params.get("arguments");
        if !params["name"].is_string() || arguments.is_some_and(|given| !given.is_object()) {
            let told = "tools/call takes a name and, as an object, arguments.";
            return Err(refusal(id, -32602, told));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(line: &str) -> Option<(Value, i64)> {
        let answer = check(line.as_bytes()).err()?;
        Some((
            answer["id"].clone(),
            answer["error"]["code"].as_i64().unwrap(),
        ))
    }

    #[test]
    fn messages_pass() {
        for line in [
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#,
            r#"{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"x"}}"#,
            r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
            r#"{"jsonrpc":"2.0","id":1,"result":{}}"#,
        ] {
            assert_eq!(code(line), None, "{line}");
        }
    }

    #[test]
    fn what_is_none_is_answered_under_its_id_where_it_has_one() {
        let deep = format!(
            r#"{{"jsonrpc":"2.0","id":7,"method":"x","params":{}1{}}}"#,
            "[".repeat(5000),
            "]".repeat(5000)
        );
        for (line, id, expected) in [
            ("{", Value::Null, -32700),
            (
                r#"{"jsonrpc":"2.0","id":77,"params":"\ud800"}"#,
                json!(77),
                -32700,
            ),
            (deep.as_str(), json!(7), -32700),
            (
                r#"{"jsonrpc":"2.0","id":1e400,"method":"x"}"#,
                Value::Null,
                -32700,
            ),
            ("[]", Value::Null, -32600),
            ("null", Value::Null, -32600),
            (r#"{"jsonrpc":"1.0","id":3,"method":"x"}"#, json!(3), -32600),
            (r#"{"jsonrpc":"2.0","id":3}"#, json!(3), -32600),
            (
                r#"{"jsonrpc":"2.0","id":1.5,"method":"x"}"#,
                Value::Null,
                -32600,
            ),
            (
                r#"{"jsonrpc":"2.0","id":4,"method":"tools/call"}"#,
                json!(4),
                -32602,
            ),
            (
                r#"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"x","arguments":[1]}}"#,
                json!(5),
                -32602,
            ),
        ] {
            assert_eq!(
                code(line),
                Some((id, expected)),
                "{}",
                task::text::excerpt(line, 80)
            );
        }
    }
}
