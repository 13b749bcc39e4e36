//! The decisions of this app, as pure functions over the wire types.
//!
//! [`screen`] says what a view looks like, [`needs`] what a view must hold, [`pace`] when to ask
//! again, [`open_question`] where a profile is unfinished. No clock, no I/O, no words.

mod accepted;
mod cards;
mod consent;
mod door;
mod figures;
mod needs;
mod pace;
mod question;
mod screen;
mod step;

pub use accepted::hides;
pub use consent::consent_offer;
pub use figures::{Figures, OfferOrder};
pub use needs::{Needs, Resource, needs};
pub use pace::pace;
pub use question::{Question, open_question, question_of_field};
pub use screen::{Ending, Leave, Screen, Waiting, screen};
