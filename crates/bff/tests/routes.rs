//! Every row of the route table does what the table says.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use std::path::Path;

use bff::routes::{Access, ROUTES, Row};
use contract::platform::endpoint::Method;
use reqwest::header::HeaderMap;
use stand_in::config;

const ID: &str = "9f1c2d3e-0011-4a5b-8c7d-0123456789ab";

/// A server with nothing behind it: what is refused is refused before anybody is asked.
async fn server(folder: &Path) -> bff::Running {
    let file = config(folder, "http://127.0.0.1:9");
    bff::start(bff::config::load(&file, []).unwrap())
        .await
        .unwrap()
}

fn path(row: &Row) -> String {
    row.path
        .replace("{journey}", ID)
        .replace("{offer}", ID)
        .replace("{party}", "aa")
        .replace("{action}", "status")
}

async fn ask(running: &bff::Running, row: &Row, headers: &[(&str, &str)]) -> (u16, HeaderMap) {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let url = format!("http://{}{}", running.address, path(row));
    let method = row.method.as_str().parse().unwrap();
    let mut request = client.request(method, url);
    if row.body_limit > 0 {
        request = request
            .header("content-type", "application/json")
            .body("{}");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.headers().clone())
}

#[tokio::test]
async fn every_route_of_our_own_page_refuses_strangers_and_asks_for_a_session() {
    let folder = tempfile::tempdir().unwrap();
    let running = server(folder.path()).await;
    let key = ("idempotency-key", "0123456789abcdef");
    let mut tried = 0;
    for row in ROUTES.iter().filter(|row| row.access == Access::OwnPage) {
        let session = ("cookie", "__Host-Http-bs=0123456789");
        let strangers: [&[(&str, &str)]; 7] = [
            &[session, key],
            &[session, key, ("x-csrf", "0")],
            &[
                session,
                key,
                ("x-csrf", "1"),
                ("sec-fetch-site", "cross-site"),
            ],
            &[
                session,
                key,
                ("x-csrf", "1"),
                ("sec-fetch-site", "same-site"),
            ],
            &[session, key, ("x-csrf", "1"), ("sec-fetch-site", "none")],
            &[
                session,
                key,
                ("x-csrf", "1"),
                ("origin", "https://evil.example"),
            ],
            &[session, key, ("x-csrf", "1"), ("origin", "null")],
        ];
        for headers in strangers {
            let (status, _) = ask(&running, row, headers).await;
            assert_eq!(status, 403, "{:?} {headers:?}", row.route);
            tried += 1;
        }
        let ours = [key, ("x-csrf", "1"), ("sec-fetch-site", "same-origin")];
        let (status, _) = ask(&running, row, &ours).await;
        assert_eq!(
            status == 401,
            row.needs_session,
            "{:?}: {status}",
            row.route
        );
        if row.needs_key {
            let (status, _) = ask(&running, row, &[("x-csrf", "1")]).await;
            assert_eq!(status, 400, "{:?} without a key", row.route);
            let (status, _) = ask(
                &running,
                row,
                &[("x-csrf", "1"), ("idempotency-key", "short")],
            )
            .await;
            assert_eq!(status, 400, "{:?} with a short key", row.route);
            tried += 2;
        }
        tried += 1;
    }
    assert!(tried > 100, "{tried} tried");
    running.stop().await;
}

#[tokio::test]
async fn every_link_of_our_own_page_refuses_strangers_and_asks_for_a_session() {
    let folder = tempfile::tempdir().unwrap();
    let running = server(folder.path()).await;
    let links = ROUTES.iter().filter(|row| row.access == Access::OwnLink);
    let mut tried = 0;
    for row in links {
        assert_eq!(row.method, Method::Get, "{:?} only reads", row.route);
        assert!(row.needs_session, "{:?}", row.route);
        for stranger in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            let session = ("cookie", "__Host-Http-bs=0123456789");
            let (status, _) = ask(&running, row, &[session, stranger]).await;
            assert_eq!(status, 403, "{:?} {stranger:?}", row.route);
            tried += 1;
        }
        // A downloader of an old phone sends neither header.
        for ours in [&[][..], &[("sec-fetch-site", "same-origin")]] {
            let (status, _) = ask(&running, row, ours).await;
            assert_eq!(status, 401, "{:?} {ours:?}", row.route);
        }
    }
    assert!(tried >= 10, "{tried} tried");
    running.stop().await;
}

#[tokio::test]
async fn every_route_is_there_for_its_methods_only_and_carries_the_headers() {
    let folder = tempfile::tempdir().unwrap();
    let running = server(folder.path()).await;
    for row in ROUTES {
        for method in [Method::Get, Method::Post, Method::Put, Method::Patch] {
            let known = ROUTES
                .iter()
                .any(|other| other.path == row.path && other.method == method);
            let (status, headers) = ask(&running, &Row { method, ..*row }, &[]).await;
            assert_eq!(
                status != 405,
                known,
                "{} {}: {status}",
                method.as_str(),
                row.path
            );
            let has = |name: &str, value: &str| {
                headers
                    .get(name)
                    .and_then(|v| v.to_str().ok())
                    .is_some_and(|v| v.contains(value))
            };
            assert!(has("x-content-type-options", "nosniff"), "{}", row.path);
            assert!(
                has("content-security-policy", "frame-ancestors 'none'"),
                "{}",
                row.path
            );
            assert!(has("cache-control", "no-store"), "{}", row.path);
        }
    }
    running.stop().await;
}
