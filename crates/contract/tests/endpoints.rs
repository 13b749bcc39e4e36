//! The calls: each is a documented one, each documented one is there, and writes are writes.

use std::collections::BTreeSet;

use contract::platform::endpoint::{Bearer, DOCUMENTED, Endpoint, Method};
use contract::platform::post_disbursal::ServicingAction;
use contract::{AaSessionId, JourneyId, OfferId};

const J: JourneyId = JourneyId::from_bytes([0x11; 16]);
const O: OfferId = OfferId::from_bytes([0x22; 16]);
const A: AaSessionId = AaSessionId::from_bytes([0x33; 16]);

fn every_endpoint() -> Vec<Endpoint> {
    use Endpoint as E;
    let mut all = vec![
        E::CreateSession,
        E::RefreshSession,
        E::ListJourneys,
        E::StartJourney,
        E::Journey(J),
        E::JourneyState(J),
        E::Resume(J),
        E::Profile(J),
        E::SaveProfile(J),
        E::SubmitProfile(J),
        E::Offers(J),
        E::Offer(J, O),
        E::Proceed(J, O),
        E::Reject(J, O),
        E::LoanAmount(J, O),
        E::Steps(J, O),
        E::Kyc(J, O),
        E::KycStatus(J, O),
        E::BankMandate(J, O),
        E::SubmitBankMandate(J, O),
        E::EMandate(J, O),
        E::LoanAgreement(J, O),
        E::AaSessions(J),
        E::CreateAaSession(J),
        E::AaSession(J, A),
        E::AaRedirect(J, A),
        E::AaComplete(J, A),
        E::AaReconcile(J, A),
    ];
    all.extend(
        ServicingAction::ALL
            .iter()
            .map(|action| E::Servicing(J, *action)),
    );
    all
}

/// Whether a call changes something. No wildcard: a new call has to be listed here, and above.
fn changes_something(endpoint: Endpoint) -> bool {
    use Endpoint as E;
    match endpoint {
        E::ListJourneys
        | E::Journey(_)
        | E::JourneyState(_)
        | E::Profile(_)
        | E::Offers(_)
        | E::Offer(..)
        | E::Steps(..)
        | E::Kyc(..)
        | E::KycStatus(..)
        | E::BankMandate(..)
        | E::EMandate(..)
        | E::LoanAgreement(..)
        | E::AaSessions(_)
        | E::AaSession(..) => false,
        E::CreateSession
        | E::RefreshSession
        | E::StartJourney
        | E::Resume(_)
        | E::SaveProfile(_)
        | E::SubmitProfile(_)
        | E::Proceed(..)
        | E::Reject(..)
        | E::LoanAmount(..)
        | E::SubmitBankMandate(..)
        | E::CreateAaSession(_)
        | E::AaRedirect(..)
        | E::AaComplete(..)
        | E::AaReconcile(..)
        | E::Servicing(..) => true,
    }
}

/// `POST /journeys/{journeyID}/…`: the path with its IDs taken out again.
fn template(endpoint: Endpoint) -> (&'static str, String) {
    let path = endpoint
        .path()
        .replace(&J.to_string(), "{journeyID}")
        .replace(&O.to_string(), "{offerID}")
        .replace(&A.to_string(), "{aaSessionID}");
    (endpoint.method().as_str(), path)
}

#[test]
fn the_calls_are_the_documented_ones_each_once() {
    let calls: BTreeSet<_> = every_endpoint().into_iter().map(template).collect();
    let documented: BTreeSet<_> = DOCUMENTED
        .iter()
        .map(|(method, path)| (method.as_str(), (*path).to_owned()))
        .collect();
    assert_eq!(calls, documented);
    assert_eq!(every_endpoint().len(), 32);
    assert_eq!(documented.len(), 32, "a template is listed twice");
}

#[test]
fn the_calls_that_change_something_are_the_post_put_and_patch_ones() {
    for endpoint in every_endpoint() {
        let writes = matches!(
            endpoint.method(),
            Method::Post | Method::Put | Method::Patch
        );
        assert_eq!(writes, changes_something(endpoint), "{endpoint:?}");
    }
}

#[test]
fn only_the_bootstrap_takes_the_api_key_and_only_the_refresh_a_refresh_token() {
    for endpoint in every_endpoint() {
        let bearer = match endpoint {
            Endpoint::CreateSession => Bearer::ApiKey,
            Endpoint::RefreshSession => Bearer::SessionOrRefresh,
            _ => Bearer::Session,
        };
        assert_eq!(endpoint.bearer(), bearer, "{endpoint:?}");
    }
}

#[test]
fn a_path_holds_nothing_but_its_words_and_ids() {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-');
    for endpoint in every_endpoint() {
        let path = endpoint.path();
        assert!(path.starts_with('/') && path.chars().all(plain), "{path}");
    }
}

#[test]
fn a_log_is_told_the_call_and_no_id() {
    for endpoint in every_endpoint() {
        let (path, template) = (endpoint.path(), endpoint.template());
        let hidden = |part: &str| part.len() == 36;
        assert!(!template.split('/').any(hidden), "{template}");
        let ids = path.split('/').filter(|part| hidden(part)).count();
        assert_eq!(template.matches("{id}").count(), ids, "{template}");
    }
}
