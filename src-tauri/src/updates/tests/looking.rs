//! What is offered to whom, and what is said where there is no answer.

use serde_json::json;
use update::Channel::{Beta, Stable};

use super::super::state::Barred;
use super::*;

#[tokio::test]
async fn a_newer_version_is_offered_with_its_notes() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    let state = scene.look(Stable).await;
    let Step::Offered { release } = &state.step else {
        panic!("{state:?}")
    };
    assert_eq!(release.version, "1.3.0");
    assert_eq!(release.notes.as_deref(), Some("* Fewer **surprises**"));
    assert!(release.published.is_some() && !release.older);
    assert!(state.answered.is_some() && state.failure.is_none());
    assert_eq!(state.barred, None);
    // Somebody on this channel hears of no other.
    assert_eq!(scene.server.asked(), ["/stable/latest.json"]);
}

#[tokio::test]
async fn the_same_or_an_older_version_is_none() {
    for version in ["1.2.0", "1.1.9", "1.2.0-beta.9"] {
        let scene = Scene::of("1.2.0");
        scene.publish("stable", version);
        let state = scene.look(Stable).await;
        assert_eq!(state.step, Step::Newest, "{version}");
        assert_eq!(state.way_back, None);
        assert_eq!(state.failure, None);
    }
}

#[tokio::test]
async fn a_beta_is_for_who_wants_betas() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.2.0");
    scene.publish("beta", "1.3.0-beta.2");
    assert_eq!(scene.look(Stable).await.step, Step::Newest);
    assert_eq!(offered(&scene.look(Beta).await), Some("1.3.0-beta.2"));
    scene.publish("stable", "1.3.0");
    assert_eq!(offered(&scene.look(Beta).await), Some("1.3.0"));
    assert_eq!(offered(&scene.look(Stable).await), Some("1.3.0"));
}

#[tokio::test]
async fn one_channel_that_fails_hides_nothing_of_the_other() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    scene.list("beta", Answer::Text(500, "oh".into()));
    let state = scene.look(Beta).await;
    assert_eq!((offered(&state), said(&state)), (Some("1.3.0"), ""));
    // Where the other has nothing, nobody can say that this is the newest.
    scene.publish("stable", "1.2.0");
    let state = scene.look(Beta).await;
    assert!(
        said(&state).contains("no answer at the moment"),
        "{state:?}"
    );
}

#[tokio::test]
async fn before_the_first_beta_the_newest_version_is_the_newest() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.2.0");
    let state = scene.look(Beta).await;
    assert_eq!((&state.step, said(&state)), (&Step::Newest, ""));
    assert!(state.no_beta && state.answered.is_some());
    // It is so for those who want betas alone, and until there is one.
    assert!(!scene.look(Stable).await.no_beta);
    scene.publish("stable", "1.3.0");
    assert_eq!(offered(&scene.look(Beta).await), Some("1.3.0"));
    scene.publish("beta", "1.4.0-beta.1");
    let state = scene.look(Beta).await;
    assert_eq!(offered(&state), Some("1.4.0-beta.1"));
    assert!(!state.no_beta);
    // Without the list of those that are done, nobody can say anything.
    let scene = Scene::of("1.2.0");
    let state = scene.look(Beta).await;
    assert!(said(&state).contains("no list of versions"), "{state:?}");
}

#[tokio::test]
async fn from_a_beta_there_is_a_way_back_only_when_asked() {
    let scene = Scene::of("1.3.0-beta.2");
    scene.publish("stable", "1.2.0");
    let state = scene.look(Stable).await;
    assert_eq!(state.step, Step::Newest);
    assert_eq!(state.way_back.as_deref(), Some("1.2.0"));
    scene.ask(Stable, true, false).await.unwrap();
    let state = scene.state().await;
    let Step::Offered { release } = &state.step else {
        panic!("{state:?}")
    };
    assert!(release.older);
    // From a stable version there is none, asked for or not.
    let stable = Scene::of("1.3.0");
    stable.publish("stable", "1.2.0");
    stable.ask(Stable, true, false).await.unwrap();
    assert_eq!(stable.state().await.step, Step::Newest);
}

