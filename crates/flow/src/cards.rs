use contract::OfferId;
use contract::app::{Journey, JourneyView};
use contract::platform::offers::Offer;
use contract::platform::status::{AaState, OfferCardStatus};

use crate::consent::consent;
use crate::screen::Screen;

fn cards(view: &JourneyView) -> impl Iterator<Item = &Offer> {
    view.offers.iter().flatten().chain(view.offer.as_ref())
}

pub(crate) fn card(view: &JourneyView, id: OfferId) -> Option<&Offer> {
    cards(view).find(|offer| offer.offer_id == id)
}

/// The lender wants bank statements before it says more.
fn wants_consent(offer: &Offer) -> bool {
    offer.aa.required
        && offer.status != OfferCardStatus::NoOfferAvailable
        && !matches!(offer.aa.state, AaState::Confirmed | AaState::NotRequired)
}

pub(crate) fn focused_aa(view: &JourneyView) -> Option<OfferId> {
    let id = view.focus?;
    let offer = card(view, id)?;
    (wants_consent(offer) && offer.status != OfferCardStatus::OfferReceived).then_some(id)
}

pub(crate) fn aa_target(view: &JourneyView, journey: &Journey) -> Option<OfferId> {
    journey
        .selected_offer
        .or(view
            .focus
            .filter(|id| card(view, *id).is_some_and(wants_consent)))
        .or_else(|| {
            cards(view)
                .find(|offer| wants_consent(offer))
                .map(|offer| offer.offer_id)
        })
        .or_else(|| view.aa.as_ref().and_then(|session| session.offer_id))
}

pub(crate) fn offers(view: &JourneyView) -> Screen {
    if let Some(offer) = focused_aa(view) {
        return consent(view, offer);
    }
    match view.focus.and_then(|id| card(view, id)) {
        Some(offer) if offer.status == OfferCardStatus::OfferReceived => {
            Screen::Offer(offer.offer_id)
        }
        _ => Screen::Offers,
    }
}
