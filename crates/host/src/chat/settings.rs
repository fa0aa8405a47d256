//! How the chat of a profile is set up.

use chatkit::mint::Address;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::Store;
use task::Error;
use ts_rs::TS;

/// The setting of the profile that holds [`ChatSettings`], as JSON.
const NAME: &str = "chat";
/// How long the identifier of a workflow, or its version, may be.
const WORD_LIMIT: usize = 200;

/// How the chat is set up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ChatSettings {
    /// The person knows what ChatKit's frame sends to its vendor, and wants it all the same.
    pub told: bool,
    /// The rollback switch: the built-in panel, never ChatKit.
    pub built_in: bool,
    /// Where answers come from.
    pub answers: Answers,
}

/// Where answers come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Answers {
    /// From this device.
    #[default]
    Device,
    /// From hosted ChatKit, with sessions that a backend mints.
    Backend {
        /// Its address, `https://…`; without TLS only on this computer.
        url: String,
        /// The path of its session endpoint, such as `/api/chatkit/session`.
        path: String,
    },
    /// From hosted ChatKit, with sessions minted with the person's own key.
    #[serde(rename = "openai")]
    OpenAi {
        /// The identifier of the workflow, `wf_…`.
        workflow: String,
        /// Its version; the latest that is deployed where there is none.
        #[ts(optional)]
        #[serde(skip_serializing_if = "Option::is_none")]
        version: Option<String>,
    },
}

/// How the chat of a profile is set up. What was never set, or can't be read, is as in
/// [`ChatSettings::default`].
///
/// # Errors
/// Where the profile can't be read.
pub async fn load_settings(store: &Store) -> Result<ChatSettings, Error> {
    let kept = store.setting(NAME).await?;
    Ok(kept.map(|text| read(&text)).unwrap_or_default())
}

/// Sets the chat of a profile up, and gives back the settings as they are kept: without blanks and
/// slashes around addresses.
///
/// # Errors
/// `invalid_input` for an address, a path or a workflow that can't be one; nothing is changed then.
/// Otherwise where the profile can't be written.
pub async fn save_settings(store: &Store, settings: ChatSettings) -> Result<ChatSettings, Error> {
    let settings = ChatSettings {
        answers: settings.answers.checked()?,
        ..settings
    };
    let text = serde_json::to_string(&settings).map_err(|error| Error::Storage {
        code: task::Code::Internal,
        message: "The chat's settings could not be written. Nothing was changed.".to_owned(),
        source: Some(Box::new(error)),
    })?;
    store.set_setting(NAME, Some(&text)).await?;
    Ok(settings)
}

/// Each field by itself, so that one that another version wrote doesn't take the others along.
fn read(text: &str) -> ChatSettings {
    let fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let answers: Answers = field(&fields, "answers");
    ChatSettings {
        told: field(&fields, "told"),
        built_in: field(&fields, "built_in"),
        answers: answers.checked().unwrap_or_default(),
    }
}

fn field<T: DeserializeOwned + Default>(fields: &Map<String, Value>, name: &str) -> T {
    let value = fields.get(name).cloned().unwrap_or_default();
    serde_json::from_value(value).unwrap_or_default()
}

impl Answers {
    /// The same, if all that is in it can be used.
    fn checked(self) -> Result<Self, Error> {
        match self {
            Self::Device => Ok(self),
            Self::Backend { url, path } => {
                let url: Address = url
                    .parse()
                    .map_err(|error| refused("The backend's address", &error))?;
                let path = path.trim().to_owned();
                url.below(&path)
                    .map_err(|error| refused("The path of the backend's sessions", &error))?;
                Ok(Self::Backend {
                    url: url.to_string(),
                    path,
                })
            }
            Self::OpenAi { workflow, version } => {
                let workflow = workflow.trim().to_owned();
                if !workflow.strip_prefix("wf_").is_some_and(is_word) {
                    return Err(Error::invalid(
                        "The workflow cannot be used: its identifier begins with “wf_” and goes \
                         on with letters and digits. Nothing was changed.",
                    ));
                }
                let version = version.map(|version| version.trim().to_owned());
                let version = version.filter(|version| !version.is_empty());
                // OpenAI mints sessions for it whose chats then don't work.
                if version.as_deref() == Some("latest") {
                    return Err(Error::invalid(
                        "Leave the workflow's version empty to use the latest one that is \
                         deployed. Nothing was changed.",
                    ));
                }
                if !version.as_deref().is_none_or(is_word) {
                    return Err(Error::invalid(
                        "The workflow's version cannot be used: it has letters, digits and the \
                         characters -._ only. Nothing was changed.",
                    ));
                }
                Ok(Self::OpenAi { workflow, version })
            }
        }
    }
}

fn refused(what: &str, error: &chatkit::mint::NotAnAddress) -> Error {
    Error::invalid(format!(
        "{what} cannot be used: {error}. Nothing was changed."
    ))
}

fn is_word(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !text.is_empty() && text.len() <= WORD_LIMIT && text.bytes().all(allowed)
}
