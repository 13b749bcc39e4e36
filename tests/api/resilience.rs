//! What survives: crashes, expiry, outages.

use std::time::Duration;

use anyhow::Result;
use contract::platform::status::JourneyStatus;
use end_to_end::{Borrower, Options, World, eventually};
use serde_json::json;

use crate::walk;

#[tokio::test]
async fn no_token_reaches_the_browser_or_a_log() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = walk::whole(&world, "asha").await?;
    borrower.get("/api/journeys").await?;
    let store = ["bff.sqlite", "bff.sqlite-wal"]
        .iter()
        .map(|name| std::fs::read(world.file(name)).unwrap_or_default())
        .collect::<Vec<_>>()
        .concat();
    let store = String::from_utf8_lossy(&store).into_owned();
    let logs = world.logs()?;
    for (place, text) in [
        ("answers", &borrower.heard),
        ("logs", &logs),
        ("store", &store),
    ] {
        assert!(!text.is_empty(), "{place} are empty");
        for token in ["sk_test_", "st_test_", "rt_test_", "canary"] {
            assert!(!text.contains(token), "{token} in {place}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_killed_server_goes_on_where_it_was() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    walk::fill_and_send(&mut borrower).await?;
    world.kill_bff();
    world.start_bff().await?;
    walk::choose(&mut borrower).await?;
    world.kill_bff();
    world.start_bff().await?;
    walk::finish(&mut borrower).await?;
    world.kill_bff();
    world.start_bff().await?;
    assert_eq!(
        walk::status(&borrower.view().await?),
        JourneyStatus::Disbursed
    );
    Ok(())
}

#[tokio::test]
async fn an_expired_pair_is_refreshed_and_a_dead_family_made_anew() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let view = walk::start(&mut borrower).await?;
    let path = walk::journey_path(&view)?;
    world.move_time(45 * 60).await?;
    assert_eq!(
        walk::journey_path(&borrower.view().await?)?,
        path,
        "after the session's life"
    );
    world.move_time(8 * 24 * 3600).await?;
    assert_eq!(
        walk::journey_path(&borrower.view().await?)?,
        path,
        "after the family's life"
    );
    world.faults(&json!({ "revokeFamilies": true })).await?;
    assert_eq!(
        walk::journey_path(&borrower.view().await?)?,
        path,
        "after revocation"
    );
    Ok(())
}

#[tokio::test]
async fn many_at_once_share_one_refresh() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    walk::start(&mut borrower).await?;
    world.move_time(45 * 60).await?;
    let refreshes = async || -> Result<usize> {
        let calls = world.calls().await?;
        Ok(calls
            .iter()
            .filter(|call| call.to_string().contains("/sessions/refresh"))
            .count())
    };
    let before = refreshes().await?;
    let requests = (0..20).map(|_| borrower.signed_get("/api/view"));
    let mut waiting = tokio::task::JoinSet::new();
    for request in requests {
        waiting.spawn(async move { request.send().await.map(|answer| answer.status().as_u16()) });
    }
    while let Some(status) = waiting.join_next().await {
        assert_eq!(status??, 200);
    }
    assert_eq!(refreshes().await? - before, 1);
    Ok(())
}

#[tokio::test]
async fn a_platform_that_is_down_signs_nobody_out_and_recovery_is_by_itself() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    walk::start(&mut borrower).await?;
    world.faults(&json!({ "down": true })).await?;
    let answer = borrower.get("/api/view").await?;
    assert_eq!(
        (answer.status.as_u16(), answer.code().as_str()),
        (503, "PLATFORM_UNAVAILABLE")
    );
    assert!(answer.headers.contains_key("retry-after"));
    let page = borrower
        .bare(borrower.request(reqwest::Method::GET, "/"))
        .await?;
    assert_eq!(page.status.as_u16(), 200);
    // Somebody else can even sign in meanwhile.
    let mut other = Borrower::signed_in(&world, "meena").await?;
    assert_eq!(other.get("/api/view").await?.status.as_u16(), 503);
    world.faults(&json!({ "down": false })).await?;
    for borrower in [&mut borrower, &mut other] {
        eventually("recovery", Duration::from_secs(5), async || {
            let status = borrower.get("/api/view").await?.status.as_u16();
            Ok((status == 200).then_some(()))
        })
        .await?;
    }
    Ok(())
}
