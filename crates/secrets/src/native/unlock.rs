//! Linux: is there a Secret Service, and is its keyring unlocked? Where it is locked, the person
//! is asked by the service itself (Secret Service API 0.2, "Prompts"), which may take any time:
//! the question stays open after its caller has gone, and only one is open at a time.

use std::collections::HashMap;

use futures::StreamExt;
use tokio::task::JoinSet;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, Proxy};

use crate::Error;

const SERVICE: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";
const COLLECTION: &str = "org.freedesktop.Secret.Collection";

/// The way to an unlocked keyring.
#[derive(Default)]
pub(super) struct Lock {
    /// The question that is open, if one is.
    question: JoinSet<Result<(), Error>>,
}

impl Lock {
    /// Comes back when the keyring is unlocked, or the person said no. `making`: where there is
    /// no keyring yet, the person is asked to make one.
    pub(super) async fn open(&mut self, making: bool) -> Result<(), Error> {
        let keyring = Keyring::find().await?;
        if keyring.is_unlocked(making).await? {
            self.question = JoinSet::new();
            return Ok(());
        }
        // One that was answered after its caller had gone says nothing about now.
        while self.question.try_join_next().is_some() {}
        if self.question.is_empty() {
            self.question.spawn(keyring.ask());
        }
        match self.question.join_next().await {
            Some(Ok(answer)) => answer,
            Some(Err(error)) => Err(Error::failed(error)),
            None => Err(Error::Locked),
        }
    }
}

/// Whether there is an unlocked keyring, without asking anybody.
pub(super) async fn look() -> Result<(), Error> {
    let keyring = Keyring::find().await?;
    if keyring.is_unlocked(false).await? {
        Ok(())
    } else {
        Err(Error::Locked)
    }
}

/// The keyring that new entries go to.
struct Keyring {
    bus: Connection,
    /// `None` where the service has none yet.
    path: Option<OwnedObjectPath>,
}

impl Keyring {
    async fn find() -> Result<Self, Error> {
        let bus = Connection::session().await.map_err(Error::missing)?;
        let path: OwnedObjectPath = service(&bus)
            .await?
            .call("ReadAlias", &("default",))
            .await
            .map_err(Error::missing)?;
        let path = named(path);
        Ok(Self { bus, path })
    }

    async fn is_unlocked(&self, making: bool) -> Result<bool, Error> {
        let Some(path) = &self.path else {
            // Nothing is in it and nothing is asked of it, unless something is to be kept.
            return Ok(!making);
        };
        let answer = self
            .bus
            .call_method(
                Some(SERVICE),
                path,
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(COLLECTION, "Locked"),
            )
            .await
            .map_err(Error::failed)?;
        let locked: OwnedValue = answer.body().deserialize().map_err(Error::failed)?;
        let locked = bool::try_from(locked).map_err(Error::failed)?;
        Ok(!locked)
    }

    /// Has the service ask the person to unlock the keyring, or to make one.
    async fn ask(self) -> Result<(), Error> {
        let service = service(&self.bus).await?;
        let prompt: OwnedObjectPath = match &self.path {
            Some(path) => {
                let (_, prompt): (Vec<OwnedObjectPath>, _) = service
                    .call("Unlock", &(vec![path],))
                    .await
                    .map_err(Error::failed)?;
                prompt
            }
            None => {
                let label = format!("{COLLECTION}.Label");
                let properties = HashMap::from([(label.as_str(), Value::from("Default"))]);
                let (_, prompt): (OwnedObjectPath, _) = service
                    .call("CreateCollection", &(properties, "default"))
                    .await
                    .map_err(Error::failed)?;
                prompt
            }
        };
        match named(prompt) {
            Some(prompt) => self.wait_for(&prompt).await,
            None => Ok(()),
        }
    }

    async fn wait_for(&self, prompt: &ObjectPath<'_>) -> Result<(), Error> {
        let prompt = Proxy::new(&self.bus, SERVICE, prompt, "org.freedesktop.Secret.Prompt")
            .await
            .map_err(Error::failed)?;
        let mut completed = prompt
            .receive_signal("Completed")
            .await
            .map_err(Error::failed)?;
        // No window of ours to put it above.
        let _: () = prompt.call("Prompt", &("",)).await.map_err(Error::failed)?;
        let signal = completed.next().await.ok_or(Error::Locked)?;
        let (dismissed, _): (bool, OwnedValue) =
            signal.body().deserialize().map_err(Error::failed)?;
        if dismissed {
            Err(Error::Locked)
        } else {
            Ok(())
        }
    }
}

async fn service(bus: &Connection) -> Result<Proxy<'static>, Error> {
    let service = Proxy::new(bus, SERVICE, ROOT, "org.freedesktop.Secret.Service").await;
    service.map_err(Error::missing)
}

/// The service says `/` for "none".
fn named(path: OwnedObjectPath) -> Option<OwnedObjectPath> {
    (path.as_str() != "/").then_some(path)
}
