//! The Key Facts Statement as a file to keep.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use reqwest::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use serde_json::json;
use stand_in::loan::{JOURNEY, OFFER, OTHER, api, checking, choosing, journey_path, offer};
use stand_in::{Fault, World};

fn link(offer: &str, language: &str) -> String {
    api(&format!("/offers/{offer}/kfs.pdf?language={language}"))
}

async fn file(world: &World, link: &str) -> Vec<u8> {
    let answer = world.follow(link).await;
    assert_eq!(answer.status(), 200);
    answer.bytes().await.unwrap().to_vec()
}

fn has(file: &[u8], text: &str) -> bool {
    file.windows(text.len()).any(|part| part == text.as_bytes())
}

#[tokio::test]
async fn a_statement_is_a_file_to_keep_in_the_borrowers_language() {
    let world = World::start().await;
    choosing(&world.platform);
    for (language, tag) in [("hi", "hi"), ("en", "en"), ("", "en"), ("xx", "en")] {
        let answer = world.follow(&link(OFFER, language)).await;
        let header = |name| answer.headers().get(name).unwrap().to_str().unwrap();
        assert_eq!(header(CONTENT_TYPE), "application/pdf");
        assert_eq!(
            header(CONTENT_DISPOSITION),
            "attachment; filename=\"key-facts-statement-narmada.pdf\""
        );
        assert_eq!(header(CACHE_CONTROL), "no-store");
        let file = answer.bytes().await.unwrap();
        assert!(file.starts_with(b"%PDF-") && file.ends_with(b"%%EOF"));
        assert!(has(&file, &format!("/Lang({tag})")), "{language}");
    }
}

#[tokio::test]
async fn a_statement_costs_no_more_reads_than_the_page_it_belongs_to() {
    let world = World::start().await;
    choosing(&world.platform);
    let page = format!("/api/view?journey={JOURNEY}&offer={OFFER}");
    world.get(&page).await.view();
    world.platform.forget_calls();
    world.get(&page).await.view();
    let reads = world.platform.calls().len();
    world.platform.forget_calls();
    file(&world, &link(OFFER, "en")).await;
    assert_eq!(world.platform.calls().len(), reads);
}

#[tokio::test]
async fn a_statement_can_be_had_of_the_chosen_offer_and_of_those_left_behind() {
    let world = World::start().await;
    checking(&world.platform);
    file(&world, &link(OFFER, "en")).await;
    file(&world, &link(OTHER, "en")).await;
}

#[tokio::test]
async fn no_name_of_a_lender_breaks_the_files_name() {
    let world = World::start().await;
    for (name, plain) in [
        (
            "Aarna \"Gold\"\r\n../Finance, Ltd.",
            "-aarna-gold-finance-ltd",
        ),
        ("कावेरी फ़ाइनेंस", ""),
        (
            "A very long name of a lender which goes on and on",
            "-a-very-long-name-of-a-lender-which-goes",
        ),
    ] {
        choosing(&world.platform);
        let mut changed = offer(OFFER, "250000");
        *changed.get_mut("lenderName").unwrap() = json!(name);
        let path = journey_path(&format!("/offers/{OFFER}"));
        world.platform.has(&path, changed.clone());
        world
            .platform
            .has(&journey_path("/offers"), json!({ "items": [changed] }));
        let answer = world.follow(&link(OFFER, "en")).await;
        let said = answer.headers().get(CONTENT_DISPOSITION).unwrap();
        let wanted = format!("attachment; filename=\"key-facts-statement{plain}.pdf\"");
        assert_eq!(said.to_str().unwrap(), wanted);
    }
}

#[tokio::test]
async fn there_is_no_statement_of_an_unknown_offer_or_from_a_silent_platform() {
    let world = World::start().await;
    choosing(&world.platform);
    let unknown = "00000000-0000-4000-8000-000000000000";
    assert_eq!(world.follow(&link(unknown, "en")).await.status(), 404);
    let nonsense = api("/offers/nonsense/kfs.pdf");
    assert_eq!(world.follow(&nonsense).await.status(), 404);
    world.platform.breaks("GET /journeys", 99, Fault::Down);
    assert_eq!(world.follow(&link(OFFER, "en")).await.status(), 503);
}
