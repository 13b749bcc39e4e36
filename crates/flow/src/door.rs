use contract::OfferId;
use contract::app::{HandoffState, JourneyView, Party};

use crate::screen::Leave;

/// How the borrower stands before this provider; `None` while a return is being settled.
pub(crate) fn door(view: &JourneyView, party: Party, offer: OfferId) -> Option<Leave> {
    let open = view
        .handoff
        .as_ref()
        .filter(|handoff| handoff.party == party && handoff.offer_id == offer);
    match open.map(|handoff| handoff.state) {
        None | Some(HandoffState::Unknown) => Some(Leave::First),
        Some(HandoffState::Away) => Some(Leave::Away),
        Some(HandoffState::Settling) => None,
        Some(HandoffState::Unfinished) => Some(Leave::Unfinished),
    }
}
