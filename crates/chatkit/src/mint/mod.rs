//! Minting of sessions of hosted ChatKit: `POST /v1/chatkit/sessions` at OpenAI, or the session
//! endpoint of a backend.

mod address;

pub use address::{Address, NotAnAddress};
