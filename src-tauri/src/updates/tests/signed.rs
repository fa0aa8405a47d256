//! Signing as the bundler does it (minisign's format, without the hash beforehand), with keys that
//! live as long as a test.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _};

/// A key pair.
pub(super) struct Key {
    pair: Ed25519KeyPair,
}

/// What tells keys apart; all of them say the same, so that the signature alone decides.
const ID: &[u8] = b"calmtest";

impl Key {
    pub(super) fn fresh() -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap();
        Self { pair }
    }

    /// As it stands in the configuration.
    pub(super) fn public(&self) -> String {
        let key = [b"Ed", ID, self.pair.public_key().as_ref()].concat();
        let text = format!("untrusted comment: test\n{}\n", STANDARD.encode(key));
        STANDARD.encode(text)
    }

    /// The signature of these bytes as this version; `None` for one that names no version.
    pub(super) fn sign(&self, bytes: &[u8], version: Option<&str>) -> String {
        let mut comment = "timestamp:1700000000\tfile:app".to_owned();
        if let Some(version) = version {
            comment += &format!("\tversion:{version}");
        }
        let signed = self.pair.sign(bytes);
        let all = [signed.as_ref(), comment.as_bytes()].concat();
        let whole = self.pair.sign(&all);
        let text = format!(
            "untrusted comment: test\n{}\ntrusted comment: {comment}\n{}\n",
            STANDARD.encode([b"Ed", ID, signed.as_ref()].concat()),
            STANDARD.encode(whole.as_ref()),
        );
        STANDARD.encode(text)
    }
}
