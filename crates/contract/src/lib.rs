//! The two wire languages of this project, as types.
//!
//! [`platform`] is the lending platform's API as the BFF speaks it; [`app`] is what the BFF and
//! the browser say to each other. Reading the platform is lenient (unknown values, missing and
//! `null` fields but IDs, numbers where digit strings were promised never fail), writing is exact.
//!
//! Where the platform's documentation is silent, a shape is our assumption and is marked
//! `ASSUMPTION(Gnn)`; `docs/assumptions.md` explains each number.

pub mod app;
mod id;
pub mod json;
pub mod platform;
mod wire;

pub use id::{AaSessionId, BorrowerId, IdError, JourneyId, OfferId};
pub use wire::{Items, Text};
