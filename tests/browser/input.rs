//! What bad input gets.

use anyhow::Result;
use contract::app::ConsentKind;
use end_to_end::{Language, Options, World};

use crate::walk::Walk;

#[tokio::test]
async fn a_wrong_pan_is_said_beside_the_field_is_not_sent_and_loses_nothing() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.browser.goto(&world.origin()).await?;
    walk.browser.press(t.start.sign_in).await?;
    walk.browser.fill("Mobile number", "9820012346").await?;
    walk.browser.fill("Code from the SMS", "123456").await?;
    walk.browser.press("Continue with this number").await?;
    walk.start().await?;
    walk.at(t.profile.identity_title, false).await?;

    walk.browser.fill(t.profile.name, "Kavita Rao").await?;
    walk.browser.fill(t.profile.pan, "WRONG").await?;
    walk.browser.fill(t.profile.day, "31").await?;
    walk.browser.fill(t.profile.month, "2").await?;
    walk.browser.fill(t.profile.year, "1992").await?;
    walk.browser.press(t.common.go_on).await?;
    walk.browser.sees(t.common.problem).await?;
    for message in [t.errors.pan_shape, t.errors.dob_real, t.errors.gender] {
        let count = "const n = arguments[0]; return [...document.querySelectorAll('a, p, span, legend')]\
                     .filter(e => e.children.length === 0 && e.textContent.includes(n)).length";
        let found = walk.browser.script(count, vec![message.into()]).await?;
        assert!(
            found.as_u64().unwrap_or_default() >= 2,
            "`{message}` is there {found} times"
        );
    }
    assert_eq!(walk.browser.value(t.profile.name).await?, "Kavita Rao");
    assert_eq!(walk.browser.value(t.profile.pan).await?, "WRONG");
    let focused = walk
        .browser
        .script("return document.activeElement.textContent", vec![])
        .await?;
    assert!(
        focused
            .as_str()
            .unwrap_or_default()
            .contains(t.common.problem),
        "{focused}"
    );
    let title = walk.browser.driver.title().await?;
    assert!(title.starts_with("Error:"), "{title}");
    assert_eq!(walk.browser.axe().await?, Vec::<String>::new());
    // What is right may have been kept meanwhile.
    assert!(!kept(&world).await?.contains("WRONG"), "it was sent");

    walk.browser.fill(t.profile.pan, "ABCPR1234F").await?;
    walk.browser.fill(t.profile.month, "3").await?;
    walk.browser.choose(t.profile.female).await?;
    walk.browser.press(t.common.go_on).await?;
    walk.browser.heading(t.profile.contact_title).await?;
    assert!(kept(&world).await?.contains("ABCPR1234F"), "it was not");
    walk.browser.close().await
}

/// What the platform has.
async fn kept(world: &World) -> Result<String> {
    Ok(world.control("journeys").await?.to_string())
}

#[tokio::test]
async fn consents_that_are_not_given_are_asked_for_by_name() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.at(t.check.title, false).await?;
    walk.browser.press(t.check.go_on).await?;
    walk.browser.heading(t.consents.title).await?;
    let (bureau, lenders) = (
        walk.agree(ConsentKind::Bureau)?,
        walk.agree(ConsentKind::Lenders)?,
    );
    walk.browser.choose(bureau).await?;
    walk.browser.press(t.consents.send).await?;
    walk.browser.sees(t.errors.consent_lenders).await?;
    assert!(walk.browser.is_chosen(bureau).await?);
    assert!(!walk.browser.is_chosen(lenders).await?);
    walk.browser.close().await
}
