//! What was typed and neither added nor cleared. It is kept in the profile, so that it survives the
//! app.

use store::Store;
use task::Error;

/// The name under which it is kept.
const NAME: &str = "quick_add_draft";
/// The longest draft, in bytes: more than a title and notes may have.
const LONGEST: usize = 500_000;

/// The draft; empty where there is none.
///
/// # Errors
/// Where the profile can't be read.
pub(crate) async fn kept_draft(store: &Store) -> Result<String, Error> {
    Ok(store.setting(NAME).await?.unwrap_or_default())
}

/// Keeps the draft in place of the one before; an empty one is none.
///
/// # Errors
/// `invalid_input` for one that is too long, else where the profile can't be written.
pub(crate) async fn keep_draft(store: &Store, text: &str) -> Result<(), Error> {
    if text.len() > LONGEST {
        return Err(Error::invalid(
            "This text is too long for a task. It is still in the window.",
        ));
    }
    let draft = (!text.trim().is_empty()).then_some(text);
    store.set_setting(NAME, draft).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_draft_is_kept_until_it_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let open = async || {
            Store::open(folder.path(), store::Options::default())
                .await
                .unwrap()
        };
        let store = open().await;
        assert_eq!(kept_draft(&store).await.unwrap(), "");
        keep_draft(&store, " Buy milk tomorrow").await.unwrap();
        drop(store);
        let store = open().await;
        assert_eq!(kept_draft(&store).await.unwrap(), " Buy milk tomorrow");
        let long = "x".repeat(LONGEST + 1);
        assert!(keep_draft(&store, &long).await.is_err());
        assert_eq!(kept_draft(&store).await.unwrap(), " Buy milk tomorrow");
        keep_draft(&store, " ").await.unwrap();
        assert_eq!(kept_draft(&store).await.unwrap(), "");
    }
}
