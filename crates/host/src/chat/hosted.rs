//! Sessions of hosted ChatKit, minted as the settings say with the person's own credential.

use chatkit::mint::{Address, Mint, MintCode, MintError, SessionSource};
use secrecy::{ExposeSecret, SecretString};
use secrets::SecretName;
use store::Store;
use task::{Code, Error, Failure};
use tokio::sync::Mutex;

use super::settings::{Answers, load_settings};
use super::token_server;

/// Where OpenAI is.
const OPENAI: &str = "https://api.openai.com/v1";
/// In debug builds: where it is instead, for tests; on this computer only.
#[cfg(debug_assertions)]
const OPENAI_VARIABLE: &str = "CALM_ORBIT_OPENAI_URL";
/// The setting of the profile that holds who its hosted threads belong to.
const USER: &str = "chat_user";
/// The sessions of hosted ChatKit of one profile. Nothing is asked of any network before a client
/// secret is wanted.
pub struct Hosted {
    openai: String,
    current: Mutex<Option<Current>>,
}

/// The mint, and what it was made for.
struct Current {
    answers: Answers,
    credential: SecretString,
    mint: Mint,
}

impl Default for Hosted {
    fn default() -> Self {
        #[cfg(debug_assertions)]
        if let Ok(url) = std::env::var(OPENAI_VARIABLE) {
            match url.parse::<Address>() {
                Ok(address) if address.is_loopback() => return Self::at(&address),
                _ => tracing::warn!("{OPENAI_VARIABLE} names no address on this computer"),
            }
        }
        Self::of(OPENAI.to_owned())
    }
}

impl Hosted {
    /// With OpenAI at another address.
    pub fn at(openai: &Address) -> Self {
        Self::of(openai.to_string())
    }

    fn of(openai: String) -> Self {
        Self {
            openai,
            current: Mutex::default(),
        }
    }

    /// A client secret for ChatKit, which names the one that it has as `current` when it wants
    /// another. `credential` reads a secret; other settings or another credential than the last
    /// time begin anew.
    ///
    /// # Errors
    /// `sign_in` where there is no credential, or it is refused; `invalid_input` where the settings
    /// are at fault; `rate_limited` and `unreachable`, where trying again helps; and what
    /// `credential` fails with.
    pub async fn client_secret<F>(
        &self,
        store: &Store,
        current: Option<&str>,
        credential: impl FnOnce(SecretName) -> F,
    ) -> Result<SecretString, Failure>
    where
        F: Future<Output = Result<Option<SecretString>, Failure>>,
    {
        let (answers, mint) = {
            // Held until the mint is there, so that who signs out meanwhile ends it.
            let mut known = self.current.lock().await;
            let answers = load_settings(store).await?.answers;
            let Some(name) = credential_of(&answers) else {
                return Err(failure(
                    Code::InvalidInput,
                    "The chat is answered by this computer, so it needs no session. Choose another \
                     source of answers in the chat's settings.",
                ));
            };
            let Some(credential) = credential(name).await? else {
                return Err(failure(Code::SignIn, missing(name)));
            };
            let mint = match &*known {
                Some(current) if current.is_for(&answers, &credential) => current.mint.clone(),
                _ => {
                    let source = self.source(store, &answers, credential.clone()).await?;
                    let mint = Mint::new(source).map_err(|error| told(&answers, &error))?;
                    let new = Current {
                        answers: answers.clone(),
                        credential,
                        mint: mint.clone(),
                    };
                    end(known.replace(new));
                    mint
                }
            };
            (answers, mint)
        };
        let minted = mint.client_secret(current).await;
        minted.map_err(|error| told(&answers, &error))
    }

    /// Ends the sessions, after `clear` has forgotten the credential that they were minted with.
    /// They are cancelled in the background: signing out waits for no network.
    ///
    /// # Errors
    /// What `clear` fails with; the sessions end all the same.
    pub async fn sign_out<F>(
        &self,
        store: &Store,
        clear: impl FnOnce(SecretName) -> F,
    ) -> Result<(), Failure>
    where
        F: Future<Output = Result<(), Failure>>,
    {
        let mut known = self.current.lock().await;
        let before = known.take();
        let name = match &before {
            Some(current) => credential_of(&current.answers),
            None => credential_of(&load_settings(store).await?.answers),
        };
        end(before);
        match name {
            Some(name) => clear(name).await,
            None => Ok(()),
        }
    }

