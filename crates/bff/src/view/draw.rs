use contract::app::{
    Borrower, HandoffState, Journey, JourneyView, OpenHandoff, Pace, Party, PendingOperation,
};
use contract::platform::aa::AaSession;
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{JourneyStatus, OfferCardStatus, OperationKind};
use contract::platform::steps::{Step, Steps};
use contract::{JourneyId, OfferId, Text};
use flow::{Resource, Screen, Waiting, needs};

use super::memory::Memory;
use super::read::{compares, fingerprint};
use crate::clock::now_ms;
use crate::store::{HandoffRow, SessionRow};
use crate::tokens::TokenError;
use crate::upstream::Upstream;

/// How long the platform may take to learn that a borrower has come back.
const SETTLING_MS: i64 = 8_000;

pub fn borrower(session: &SessionRow) -> Borrower {
    Borrower {
        name: session.name.clone().map(Text),
        mobile: session.mobile.clone().map(Text),
    }
}

/// The view of what is remembered, with our own notes laid over it. What is not `current` says
/// nothing about which of them are over.
pub async fn view(
    upstream: Upstream<'_>,
    session: &SessionRow,
    id: JourneyId,
    focus: Option<OfferId>,
    memory: &Memory,
    current: bool,
) -> Result<JourneyView, TokenError> {
    let now = now_ms();
    let store = &upstream.app.store;
    let mut view = resources(session, focus, memory);
    let mut returned_at = None;
    if let Some(handoff) = store.newest_handoff(&session.borrower, id).await? {
        view.handoff = open_handoff(&view, &handoff, now);
        let moved = view.handoff.is_none() && step(&view, handoff.party).is_some();
        if current && moved && !handoff.saw.is_empty() {
            store.outlive_handoff(&handoff).await?;
        }
        returned_at = handoff.returned_at;
    }
    if let Some(chosen) = chosen(&view) {
        view.agreed = store.agreed(&session.borrower, id, chosen).await?;
        view.taken = store.taken(&session.borrower, (id, chosen)).await?;
    }
    view.consents = store.standing(&session.borrower, id).await?;
    if let Some(accepted) = store.accepted(id, now).await? {
        let answered = accepted.kind == OperationKind::BankMandateVerification
            && accepted.saw != memory.bank_step();
        // Other windows of this borrower may look at other offers.
        let over = || !flow::hides(accepted.kind, &resources(session, None, memory));
        if flow::hides(accepted.kind, &view) && !answered {
            view.pending = Some(PendingOperation {
                kind: accepted.kind,
                accepted_at: accepted.at,
            });
        } else if current && (answered || over()) {
            store.forget_accepted(id, None).await?;
        }
    }
    let awaited = view
        .offers
        .iter()
        .flatten()
        .any(|offer| offer.status == OfferCardStatus::OfferAwaited)
        || matches!(flow::payout(&view), flow::Payout::Sent(_));
    let screen = flow::screen(&view);
    let since = |waiting| {
        let step = match waiting {
            Waiting::Step(step) => Some(step),
            _ => None,
        };
        let accepted_at = view.pending.as_ref().map(|pending| pending.accepted_at);
        let acted = accepted_at.max(returned_at).unwrap_or_default();
        memory.stands_since(step).max(acted)
    };
    view.pace = Pace {
        after_ms: flow::pace(&screen, now - memory.moved_at, awaited),
        until: match screen {
            Screen::Waiting(waiting) => Some(since(waiting) + flow::patience(waiting)),
            _ => None,
        },
        read_at: None,
    };
    Ok(view)
}

/// The offer that was chosen, while there is something to be compared with it.
fn chosen(view: &JourneyView) -> Option<OfferId> {
    let journey = view.journey.as_ref()?;
    let over = journey.status == JourneyStatus::Disbursed || journey.status.is_terminal();
    journey.selected_offer.filter(|_| !over)
}

