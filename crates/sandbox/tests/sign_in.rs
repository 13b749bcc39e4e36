//! The identity provider, as an independent OpenID Connect client sees it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod client;
mod world;

use client::{CALLBACK, find, query};
use sandbox::Secrets;
use serde_json::{Value, json};
use world::{APP, World, fast};

#[tokio::test]
async fn a_test_borrower_signs_in_with_everything_a_profile_needs() {
    let world = World::start(fast()).await;
    let flow = world.begin().await;
    let page = world.http.get(&flow.page).send().await.unwrap();
    assert!(
        page.text()
            .await
            .unwrap()
            .contains("Continue as Asha Verma")
    );
    let (status, headers, _) = world.fill(&flow, &[("borrower", "asha")]).await;
    assert_eq!(status, 303);
    let claims = world.finish(flow, &headers).await;
    assert_eq!(claims["sub"], "asha");
    assert_eq!(claims["phone_number"], "+919876500001");
    for pointer in [
        "/name",
        "/email",
        "/birthdate",
        "/gender",
        "/address/postal_code",
        "/pan",
        "/employment_type",
        "/monthly_income",
        "/bank_account/account_number",
    ] {
        assert!(
            claims.pointer(pointer).is_some_and(Value::is_string),
            "{pointer}"
        );
    }
}

#[tokio::test]
async fn somebody_of_a_scenario_signs_in_under_its_name_or_with_their_own_number() {
    let world = World::start(fast()).await;
    let flow = world.begin().await;
    let page = world.http.get(&flow.page).send().await.unwrap();
    let page = page.text().await.unwrap();
    let people = page.find("Continue as Asha Verma").unwrap();
    let scenarios = page.find("<summary>Scenarios</summary>").unwrap();
    assert!(people < scenarios, "test borrowers come first");
    assert!(page.contains("value=\"penny-drop-failed\""));
    let form = [("borrower", "penny-drop-failed")];
    let (_, headers, _) = world.fill(&flow, &form).await;
    let claims = world.finish(flow, &headers).await;
    assert_eq!(claims["sub"], "penny-drop-failed");
    assert_eq!(claims["name"], "Asha Verma");
    assert_ne!(claims["pan"], "ABCPV1234E");
    let number = claims["phone_number"].as_str().unwrap();
    let flow = world.begin().await;
    let form = [("mobile", number), ("otp", "123456")];
    let (_, headers, _) = world.fill(&flow, &form).await;
    let again = world.finish(flow, &headers).await;
    assert_eq!(again["sub"], claims["sub"]);
}

#[tokio::test]
async fn a_mobile_number_and_its_code_make_a_new_borrower_once() {
    let world = World::start(fast()).await;
    let flow = world.begin().await;
    let (status, _, page) = world
        .fill(&flow, &[("mobile", "12345"), ("otp", "000000")])
        .await;
    assert_eq!(status, 422);
    assert!(page.contains("Enter a mobile number") && page.contains("This is not the code"));
    assert!(page.contains("value=\"12345\""), "what was typed is kept");
    let mut subs = Vec::new();
    for mobile in ["98765 43210", "+919876543210"] {
        let flow = world.begin().await;
        let form = [("mobile", mobile), ("otp", "123456")];
        let (_, headers, _) = world.fill(&flow, &form).await;
        let claims = world.finish(flow, &headers).await;
        assert_eq!(claims["phone_number"], "+919876543210");
        assert!(claims.get("name").is_none());
        subs.push(claims["sub"].clone());
    }
    assert_eq!(subs[0], subs[1]);
}

#[tokio::test]
async fn going_back_is_told_to_the_client() {
    let world = World::start(fast()).await;
    let flow = world.begin().await;
    let (_, headers, _) = world.fill(&flow, &[("cancel", "yes")]).await;
    assert_eq!(find(&query(&headers), "error"), "access_denied");
}

