use std::time::Duration;

use contract::platform::header;

use super::{APPLICATION, Delivery, TENANT, signature};
use crate::clock::real_millis;
use crate::sandbox::Shared;
use crate::settings::Settings;

/// The ticker of the world: lets events happen and sends what they say. Ends with the process, or
/// when it is dropped.
pub(crate) async fn run(shared: Shared) {
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(10))
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap_or_default();
    let url = format!("{}/webhooks/platform", shared.settings.app_origin);
    loop {
        let tick = tokio::time::sleep(Duration::from_millis(100));
        tokio::select! {
            () = shared.news.notified() => {}
            () = tick => {}
        }
        let due = shared.with(|world| world.outbox.take_due(world.now));
        for delivery in due {
            let (shared, client, url) = (shared.clone(), client.clone(), url.clone());
            tokio::spawn(async move {
                let delivered = send(&client, &url, &shared.settings, &delivery).await;
                shared.with(|world| {
                    let now = world.now;
                    world.outbox.settle(&delivery, delivered, now);
                });
            });
        }
    }
}

/// Signed afresh at every try, by the platform's clock as it runs: nobody moves the receiver's.
async fn send(
    client: &reqwest::Client,
    url: &str,
    settings: &Settings,
    delivery: &Delivery,
) -> bool {
    let timestamp = (real_millis().seconds() + settings.clock_seconds).to_string();
    let secret = if delivery.badly_signed {
        "whsec_of_somebody_else"
    } else {
        &settings.secrets.webhook
    };
    let signed = signature(secret, &timestamp, delivery.body.as_bytes());
    let answer = client
        .post(url)
        .header("content-type", "application/json")
        .header(header::WEBHOOK_EVENT_ID, &delivery.event_id)
        .header(header::WEBHOOK_TENANT_ID, TENANT)
        .header(header::WEBHOOK_APPLICATION_ID, APPLICATION)
        .header(header::WEBHOOK_TIMESTAMP, timestamp)
        .header(header::WEBHOOK_SIGNATURE, signed)
        .body(delivery.body.clone())
        .send()
        .await;
    answer.is_ok_and(|answer| answer.status().is_success())
}
