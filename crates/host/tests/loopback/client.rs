//! An HTTP client that writes its own lines, so that it can write wrong ones.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Ask {
    pub(crate) fn new(method: &'static str, path: &str, port: u16) -> Self {
        Self {
            method,
            path: path.to_owned(),
            headers: vec![("Host".into(), format!("localhost:{port}"))],
            body: Vec::new(),
        }
    }

    pub(crate) fn method(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    pub(crate) fn path(self, path: &str) -> Self {
        let path = path.to_owned();
        Self { path, ..self }
    }

    /// With this header in place of what it was.
    pub(crate) fn with(self, name: &str, value: impl Into<String>) -> Self {
        let mut ask = self.without(name);
        ask.headers.push((name.to_owned(), value.into()));
        ask
    }

    /// With this header beside the one that is there.
    pub(crate) fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// The bytes as they go over the wire.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.body.is_empty() {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }

    pub(crate) async fn send(&self, port: u16) -> Answer {
        let mut answering = Answering::begin(port, &self.bytes()).await;
        answering.head().await;
        answering.rest().await
    }
}

/// An answer, whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// An answer on its way.
pub(crate) struct Answering {
    tcp: TcpStream,
    read: Vec<u8>,
    head: String,
}

impl Answering {
    pub(crate) async fn begin(port: u16, bytes: &[u8]) -> Self {
        let mut tcp = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        tcp.write_all(bytes).await.unwrap();
        Self {
            tcp,
            read: Vec::new(),
            head: String::new(),
        }
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.tcp.write_all(bytes).await
    }

    /// Reads some more; whether there was more.
    async fn more(&mut self) -> bool {
        self.tcp.read_buf(&mut self.read).await.is_ok_and(|n| n > 0)
    }

    async fn until(&mut self, end: &str) -> Option<String> {
        loop {
            let found = self
                .read
                .windows(end.len())
                .position(|window| window == end.as_bytes());
            if let Some(at) = found {
                let rest = self.read.split_off(at + end.len());
                let part = std::mem::replace(&mut self.read, rest);
                return Some(String::from_utf8(part).unwrap());
            }
            if !self.more().await {
                return None;
            }
        }
    }

    /// Reads the head; its status.
    pub(crate) async fn head(&mut self) -> Option<u16> {
        self.head = self.until("\r\n\r\n").await?;
        self.head.split(' ').nth(1)?.parse().ok()
    }

    /// The next chunk of a chunked body; `None` after the last.
    pub(crate) async fn chunk(&mut self) -> Option<String> {
        let size = self.until("\r\n").await?;
        let size = usize::from_str_radix(size.trim(), 16).unwrap();
        while self.read.len() < size + 2 {
            if !self.more().await {
                return None;
            }
        }
        let rest = self.read.split_off(size + 2);
        let mut chunk = std::mem::replace(&mut self.read, rest);
        chunk.truncate(size);
        (size > 0).then(|| String::from_utf8(chunk).unwrap())
    }

    /// The next event of a stream.
    pub(crate) async fn event(&mut self) -> Option<Value> {
        let chunk = self.chunk().await?;
        let data = chunk.strip_prefix("data: ")?.strip_suffix("\n\n")?;
        assert!(!data.contains('\n'), "one event is one line: {chunk}");
        Some(serde_json::from_str(data).unwrap())
    }

    /// Reads to the end.
    pub(crate) async fn rest(mut self) -> Answer {
        let status = self
            .head
            .split(' ')
            .nth(1)
            .map_or(0, |s| s.parse().unwrap());
        let mut body = String::new();
        if self
            .head
            .to_lowercase()
            .contains("transfer-encoding: chunked")
        {
            while let Some(chunk) = self.chunk().await {
                body.push_str(&chunk);
            }
        } else {
            while self.more().await {}
            body = String::from_utf8(std::mem::take(&mut self.read)).unwrap();
        }
        Answer {
            status,
            head: self.head,
            body,
        }
    }

    /// Whether the other side ends the connection without a word.
    pub(crate) async fn is_closed(&mut self) -> bool {
        !self.more().await
    }
}
