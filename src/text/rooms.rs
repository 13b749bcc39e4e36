//! What there is to say, room by room; a language fills every field.

mod asking;
mod choosing;
mod common;
mod leaving;
mod pages;

pub(crate) use asking::{Check, Consents, Profile};
pub(crate) use choosing::{Offer, Offers};
pub(crate) use common::{Common, Errors, Refusals};
pub(crate) use leaving::{Bank, Door, Leave, Wait, Waiting};
pub(crate) use pages::{Done, Help, Start};
