//! What the platform tells by itself.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use contract::platform::status::JourneyStatus;
use contract::platform::webhook::Snapshot;
use sandbox::{Secrets, Settings, signature};
use world::{World, fast};

#[derive(Default)]
struct Seen {
    refuse: bool,
    taken: Vec<(HeaderMap, Bytes)>,
    refused: Vec<String>,
}

type Receiver = Arc<Mutex<Seen>>;

async fn take(State(seen): State<Receiver>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let mut seen = seen.lock().unwrap();
    if seen.refuse {
        seen.refused
            .push(text(&headers, "x-al-event-id").to_owned());
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    seen.taken.push((headers, body));
    StatusCode::NO_CONTENT
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers[name].to_str().unwrap()
}

/// An app that takes webhooks, and a world that sends them there.
async fn listening() -> (World, Receiver) {
    let seen = Receiver::default();
    let router = Router::new()
        .route("/webhooks/platform", post(take))
        .with_state(Arc::clone(&seen));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let app_origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let world = World::start(Settings {
        app_origin,
        ..fast()
    })
    .await;
    (world, seen)
}

async fn until(what: impl Fn() -> bool) {
    for _ in 0..200 {
        if what() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("did not happen within five seconds");
}

#[tokio::test]
async fn every_change_is_told_signed_and_in_order() {
    let (world, seen) = listening().await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    let status = |(_, body): &(HeaderMap, Bytes)| {
        let snapshot: Snapshot = serde_json::from_slice(body).unwrap();
        snapshot.borrower.journeys[0].status.as_str()
    };
    let told = |wanted: &str| {
        let seen = seen.lock().unwrap();
        seen.taken.iter().any(|delivery| status(delivery) == wanted)
    };
    until(|| told("OFFERS_AVAILABLE") && told("PROFILE_SUBMITTED")).await;
    let secret = Secrets::default().webhook;
    let taken = seen.lock().unwrap().taken.clone();
    let mut sequences = Vec::new();
    for (headers, body) in &taken {
        let stamp = text(headers, "x-al-webhook-timestamp");
        let signed = text(headers, "x-al-webhook-signature");
        assert_eq!(signature(&secret, stamp, body), signed);
        let snapshot: Snapshot = serde_json::from_slice(body).unwrap();
        assert_eq!(snapshot.event_id.as_str(), text(headers, "x-al-event-id"));
        assert_eq!(
            snapshot.tenant_id.unwrap().as_str(),
            text(headers, "x-al-tenant-id")
        );
        assert_eq!(snapshot.borrower.borrower_external_id.as_str(), "asha");
        assert_eq!(
            snapshot.borrower.journeys[0].journey_id.to_string(),
            asha.journey
        );
        sequences.push(snapshot.sequence);
    }
    sequences.sort_unstable();
    let told = sequences.len();
    sequences.dedup();
    assert_eq!(sequences.len(), told, "every event has its own number");
}

#[tokio::test]
async fn what_was_not_taken_is_told_again_with_the_same_id() {
    let (world, seen) = listening().await;
    seen.lock().unwrap().refuse = true;
    world.borrower("asha").await;
    until(|| seen.lock().unwrap().refused.len() == 1).await;
    seen.lock().unwrap().refuse = false;
    // The refusal is noted a moment after it was given.
    until_waiting(&world).await;
    assert!(seen.lock().unwrap().taken.is_empty());
    world.forward(10).await;
    until(|| seen.lock().unwrap().taken.len() == 1).await;
    let seen = seen.lock().unwrap();
    assert_eq!(text(&seen.taken[0].0, "x-al-event-id"), seen.refused[0]);
}

async fn until_waiting(world: &World) {
    for _ in 0..200 {
        if world.watch("webhooks").await[0]["state"] == "WAITING" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("still being sent after five seconds");
}

fn snapshot((_, body): &(HeaderMap, Bytes)) -> Snapshot {
    serde_json::from_slice(body).unwrap()
}

/// The events that arrived, in the order of arrival, once there are as many.
async fn arrived(seen: &Receiver, wanted: usize) -> Vec<Snapshot> {
    until(|| seen.lock().unwrap().taken.len() >= wanted).await;
    seen.lock().unwrap().taken.iter().map(snapshot).collect()
}

#[tokio::test]
async fn somebodys_events_may_come_late() {
    let (world, seen) = listening().await;
    world.borrower("webhooks-late").await;
    until_waiting(&world).await;
    let row = world.watch("webhooks").await[0].clone();
    assert_eq!(row["tries"], 0, "{row}");
    world.forward(599).await;
    // Somebody else's event is sent after any that is due.
    world.borrower("asha").await;
    let first = arrived(&seen, 1).await;
    assert_eq!(first[0].borrower.borrower_external_id.as_str(), "asha");
    world.forward(1).await;
    arrived(&seen, 2).await;
}

#[tokio::test]
async fn somebodys_events_may_come_twice() {
    let (world, seen) = listening().await;
    world.borrower("webhooks-twice").await;
    let events = arrived(&seen, 2).await;
    assert_eq!(events[0].event_id, events[1].event_id);
    assert_eq!(events[0].sequence, events[1].sequence);
    assert_eq!(world.watch("webhooks").await.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn somebodys_events_may_overtake_each_other() {
    let (world, seen) = listening().await;
    let borrower = world.borrower("webhooks-out-of-order").await;
    until_waiting(&world).await;
    borrower.save_profile().await;
    let newer = arrived(&seen, 1).await[0].sequence;
    world.forward(1).await;
    let events = arrived(&seen, 2).await;
    assert_eq!(events[0].sequence, newer);
    assert!(events[1].sequence < newer);
    assert_ne!(events[0].event_id, events[1].event_id);
}

#[tokio::test]
async fn with_somebodys_events_may_come_some_of_a_journey_that_nobody_knows() {
    let (world, seen) = listening().await;
    let borrower = world.borrower("webhooks-unknown-journey").await;
    let events = arrived(&seen, 2).await;
    let is_known =
        |event: &&Snapshot| event.borrower.journeys[0].journey_id.to_string() == borrower.journey;
    assert_eq!(events.iter().filter(is_known).count(), 1);
}

#[tokio::test]
async fn with_somebodys_events_may_come_forged_ones() {
    let (world, seen) = listening().await;
    world.borrower("webhooks-badly-signed").await;
    arrived(&seen, 2).await;
    let secret = Secrets::default().webhook;
    let taken = seen.lock().unwrap().taken.clone();
    for delivery in &taken {
        let (headers, body) = delivery;
        let stamp = text(headers, "x-al-webhook-timestamp");
        let good = signature(&secret, stamp, body) == text(headers, "x-al-webhook-signature");
        let lies = snapshot(delivery).borrower.journeys[0].status == JourneyStatus::Rejected;
        assert_ne!(good, lies, "only what is signed well is true");
    }
    let listed = world.watch("webhooks").await;
    let forged = listed.as_array().unwrap().iter();
    let forged = forged.filter(|row| row["badlySigned"] == true);
    assert_eq!(forged.count(), taken.len() / 2);
}
