//! The app in a real Chromium, found by what a person sees.

mod back;
mod consents;
mod dark_patterns;
mod fairness;
mod figures;
mod gallery;
mod help;
mod input;
mod keyboard;
mod money;
mod offers;
mod outage;
mod papers;
mod personal_loan;
mod redirects;
mod round_trips;
mod scenarios;
mod statement;
mod walk;
mod your_data;

// The app's own words: a test that looks for them reads what a borrower reads.
#[path = "../../src"]
#[allow(dead_code)]
mod app {
    pub(crate) mod text;
}
use app::text;
