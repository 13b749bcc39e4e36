//! The app in a real Chromium, found by what a person sees.

mod back;
mod gallery;
mod input;
mod keyboard;
mod outage;
mod personal_loan;
mod redirects;
mod round_trips;
mod scenarios;
mod walk;

// The app's own words: a test that looks for them reads what a borrower reads.
#[path = "../../src"]
#[allow(dead_code)]
mod app {
    pub(crate) mod text;
}
use app::text;
