use std::str::FromStr;

use axum::http::Method;
use contract::JourneyId;
use contract::platform::endpoint::Endpoint;
use contract::platform::post_disbursal::ServicingAction;

use super::refusal::Refusal;

/// Which documented call this is.
pub(crate) fn endpoint(method: &Method, path: &str) -> Result<Endpoint, Refusal> {
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let found = candidates(&segments)?;
    if found.is_empty() {
        return Err(Refusal::not_found("path"));
    }
    found
        .into_iter()
        .find(|endpoint| endpoint.method().as_str() == method.as_str())
        .ok_or_else(Refusal::wrong_method)
}

/// Every call at this path, whatever the method. IDs that are not UUIDs are the caller's fault.
fn candidates(segments: &[&str]) -> Result<Vec<Endpoint>, Refusal> {
    use Endpoint as E;
    let found = match *segments {
        ["sessions"] => vec![E::CreateSession],
        ["sessions", "refresh"] => vec![E::RefreshSession],
        ["journeys"] => vec![E::ListJourneys, E::StartJourney],
        ["journeys", j, ref below @ ..] => {
            let known = matches!(
                below,
                [] | ["state" | "resume" | "profile"]
                    | ["profile", "submit"]
                    | ["offers" | "aa" | "post-disbursal", ..]
            );
            if !known {
                return Ok(Vec::new());
            }
            in_journey(id(j, "journeyID")?, below)?
        }
        _ => Vec::new(),
    };
    Ok(found)
}

fn in_journey(j: JourneyId, below: &[&str]) -> Result<Vec<Endpoint>, Refusal> {
    use Endpoint as E;
    let found = match *below {
        [] => vec![E::Journey(j)],
        ["state"] => vec![E::JourneyState(j)],
        ["resume"] => vec![E::Resume(j)],
        ["profile"] => vec![E::Profile(j), E::SaveProfile(j)],
        ["profile", "submit"] => vec![E::SubmitProfile(j)],
        ["offers"] => vec![E::Offers(j)],
        ["offers", o, ref below @ ..] => in_offer(j, o, below)?,
        ["aa", "sessions"] => vec![E::AaSessions(j), E::CreateAaSession(j)],
        ["aa", "sessions", a] => vec![E::AaSession(j, id(a, "aaSessionID")?)],
        ["aa", "sessions", a, "redirect"] => vec![E::AaRedirect(j, id(a, "aaSessionID")?)],
        ["aa", "sessions", a, "complete"] => vec![E::AaComplete(j, id(a, "aaSessionID")?)],
        ["aa", "sessions", a, "reconcile"] => vec![E::AaReconcile(j, id(a, "aaSessionID")?)],
        ["post-disbursal", action] => match ServicingAction::from_word(action) {
            ServicingAction::Unknown => Vec::new(),
            action => vec![E::Servicing(j, action)],
        },
        _ => Vec::new(),
    };
    Ok(found)
}

fn in_offer(j: JourneyId, o: &str, below: &[&str]) -> Result<Vec<Endpoint>, Refusal> {
    use Endpoint as E;
    let o = id(o, "offerID")?;
    Ok(match *below {
        [] => vec![E::Offer(j, o)],
        ["proceed"] => vec![E::Proceed(j, o)],
        ["reject"] => vec![E::Reject(j, o)],
        ["loan-amount"] => vec![E::LoanAmount(j, o)],
        ["steps"] => vec![E::Steps(j, o)],
        ["steps", "kyc"] => vec![E::Kyc(j, o)],
        ["steps", "kyc", "status"] => vec![E::KycStatus(j, o)],
        ["steps", "bank-mandate"] => vec![E::BankMandate(j, o), E::SubmitBankMandate(j, o)],
        ["steps", "e-mandate"] => vec![E::EMandate(j, o)],
        ["steps", "loan-agreement"] => vec![E::LoanAgreement(j, o)],
        _ => Vec::new(),
    })
}

fn id<T: FromStr>(text: &str, name: &str) -> Result<T, Refusal> {
    text.parse()
        .map_err(|_| Refusal::field(name, &format!("{name} is not a UUID.")))
}

/// The journey whose owner must be the caller.
pub(crate) fn journey_of(endpoint: Endpoint) -> Option<JourneyId> {
    use Endpoint as E;
    match endpoint {
        E::CreateSession | E::RefreshSession | E::ListJourneys | E::StartJourney => None,
        E::Journey(j)
        | E::JourneyState(j)
        | E::Resume(j)
        | E::Profile(j)
        | E::SaveProfile(j)
        | E::SubmitProfile(j)
        | E::Offers(j)
        | E::Offer(j, _)
        | E::Proceed(j, _)
        | E::Reject(j, _)
        | E::LoanAmount(j, _)
        | E::Steps(j, _)
        | E::Kyc(j, _)
        | E::KycStatus(j, _)
        | E::BankMandate(j, _)
        | E::SubmitBankMandate(j, _)
        | E::EMandate(j, _)
        | E::LoanAgreement(j, _)
        | E::AaSessions(j)
        | E::CreateAaSession(j)
        | E::AaSession(j, _)
        | E::AaRedirect(j, _)
        | E::AaComplete(j, _)
        | E::AaReconcile(j, _)
        | E::Servicing(j, _) => Some(j),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::platform::endpoint::DOCUMENTED;

    const ID: &str = "9f1c2d3e-0011-4a5b-8c7d-0123456789ab";

    fn filled(template: &str) -> String {
        ["{journeyID}", "{offerID}", "{aaSessionID}"]
            .iter()
            .fold(template.to_owned(), |path, name| path.replace(name, ID))
    }

    #[test]
    fn every_documented_call_is_known_by_its_own_path() {
        for (method, template) in DOCUMENTED {
            let method = Method::from_bytes(method.as_str().as_bytes()).unwrap();
            let path = filled(template);
            let found = endpoint(&method, &path).unwrap();
            assert_eq!(found.path(), path);
            assert_eq!(found.method().as_str(), method.as_str());
        }
    }

    #[test]
    fn what_is_not_documented_does_not_exist() {
        for (method, path, status) in [
            (Method::GET, "/nothing".to_owned(), 404),
            (Method::GET, "/sessions".to_owned(), 405),
            (Method::DELETE, filled("/journeys/{journeyID}"), 405),
            (Method::GET, "/journeys/".to_owned(), 400),
            (Method::GET, "/journeys/17/state".to_owned(), 400),
            (Method::GET, "/journeys/17/nothing".to_owned(), 404),
            (Method::GET, filled("/journeys/{journeyID}/offers/1"), 400),
            (
                Method::POST,
                filled("/journeys/{journeyID}/post-disbursal/x"),
                404,
            ),
            (
                Method::GET,
                filled("/journeys/{journeyID}/offers/{offerID}/steps/disbursal"),
                404,
            ),
        ] {
            assert_eq!(
                endpoint(&method, &path).unwrap_err().status,
                status,
                "{path}"
            );
        }
    }
}
