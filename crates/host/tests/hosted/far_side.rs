//! The far side: a server on this computer that answers every request by a function, from the
//! published contracts, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use chatkit::mint::Address;
use serde_json::{Value, json};

/// What it was asked.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// `POST /v1/chatkit/sessions`.
    pub(crate) line: String,
    pub(crate) authorization: Option<String>,
    pub(crate) body: Value,
}

/// The status and the body for the n-th request, counted from 1.
type Answers = fn(usize, &Asked) -> (u16, Value);

pub(crate) struct FarSide {
    pub(crate) address: Address,
    asked: Arc<Mutex<Vec<Asked>>>,
    /// Wakes whoever waits for a request.
    news: Arc<tokio::sync::Notify>,
}

impl FarSide {
    pub(crate) async fn new(answers: Answers) -> Self {
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let news: Arc<tokio::sync::Notify> = Arc::default();
        let (known, told) = (asked.clone(), news.clone());
        let app = Router::new().fallback(move |request: Request| {
            let (known, told) = (known.clone(), told.clone());
            async move {
                let (head, body) = request.into_parts();
                let bytes = to_bytes(body, 1 << 20).await.unwrap();
                let header = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
                let asked = Asked {
                    line: format!("{} {}", head.method, head.uri),
                    authorization: head.headers.get("authorization").map(header),
                    body: serde_json::from_slice(&bytes).unwrap_or_default(),
                };
                let count = {
                    let mut known = known.lock().unwrap();
                    known.push(asked.clone());
                    known.len()
                };
                told.notify_waiters();
                let (status, body) = answers(count, &asked);
                Response::builder()
                    .status(status)
                    .body(Body::from(body.to_string()))
                    .unwrap()
            }
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self {
            address: format!("http://127.0.0.1:{port}").parse().unwrap(),
            asked,
            news,
        }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// Waits until it was asked this often.
    pub(crate) async fn wait(&self, count: usize) -> Vec<Asked> {
        loop {
            let news = self.news.notified();
            tokio::pin!(news);
            news.as_mut().enable();
            let asked = self.asked();
            if asked.len() >= count {
                return asked;
            }
            news.await;
        }
    }
}

pub(crate) fn session(number: usize) -> (u16, Value) {
    let session = json!({
        "id": format!("cksess_{number}"),
        "client_secret": format!("ek_{number}"),
    });
    (200, session)
}
