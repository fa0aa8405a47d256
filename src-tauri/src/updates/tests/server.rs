//! A server on loopback that publishes what a test says.

use std::collections::HashMap;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What is answered.
#[derive(Clone)]
pub(super) enum Answer {
    /// A status and a text.
    Text(u16, String),
    /// A file.
    File(Vec<u8>),
    /// A file without its last half, as when the line breaks.
    Cut(Vec<u8>),
    /// The beginning of a file, and then nothing for as long as the test runs.
    Stalled(Vec<u8>),
    /// Nothing at all, for as long as the test runs.
    Silence,
}

type Shared<T> = Arc<Mutex<T>>;

/// The server.
pub(super) struct Server {
    pub(super) address: String,
    answers: Shared<HashMap<String, Answer>>,
    asked: Shared<Vec<String>>,
}

impl Server {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            address: format!("http://{}", listener.local_addr().unwrap()),
            answers: Shared::default(),
            asked: Shared::default(),
        };
        let (answers, asked) = (server.answers.clone(), server.asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (answers, asked) = (answers.clone(), asked.clone());
                // Whoever asks may go away at any time.
                std::thread::spawn(move || {
                    stream.and_then(|stream| serve(stream, &answers, &asked))
                });
            }
        });
        server
    }

    pub(super) fn publish(&self, path: &str, answer: Answer) {
        self.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    /// Which paths were asked for.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(
    mut stream: TcpStream,
    answers: &Shared<HashMap<String, Answer>>,
    asked: &Shared<Vec<String>>,
) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    asked.lock().unwrap().push(path.clone());
    let answer = answers.lock().unwrap().get(&path).cloned();
    let nothing = Answer::Text(404, "no".into());
    let (status, length, body, goes_on) = match answer.unwrap_or(nothing) {
        Answer::Text(status, text) => (status, text.len(), text.into_bytes(), false),
        Answer::File(bytes) => (200, bytes.len(), bytes, false),
        Answer::Cut(bytes) => (200, bytes.len(), half(&bytes), false),
        Answer::Stalled(bytes) => (200, bytes.len(), half(&bytes), true),
        Answer::Silence => loop {
            std::thread::park();
        },
    };
    write!(
        stream,
        "HTTP/1.1 {status} So\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)?;
    stream.flush()?;
    while goes_on {
        std::thread::park();
    }
    Ok(())
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}
