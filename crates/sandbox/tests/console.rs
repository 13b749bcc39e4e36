//! What a person sees without an app.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use world::{World, fast};

#[tokio::test]
async fn the_console_tells_who_there_is_and_what_goes_on() {
    let world = World::start(fast()).await;
    let imran = world.borrower("imran").await;
    imran.submit().await;
    let page = world.http.get(world.running.url()).send().await.unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'"));
    let page = page.text().await.unwrap();
    for words in [
        "<html lang=\"en\">",
        "Asha Verma",
        "Ravi Nair",
        "Meena Kulkarni",
        "Imran Sheikh",
        "imran</strong>: OFFERS_AVAILABLE, next: VIEW_OFFERS",
        "Malwa Finance Ltd: ₹1,00,000",
        "1 month later",
        "Personal loan",
        "Single redirection",
        "penny-drop-failed",
        "The bank does not know the account that was given",
        "Only with --clock-seconds -120.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let journeys = world.watch("journeys").await;
    assert_eq!(journeys[0]["offers"].as_array().unwrap().len(), 6);
    let form = [("seconds", "86400")];
    let url = format!("{}/console/time", world.running.url());
    let before = world.watch("time").await["now"]
        .as_str()
        .unwrap()
        .to_owned();
    let moved = world.http.post(url).form(&form).send().await.unwrap();
    assert_eq!(moved.status(), 303);
    let after = world.watch("time").await["now"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_ne!(before.get(..10), after.get(..10), "another day");
    world.control("reset", &serde_json::json!({})).await;
    assert_eq!(world.watch("journeys").await, serde_json::json!([]));
}

#[tokio::test]
async fn a_stopped_world_answers_no_more() {
    let world = World::start(fast()).await;
    let url = world.running.url();
    world.running.stop().await;
    assert!(world.http.get(url).send().await.is_err());
}
