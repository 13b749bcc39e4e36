//! What there is to say, room by room; a language fills every field.

mod asking;
mod choosing;
mod common;
mod comparing;
mod consenting;
mod failing;
mod gold;
mod kfs;
mod leaving;
mod money;
mod pages;
mod parting;

pub(crate) use asking::{Check, Profile};
pub(crate) use choosing::{Offer, Offers};
pub(crate) use common::{Common, Errors, Refusals};
pub(crate) use comparing::Compare;
pub(crate) use consenting::{Consents, Data, Help, Who};
pub(crate) use failing::{Failing, Said};
pub(crate) use gold::Gold;
pub(crate) use kfs::Kfs;
pub(crate) use leaving::{Bank, Door, Leave, Wait, Waiting};
pub(crate) use money::Money;
pub(crate) use pages::{Done, Start};
pub(crate) use parting::{Changed, Parting};
