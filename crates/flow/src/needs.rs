use contract::platform::status::{JourneyStatus, NextAction};

/// A resource of a journey, apart from the journey itself and its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resource {
    Profile,
    Offers,
    /// One offer in full.
    Offer,
    Steps,
    AaSessions,
}

/// What a view must hold, and which of it changes while the borrower waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    pub all: &'static [Resource],
    /// Read again at every poll, beside the state: one resource, so that a poll costs two reads.
    pub watched: Option<Resource>,
}

/// What the screen of a journey in this state is made of.
pub fn needs(status: JourneyStatus, next: Option<NextAction>) -> Needs {
    use Resource::{AaSessions, Offer, Offers, Profile, Steps};
    const fn needs(all: &'static [Resource], watched: Option<Resource>) -> Needs {
        Needs { all, watched }
    }
    match status {
        JourneyStatus::Disbursed
        | JourneyStatus::Rejected
        | JourneyStatus::Expired
        | JourneyStatus::Closed => return needs(&[Offer, Steps], None),
        _ => {}
    }
    match next {
        Some(NextAction::FillProfile) => needs(&[Profile], None),
        Some(NextAction::WaitForOffers) => needs(&[Offers, AaSessions], Some(Offers)),
        Some(NextAction::ViewOffers) => needs(&[Offers, Offer, AaSessions], Some(Offers)),
        Some(NextAction::CompleteAa) => needs(&[Offers, Offer, AaSessions], Some(AaSessions)),
        Some(NextAction::CompleteStep) => {
            match status {
                JourneyStatus::AaRequired => needs(&[Offers, Offer, AaSessions], Some(AaSessions)),
                // The account the borrower gave before is offered again.
                JourneyStatus::BankMandatePending => needs(&[Offer, Steps, Profile], Some(Steps)),
                _ => needs(&[Offer, Steps], Some(Steps)),
            }
        }
        Some(NextAction::Unknown) | None => by_status(status),
    }
}

fn by_status(status: JourneyStatus) -> Needs {
    use Resource::{AaSessions, Offer, Offers, Profile, Steps};
    let (all, watched): (&'static [Resource], _) = match status {
        JourneyStatus::Started | JourneyStatus::ProfileRequired => (&[Profile], None),
        JourneyStatus::ProfileSubmitted
        | JourneyStatus::OffersPending
        | JourneyStatus::OffersAvailable => (&[Offers, Offer, AaSessions], Some(Offers)),
        JourneyStatus::AaRequired => (&[Offers, Offer, AaSessions], Some(AaSessions)),
        JourneyStatus::Unknown => (&[], None),
        _ => (&[Offer, Steps], Some(Steps)),
    };
    Needs { all, watched }
}
