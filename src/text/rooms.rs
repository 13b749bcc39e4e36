//! What there is to say, room by room; a language fills every field.

mod asking;
mod choosing;
mod common;
mod failing;
mod gold;
mod leaving;
mod pages;
mod parting;

pub(crate) use asking::{Check, Consents, Profile};
pub(crate) use choosing::{Offer, Offers};
pub(crate) use common::{Common, Errors, Refusals};
pub(crate) use failing::{Failing, Said};
pub(crate) use gold::Gold;
pub(crate) use leaving::{Bank, Door, Leave, Wait, Waiting};
pub(crate) use pages::{Done, Help, Start};
pub(crate) use parting::{Changed, Parting};
