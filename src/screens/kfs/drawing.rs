//! The lender's schedule as two drawings. They are hidden from screen readers, which have a
//! sentence for each and the table below them.

use contract::platform::offers::Offer;
use flow::Payment;
use lending::Paise;
use leptos::prelude::*;

use crate::text::{Words, fill};

/// A payment is so wide, its bar a little less.
const STEP: i64 = 10;
const BAR: i64 = 8;
const HEIGHT: i64 = 120;

/// Nothing where the schedule does not add up: a wrong drawing is worse than none.
pub(super) fn drawings(t: Words, offer: &Offer) -> AnyView {
    let Some(payments) = flow::payments(offer) else {
        return ().into_any();
    };
    let (Some(first), Some(last)) = (payments.first(), payments.last()) else {
        return ().into_any();
    };
    view! {
        {split(t, &payments, first, last)}
        {balance(t, &payments, first, last)}
        <p class="small">{t.kfs.in_table}</p>
    }
    .into_any()
}

/// Each payment as a bar: principal at the bottom, interest on it.
fn split(t: Words, payments: &[Payment], first: &Payment, last: &Payment) -> AnyView {
    let most = payments.iter().map(|it| it.amount).max();
    let most = most.unwrap_or_default();
    let bars: Vec<_> = payments
        .iter()
        .zip(0_i64..)
        .map(|(it, at)| {
            let (principal, whole) = (scaled(it.principal, most), scaled(it.amount, most));
            let x = (at * STEP + (STEP - BAR) / 2).to_string();
            let bar = |class, top: i64, height: i64| {
                view! {
                    <rect
                        class=class
                        x=x.clone()
                        y=(HEIGHT - top).to_string()
                        width=BAR.to_string()
                        height=height.to_string()
                    ></rect>
                }
            };
            view! {
                {bar("part-interest", whole, whole - principal)}
                {bar("part-receive", principal, principal)}
            }
        })
        .collect();
    let interest = payments.iter().any(|it| it.interest > Paise::ZERO);
    let said = if interest {
        fill(
            t.kfs.split_said,
            &[&first.interest.format(), &last.interest.format()],
        )
    } else {
        t.kfs.split_even.to_owned()
    };
    let legend: Vec<_> = [
        ("part-receive", t.offer.plan_principal),
        ("part-interest", t.offer.plan_interest),
    ]
    .into_iter()
    .map(|(class, label)| {
        view! {
            <li>
                <svg class="swatch" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                    <rect class=class width="12" height="12"></rect>
                </svg>
                {label}
            </li>
        }
    })
    .collect();
    view! {
        <figure class="drawing">
            <figcaption>
                <h3>{t.kfs.split}</h3>
                <p>{said}</p>
                <ul class="legend">{legend}</ul>
            </figcaption>
            {framed(most, canvas(payments, bars.into_any()), ends(t, first, last))}
        </figure>
    }
    .into_any()
}

/// What is owed, as steps going down: each payment takes its principal off.
fn balance(t: Words, payments: &[Payment], first: &Payment, last: &Payment) -> AnyView {
    let most = first.before;
    let y = |owed| HEIGHT - scaled(owed, most);
    let mut path = String::from("M0 ");
    path.push_str(&HEIGHT.to_string());
    let mut draw = |word: &str, to: i64| {
        path.push_str(word);
        path.push_str(&to.to_string());
    };
    for (it, at) in payments.iter().zip(1_i64..) {
        draw("V", y(it.before));
        draw("H", at * STEP);
    }
    draw("V", HEIGHT);
    path.push('Z');
    let half = payments
        .iter()
        .find(|it| it.after.0.saturating_mul(2) <= most.0);
    let said = fill(
        t.kfs.balance_said,
        &[
            &most.format(),
            &half.unwrap_or(last).number.to_string(),
            &last.number.to_string(),
        ],
    );
    let area = view! { <path class="part-receive" d=path></path> };
    view! {
        <figure class="drawing">
            <figcaption>
                <h3>{t.kfs.balance}</h3>
                <p>{said}</p>
            </figcaption>
            {framed(most, canvas(payments, area.into_any()), ends(t, first, last))}
        </figure>
    }
    .into_any()
}

/// A drawing that is as wide as the page: words stand around it, where they keep their shape.
fn canvas(payments: &[Payment], drawn: AnyView) -> AnyView {
    let count = i64::try_from(payments.len()).unwrap_or_default();
    let size = [
        "0 0 ",
        &(count * STEP).to_string(),
        " ",
        &HEIGHT.to_string(),
    ]
    .concat();
    view! {
        <svg class="chart" viewBox=size preserveAspectRatio="none" aria-hidden="true">
            {drawn}
        </svg>
    }
    .into_any()
}

fn framed(most: Paise, canvas: AnyView, (start, end): (String, String)) -> AnyView {
    view! {
        <div class="axes" aria-hidden="true">
            <span class="most">{most.format()}</span>
            {canvas}
            <span>{start}</span>
            <span class="end">{end}</span>
        </div>
    }
    .into_any()
}

/// What stands under the two ends of a drawing.
fn ends(t: Words, first: &Payment, last: &Payment) -> (String, String) {
    let end = |it: &Payment| match it.due {
        Some(day) => (t.common.date)(day),
        None => fill(t.kfs.payment, &[&it.number.to_string()]),
    };
    (end(first), end(last))
}

fn scaled(amount: Paise, most: Paise) -> i64 {
    let drawn = i128::from(amount.0) * i128::from(HEIGHT) / i128::from(most.0.max(1));
    i64::try_from(drawn).unwrap_or_default()
}
