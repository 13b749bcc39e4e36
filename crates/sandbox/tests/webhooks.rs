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
