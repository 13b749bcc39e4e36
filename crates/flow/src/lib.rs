//! The decisions of this app, as pure functions over the wire types.
//!
//! [`screen`] says what a view looks like and [`name`] what that is called, [`failure`] why a step
//! failed, [`needs`] what a view must hold, [`pace`] when to ask again, [`patience`] how long
//! waiting is nothing unusual, [`open_question`] where a profile is unfinished. No clock, no I/O,
//! no words.

mod accepted;
mod cards;
mod consent;
mod door;
mod failure;
mod figures;
mod leaving;
mod name;
mod needs;
mod pace;
mod patience;
mod question;
mod screen;
mod step;

pub use accepted::hides;
pub use consent::consent_offer;
pub use failure::{Failure, failure};
pub use figures::{Figures, OfferOrder, figures_mark};
pub use leaving::{open_offers, rejected_stage};
pub use name::{name, requoted};
pub use needs::{Needs, Resource, needs};
pub use pace::pace;
pub use patience::patience;
pub use question::{Question, open_question, question_of_field};
pub use screen::{Ending, Leave, Screen, Waiting, screen};
