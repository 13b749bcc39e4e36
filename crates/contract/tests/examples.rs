//! Each example payload is read into its type and written again with every field it had.

mod catalogue;

use std::collections::BTreeSet;
use std::path::Path;

use catalogue::ALL;
use contract::platform::aa::AaRedirect;
use contract::platform::envelope::{Envelope, ErrorCode};
use contract::platform::journeys::JourneyState;
use contract::platform::offers::Proceeded;
use contract::platform::sessions::SessionCreated;
use contract::platform::status::{AaState, JourneyStatus, NextAction, ProceedBoundary};
use contract::platform::steps::Steps;
use contract::platform::webhook::Snapshot;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Paths of the example that the rewritten value lacks or has changed.
fn lost(example: &Value, rewritten: &Value, path: &str, out: &mut Vec<String>) {
    match (example, rewritten) {
        (Value::Object(fields), Value::Object(kept)) => {
            for (key, value) in fields {
                let path = format!("{path}.{key}");
                match kept.get(key) {
                    Some(kept) => lost(value, kept, &path, out),
                    None => out.push(path),
                }
            }
        }
        (Value::Array(rows), Value::Array(kept)) if rows.len() == kept.len() => {
            for (at, (row, kept)) in rows.iter().zip(kept).enumerate() {
                lost(row, kept, &format!("{path}[{at}]"), out);
            }
        }
        _ if example == rewritten => {}
        _ => out.push(format!("{path}: {example} became {rewritten}")),
    }
}

/// What each example of a chapter loses, by name.
fn losses(chapter: &str) -> Vec<(&'static str, Vec<String>)> {
    let examples = ALL
        .iter()
        .filter(|example| example.name.split('/').next() == Some(chapter));
    let mut found = 0;
    let mut losses = Vec::new();
    for example in examples {
        found += 1;
        let mut out = Vec::new();
        match example.reread(&example.value().to_string()) {
            Ok(rewritten) => lost(&example.value(), &rewritten, "", &mut out),
            Err(error) => out.push(error.to_string()),
        }
        if !out.is_empty() {
            losses.push((example.name, out));
        }
    }
    assert!(found > 0, "no example in {chapter}");
    losses
}

macro_rules! kept {
    ($($claim:ident: $chapter:literal,)+) => {
        $(#[test]
        fn $claim() {
            assert_eq!(losses($chapter), []);
        })+
    };
}

kept! {
    sessions_keep_every_field: "sessions",
    profiles_keep_every_field: "profile",
    offers_keep_every_field: "offers",
    steps_keep_every_field: "steps",
    account_aggregator_sessions_keep_every_field: "aa",
    servicing_keeps_every_field: "post-disbursal",
    webhooks_keep_every_field: "webhook",
    errors_keep_every_field: "errors",
}

#[test]
fn journeys_keep_every_field_but_the_cursor_nobody_follows() {
    // Newest first and one open journey a type: the first page is all that is shown.
    let cursor = ("journeys/list", vec![".data.nextCursor".to_owned()]);
    assert_eq!(losses("journeys"), [cursor]);
}

#[test]
fn every_example_file_is_in_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let mut files = BTreeSet::new();
    for folder in root.read_dir().unwrap() {
        let folder = folder.unwrap();
        for file in folder.path().read_dir().unwrap() {
            let path = file.unwrap().path();
            let name = path.strip_prefix(&root).unwrap().with_extension("");
            files.insert(name.to_str().unwrap().to_owned());
        }
    }
    let listed: BTreeSet<String> = ALL.iter().map(|e| e.name.to_owned()).collect();
    assert_eq!(files, listed);
    assert_eq!(listed.len(), ALL.len(), "a name is listed twice");
}

fn data<T: DeserializeOwned>(name: &str) -> Option<T> {
    let example = ALL.iter().find(|example| example.name == name)?;
    let envelope: Envelope<T> = serde_json::from_value(example.value()).ok()?;
    envelope.data
}

// Writing what was read cannot tell two swapped names apart: these look at the values themselves.

