//! A server with conversations in memory, and somebody who answers as the test says.

use std::borrow::Cow;
use std::sync::Arc;

use async_trait::async_trait;
use calm_orbit_host::loopback::{
    Bound, ChatPage, Conversations, Loopback, Pages, Script, Ticket, Tickets,
};
use chatkit::memory::MemoryThreads;
use chatkit::{RespondError, Responder, Server, Turn};
use serde_json::{Value, json};
use task::{Code, Failure};
use tokio::sync::{Mutex, mpsc};

use crate::client::Ask;

/// Says what the test says, until it says nothing more.
struct Dictated(Mutex<mpsc::UnboundedReceiver<&'static str>>);

/// The end of an answer.
pub(crate) const END: &str = "END";
/// The person's language.
pub(crate) const LOCALE: &str = "LOCALE";

#[async_trait]
impl Responder for Dictated {
    async fn respond(&self, turn: Turn) -> Result<(), RespondError> {
        let mut words = self.0.lock().await;
        let mut answer = turn.answer().await?;
        while let Some(word) = words.recv().await {
            match word {
                END => break,
                LOCALE => answer.push(turn.locale().unwrap_or("none")).await?,
                word => answer.push(word).await?,
            }
        }
        answer.finish().await?;
        Ok(())
    }
}

struct Kept(Option<Server>);

#[async_trait]
impl Conversations for Kept {
    async fn server(&self) -> Result<Server, Failure> {
        self.0.clone().ok_or_else(|| Failure {
            code: Code::NewerDatabase,
            message: "The tasks are from a newer version.".into(),
        })
    }
}

struct Files;

impl Pages for Files {
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        match path {
            "chat.html" => Some(Cow::Borrowed(
                br#"<meta name="chatkit-script" content="%CHATKIT_SCRIPT%">
                    <meta name="window-origins" content="%WINDOW_ORIGINS%">"#,
            )),
            "index.html" => Some(Cow::Borrowed(b"the window")),
            "assets/chat.js" => Some(Cow::Borrowed(b"chat()")),
            "assets/chat.css" => Some(Cow::Borrowed(b"chat {}")),
            _ => None,
        }
    }
}

pub(crate) struct Site {
    pub(crate) loopback: Loopback,
    pub(crate) port: u16,
    pub(crate) tickets: Arc<Tickets>,
    pub(crate) ticket: Ticket,
    pub(crate) chat: Server,
    say: mpsc::UnboundedSender<&'static str>,
    _folder: tempfile::TempDir,
}

pub(crate) async fn site() -> Site {
    start(true, true)
}

/// Its profile can't be opened.
pub(crate) async fn broken_site() -> Site {
    start(false, true)
}

/// It has no pages.
pub(crate) async fn bare_site() -> Site {
    start(true, false)
}

fn start(opens: bool, pages: bool) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let bound = Bound::for_profile(folder.path()).unwrap();
    let (say, words) = mpsc::unbounded_channel();
    let responder = Dictated(Mutex::new(words));
    let chat = Server::new(Arc::new(MemoryThreads::new()), Arc::new(responder));
    let kept = Arc::new(Kept(opens.then(|| chat.clone())));
    let tickets = Arc::new(Tickets::new());
    let ticket = tickets.issue().unwrap();
    let script = Script::on_this_computer("http://localhost:9001/chatkit.js").unwrap();
    let origins = ["tauri://localhost", "https://tauri.localhost"];
    let page = pages.then(|| ChatPage::new(Arc::new(Files), script, &origins));
    let loopback = Loopback::start(bound, kept, Arc::clone(&tickets), page).unwrap();
    Site {
        port: loopback.address().port(),
        loopback,
        tickets,
        ticket,
        chat,
        say,
        _folder: folder,
    }
}

impl Site {
    /// The assistant says this next.
    pub(crate) fn say(&self, words: &[&'static str]) {
        for word in words {
            self.say.send(word).unwrap();
        }
    }

    /// A request as the chat page sends it.
    pub(crate) fn chatkit(&self, request: &Value) -> Ask {
        Ask::new("POST", "/chatkit", self.port)
            .with("Origin", format!("http://localhost:{}", self.port))
            .with("Sec-Fetch-Site", "same-origin")
            .with("Authorization", self.bearer())
            .with("Content-Type", "application/json")
            .body(request.to_string())
    }

    pub(crate) fn bearer(&self) -> String {
        format!("Bearer {}", self.ticket.reveal())
    }

    /// A request that the chat page's frame is loaded with.
    pub(crate) fn page(&self) -> Ask {
        Ask::new("GET", "/chat", self.port)
            .with("Sec-Fetch-Dest", "iframe")
            .with("Sec-Fetch-Site", "cross-site")
    }

    /// The texts of the assistant in a thread.
    pub(crate) async fn answers(&self, thread: &str) -> Vec<String> {
        let request = json!({"type": "threads.get_by_id", "params": {"thread_id": thread}});
        let thread = self.chatkit(&request).send(self.port).await.json();
        let items = thread["items"]["data"].as_array().unwrap().iter();
        items
            .filter(|item| item["type"] == "assistant_message")
            .map(|item| item["content"][0]["text"].as_str().unwrap().to_owned())
            .collect()
    }
}

pub(crate) fn list() -> Value {
    json!({"type": "threads.list", "params": {}})
}

pub(crate) fn create() -> Value {
    json!({"type": "threads.create", "params": {"input": {
        "content": [{"type": "input_text", "text": "hello"}],
        "attachments": [],
        "inference_options": {},
    }}})
}
