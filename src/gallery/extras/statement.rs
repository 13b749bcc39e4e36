//! The Key Facts Statement: of one offer, in every state in which it can be read.

use contract::platform::offers::Offer;

use super::changes::requote;
use super::{Extra, SUBMIT, extra};
use crate::gallery::scene::Scene;
use crate::route::{Route, Statement};

const SCENES: &[Extra] = &[
    extra("kfs", "offer", |_| {}),
    extra("kfs.errors", "offer", |it| it.press = Some(SUBMIT)),
    extra("refused.requoted", "offer", requote),
    extra("kfs.coming", "offer", |it| {
        it.change_view(|view| view.offer = None);
    }),
    extra("kfs.aprDiffers", "offer", |it| {
        change(it, |offer| {
            offer.annual_percentage_rate = Some("12.10".into());
        });
    }),
    extra("kfs.bare", "offer", |it| change(it, bare)),
    extra("kfs.raw", "offer", |it| change(it, raw)),
    extra("kfs.chosen", "loanAmount", |_| {}),
    extra("kfs.later", "disbursed", |_| {}),
];

pub(super) fn scenes(recorded: &[Scene]) -> impl Iterator<Item = Scene> {
    SCENES.iter().filter_map(|extra| {
        let on = recorded.iter().find(|scene| scene.state == extra.on)?;
        let offer = on.view.as_ref()?.offer.as_ref()?.offer_id;
        let mut scene = Scene {
            state: extra.state.to_owned(),
            from: ["on ", &on.state].concat(),
            route: Route::Kfs(Statement {
                journey: None,
                offer,
            }),
            ..on.clone()
        };
        (extra.change)(&mut scene);
        Some(scene)
    })
}

fn change(scene: &mut Scene, change: fn(&mut Offer)) {
    scene.change_view(|view| {
        if let Some(offer) = &mut view.offer {
            change(offer);
        }
    });
}

/// The lender says little.
fn bare(offer: &mut Offer) {
    *offer = Offer {
        status: offer.status,
        amount_principal: offer.amount_principal.clone(),
        installment_amount: offer.installment_amount.clone(),
        ..Offer::new(offer.offer_id, offer.lender_name.clone())
    };
}

/// Nothing is spelled as it is meant to be, and the schedule does not add up.
fn raw(offer: &mut Offer) {
    offer.amount_principal = Some("200000 INR".into());
    offer.offer_term = Some("P12M".into());
    offer.interest_rate = Some("about 12".into());
    offer.amount_net_disbursed = Some("-5".into());
    offer.cool_off_period = Some("PT72H".into());
    offer.delay_penalty_fees = Some("5 % of the overdue instalment, a month".into());
    if let Some(row) = offer.installments.first_mut() {
        row.principal = Some("fifteen thousand".into());
    }
}
