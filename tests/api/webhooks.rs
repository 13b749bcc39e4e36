//! What the platform tells by itself.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use aws_lc_rs::hmac;
use end_to_end::{Borrower, Options, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::walk;

fn now_s() -> Result<u64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())
}

fn sign(timestamp: &str, body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, World::WEBHOOK_SECRET.as_bytes());
    let tag = hmac::sign(&key, format!("{timestamp}.{body}").as_bytes());
    let nibbles = tag.as_ref().iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles
        .filter_map(|nibble| char::from_digit(u32::from(nibble), 16))
        .collect()
}

fn snapshot(event: &str, sequence: i64) -> String {
    json!({
        "schema_version": "1.0.0", "event_type": "journey.snapshot", "event_id": event,
        "sequence": sequence, "borrower": { "borrowerExternalID": "nobody-here", "journeys": [] },
    })
    .to_string()
}

async fn deliver(to: &mut Borrower, timestamp: &str, signature: &str, body: &str) -> Result<u16> {
    let request = to
        .request(Method::POST, "/webhooks/platform")
        .header("content-type", "application/json")
        .header("x-al-webhook-timestamp", timestamp)
        .header("x-al-webhook-signature", signature)
        .body(body.to_owned());
    Ok(to.bare(request).await?.status.as_u16())
}

#[tokio::test]
async fn only_what_is_signed_and_fresh_is_taken() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut platform = Borrower::new(&world)?;
    let body = snapshot("evt_1", 1);
    let now = now_s()?.to_string();
    let good = sign(&now, &body);
    assert_eq!(deliver(&mut platform, &now, &good, &body).await?, 200);
    let millis = format!("{now}000");
    assert_eq!(
        deliver(&mut platform, &millis, &sign(&millis, &body), &body).await?,
        200
    );

    let altered = body.replace("evt_1", "evt_2");
    assert_eq!(
        deliver(&mut platform, &now, &good, &altered).await?,
        401,
        "another body"
    );
    assert_eq!(
        deliver(&mut platform, "1", &sign("1", &body), &body).await?,
        401,
        "old"
    );
    let ahead = (now_s()? + 900).to_string();
    assert_eq!(
        deliver(&mut platform, &ahead, &sign(&ahead, &body), &body).await?,
        401,
        "ahead"
    );
    for bad in ["", "00", "zz", &good.to_uppercase()[1..], &good[..62]] {
        assert_eq!(
            deliver(&mut platform, &now, bad, &body).await?,
            401,
            "`{bad}`"
        );
    }
    let broken = "{";
    assert_eq!(
        deliver(&mut platform, &now, &sign(&now, broken), broken).await?,
        400,
        "no JSON"
    );
    let other = r#"{"event_type":"loan.exploded","event_id":"evt_9"}"#;
    assert_eq!(
        deliver(&mut platform, &now, &sign(&now, other), other).await?,
        200,
        "unknown"
    );
    Ok(())
}

#[tokio::test]
async fn a_repeated_or_overtaken_event_is_taken_and_changes_nothing() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut platform = Borrower::new(&world)?;
    let now = now_s()?.to_string();
    for (event, sequence) in [("evt_5", 5), ("evt_5", 5), ("evt_4", 4), ("evt_6", 6)] {
        let body = snapshot(event, sequence);
        assert_eq!(
            deliver(&mut platform, &now, &sign(&now, &body), &body).await?,
            200
        );
    }
    let taken: Vec<_> = world
        .logs()?
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| line.pointer("/fields/message") == Some(&json!("webhook")))
        .filter_map(|line| Some(line.pointer("/fields/taken")?.as_str()?.to_owned()))
        .collect();
    assert_eq!(taken, ["New", "Duplicate", "Stale", "New"]);
    Ok(())
}

#[tokio::test]
async fn the_sandbox_signs_what_the_server_takes() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    walk::start(&mut borrower).await?;
    let logs = end_to_end::eventually(
        "a webhook",
        std::time::Duration::from_secs(10),
        async || {
            let logs = world.logs()?;
            Ok(logs.contains(r#""message":"webhook""#).then_some(logs))
        },
    )
    .await?;
    assert!(!logs.contains("a webhook was refused"));
    Ok(())
}
