//! Rows of the table of screens.

mod consents;
mod later;
mod offers;
mod steps;

use contract::app::{JourneyView, Party};
use flow::{Leave, Screen, Waiting};

use crate::views::RECEIVED;

/// What is going on, the view of it, and the screen it has.
pub(crate) type Row = (&'static str, JourneyView, Screen);

pub(crate) fn table() -> impl Iterator<Item = Row> {
    let rows = [
        offers::applying(),
        offers::choosing(),
        offers::ends(),
        consents::taken_back(),
        steps::selected(),
        steps::consenting(),
        steps::kyc(),
        later::later_steps(),
    ];
    rows.into_iter().flatten()
}

const fn leave(party: Party, how: Leave) -> Screen {
    let offer = RECEIVED;
    Screen::Leave { party, offer, how }
}

const fn wait(what: Waiting) -> Screen {
    Screen::Waiting(what)
}
