//! The decisions of this app, as pure functions over the wire types.
//!
//! [`screen`] says what a view looks like and [`name`] what that is called, [`failure`] why a step
//! failed, [`payout`] how far the money has come, [`needs`] what a view must hold, [`pace`] when to
//! ask again, [`patience`] how long waiting is nothing unusual, [`open_question`] where a profile
//! is unfinished. No clock, no I/O, no words.

mod accepted;
mod cards;
mod changes;
mod charge;
mod consent;
mod door;
mod doubts;
mod failure;
mod figures;
mod leaving;
mod name;
mod needs;
mod pace;
mod patience;
mod payments;
mod payout;
mod question;
mod reading;
mod screen;
mod step;

pub use accepted::hides;
pub use changes::{Change, Fee, Term, changes, took};
pub use charge::Charge;
pub use consent::{consent_offer, withdrawn, withheld};
pub use doubts::{AprCheck, Doubt, apr_check, doubts, fees};
pub use failure::{Failure, failure};
pub use figures::{Figures, OfferOrder, figures_mark};
pub use leaving::{open_offers, rejected_stage};
pub use name::{name, requoted};
pub use needs::{Needs, Resource, needs};
pub use pace::pace;
pub use patience::patience;
pub use payments::{Payment, is_monthly, payments, schedule};
pub use payout::{Payout, Transfer, application_number, cooling_off_until, payout};
pub use question::{Question, open_question, question_of_field};
pub use reading::{RateKind, Reading};
pub use screen::{Ending, Leave, Screen, Waiting, screen};