    async fn source(
        &self,
        store: &Store,
        answers: &Answers,
        credential: SecretString,
    ) -> Result<SessionSource, Failure> {
        let unusable = |_| {
            failure(
                Code::InvalidInput,
                "The address of the chat's sessions cannot be used. Set it again in the chat's \
                 settings.",
            )
        };
        let user = user(store).await?;
        match answers {
            Answers::Backend { url, path } => {
                let url = url
                    .parse::<Address>()
                    .and_then(|base| base.below(path))
                    .map_err(unusable)?;
                token_server::hold(store, &credential, &url).await?;
                Ok(SessionSource::Backend {
                    url,
                    token: credential,
                    user,
                    conversation: None,
                })
            }
            Answers::OpenAi { workflow, version } => Ok(SessionSource::OpenAi {
                base: self.openai.parse().map_err(unusable)?,
                key: credential,
                workflow: workflow.clone(),
                version: version.clone(),
                user,
            }),
            Answers::Device => Err(failure(Code::InvalidInput, "There is nobody to ask.")),
        }
    }
}

impl Current {
    fn is_for(&self, answers: &Answers, credential: &SecretString) -> bool {
        self.answers == *answers && self.credential.expose_secret() == credential.expose_secret()
    }
}

/// In the background.
fn end(current: Option<Current>) {
    if let Some(current) = current {
        tokio::spawn(async move { current.mint.end().await });
    }
}

fn credential_of(answers: &Answers) -> Option<SecretName> {
    match answers {
        Answers::Device => None,
        Answers::Backend { .. } => Some(SecretName::BackendToken),
        Answers::OpenAi { .. } => Some(SecretName::OpenaiKey),
    }
}

/// Who hosted threads belong to: 128 random bits that say nothing of the person or the device, the
/// same for as long as the profile lives.
async fn user(store: &Store) -> Result<String, Error> {
    if let Some(known) = store.setting(USER).await? {
        return Ok(known);
    }
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).map_err(|error| Error::Storage {
        code: Code::Internal,
        message: "This computer gave no random numbers. Try again.".to_owned(),
        source: Some(Box::new(error)),
    })?;
    let fresh = format!("{:032x}", u128::from_be_bytes(bits));
    store.settle_setting(USER, &fresh).await
}

fn failure(code: Code, message: impl Into<String>) -> Failure {
    Failure {
        code,
        message: message.into(),
    }
}

fn missing(name: SecretName) -> &'static str {
    match name {
        SecretName::OpenaiKey => "There is no key for OpenAI. Enter yours in the chat's settings.",
        SecretName::BackendToken => {
            "There is no token for the backend. Sign in there, and enter its token in the chat's \
             settings."
        }
    }
}

/// The error in the codes of the house, with what to do.
fn told(answers: &Answers, error: &MintError) -> Failure {
    let openai = matches!(answers, Answers::OpenAi { .. });
    let (code, remedy) = match error.code() {
        MintCode::SignIn if openai => (Code::SignIn, "Enter another key in the chat's settings."),
        MintCode::SignIn => (
            Code::SignIn,
            "Sign in there again, and enter the new token in the chat's settings.",
        ),
        MintCode::InvalidInput if openai => (
            Code::InvalidInput,
            "Look at the workflow and the key in the chat's settings.",
        ),
        MintCode::InvalidInput => (
            Code::InvalidInput,
            "Look at the backend's address and path in the chat's settings.",
        ),
        MintCode::RateLimited => (Code::RateLimited, ""),
        MintCode::Unreachable if error.passes() => (Code::Unreachable, "Try again."),
        MintCode::Unreachable => (
            Code::Unreachable,
            "Look at the address in the chat's settings, and at this computer's clock.",
        ),
        MintCode::Internal => (Code::Internal, ""),
        MintCode::Ended => (
            Code::SignIn,
            "The chat was set up anew, or somebody signed out, meanwhile.",
        ),
    };
    let mut words = error.to_string();
    // The others begin with the name of a server.
    if matches!(error, MintError::Ended | MintError::NoTls(_))
        && let Some(first) = words.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    failure(code, format!("{words}. {remedy}").trim_end())
}
