//! 7 and 8: figures that change are shown beside what they were, and no charge comes later that
//! was not there from the start.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use contract::Text;
use contract::app::JourneyView;
use contract::platform::offers::Offer;
use flow::Figures;
use lending::{BasisPoints, Paise};
use serde::Deserialize;

use super::gathered::Scene;
use super::lexicon::amounts;
use super::patterns::{Bait, Found};

#[derive(Deserialize)]
struct Recorded {
    state: String,
    view: JourneyView,
}

/// The views that screens were drawn from.
static VIEWS: LazyLock<BTreeMap<String, JourneyView>> = LazyLock::new(|| {
    let recorded: Vec<Recorded> =
        serde_json::from_str(include_str!("../../gallery.json")).unwrap_or_default();
    recorded.into_iter().map(|it| (it.state, it.view)).collect()
});

pub const SWITCHED: &[Bait] = &[Bait {
    on: "leave.kyc.first+requoted",
    script: "main.querySelectorAll('table').forEach(it => it.remove())",
    word: |_| "",
}];

pub const DRIPPED: &[Bait] = &[
    Bait {
        on: "leave.loanAgreement.first",
        script: "main.append('Convenience fee: ₹199')",
        word: |_| "",
    },
    Bait {
        on: "offer",
        script: "for (const it of main.querySelectorAll('dt'))
            if (it.innerText.includes(arguments[0])) it.parentElement.remove()",
        word: |t| t.offer.foreclosure,
    },
    Bait {
        on: "offers",
        script: "for (const it of main.querySelectorAll('dt'))
            if (it.innerText.includes(arguments[0])) it.parentElement.remove()",
        word: |t| t.offers.cost,
    },
];

fn money(raw: Option<&Text>) -> Option<String> {
    Paise::from_wire(raw?.as_str()).map(Paise::format)
}

fn rate(raw: Option<&Text>) -> Option<String> {
    BasisPoints::from_wire(raw?.as_str()).map(|rate| rate.to_string())
}

/// What an offer costs, as it is shown.
fn prices(offer: &Offer) -> Vec<Option<String>> {
    vec![
        money(offer.amount_principal.as_ref()),
        money(offer.amount_net_disbursed.as_ref()),
        money(offer.quote.as_ref().and_then(|quote| quote.total.as_ref())),
        money(offer.installment_amount.as_ref()),
        rate(offer.annual_percentage_rate.as_ref()),
        rate(offer.interest_rate.as_ref()),
    ]
}

/// 7: each figure that is another one than when the offer was chosen stands beside the old one.
pub fn switch(scene: &Scene) -> Found {
    let mut found = Found::default();
    let view = VIEWS.get(&scene.state);
    // While others are at work there is nothing to go on with.
    let asked = scene.state.contains("+requoted") && !scene.is_of(&["waiting"]);
    let (Some(view), true) = (view, asked) else {
        return found;
    };
    let (Some(agreed), Some(offer)) = (&view.agreed, &view.offer) else {
        found.flaws.push("nothing to compare".to_owned());
        return found;
    };
    for (before, now) in prices(agreed).into_iter().zip(prices(offer)) {
        if before == now {
            continue;
        }
        found.met.insert("figures that changed");
        for figure in [before, now].into_iter().flatten() {
            if !scene.seen.text.contains(&figure) {
                found.flaws.push(format!("does not show {figure}"));
            }
        }
    }
    found
}

/// 8: the card has the price, the offer every charge, and later screens no amount of their own.
pub fn dripping(scene: &Scene) -> Found {
    let mut found = Found::default();
    on_cards(scene, &mut found);
    let Some(view) = VIEWS.get(&scene.state) else {
        return found;
    };
    if let (Some(offer), true) = (&view.offer, scene.is_of(&["offer"])) {
        found.met.insert("the fees of an offer");
        on_offer(scene, offer, &mut found);
    }
    let later = [
        "loanAmount",
        "bankAccount",
        "leave",
        "waiting",
        "stepFailed",
        "disbursed",
    ];
    if view.offer.is_some() && scene.is_of(&later) {
        let known = known(view);
        for amount in amounts(&scene.seen.text) {
            found.met.insert("a later screen with amounts");
            if !known.contains(&amount) {
                found.flaws.push(format!("{amount} is not in the offer"));
            }
        }
    }
    found
}

fn on_cards(scene: &Scene, found: &mut Found) {
    let (o, offer) = (&scene.words().offers, &scene.words().offer);
    for card in &scene.seen.cards {
        found.met.insert("a card");
        for label in [offer.principal, o.apr, o.receive, o.repay, o.cost, o.late] {
            if !card.labels.iter().any(|it| it.contains(label)) {
                found.flaws.push(format!("{}: no `{label}`", card.lender));
            }
        }
    }
}

fn on_offer(scene: &Scene, offer: &Offer, found: &mut Found) {
    let (o, text) = (&scene.words().offer, &scene.seen.text);
    for (label, raw) in [
        (o.processing, &offer.processing_fees),
        (o.application, &offer.application_fees),
        (o.insurance, &offer.insurance_charges),
        (o.upfront, &offer.other_upfront_charges),
        (o.other, &offer.other_charges),
        (o.late, &offer.delay_penalty_fees),
        (o.other_penalty, &offer.other_penalty_fees),
        (o.foreclosure, &offer.foreclosure_fees),
        (o.conversion, &offer.interest_rate_conversion_charges),
    ] {
        let Some(raw) = raw else { continue };
        let figure = money(Some(raw)).unwrap_or_else(|| raw.as_str().to_owned());
        if !text.contains(label) || !text.contains(&figure) {
            found
                .flaws
                .push(format!("does not say `{label}`: {figure}"));
        }
    }
}

/// Every amount that the offer, its schedule and what was asked for have, and what follows.
fn known(view: &JourneyView) -> BTreeSet<String> {
    let offers = view
        .offer
        .iter()
        .chain(&view.agreed)
        .chain(view.offers.iter().flatten());
    let mut known = BTreeSet::new();
    for offer in offers {
        let figures = Figures::of(offer);
        let derived = [
            figures.cost,
            figures.upfront,
            figures.repay,
            figures.receive,
        ];
        known.extend(derived.into_iter().flatten().map(Paise::format));
        let told = serde_json::to_value(offer).unwrap_or_default();
        strings(&told, &mut |text| {
            known.extend(Paise::from_wire(text).map(Paise::format));
        });
    }
    let asked = view
        .asked
        .as_ref()
        .and_then(|asked| money(asked.amount.as_ref()));
    known.extend(asked);
    known
}

fn strings(value: &serde_json::Value, each: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => each(text),
        serde_json::Value::Array(items) => items.iter().for_each(|it| strings(it, each)),
        serde_json::Value::Object(fields) => fields.values().for_each(|it| strings(it, each)),
        _ => {}
    }
}