#[tokio::test]
async fn a_code_is_good_once_and_for_its_own_client_and_verifier() {
    let world = World::start(fast()).await;
    let token = format!("{}/idp/token", world.running.url());
    let secret = Secrets::default().client;
    for (verifier, secret, code, error) in [
        ("right", "wrong", "right", "invalid_client"),
        ("wrong", secret.as_str(), "right", "invalid_grant"),
        ("right", secret.as_str(), "wrong", "invalid_grant"),
    ] {
        let flow = world.begin().await;
        let (_, headers, _) = world.fill(&flow, &[("borrower", "asha")]).await;
        let good = find(&query(&headers), "code");
        let long = "x".repeat(43);
        let form = [
            ("grant_type", "authorization_code"),
            ("client_id", "borrower-web"),
            ("client_secret", secret),
            ("redirect_uri", CALLBACK),
            ("code", if code == "right" { &good } else { "nonsense" }),
            (
                "code_verifier",
                if verifier == "right" {
                    flow.verifier.secret()
                } else {
                    &long
                },
            ),
        ];
        let answer = world.http.post(&token).form(&form).send().await.unwrap();
        let body: Value = answer.json().await.unwrap();
        assert_eq!(body, json!({ "error": error }));
        if error == "invalid_grant" && code == "right" {
            let answer = world.http.post(&token).form(&form).send().await.unwrap();
            assert_eq!(answer.status(), 400, "used up");
        }
    }
}

#[tokio::test]
async fn nothing_is_sent_to_an_address_that_is_not_registered() {
    let world = World::start(fast()).await;
    let authorize = |extra: &str| format!("{}/idp/authorize?{extra}", world.running.url());
    let ask = async |extra: &str| world.http.get(authorize(extra)).send().await.unwrap();
    let elsewhere = ask("client_id=borrower-web&redirect_uri=http://evil.example/").await;
    assert_eq!(elsewhere.status(), 400);
    let good = format!("client_id=borrower-web&redirect_uri={CALLBACK}&response_type=code");
    let plain = ask(&format!("{good}&scope=openid&state=s")).await;
    assert_eq!(find(&query(plain.headers()), "error"), "invalid_request");
}

#[tokio::test]
async fn who_is_signed_in_is_not_asked_again_until_signing_out() {
    let world = World::start(fast()).await;
    let flow = world.begin().await;
    let (_, headers, _) = world.fill(&flow, &[("borrower", "ravi")]).await;
    let set = headers["set-cookie"].to_str().unwrap();
    let cookie = set.split(';').next().unwrap();
    let challenge = "x".repeat(43);
    let ask = async |extra: &str| {
        let url = format!(
            "{}/idp/authorize?client_id=borrower-web&redirect_uri={CALLBACK}&response_type=code\
             &scope=openid&code_challenge={challenge}&code_challenge_method=S256{extra}",
            world.running.url()
        );
        let request = world.http.get(url).header("cookie", cookie);
        let answer = request.send().await.unwrap();
        answer.headers()["location"].to_str().unwrap().to_owned()
    };
    assert!(ask("").await.starts_with(CALLBACK));
    assert!(ask("&prompt=login").await.starts_with("/idp/sign-in/"));
    let out = format!(
        "{}/idp/logout?post_logout_redirect_uri={APP}/&state=bye",
        world.running.url()
    );
    let answer = world
        .http
        .get(out)
        .header("cookie", cookie)
        .send()
        .await
        .unwrap();
    assert_eq!(
        answer.headers()["location"],
        format!("{APP}/?state=bye").as_str()
    );
    assert!(ask("").await.starts_with("/idp/sign-in/"));
    assert!(ask("&prompt=none").await.contains("error=login_required"));
    let elsewhere = format!(
        "{}/idp/logout?post_logout_redirect_uri=http://evil.example/",
        world.running.url()
    );
    let answer = world.http.get(elsewhere).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}
