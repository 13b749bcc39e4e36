use contract::app::JourneyView;

use crate::changes::changes;
use crate::figures::Figures;
use crate::payout::{Payout, payout};
use crate::screen::{Ending, Leave, Screen, Waiting, screen};

/// What a view shows, in dotted words such as `leave.kyc.failed.declined`: the same for every
/// view that looks alike. Tests, the gallery and walks speak of screens by these names.
pub fn name(view: &JourneyView) -> String {
    let screen = screen(view);
    let name = of(screen) + money(screen, view);
    if requoted(view) {
        name + "+requoted"
    } else {
        name
    }
}

/// The lender's figures are no longer those that were agreed to; what one side does not give
/// is no difference.
pub fn requoted(view: &JourneyView) -> bool {
    let (Some(agreed), Some(offer)) = (&view.agreed, &view.offer) else {
        return false;
    };
    let same = agreed.offer_id == offer.offer_id;
    let moved = || Figures::of(agreed).differ(&Figures::of(offer));
    same && (moved() || !changes(agreed, offer).is_empty())
}

/// Approved is not sent, and sent is not credited.
fn money(screen: Screen, view: &JourneyView) -> &'static str {
    match (screen, payout(view)) {
        (Screen::Waiting(Waiting::Lender), Payout::Approved) => ".approved",
        (Screen::Waiting(Waiting::Lender) | Screen::Disbursed, Payout::Sent(_)) => ".sent",
        _ => "",
    }
}

fn of(screen: Screen) -> String {
    match screen {
        Screen::Start => "start".to_owned(),
        Screen::Profile => "profile".to_owned(),
        Screen::Waiting(waiting) => format!("waiting.{}", waited_for(waiting)),
        Screen::ConsentWithdrawn => "consentWithdrawn".to_owned(),
        Screen::Offers => "offers".to_owned(),
        Screen::Offer(_) => "offer".to_owned(),
        Screen::Leave { party, how, .. } => format!("leave.{}.{}", party.as_str(), door(how)),
        Screen::LoanAmount(_) => "loanAmount".to_owned(),
        Screen::BankAccount(_, None) => "bankAccount".to_owned(),
        Screen::BankAccount(_, Some(failure)) => {
            format!("bankAccount.failed.{}", failure.as_str())
        }
        Screen::FormElsewhere(step) => format!("formElsewhere.{}", step.as_str()),
        Screen::StepFailed(step, failure) => {
            format!("stepFailed.{}.{}", step.as_str(), failure.as_str())
        }
        Screen::Disbursed => "disbursed".to_owned(),
        Screen::Ended(Ending::Rejected) => "ended.rejected".to_owned(),
        Screen::Ended(Ending::Expired) => "ended.expired".to_owned(),
        Screen::Ended(Ending::Closed) => "ended.closed".to_owned(),
        Screen::Unknown => "unknown".to_owned(),
    }
}

fn waited_for(waiting: Waiting) -> String {
    match waiting {
        Waiting::Sending => "sending".to_owned(),
        Waiting::Offers => "offers".to_owned(),
        Waiting::Selecting => "selecting".to_owned(),
        Waiting::Aa => "aa".to_owned(),
        Waiting::Return(party) => format!("return.{}", party.as_str()),
        Waiting::Step(step) => step.as_str().to_owned(),
        Waiting::Lender => "lender".to_owned(),
        Waiting::Appraisal => "appraisal".to_owned(),
    }
}

fn door(how: Leave) -> String {
    match how {
        Leave::First => "first".to_owned(),
        Leave::Away => "away".to_owned(),
        Leave::Unfinished => "unfinished".to_owned(),
        Leave::Failed(failure) => format!("failed.{}", failure.as_str()),
        Leave::Expired => "expired".to_owned(),
    }
}
