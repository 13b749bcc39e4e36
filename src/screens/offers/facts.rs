//! What is said of every offer, in the same words and the same order for each.

use contract::platform::offers::Offer;
use flow::{Figures, Reading};
use leptos::prelude::*;

use super::card::kind;
use crate::screens::offer::{rate, repaid};
use crate::text::Words;
use crate::ui::figure::{charge, count, given, money, percent, read, term, until, worked_out};

/// A label, and what stands beside it for one offer.
pub(super) struct Fact {
    pub(super) label: fn(Words) -> &'static str,
    pub(super) value: fn(Words, &Offer, &Figures) -> AnyView,
}

const fn fact(
    label: fn(Words) -> &'static str,
    value: fn(Words, &Offer, &Figures) -> AnyView,
) -> Fact {
    Fact { label, value }
}

const APR: Fact = fact(
    |t| t.offers.apr,
    |t, offer, _| percent(t, offer.annual_percentage_rate.as_ref()),
);
const RECEIVE: Fact = fact(
    |t| t.offers.receive,
    |t, offer, it| money(t, it.receive, offer.amount_net_disbursed.as_ref()),
);
const REPAY: Fact = fact(|t| t.offers.repay, repaid);
const COST: Fact = fact(|t| t.offers.cost, |t, _, it| worked_out(t, it.cost));
const PRINCIPAL: Fact = fact(
    |t| t.offer.principal,
    |t, offer, it| money(t, it.principal, offer.amount_principal.as_ref()),
);
const LATE: Fact = fact(
    |t| t.offers.late,
    |t, offer, _| charge(t, offer.delay_penalty_fees.as_ref()),
);
const LATE_OTHER: Fact = fact(
    |t| t.offer.other_penalty,
    |t, offer, _| charge(t, offer.other_penalty_fees.as_ref()),
);
const VALID: Fact = fact(
    |t| t.offer.valid,
    |t, offer, _| {
        until(
            t,
            offer.quote.as_ref().and_then(|it| it.valid_until.as_ref()),
        )
    },
);
const MONTHLY: Fact = fact(
    |t| t.offer.monthly,
    |t, offer, it| money(t, it.monthly, offer.installment_amount.as_ref()),
);
const TERM: Fact = fact(
    |t| t.offer.term,
    |t, offer, _| term(t, offer.offer_term.as_ref()),
);
const COUNT: Fact = fact(
    |t| t.offer.instalments,
    |t, offer, _| count(t, offer.number_of_installments.as_ref()),
);
const RATE: Fact = fact(|t| t.offer.rate, |t, offer, _| rate(t, offer));
const BEFORE: Fact = fact(
    |t| t.offer.fees_before,
    |t, _, it| worked_out(t, it.upfront),
);
const CLOSING: Fact = fact(
    |t| t.offer.foreclosure,
    |t, offer, _| charge(t, offer.foreclosure_fees.as_ref()),
);
const COOLING: Fact = fact(
    |t| t.offer.cooling,
    |t, offer, _| {
        let period = Reading::cooling_off(offer.cool_off_period.as_ref());
        read(t, period.map(t.common.tenor))
    },
);
const KIND: Fact = fact(
    |t| t.compare.kind,
    |t, offer, _| given(t, kind(t, offer), None),
);

/// On a card, under what is paid each month and for how long.
pub(super) const CARD: [Fact; 8] = [
    APR, RECEIVE, REPAY, COST, PRINCIPAL, LATE, LATE_OTHER, VALID,
];

/// Side by side.
pub(super) const SIDE_BY_SIDE: [Fact; 16] = [
    RECEIVE, REPAY, COST, MONTHLY, TERM, COUNT, APR, RATE, PRINCIPAL, BEFORE, LATE, LATE_OTHER,
    CLOSING, COOLING, VALID, KIND,
];

/// A fact of an offer, as a row under its name.
pub(super) fn row(fact: &Fact, t: Words, offer: &Offer, figures: &Figures) -> (String, AnyView) {
    let label = (fact.label)(t).to_owned();
    (label, (fact.value)(t, offer, figures))
}
