use std::cmp::Ordering;

use contract::app::JourneyView;
use contract::platform::offers::Offer;
use flow::{Figures, Payout, Transfer};
use leptos::prelude::*;

use super::acknowledgement::number;
use super::waiting::{checked, long};
use crate::app::App;
use crate::text::{Words, fill};
use crate::ui::figure::{given, money};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::page::Page;
use crate::ui::rows::{foreign, plain, rows};

/// The lender decides and pays. Approved, sent and credited are three things, and only the last is
/// money.
pub(crate) fn lender(app: App, t: Words) -> AnyView {
    let words = Memo::new(move |_| {
        let payout = app.store.view().map(|view| flow::payout(&view));
        let wait = match payout {
            None | Some(Payout::Deciding) => &t.waiting.lender,
            Some(Payout::Approved) => &t.money.approved,
            Some(Payout::Sent(_) | Payout::Credited(_)) => &t.money.sent,
        };
        (wait.title, wait.lead)
    });
    let body = view! {
        {live(move || app.store.view().map_or_else(|| ().into_any(), |view| money_so_far(t, &view)))}
        {checked(app, t)}
        {number(app, t)}
        {long(app, t)}
    }
    .into_any();
    Page::changing(app, words)
        .step(t, t.done.step_lender)
        .show(app, t, body)
}

fn money_so_far(t: Words, view: &JourneyView) -> AnyView {
    let payout = flow::payout(view);
    let amount = view.offer.as_ref().map(|offer| amount(t, offer, &payout));
    let about = payout.transfer().map(|it| {
        let mut known = vec![(t.money.sent_on.to_owned(), day(t, it))];
        known.extend(by(t, it));
        rows("rows", known)
    });
    view! {
        {amount}
        {states(t, &payout)}
        {about}
    }
    .into_any()
}

/// The big figure, and whose money it is.
pub(super) fn amount(t: Words, offer: &Offer, payout: &Payout) -> AnyView {
    let label = match payout {
        Payout::Deciding => t.money.if_approved,
        Payout::Approved => t.money.to_come,
        Payout::Sent(_) | Payout::Credited(_) => t.money.on_the_way,
    };
    let figure = money(
        t,
        Figures::of(offer).receive,
        offer.amount_net_disbursed.as_ref(),
    );
    view! {
        <section class="card hero">
            <p class="hero-label">{label}</p>
            <p class="hero-figure">{figure}</p>
            <p>{foreign(offer.lender_name.as_str())}</p>
        </section>
    }
    .into_any()
}

/// The three, one after another; icon and word say the same.
pub(super) fn states(t: Words, payout: &Payout) -> AnyView {
    let d = &t.done;
    let done = payout.done();
    let items: Vec<_> = [d.lender_approved, d.lender_sent, d.lender_credited]
        .into_iter()
        .enumerate()
        .map(|(at, label)| {
            let (which, class, state) = match at.cmp(&done) {
                Ordering::Less => (Icon::Tick, "done", d.finished),
                Ordering::Equal => (Icon::Clock, "now", d.to_come),
                Ordering::Greater => (Icon::Circle, "later", d.to_come),
            };
            view! {
                <li class=class>
                    {icon(which)}
                    <span>{label}</span>
                    <span class="small">{state}</span>
                </li>
            }
        })
        .collect();
    view! { <ol class="states" aria-label=t.money.steps>{items}</ol> }.into_any()
}

pub(super) fn day(t: Words, transfer: &Transfer) -> AnyView {
    given(t, transfer.on.map(t.common.date), None)
}

/// How a bank finds the payment.
pub(super) fn by(t: Words, transfer: &Transfer) -> Vec<(String, AnyView)> {
    let m = &t.money;
    let account = transfer.account.as_ref();
    let account = account.map(|end| {
        let ending = fill(m.account_ending, &[end.as_str()]);
        (m.account.to_owned(), plain(ending))
    });
    let reference = match &transfer.reference {
        Some(reference) => {
            view! { <span class="code">{foreign(reference.as_str())}</span> }.into_any()
        }
        None => given(t, None, None),
    };
    account
        .into_iter()
        .chain([(m.reference.to_owned(), reference)])
        .collect()
}
