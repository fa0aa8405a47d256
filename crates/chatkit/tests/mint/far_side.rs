//! The far side: a server on this computer that answers as its script says, from the published
//! contracts, and keeps what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use calm_orbit_chatkit::mint::{Address, Mint, Patience, SessionSource};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;

/// Credentials that no text may ever hold.
pub(crate) const KEY: &str = "sk-marked-0123456789-key";
pub(crate) const TOKEN: &str = "marked.9876543210.token";

/// What it was asked.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// `POST /v1/chatkit/sessions`.
    pub(crate) line: String,
    /// The headers, their names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    pub(crate) at: Instant,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// What it answers.
#[derive(Clone)]
pub(crate) enum Says {
    /// A status, more headers, and a body.
    Status(u16, &'static str, String),
    /// Half of what it announced, then the end of the connection.
    Half,
    /// The end of the connection, before a word.
    Nothing,
    /// Nothing, for ever.
    Waits,
    /// 1 MiB, without having said so.
    Huge,
}

pub(crate) fn session(number: usize, expires_at: &Value) -> Says {
    let body = json!({
        "id": format!("cksess_{number}"),
        "object": "chatkit.session",
        "client_secret": format!("ek_marked_{number}"),
        "expires_at": expires_at,
        "status": "active",
    });
    Says::Status(200, "", body.to_string())
}

pub(crate) fn status(status: u16) -> Says {
    Says::Status(status, "", json!({"error": "no"}).to_string())
}

pub(crate) struct FarSide {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl FarSide {
    /// Answers the first request with the first of the script, and so on; those beyond it with the
    /// last. Cancelling is always answered, and takes no place in the script.
    pub(crate) async fn new(script: Vec<Says>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let known = asked.clone();
        let place = Arc::new(Mutex::new(0));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (script, known, place) = (script.clone(), known.clone(), place.clone());
                tokio::spawn(async move { answer(stream, &script, &known, &place).await });
            }
        });
        Self { port, asked }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    pub(crate) fn minted(&self) -> usize {
        let asked = self.asked();
        asked
            .iter()
            .filter(|one| !one.line.contains("cancel"))
            .count()
    }

    pub(crate) fn address(&self, path: &str) -> Address {
        let base: Address = format!("http://127.0.0.1:{}", self.port).parse().unwrap();
        base.below(path).unwrap()
    }

    pub(crate) fn openai(&self) -> SessionSource {
        SessionSource::OpenAi {
            base: self.address("/v1"),
            key: SecretString::from(KEY),
            workflow: "wf_68e5a1".to_owned(),
            version: None,
            user: "user-1".to_owned(),
        }
    }

    pub(crate) fn backend(&self) -> SessionSource {
        SessionSource::Backend {
            url: self.address("/api/chatkit/session"),
            token: SecretString::from(TOKEN),
            user: "user-1".to_owned(),
            conversation: None,
        }
    }
}

/// A mint that gives up sooner, so that tests need no long while.
pub(crate) fn mint(source: SessionSource) -> Mint {
    let patience = Patience {
        whole: Duration::from_secs(10),
        one: Duration::from_secs(1),
        pause: Duration::from_millis(1),
    };
    Mint::with_patience(source, patience).unwrap()
}

async fn answer(
    mut stream: TcpStream,
    script: &[Says],
    known: &Mutex<Vec<Asked>>,
    place: &Mutex<usize>,
) {
    while let Some(asked) = read(&mut stream).await {
        let cancels = asked.line.ends_with("/cancel");
        known.lock().unwrap().push(asked);
        let says = if cancels {
            status(200)
        } else {
            let mut place = place.lock().unwrap();
            *place += 1;
            script[(*place - 1).min(script.len() - 1)].clone()
        };
        let answer = match says {
            Says::Status(status, headers, body) => format!(
                "HTTP/1.1 {status} Said\r\n{headers}content-type: application/json\r\n\
                 content-length: {}\r\n\r\n{body}",
                body.len()
            ),
            Says::Half => "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"client".to_owned(),
            Says::Nothing => return,
            Says::Waits => std::future::pending().await,
            Says::Huge => {
                let chunk = "x".repeat(0x10000);
                let mut text = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_owned();
                for _ in 0..16 {
                    text.push_str(&format!("10000\r\n{chunk}\r\n"));
                }
                text + "0\r\n\r\n"
            }
        };
        let cut = answer.ends_with("{\"client");
        if stream.write_all(answer.as_bytes()).await.is_err() || cut {
            return;
        }
    }
}

async fn read(stream: &mut TcpStream) -> Option<Asked> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        let mut chunk = [0; 4_096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
        // The beginning of TLS, which means nothing to a server without.
        if bytes.first() == Some(&0x16) {
            let answer = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
            stream.write_all(answer).await.ok()?;
            return None;
        }
    };
    let text = String::from_utf8(bytes[..head].to_vec()).ok()?;
    let mut lines = text.split("\r\n");
    let line = lines.next()?.trim_end_matches(" HTTP/1.1").to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .map_or(0, |(_, value)| value.parse().unwrap());
    let mut body = bytes[head + 4..].to_vec();
    while body.len() < length {
        let mut chunk = [0; 4_096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => body.extend_from_slice(&chunk[..count]),
        }
    }
    Some(Asked {
        line,
        headers,
        body: String::from_utf8(body).ok()?,
        at: Instant::now(),
    })
}
