//! Who may call, for how long and how often.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use contract::platform::endpoint::DOCUMENTED;
use reqwest::Method;
use sandbox::{Limits, Secrets, Settings};
use serde_json::{Value, json};
use world::{NOBODY, World, fast, key, reply};

async fn pair(world: &World, who: &str) -> (String, String) {
    let answer = world.bootstrap(&json!({ "borrowerExternalID": who })).await;
    assert_eq!(answer.status, 201);
    tokens(answer.data())
}

fn tokens(data: &Value) -> (String, String) {
    let text = |name: &str| data[name].as_str().unwrap().to_owned();
    (text("sessionToken"), text("refreshToken"))
}

#[tokio::test]
async fn every_call_takes_its_own_class_of_token() {
    let world = World::start(fast()).await;
    let api_key = Secrets::default().api_key;
    let (session, refresh) = pair(&world, "asha").await;
    let invalid_session = (401, "AUTH_INVALID_SESSION", "");
    let mismatch = (403, "ACCESS_SCOPE_MISMATCH", "");
    for (method, template) in DOCUMENTED {
        if template == "/sessions/refresh" {
            continue;
        }
        let method = Method::from_bytes(method.as_str().as_bytes()).unwrap();
        let path = ["{journeyID}", "{offerID}", "{aaSessionID}"]
            .iter()
            .fold(template.to_owned(), |path, name| path.replace(name, NOBODY));
        let refusal = async |token: &str| {
            let answer = world
                .write(method.clone(), &path, token, &key(), &json!({}))
                .await;
            let (status, code, field) = answer.refusal();
            (status, code.to_owned(), field.to_owned())
        };
        let own =
            |refusal: (u16, &str, &str)| (refusal.0, refusal.1.to_owned(), refusal.2.to_owned());
        if template == "/sessions" {
            assert_eq!(refusal(&session).await, own(mismatch));
            assert_eq!(refusal(&refresh).await, own(mismatch));
            assert_eq!(
                refusal("sk_live_x").await,
                own((401, "AUTH_INVALID_API_KEY", ""))
            );
            assert_eq!(refusal("").await, own((401, "AUTH_INVALID_API_KEY", "")));
        } else {
            assert_eq!(refusal(&api_key).await, own(mismatch), "{path}");
            assert_eq!(refusal(&refresh).await, own(invalid_session), "{path}");
            assert_eq!(refusal("st_test_x").await, own(invalid_session), "{path}");
            assert_eq!(refusal("").await, own(invalid_session), "{path}");
        }
    }
    let answer = world.post("/sessions/refresh", &api_key, &json!({})).await;
    assert_eq!(answer.refusal(), mismatch);
}

#[tokio::test]
async fn a_new_pair_of_tokens_kills_the_old_one_at_once() {
    let world = World::start(fast()).await;
    let (session, refresh) = pair(&world, "asha").await;
    let rotate = async |token: &str, key: &str| {
        let request = world
            .api(Method::POST, "/sessions/refresh", token)
            .header("idempotency-key", key);
        reply(request).await
    };
    let first = rotate(&refresh, "g1").await;
    let (session2, refresh2) = tokens(first.data());
    assert_eq!(world.get("/journeys", &session).await.refusal().0, 401);
    assert_eq!(world.get("/journeys", &session2).await.status, 200);
    // The answer was lost: the same key asks for it again.
    let again = rotate(&refresh, "g1").await;
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(again.body, first.body);
    // A session token may ask as well.
    let (session3, refresh3) = tokens(rotate(&session2, "g2").await.data());
    assert_eq!(world.get("/journeys", &session3).await.status, 200);
    // An old session token is only refused.
    assert_eq!(
        rotate(&session2, "g3").await.refusal().1,
        "AUTH_INVALID_SESSION"
    );
    assert_eq!(world.get("/journeys", &session3).await.status, 200);
    // A refresh token that was used before ends the family.
    assert_eq!(rotate(&refresh2, "g4").await.refusal().0, 401);
    assert_eq!(world.get("/journeys", &session3).await.refusal().0, 401);
    assert_eq!(rotate(&refresh3, "g5").await.refusal().0, 401);
}

#[tokio::test]
async fn tokens_end_on_the_sandbox_clock() {
    let world = World::start(fast()).await;
    let (session, refresh) = pair(&world, "asha").await;
    world.forward(30 * 60).await;
    assert_eq!(world.get("/journeys", &session).await.refusal().0, 401);
    let answer = world.post("/sessions/refresh", &refresh, &json!({})).await;
    let (_, refresh) = tokens(answer.data());
    world.forward(7 * 86_400).await;
    let answer = world.post("/sessions/refresh", &refresh, &json!({})).await;
    assert_eq!(answer.refusal().0, 401);
    let (session, _) = pair(&world, "asha").await;
    world
        .control("faults", &json!({ "revokeFamilies": true }))
        .await;
    assert_eq!(world.get("/journeys", &session).await.refusal().0, 401);
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back() {
    let settings = Settings {
        limits: Some(Limits {
            reads: 3,
            writes: 2,
            per_key: 2,
        }),
        ..fast()
    };
    let world = World::start(settings).await;
    let (session, _) = pair(&world, "asha").await;
    for _ in 0..3 {
        assert_eq!(world.get("/journeys", &session).await.status, 200);
    }
    let answer = world.get("/journeys", &session).await;
    assert_eq!(answer.refusal(), (429, "RATE_LIMITED", ""));
    let wait: u32 = answer.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=60).contains(&wait));
    // Writes are counted apart, and every session for itself.
    let start = json!({ "type": "PERSONAL_LOAN" });
    assert_eq!(world.post("/journeys", &session, &start).await.status, 201);
    let (other, _) = pair(&world, "ravi").await;
    assert_eq!(world.get("/journeys", &other).await.status, 200);
    let third = world
        .bootstrap(&json!({ "borrowerExternalID": "meena" }))
        .await;
    assert_eq!(third.refusal().0, 429);
    world.forward(wait).await;
    assert_eq!(world.get("/journeys", &session).await.status, 200);
}