#[test]
fn a_new_session_has_both_tokens_and_no_journey() {
    let session: SessionCreated = data("sessions/created").unwrap();
    assert_eq!(session.borrower_external_id, "CUST_0012");
    assert_eq!(session.tokens.session_token, "st_live_abc123_def456");
    assert_eq!(session.tokens.refresh_token, "rt_live_abc123_def456");
    assert_eq!(
        session.tokens.session_expires_at,
        "2026-03-05T16:40:10.000Z"
    );
    assert_eq!(
        session.tokens.refresh_expires_at,
        "2026-03-12T16:10:10.000Z"
    );
    assert_eq!(session.active_journey, None);
}

#[test]
fn a_resumed_session_says_where_the_journey_stands() {
    let session: SessionCreated = data("sessions/resumed").unwrap();
    let journey = session.active_journey.unwrap();
    assert_eq!(journey.status, JourneyStatus::OffersPending);
    assert_eq!(journey.next_action, Some(NextAction::WaitForOffers));
}

#[test]
fn a_session_that_is_printed_shows_no_token() {
    let session: SessionCreated = data("sessions/created").unwrap();
    let printed = format!("{session:?} {:?}", session.tokens);
    assert!(
        !printed.contains("st_") && !printed.contains("rt_"),
        "{printed}"
    );
}

#[test]
fn a_state_tells_what_is_still_being_worked_on() {
    let state: JourneyState = data("journeys/state").unwrap();
    assert_eq!(state.next_action, Some(NextAction::WaitForOffers));
    let pending: Vec<&str> = state
        .pending_operations
        .iter()
        .map(contract::Text::as_str)
        .collect();
    assert_eq!(pending, ["PROFILE_SUBMISSION", "SELECT_DISPATCH"]);
}

#[test]
fn proceeding_locks_the_journey_to_the_offer() {
    let proceeded: Proceeded = data("offers/proceeded").unwrap();
    assert!(proceeded.proceeded);
    assert_eq!(proceeded.proceed_boundary_state, ProceedBoundary::Locked);
    assert_eq!(
        proceeded.offer_id.to_string(),
        "32188de4-c1ac-4623-a73f-a1f6ad6406a6"
    );
}

#[test]
fn an_empty_form_is_not_a_missing_one() {
    let steps: Steps = data("steps/all").unwrap();
    let resource = steps.bank_mandate.resource.unwrap();
    assert_eq!(
        resource.form,
        Some(contract::platform::steps::Form::default())
    );
    assert_eq!(steps.kyc.resource.unwrap().form, None);
}

#[test]
fn a_redirect_to_an_account_aggregator_comes_with_its_expiry() {
    let redirect: AaRedirect = data("aa/redirect").unwrap();
    assert_eq!(redirect.state, AaState::RedirectReady);
    assert_eq!(redirect.redirect_url, "https://consent.finvu.in/flow/xyz");
    assert_eq!(redirect.txnid, Some("finvu_txn_123".into()));
    assert_eq!(
        redirect.expires_at.as_deref(),
        Some("2026-03-05T17:15:00.000Z")
    );
}

#[test]
fn a_snapshot_is_ordered_by_its_sequence() {
    let example = ALL.iter().find(|e| e.name == "webhook/snapshot").unwrap();
    let snapshot: Snapshot = serde_json::from_value(example.value()).unwrap();
    assert_eq!(snapshot.sequence, 1_741_179_022_100);
    assert_eq!(
        snapshot.borrower.journeys[0].status,
        JourneyStatus::OffersAvailable
    );
}

#[test]
fn an_error_names_its_code_and_field() {
    let example = ALL.iter().find(|e| e.name == "errors/validation").unwrap();
    let envelope: Envelope<Value> = serde_json::from_value(example.value()).unwrap();
    assert_eq!(envelope.request_id, "req_01JABC123");
    let error = envelope.error.unwrap();
    assert_eq!(error.code, ErrorCode::ValidationFailed);
    assert_eq!(
        error.details.field.as_deref(),
        Some("profile.contactNumber")
    );
}
