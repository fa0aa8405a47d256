//! Which server a backend's token belongs to: the one that it was first sent to. A page can set
//! another address, but can't have a token sent there that it doesn't know.

use chatkit::mint::Address;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use store::Store;
use task::{Code, Error, Failure};

/// The setting of the profile that holds a token's server: this, and the token's SHA-256.
const NAME: &str = "chat_token_of.";

/// To be called when somebody has entered a token, who so has shown to know it: it may belong to
/// another server from now on.
///
/// # Errors
/// Where the profile can't be written.
pub async fn token_entered(store: &Store, token: &str) -> Result<(), Error> {
    // As it is kept.
    store.set_setting(&name(token.trim()), None).await
}

/// Lets a token be sent to this server, and no other from now on.
///
/// # Errors
/// `sign_in` where it belongs to another.
pub(super) async fn hold(
    store: &Store,
    token: &SecretString,
    address: &Address,
) -> Result<(), Failure> {
    let origin = address.origin();
    let known = store
        .settle_setting(&name(token.expose_secret()), &origin)
        .await?;
    if known == origin {
        return Ok(());
    }
    Err(Failure {
        code: Code::SignIn,
        message: format!(
            "The token that is kept here is for {known}. Enter the one for {origin} in the \
             chat's settings."
        ),
    })
}

fn name(token: &str) -> String {
    let hash = Sha256::digest(token.as_bytes());
    let digits = hash.iter().map(|byte| format!("{byte:02x}"));
    format!("{NAME}{}", digits.collect::<String>())
}
