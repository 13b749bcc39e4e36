//! Who may ask what, route by route.

use anyhow::Result;
use end_to_end::{Borrower, Options, World};
use reqwest::Method;
use serde_json::json;

const ID: &str = "9f1c2d3e-0011-4a5b-8c7d-0123456789ab";

#[tokio::test]
async fn without_a_session_the_api_says_sign_in() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut nobody = Borrower::new(&world)?;
    for path in ["/api/view", "/api/journeys", "/api/consents"] {
        let bare = nobody.bare(nobody.request(Method::GET, path)).await?;
        assert_eq!(
            (bare.status.as_u16(), bare.code().as_str()),
            (401, "SESSION_REQUIRED"),
            "{path}"
        );
    }
    let post = nobody
        .post("/api/journeys", &json!({ "type": "PERSONAL_LOAN" }))
        .await?;
    assert_eq!(post.status.as_u16(), 401);
    Ok(())
}

#[tokio::test]
async fn a_mutation_that_is_not_from_our_own_page_is_refused() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let mutations = [
        (Method::POST, "/api/journeys".to_owned()),
        (Method::PUT, format!("/api/journeys/{ID}/profile")),
        (Method::POST, format!("/api/journeys/{ID}/profile/submit")),
        (Method::PATCH, format!("/api/journeys/{ID}/resume")),
        (
            Method::POST,
            format!("/api/journeys/{ID}/offers/{ID}/proceed"),
        ),
        (
            Method::POST,
            format!("/api/journeys/{ID}/offers/{ID}/reject"),
        ),
        (
            Method::POST,
            format!("/api/journeys/{ID}/offers/{ID}/loan-amount"),
        ),
        (
            Method::POST,
            format!("/api/journeys/{ID}/offers/{ID}/steps/bank-mandate"),
        ),
        (Method::POST, format!("/api/journeys/{ID}/handoffs")),
        (
            Method::POST,
            format!("/api/journeys/{ID}/handoffs/aa/returned"),
        ),
        (
            Method::POST,
            format!("/api/journeys/{ID}/post-disbursal/status"),
        ),
        (Method::POST, format!("/api/journeys/{ID}/consents")),
        (Method::POST, "/api/consents/1/withdraw".to_owned()),
        (Method::POST, "/api/data/delete".to_owned()),
        (Method::POST, "/auth/logout".to_owned()),
    ];
    let before = world.calls().await?.len();
    for (method, path) in mutations {
        let base = || {
            let request = borrower.request(method.clone(), &path);
            request
                .header("idempotency-key", "key-0123456789")
                .json(&json!({}))
        };
        let requests = [
            ("no X-CSRF", base()),
            ("X-CSRF: 0", base().header("x-csrf", "0")),
            (
                "cross-site",
                base()
                    .header("x-csrf", "1")
                    .header("sec-fetch-site", "cross-site"),
            ),
            (
                "same-site",
                base()
                    .header("x-csrf", "1")
                    .header("sec-fetch-site", "same-site"),
            ),
            (
                "other origin",
                base()
                    .header("x-csrf", "1")
                    .header("origin", "https://evil.example"),
            ),
            (
                "null origin",
                base().header("x-csrf", "1").header("origin", "null"),
            ),
        ];
        for (what, request) in requests {
            let answer = borrower.bare(request).await?;
            assert_eq!(
                (answer.status.as_u16(), answer.code().as_str()),
                (403, "CROSS_SITE"),
                "{method} {path}: {what}"
            );
        }
    }
    let cross_read = borrower.request(Method::GET, "/api/view");
    let cross_read = cross_read
        .header("x-csrf", "1")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(borrower.bare(cross_read).await?.status.as_u16(), 403);
    assert_eq!(
        world.calls().await?.len(),
        before,
        "the platform heard of none of it"
    );
    Ok(())
}

#[tokio::test]
async fn an_intent_without_a_key_is_refused() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let request = borrower.request(Method::POST, "/api/journeys");
    let request = request
        .header("x-csrf", "1")
        .json(&json!({ "type": "PERSONAL_LOAN" }));
    let answer = borrower.bare(request).await?;
    assert_eq!(
        (answer.status.as_u16(), answer.code().as_str()),
        (400, "BAD_REQUEST")
    );
    Ok(())
}

