//! The platform's API, strict: every rule of its contract is enforced, and what the contract
//! leaves open is refused rather than guessed.

mod aa;
mod auth;
mod call;
mod faulty;
mod idempotency;
mod journeys;
mod limits;
mod offer;
mod offers;
mod path;
mod payments;
mod post_disbursal;
mod profile;
mod profile_rules;
mod refusal;
mod sessions;
mod steps;

use std::time::Duration;

use axum::extract::{Request, State};
use axum::response::Response;
use contract::platform::endpoint::Endpoint;

use crate::control::LoggedCall;
use crate::faults::What;
use crate::sandbox::{Sandbox, Shared};
use crate::world::World;
use auth::Caller;
pub(crate) use auth::Sessions;
use call::Answer;
pub(crate) use call::{Call, Reply};
pub(crate) use idempotency::Replays;
use idempotency::Seen;
pub(crate) use limits::Windows;
use refusal::Refusal;

/// Every request below the API's base path.
pub(crate) async fn handle(State(shared): State<Shared>, request: Request) -> Response {
    // Work that has begun is finished even when the caller hangs up.
    let work = tokio::spawn(async move {
        let call = match Call::read(request).await {
            Ok(call) => call,
            Err(refusal) => {
                return Some(Reply::refused(&refusal, None, shared.clock.now()).into());
            }
        };
        let (reply, met) = answer(&shared, &call).await;
        faulty::respond(reply, &call, &met)
    });
    match work.await {
        Ok(Some(response)) => response,
        // Ends the connection without a word, and without one on stderr.
        Ok(None) => std::panic::resume_unwind(Box::new("an answer is lost on purpose")),
        Err(_) => {
            let mut response = Response::default();
            *response.status_mut() = axum::http::StatusCode::INTERNAL_SERVER_ERROR;
            response
        }
    }
}

/// The answer, and what it meets on its way.
async fn answer(shared: &Sandbox, call: &Call) -> (Reply, Vec<What>) {
    let (met, begun, slow) = shared.with(|world| {
        let (met, begun) = begin(world, call);
        (met, begun, world.faults.slow_millis)
    });
    let slow = slow + faulty::delay(&met);
    let reply = match begun {
        Err(refusal) => Reply::refused(&refusal, call.correlation.as_deref(), shared.clock.now()),
        Ok(Begun::Replay(reply)) => reply,
        Ok(Begun::Go(caller, endpoint)) => {
            if slow > 0 {
                tokio::time::sleep(Duration::from_millis(slow)).await;
            }
            shared.with(|world| {
                let result = dispatch(world, call, caller, endpoint);
                let reply = Reply::of(result, call, world.now);
                world.replays.keep(world.now, caller.scope(), call, &reply);
                reply
            })
        }
    };
    shared.with(|world| {
        let logged = LoggedCall::new(world.now, call, &reply, &met);
        world.log(logged);
    });
    (reply, met)
}

enum Begun {
    /// Answered before.
    Replay(Reply),
    Go(Caller, Endpoint),
}

/// All that is checked before anything is done, and what the call meets once it is known whose it
/// is.
fn begin(world: &mut World, call: &Call) -> (Vec<What>, Result<Begun, Refusal>) {
    match known(world, call) {
        Err(refusal) => (Vec::new(), Err(refusal)),
        Ok((caller, endpoint)) => {
            let met = faulty::meet(world, call, caller);
            let begun = match faulty::refusal(&met) {
                Some(refusal) => Err(refusal),
                None => admit(world, call, caller, endpoint),
            };
            (met, begun)
        }
    }
}

fn known(world: &World, call: &Call) -> Result<(Caller, Endpoint), Refusal> {
    if world.faults.down {
        return Err(Refusal::down());
    }
    call.check_version()?;
    let endpoint = path::endpoint(&call.method, &call.path)?;
    Ok((auth::authenticate(world, call, endpoint)?, endpoint))
}

fn admit(
    world: &mut World,
    call: &Call,
    caller: Caller,
    endpoint: Endpoint,
) -> Result<Begun, Refusal> {
    limits::count(world, caller, call.is_write())?;
    if call.is_write() {
        call.check_body()?;
        match world.replays.begin(world.now, caller.scope(), call)? {
            Seen::New => {}
            Seen::Before(reply) => return Ok(Begun::Replay(reply)),
        }
    }
    Ok(Begun::Go(caller, endpoint))
}

fn dispatch(
    world: &mut World,
    call: &Call,
    caller: Caller,
    endpoint: Endpoint,
) -> Result<Answer, Refusal> {
    let borrower = match (endpoint, caller) {
        (Endpoint::CreateSession, _) => return sessions::create(world, call),
        (Endpoint::RefreshSession, Caller::Family(token)) => {
            return sessions::refresh(world, token);
        }
        (_, Caller::Session(session)) => session.borrower,
        _ => return Err(Refusal::invalid_session()),
    };
    if let Some(journey) = path::journey_of(endpoint) {
        journeys::own(world, borrower, journey)?;
    }
    match endpoint {
        Endpoint::CreateSession | Endpoint::RefreshSession => Err(Refusal::invalid_session()),
        Endpoint::ListJourneys => journeys::list(world, borrower, call),
        Endpoint::StartJourney => journeys::start(world, borrower, call),
        Endpoint::Journey(j) => journeys::read(world, j),
        Endpoint::JourneyState(j) => journeys::state(world, j),
        Endpoint::Resume(j) => journeys::resume(world, j, call),
        Endpoint::Profile(j) => profile::read(world, j),
        Endpoint::SaveProfile(j) => profile::save(world, j, call),
        Endpoint::SubmitProfile(j) => profile::submit(world, j, call),
        Endpoint::Offers(j) => offers::list(world, j),
        Endpoint::Offer(j, o) => offers::read(world, j, o),
        Endpoint::Proceed(j, o) => offers::proceed(world, j, o),
        Endpoint::Reject(j, o) => offers::reject(world, j, o, call),
        Endpoint::LoanAmount(j, o) => offers::loan_amount(world, j, o, call),
        Endpoint::Steps(j, o) => steps::all(world, j, o),
        Endpoint::Kyc(j, o) => steps::one(world, j, o, steps::KYC),
        Endpoint::KycStatus(j, o) => steps::kyc_status(world, j, o),
        Endpoint::BankMandate(j, o) => steps::one(world, j, o, steps::BANK_MANDATE),
        Endpoint::SubmitBankMandate(j, o) => steps::submit_bank_mandate(world, j, o, call),
        Endpoint::EMandate(j, o) => steps::one(world, j, o, steps::E_MANDATE),
        Endpoint::LoanAgreement(j, o) => steps::one(world, j, o, steps::LOAN_AGREEMENT),
        Endpoint::AaSessions(j) => aa::list(world, j),
        Endpoint::CreateAaSession(j) => aa::create(world, j, call),
        Endpoint::AaSession(j, a) => aa::read(world, j, a),
        Endpoint::AaRedirect(j, a) => aa::redirect(world, j, a),
        Endpoint::AaComplete(j, a) => aa::complete(world, j, a),
        Endpoint::AaReconcile(j, a) => aa::reconcile(world, j, a),
        Endpoint::Servicing(j, action) => post_disbursal::ask(world, j, action, call),
    }
}