#[tokio::test]
async fn each_way_of_no_answer_has_its_words_and_changes_nothing() {
    let platform = |url: &str| json!({ "windows-x86_64-nsis": { "url": url, "signature": "x" } });
    let newer =
        || json!({ "version": "9.0.0", "platforms": platform("https://example.com") }).to_string();
    let lists = [
        (Answer::Text(404, "none".into()), "no list of versions"),
        (Answer::Text(500, "oh".into()), "no answer at the moment"),
        (Answer::Text(200, "<html>".into()), "cannot be understood"),
        (Answer::Text(200, "{}".into()), "cannot be understood"),
        (Answer::Cut(b"{ }".to_vec()), "cannot be reached"),
        (
            Answer::Text(200, format!("{}{}", newer(), " ".repeat(1 << 20))),
            "cannot be understood",
        ),
        (
            Answer::Text(
                200,
                json!({ "version": "new", "platforms": {} }).to_string(),
            ),
            "cannot be understood",
        ),
        (
            Answer::Text(200, newer()),
            "not yet for this kind of package",
        ),
    ];
    for (answer, words) in lists {
        let scene = Scene::of("1.2.0");
        scene.list("stable", answer);
        let state = scene.look(Stable).await;
        assert!(said(&state).contains(words), "{words}: {state:?}");
        assert_eq!(state.step, Step::Unknown);
        assert_eq!(state.answered, None);
    }
}

#[tokio::test]
async fn without_a_network_it_says_so_and_only_when_asked() {
    let scene = Scene::with(
        "1.2.0",
        json!({ "endpoints": ["http://127.0.0.1:1/{{channel}}"] }),
    );
    scene.ask(Stable, false, true).await.unwrap_err();
    assert_eq!(said(&scene.state().await), "");
    let state = scene.look(Stable).await;
    assert!(said(&state).contains("cannot be reached"), "{state:?}");
}

#[tokio::test]
async fn a_quiet_failure_leaves_what_was_offered() {
    let scene = Scene::of("1.2.0");
    scene.publish("stable", "1.3.0");
    scene.look(Stable).await;
    scene.list("stable", Answer::Text(500, "oh".into()));
    scene.ask(Stable, false, true).await.unwrap_err();
    assert_eq!(offered(&scene.state().await), Some("1.3.0"));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_says_nothing_is_not_waited_for_for_ever() {
    let scene = Scene::of("1.2.0");
    scene.list("stable", Answer::Silence);
    let state = scene.look(Stable).await;
    assert!(said(&state).contains("did not answer in time"), "{state:?}");
}

#[tokio::test(start_paused = true)]
async fn what_comes_of_a_channel_that_was_left_is_let_go() {
    let scene = Scene::of("1.2.0");
    scene.list("stable", Answer::Silence);
    let leaving = async {
        while scene.server.asked().is_empty() {
            tokio::task::yield_now().await;
        }
        assert_eq!(scene.state().await.step, Step::Looking);
        scene.updates().forget(scene.app.handle());
    };
    let (state, ()) = tokio::join!(scene.look(Stable), leaving);
    assert_eq!((state.step.clone(), said(&state)), (Step::Unknown, ""));
}

#[tokio::test]
async fn only_tests_speak_without_encryption() {
    let plain = json!({ "dangerousInsecureTransportProtocol": false });
    let scene = Scene::with("1.2.0", plain);
    scene.publish("stable", "1.3.0");
    let state = scene.look(Stable).await;
    assert!(said(&state).contains("cannot be reached"), "{state:?}");
    assert!(scene.server.asked().is_empty());
}

#[tokio::test]
async fn a_build_without_a_key_looks_for_nothing_and_says_so() {
    for change in [json!({ "pubkey": "" }), json!({ "endpoints": [] })] {
        let scene = Scene::with("1.2.0", change);
        scene.publish("stable", "1.3.0");
        let state = scene.look(Stable).await;
        assert_eq!(state.barred, Some(Barred::NoKey));
        assert_eq!(state.step, Step::Unknown);
        assert!(scene.server.asked().is_empty());
    }
}

#[tokio::test]
async fn what_no_bundler_has_packed_is_whoevers_built_it() {
    let scene = Scene::with("1.2.0", json!({ "standIn": null }));
    assert_eq!(scene.state().await.barred, Some(Barred::Builder));
    assert!(scene.ask(Stable, false, false).await.is_err());
}
