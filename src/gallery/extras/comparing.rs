//! Offers beside each other, beside what was asked for, and with figures that nobody can read.

use contract::app::{Asked, JourneyView};
use contract::platform::offers::{Offer, Quote};

use super::changes::several_offers;
use super::{Extra, extra};
use crate::gallery::scene::Scene;
use crate::route::{Compare, Route};

const SCENES: &[Extra] = &[
    extra("compare.two", "offers", |it| compare(it, 2)),
    extra("compare.three", "offers", |it| compare(it, 3)),
    extra("compare.raw", "offers", |it| {
        compare(it, 3);
        it.change_view(|view| each(view, 1, raw));
        it.change_view(|view| each(view, 2, bare));
    }),
    extra("offers.raw", "offers", |it| {
        it.change_view(several_offers);
        it.change_view(|view| each(view, 0, raw));
        it.change_view(|view| each(view, 1, bare));
    }),
    extra("offers.picked", "offers", |it| {
        it.change_view(several_offers);
        it.press = Some(".pick input");
    }),
    extra("offers.asked", "offers", asked),
    extra("offer.raw", "offer", |it| change(it, raw)),
    extra("offer.bare", "offer", |it| change(it, bare)),
    extra("loanAmount.asked", "loanAmount", asked),
    extra("loanAmount.newCharges", "loanAmount", |it| {
        it.change_view(|view| view.agreed.clone_from(&view.offer));
        change(it, dearer);
    }),
];

pub(super) fn scenes(recorded: &[Scene]) -> impl Iterator<Item = Scene> {
    SCENES.iter().filter_map(|extra| {
        let on = recorded.iter().find(|scene| scene.state == extra.on)?;
        let mut scene = Scene {
            state: extra.state.to_owned(),
            from: ["on ", &on.state].concat(),
            ..on.clone()
        };
        (extra.change)(&mut scene);
        Some(scene)
    })
}

fn compare(scene: &mut Scene, count: usize) {
    asked(scene);
    scene.change_view(several_offers);
    let view = scene.view.as_ref();
    let offers = view
        .into_iter()
        .flat_map(|view| view.offers.iter().flatten());
    let mut ids = offers.map(|offer| offer.offer_id).take(count);
    scene.route = Route::Compare(Compare {
        journey: None,
        offers: [ids.next(), ids.next(), ids.next()],
    });
}

fn asked(scene: &mut Scene) {
    scene.change_view(|view| {
        view.asked = Some(Asked {
            amount: Some("180000".into()),
            months: Some("24".into()),
        });
    });
}

fn each(view: &mut JourneyView, at: usize, change: fn(&mut Offer)) {
    if let Some(offer) = view.offers.iter_mut().flatten().nth(at) {
        change(offer);
    }
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
        aa: offer.aa,
        amount_principal: offer.amount_principal.clone(),
        ..Offer::new(offer.offer_id, offer.lender_name.clone())
    };
}

/// Nothing is spelled as it is meant to be.
fn raw(offer: &mut Offer) {
    offer.amount_principal = Some("200000 INR".into());
    offer.installment_amount = Some("about 18 thousand".into());
    offer.number_of_installments = Some("twelve".into());
    offer.offer_term = Some("P12M".into());
    offer.interest_rate = Some("12 or so".into());
    offer.annual_percentage_rate = Some("12.5 p.a.".into());
    offer.amount_net_disbursed = Some("-500".into());
    offer.cool_off_period = Some("PT30D".into());
    offer.delay_penalty_fees = Some("2% of the overdue instalment, a month".into());
    offer.other_penalty_fees = Some("5 %".into());
    offer.foreclosure_fees = Some("as per policy".into());
    offer.quote = Some(Quote {
        total: Some(String::new().into()),
        valid_until: Some("15 days".into()),
        ..Quote::default()
    });
}

/// A charge that was not there, and one that is higher.
fn dearer(offer: &mut Offer) {
    offer.insurance_charges = Some("1499".into());
    offer.foreclosure_fees = Some("4%".into());
}
