use contract::app::{JourneyView, Party};
use contract::platform::offers::Offer;
use contract::platform::status::OfferCardStatus;
use contract::{JourneyId, OfferId};
use flow::Screen;

use super::Player;
use crate::Intent;

/// An account that every bank of the sandbox knows, and one that none does.
pub const GOOD_ACCOUNT: &str = "123456789012";
pub const UNKNOWN_ACCOUNT: &str = "123456780000";

/// What anybody would do on a screen.
#[derive(Debug, Clone)]
pub enum Step {
    Send(Intent),
    /// Answers all questions and sends the answers.
    Apply(JourneyId),
    TurnTo(OfferId),
    Choose(JourneyId, OfferId),
    Visit(JourneyId, Party, OfferId),
    Wait,
}

impl Step {
    pub fn of(view: &JourneyView, player: &Player<'_>) -> Self {
        let Some(journey) = view.journey.as_ref().map(|journey| journey.id) else {
            return Self::Send(Intent::start(&player.loan));
        };
        match flow::screen(view) {
            Screen::Start => Self::Send(Intent::start(&player.loan)),
            Screen::Profile => Self::Apply(journey),
            Screen::ConsentWithdrawn => Self::Send(Intent::consent_again(journey, player.gold())),
            Screen::Offers => first_offer(view)
                .or_else(|| wants_consent(view))
                .map_or(Self::Wait, Self::TurnTo),
            Screen::Offer(offer) => Self::Choose(journey, offer),
            Screen::Leave { party, offer, .. } => Self::Visit(journey, party, offer),
            Screen::LoanAmount(offer) => amount_of(view).map_or(Self::Wait, |amount| {
                Self::Send(Intent::loan_amount(journey, offer, &amount))
            }),
            Screen::BankAccount(offer, _) => {
                Self::Send(Intent::bank_mandate(journey, offer, GOOD_ACCOUNT))
            }
            Screen::Waiting(_)
            | Screen::FormElsewhere(_)
            | Screen::StepFailed(..)
            | Screen::Disbursed
            | Screen::Ended(_)
            | Screen::Unknown => Self::Wait,
        }
    }
}

/// The first of the app's own order.
pub fn first_offer(view: &JourneyView) -> Option<OfferId> {
    let mut received: Vec<&Offer> = view
        .offers
        .iter()
        .flatten()
        .filter(|offer| offer.status == OfferCardStatus::OfferReceived)
        .collect();
    flow::OfferOrder::default().sort(&mut received);
    received.first().map(|offer| offer.offer_id)
}

fn wants_consent(view: &JourneyView) -> Option<OfferId> {
    let mut cards = view.offers.iter().flatten();
    let open = |offer: &&Offer| offer.aa.required && offer.status == OfferCardStatus::OfferAwaited;
    cards.find(open).map(|offer| offer.offer_id)
}

/// What the chosen lender lends at most.
pub fn amount_of(view: &JourneyView) -> Option<String> {
    let amount = view.offer.as_ref()?.amount_principal.as_ref()?;
    Some(amount.as_str().to_owned())
}