fn resources(session: &SessionRow, focus: Option<OfferId>, memory: &Memory) -> JourneyView {
    let mut view = JourneyView {
        borrower: borrower(session),
        has_earlier: memory.has_earlier,
        ..JourneyView::default()
    };
    let (Some(journey), Some(state)) = (&memory.journey, &memory.state) else {
        return view;
    };
    let operations = state.pending_operations.iter();
    view.journey = Some(Journey {
        id: journey.journey_id,
        kind: journey.kind,
        status: state.status,
        next_action: state.next_action,
        pending_operations: operations
            .map(|word| OperationKind::from_word(word.as_str()))
            .collect(),
        capabilities: journey.capabilities,
        resume: journey.resume.clone(),
        selected_offer: memory.selected(),
        lender: None,
        stands_still: false,
        updated_at: state.updated_at.clone(),
    });
    let needed = needs(state.status, state.next_action).all;
    if compares(state.status, needed) {
        view.asked.clone_from(&memory.asked);
    }
    for resource in needed {
        match resource {
            Resource::Profile if state.status == JourneyStatus::BankMandatePending => {
                view.profile = memory.profile.clone().map(account_only);
            }
            Resource::Profile => view.profile.clone_from(&memory.profile),
            Resource::Offers => {
                let rows = memory.offers.iter().flatten();
                view.offers = Some(rows.map(|row| comparable(row, memory)).collect());
            }
            Resource::Offer => {
                // The chosen offer outranks the one an old address asks for.
                let shown = memory.selected().or(focus);
                view.offer = shown
                    .and_then(|id| memory.details.get(&id))
                    .map(|(_, offer)| without_links(offer.clone()));
            }
            Resource::Steps => view.steps = memory.steps.clone().map(without_redirects),
            Resource::AaSessions => {}
        }
    }
    view.focus = focus.filter(|_| view.offers.is_some());
    if view.focus.is_some() && view.offer.is_none() {
        let detail = focus.and_then(|id| memory.details.get(&id));
        view.offer = detail.map(|(_, offer)| without_links(offer.clone()));
    }
    view.aa = flow::consent_offer(&view)
        .and_then(|offer| newest(&memory.aa_sessions, offer))
        .cloned();
    view
}

/// The bank form asks for the account; the rest of the profile stays here.
fn account_only(profile: ProfileSnapshot) -> ProfileSnapshot {
    ProfileSnapshot {
        banking: profile.banking,
        ..ProfileSnapshot::default()
    }
}

/// A row of the offers screen: the lender's figures without the long parts of the detail.
fn comparable(row: &Offer, memory: &Memory) -> Offer {
    let Some((_, detail)) = memory.details.get(&row.offer_id) else {
        return row.clone();
    };
    let mut offer = figures(detail.clone());
    offer.status = row.status;
    offer.aa = row.aa;
    offer
        .lender_state_reason
        .clone_from(&row.lender_state_reason);
    offer
}

/// An offer's figures, without its long parts.
pub fn figures(mut offer: Offer) -> Offer {
    offer.installments.truncate(1);
    offer.fulfillments.clear();
    offer.documents.clear();
    offer.payments.clear();
    offer.lender_state_reason = None;
    if let Some(lender) = &mut offer.lender {
        lender.gro = None;
        lender.support = None;
        lender.lsp = None;
        lender.locations.clear();
    }
    offer
}

/// Redirect addresses are minted at the tap; a view never carries one.
fn without_redirects(mut steps: Steps) -> Steps {
    for step in steps.all_mut() {
        if let Some(resource) = &mut step.resource {
            resource.redirect_url = None;
            resource.expires_at = None;
        }
    }
    steps
}

fn without_links(mut offer: Offer) -> Offer {
    for payment in &mut offer.payments {
        payment.url = None;
    }
    offer
}

/// The handoff, unless the platform has moved on since the borrower left.
fn open_handoff(view: &JourneyView, row: &HandoffRow, now: i64) -> Option<OpenHandoff> {
    let stands = match row.party {
        Party::Aa => {
            let session = view.aa.as_ref()?;
            session.aa_session_id.to_string() == row.saw && session.state.is_open()
        }
        Party::Payment => true,
        party => fingerprint(step(view, party)?) == row.saw,
    };
    let state = match row.returned_at {
        None => HandoffState::Away,
        Some(at) if now - at < SETTLING_MS => HandoffState::Settling,
        Some(_) => HandoffState::Unfinished,
    };
    stands.then_some(OpenHandoff {
        party: row.party,
        offer_id: row.offer,
        state,
    })
}

fn step(view: &JourneyView, party: Party) -> Option<&Step> {
    view.steps.as_ref()?.get(party.step()?)
}

/// The newest consent session of an offer. Lists put the newest first; it stays so among equals.
pub fn newest(sessions: &[AaSession], offer: OfferId) -> Option<&AaSession> {
    sessions
        .iter()
        .rev()
        .filter(|session| session.offer_id == Some(offer))
        .max_by(|a, b| a.created_at.cmp(&b.created_at))
}
