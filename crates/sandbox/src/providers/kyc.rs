use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::{StepPage, borrower_name};
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::Kyc,
    who: "Sandbox KYC",
    party: "kyc",
    title: "Confirm who you are",
    approve: "Confirm my identity",
    decline: "Decline",
    with_code: false,
    body,
};

fn body(journey: &Journey, card: &Card) -> Markup {
    let pan = journey
        .sections
        .profile
        .as_ref()
        .and_then(|profile| lending::Pan::parse(profile.pan.as_ref()?.as_str()).ok());
    html! {
        p { (card.lender().name) " asks us to check who you are." }
        dl.card {
            dt { "Name" } dd { (borrower_name(journey)) }
            @if let Some(pan) = pan { dt { "PAN" } dd { (pan.masked()) } }
        }
    }
}
