//! Where the server answers.

/// An address of the server: its port on this computer, under the names that browsers and clients
/// give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    port: u16,
}

impl Address {
    pub(super) fn new(port: u16) -> Self {
        Self { port }
    }

    /// The port, the same on 127.0.0.1 and ::1.
    #[must_use]
    pub fn port(self) -> u16 {
        self.port
    }

    /// The origin of the chat page, `http://localhost:PORT`. It is the only one: a name of three
    /// that are this computer, and the one that ChatKit's checks leave alone.
    #[must_use]
    pub fn origin(self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The chat page, `http://localhost:PORT/chat`.
    #[must_use]
    pub fn page(self) -> String {
        format!("{}/chat", self.origin())
    }

    /// The ChatKit endpoint for clients, `http://127.0.0.1:PORT/chatkit`.
    #[must_use]
    pub fn chatkit(self) -> String {
        format!("http://127.0.0.1:{}/chatkit", self.port)
    }

    /// Whether a `Host` header, or the authority of a request's address, names this server.
    pub(super) fn is_host(self, host: &str) -> bool {
        ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
            let port = host
                .strip_prefix(name)
                .and_then(|port| port.strip_prefix(':'));
            port.is_some_and(|port| port == self.port.to_string())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_one_of_three_names_with_the_port() {
        let address = Address::new(27_001);
        for ours in ["localhost:27001", "127.0.0.1:27001", "[::1]:27001"] {
            assert!(address.is_host(ours), "{ours}");
        }
        for foreign in [
            "",
            "localhost",
            "localhost:",
            "localhost:27002",
            "localhost:027001",
            "localhost:+27001",
            "localhost.:27001",
            "LOCALHOST:27001",
            "127.0.0.2:27001",
            "127.1:27001",
            "0.0.0.0:27001",
            "::1:27001",
            "[::]:27001",
            "[::ffff:127.0.0.1]:27001",
            "rebound.example:27001",
            "localhost.example:27001",
            "user@localhost:27001",
            "localhost:27001, localhost:27001",
        ] {
            assert!(!address.is_host(foreign), "{foreign}");
        }
    }
}
