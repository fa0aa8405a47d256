//! Downloading and installing, and everything that must not be installed.

use update::Channel::Stable;

use super::*;

#[tokio::test]
async fn what_is_offered_comes_and_takes_the_place_of_what_runs() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    scene.look(Stable).await;
    let state = scene.download().await;
    assert!(matches!(state.step, Step::Waiting { .. }), "{state:?}");
    // It waits; nothing has happened to the app yet, and no look disturbs it.
    assert_eq!(scene.installed(), OLD);
    scene.list("stable", Answer::Text(500, "oh".into()));
    assert!(matches!(
        scene.look(Stable).await.step,
        Step::Waiting { .. }
    ));
    scene
        .updates()
        .install_now(scene.app.handle())
        .await
        .unwrap();
    assert!(matches!(scene.state().await.step, Step::Installed { .. }));
    assert_eq!(scene.installed(), NEW);
}

#[test]
fn what_waits_is_installed_when_the_app_ends() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    tauri::async_runtime::block_on(async {
        scene.look(Stable).await;
        scene.download().await;
    });
    scene.updates().end(scene.app.handle());
    assert_eq!(scene.installed(), NEW);
    // Nobody asked it to start again.
    assert!(!scene.updates().take_show());
}

#[test]
fn what_cannot_be_installed_at_the_end_is_said_at_the_next_start() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    tauri::async_runtime::block_on(async {
        scene.look(Stable).await;
        scene.download().await;
    });
    std::fs::remove_file(scene.file()).unwrap();
    scene.updates().end(scene.app.handle());
    let again = || Updates::of(scene.folder.path(), scene.app.config());
    let failure = again().now().failure.clone();
    assert!(failure.is_some_and(|failure| failure.message.contains("could not be installed")));
    assert_eq!(again().now().failure, None);
}

/// Publishes a file that must not be installed, tries it, and gives back what is said.
async fn refused(publish: impl FnOnce(&Scene)) -> String {
    let scene = Scene::of("1.2.0");
    publish(&scene);
    let state = scene.look(Stable).await;
    assert!(offered(&state).is_some(), "{state:?}");
    let state = scene.download().await;
    // It can be tried again.
    assert!(offered(&state).is_some(), "{state:?}");
    scene
        .updates()
        .install_now(scene.app.handle())
        .await
        .unwrap_err();
    assert_eq!(scene.installed(), OLD);
    let left: Vec<_> = std::fs::read_dir(scene.folder.path()).unwrap().collect();
    assert!(left.len() <= 2, "{left:?}");
    said(&state).to_owned()
}

#[tokio::test]
async fn a_file_that_was_changed_is_refused() {
    let words = refused(|scene| {
        let signature = scene.key.sign(NEW, Some("1.3.0"));
        let mut file = NEW.to_vec();
        file[20] ^= 1;
        scene.publish_as("stable", "1.3.0", &signature, Answer::File(file));
    });
    assert!(words.await.contains("signature for this version"));
}

#[tokio::test]
async fn a_file_that_somebody_else_has_signed_is_refused() {
    let words = refused(|scene| {
        let signature = Key::fresh().sign(NEW, Some("1.3.0"));
        scene.publish_as("stable", "1.3.0", &signature, Answer::File(NEW.to_vec()));
    });
    assert!(words.await.contains("signature for this version"));
}

#[tokio::test]
async fn an_old_file_under_a_new_number_is_refused() {
    let words = refused(|scene| {
        let signature = scene.key.sign(NEW, Some("1.0.0"));
        scene.publish_as("stable", "9.0.0", &signature, Answer::File(NEW.to_vec()));
    });
    assert!(words.await.contains("signature for this version"));
}

#[tokio::test]
async fn a_signature_without_a_version_or_sense_is_refused() {
    let words = refused(|scene| {
        let signature = scene.key.sign(NEW, None);
        scene.publish_as("stable", "1.3.0", &signature, Answer::File(NEW.to_vec()));
    });
    assert!(words.await.contains("signature for this version"));
    let words = refused(|scene| {
        scene.publish_as("stable", "1.3.0", "rubbish", Answer::File(NEW.to_vec()));
    });
    assert!(words.await.contains("signature for this version"));
}

#[tokio::test]
async fn a_download_that_breaks_off_or_is_not_there_is_said() {
    let words = refused(|scene| {
        let signature = scene.key.sign(NEW, Some("1.3.0"));
        scene.publish_as("stable", "1.3.0", &signature, Answer::Cut(NEW.to_vec()));
    });
    assert!(words.await.contains("broke off"));
    let words = refused(|scene| {
        let signature = scene.key.sign(NEW, Some("1.3.0"));
        scene.publish_as("stable", "1.3.0", &signature, Answer::Text(503, "x".into()));
    });
    assert!(words.await.contains("does not give out this version"));
}

#[tokio::test]
async fn what_is_no_app_is_not_put_in_its_place() {
    let scene = Scene::of("1.2.0");
    let text = b"just words".to_vec();
    let signature = scene.key.sign(&text, Some("1.3.0"));
    scene.publish_as("stable", "1.3.0", &signature, Answer::File(text));
    scene.look(Stable).await;
    scene.download().await;
    let failed = scene.updates().install_now(scene.app.handle()).await;
    assert!(
        failed
            .unwrap_err()
            .message
            .contains("could not be installed")
    );
    assert_eq!(scene.installed(), OLD);
    // It waits still, and says what went wrong.
    let state = scene.state().await;
    assert!(matches!(state.step, Step::Waiting { .. }));
    assert!(said(&state).contains("could not be installed"));
}

#[tokio::test]
async fn a_download_can_be_stopped_and_begun_again() {
    let scene = Scene::of("1.2.0");
    let signature = scene.key.sign(NEW, Some("1.3.0"));
    scene.publish_as("stable", "1.3.0", &signature, Answer::Stalled(NEW.to_vec()));
    scene.look(Stable).await;
    let updates = scene.updates();
    let stopping = async {
        // Until some of it is here.
        while !matches!(
            scene.state().await.step,
            Step::Downloading { received: 1.., .. }
        ) {
            tokio::task::yield_now().await;
        }
        updates.cancel(scene.app.handle());
    };
    let (stopped, ()) = tokio::join!(updates.download(scene.app.handle()), stopping);
    stopped.unwrap();
    let state = scene.state().await;
    assert_eq!((offered(&state), said(&state)), (Some("1.3.0"), ""));
    scene.publish("stable", "1.3.0");
    assert!(matches!(scene.download().await.step, Step::Waiting { .. }));
    // What is here can be let go, too.
    updates.cancel(scene.app.handle());
    assert_eq!(offered(&scene.state().await), Some("1.3.0"));
    updates.install_now(scene.app.handle()).await.unwrap_err();
}

#[tokio::test]
async fn what_is_of_another_channel_is_let_go() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    scene.look(Stable).await;
    scene.download().await;
    scene.updates().forget(scene.app.handle());
    assert_eq!(scene.state().await.step, Step::Unknown);
    assert!(scene.download().await.failure.is_none());
    assert_eq!(scene.installed(), OLD);
}
