use contract::app::Party;

use crate::screen::{Leave, Screen, Waiting};

/// Milliseconds until the view is worth reading again; 0 when nothing is awaited.
///
/// `quiet_ms` is how long the journey has not moved. The platform asks for 2 to 5 seconds while
/// something was just done and 10 to 20 while others work. `awaited`: offers, or money on its way,
/// where the screen has something to show meanwhile.
pub fn pace(screen: &Screen, quiet_ms: i64, awaited: bool) -> u32 {
    match screen {
        Screen::Waiting(Waiting::Offers | Waiting::Lender | Waiting::Appraisal) => {
            passive(quiet_ms)
        }
        Screen::Waiting(_) => active(quiet_ms),
        Screen::Leave {
            how: Leave::Away | Leave::Unfinished,
            party,
            ..
        } => match party {
            Party::Unknown => 0,
            _ => passive(quiet_ms),
        },
        // The lender may end the application, or pay after all.
        Screen::StepFailed(..) => passive(quiet_ms),
        Screen::Offers | Screen::Disbursed if awaited => passive(quiet_ms),
        Screen::Unknown => 15_000,
        Screen::Start
        | Screen::Profile
        | Screen::ConsentWithdrawn
        | Screen::Offers
        | Screen::Offer(_)
        | Screen::Leave { .. }
        | Screen::LoanAmount(_)
        | Screen::BankAccount(..)
        | Screen::FormElsewhere(_)
        | Screen::Disbursed
        | Screen::Ended(_) => 0,
    }
}

fn active(quiet_ms: i64) -> u32 {
    match quiet_ms {
        ..60_000 => 2_000,
        60_000..300_000 => 5_000,
        _ => 15_000,
    }
}

fn passive(quiet_ms: i64) -> u32 {
    match quiet_ms {
        ..30_000 => 3_000,
        30_000..600_000 => 10_000,
        _ => 20_000,
    }
}