#[tokio::test]
async fn files_and_pages_are_told_apart() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut nobody = Borrower::new(&world)?;
    for page in ["/", "/applications", "/back/aa", "/no-such-page"] {
        let answer = nobody.bare(nobody.request(Method::GET, page)).await?;
        assert_eq!(answer.status.as_u16(), 200, "{page}");
        assert!(answer.text.contains("<!DOCTYPE html>") || answer.text.contains("<!doctype html>"));
    }
    for missing in [
        "/nothing.js",
        "/assets/x.wasm",
        "/.env",
        "/api/nothing",
        "/index.html.br",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/webhooks/other",
        "/return/nobody",
    ] {
        let answer = nobody.bare(nobody.request(Method::GET, missing)).await?;
        assert_eq!(answer.status.as_u16(), 404, "{missing}");
        assert!(!answer.text.contains("<html"), "{missing}");
    }
    let wrong = nobody
        .bare(nobody.request(Method::DELETE, "/api/view"))
        .await?;
    assert_eq!(wrong.status.as_u16(), 405);
    Ok(())
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut nobody = Borrower::new(&world)?;
    for (path, status) in [
        ("/", 200),
        ("/api/view", 401),
        ("/nothing.js", 404),
        ("/auth/callback", 303),
    ] {
        let answer = nobody.bare(nobody.request(Method::GET, path)).await?;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        let header = |name: &str| {
            answer
                .headers
                .get(name)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
        assert!(
            header("content-security-policy").contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(!header("x-correlation-id").is_empty(), "{path}");
        assert!(
            answer.headers.get("access-control-allow-origin").is_none(),
            "{path}"
        );
        assert!(answer.headers.get("server").is_none(), "{path}");
    }
    let page = nobody.bare(nobody.request(Method::GET, "/")).await?;
    let policy = page
        .headers
        .get("content-security-policy")
        .and_then(|v| v.to_str().ok());
    let policy = policy.unwrap_or_default();
    assert!(
        policy.contains("'wasm-unsafe-eval'") && policy.contains("'sha256-"),
        "{policy}"
    );
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
        "{policy}"
    );
    Ok(())
}

#[tokio::test]
async fn a_return_needs_no_cookie_and_leads_to_a_page_of_the_app() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut nobody = Borrower::new(&world)?;
    for party in ["aa", "kyc", "eMandate", "loanAgreement", "payment"] {
        for method in [Method::GET, Method::POST] {
            let path = format!("/return/{party}?state=forged&success=true");
            let request = nobody
                .request(method, &path)
                .header("sec-fetch-site", "cross-site");
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            let answer = nobody.bare(request.body("success=true")).await?;
            assert_eq!(answer.status.as_u16(), 303, "{path}");
            let to = answer.headers.get("location").and_then(|v| v.to_str().ok());
            // Only a consent's return address is ours to give, with a state that can be forged.
            let page = match party {
                "aa" => "/".to_owned(),
                _ => format!("/back/{party}"),
            };
            assert_eq!(to, Some(page.as_str()));
        }
    }
    Ok(())
}

#[tokio::test]
async fn whatever_a_return_brings_along_the_borrower_lands_in_the_app() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut nobody = Borrower::new(&world)?;
    for query in [
        "state=a&state=b",
        "state=",
        "%zz=%ff",
        "state=%F0%28%8C%28",
        "?&&=&",
    ] {
        let path = format!("/return/kyc?{query}");
        let answer = nobody.bare(nobody.request(Method::GET, &path)).await?;
        assert_eq!(answer.status.as_u16(), 303, "{path}");
    }
    for query in [
        "",
        "code=x",
        "state=x",
        "code=x&state=y",
        "code=a&code=b&state=c&error=d",
    ] {
        let path = format!("/auth/callback?{query}");
        let answer = nobody.bare(nobody.request(Method::GET, &path)).await?;
        let to = answer.headers.get("location").and_then(|v| v.to_str().ok());
        assert_eq!(
            (answer.status.as_u16(), to),
            (303, Some("/sign-in/failed")),
            "{path}"
        );
    }
    Ok(())
}
