//! What happens to an application: pure changes of the [`World`], driven by calls and by events
//! that fall due.

pub(crate) mod aa;
pub(crate) mod appraisal;
pub(crate) mod bank;
mod card;
mod chosen;
pub(crate) mod disbursal;
pub(crate) mod effects;
pub(crate) mod journey;
pub(crate) mod ledger;
pub(crate) mod lifetime;
pub(crate) mod outcomes;
pub(crate) mod pledge;
pub(crate) mod profile;
pub(crate) mod quote;
pub(crate) mod selection;
pub(crate) mod servicing;
pub(crate) mod shopping;
pub(crate) mod state;
pub(crate) mod steps;

use contract::platform::status::{AaState, StepKey};
use contract::{AaSessionId, JourneyId, OfferId};
use lending::Paise;

use crate::clock::Moment;
use crate::world::World;
use servicing::Service;

/// Something that will happen by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    ProfileShown(JourneyId),
    LendersAsked(JourneyId),
    LenderAnswers(JourneyId, OfferId),
    QuoteLapses(JourneyId, OfferId),
    JourneyLapses(JourneyId),
    JourneyCloses(JourneyId),
    /// With the moment of the lock, so that an earlier choice of the same offer does not count.
    SelectionKnown(JourneyId, Moment),
    AmountShown(JourneyId, Paise),
    AmountConfirmed(JourneyId, Paise),
    AaMoves(JourneyId, AaSessionId, AaState),
    AaLapses(JourneyId, AaSessionId),
    StepChecked(JourneyId, StepKey, u32),
    BankShown(JourneyId),
    BankChecked(JourneyId),
    /// The lender has put right what failed as often.
    StepMended(JourneyId, StepKey, u32),
    /// So many tidings of so many; with the last one it is over.
    Appraised(JourneyId, u32, u32),
    Sanctioned(JourneyId),
    PayoutSent(JourneyId),
    /// The banks try to pay it out, once more.
    PayoutTried(JourneyId),
    Disbursed(JourneyId),
    InstalmentDue(JourneyId, u32),
    ServiceShown(JourneyId, Service),
    ServiceReady(JourneyId, Service),
    PaymentKnown(JourneyId, String),
}

pub(crate) fn apply(world: &mut World, event: Event) {
    match event {
        Event::ProfileShown(journey) => shopping::profile_shown(world, journey),
        Event::LendersAsked(journey) => shopping::lenders_asked(world, journey),
        Event::LenderAnswers(journey, offer) => shopping::lender_answers(world, journey, offer),
        Event::QuoteLapses(journey, offer) => shopping::quote_lapses(world, journey, offer),
        Event::JourneyLapses(journey) => lifetime::lapses(world, journey),
        Event::JourneyCloses(journey) => lifetime::closes(world, journey),
        Event::SelectionKnown(journey, lock) => selection::selection_known(world, journey, lock),
        Event::AmountShown(journey, amount) => selection::amount_shown(world, journey, amount),
        Event::AmountConfirmed(journey, amount) => {
            selection::amount_confirmed(world, journey, amount);
        }
        Event::AaMoves(journey, session, to) => aa::moves(world, journey, session, to),
        Event::AaLapses(journey, session) => aa::lapses(world, journey, session),
        Event::StepChecked(journey, key, attempt) => steps::checked(world, journey, key, attempt),
        Event::BankShown(journey) => bank::shown(world, journey),
        Event::BankChecked(journey) => bank::checked(world, journey),
        Event::StepMended(journey, key, attempt) => outcomes::mended(world, journey, key, attempt),
        Event::Appraised(journey, told, of) => appraisal::told(world, journey, told, of),
        Event::Sanctioned(journey) => disbursal::sanctioned(world, journey),
        Event::PayoutSent(journey) => disbursal::sent(world, journey),
        Event::PayoutTried(journey) => disbursal::tried(world, journey),
        Event::Disbursed(journey) => disbursal::disbursed(world, journey),
        Event::InstalmentDue(journey, number) => servicing::instalment_due(world, journey, number),
        Event::ServiceShown(journey, service) => servicing::shown(world, journey, service),
        Event::ServiceReady(journey, service) => servicing::ready(world, journey, service),
        Event::PaymentKnown(journey, payment) => {
            servicing::payment_known(world, journey, &payment);
        }
    }
}
