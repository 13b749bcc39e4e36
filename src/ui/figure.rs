use contract::Text;
use flow::{Charge, Reading};
use lending::{Date, IstDateTime, Paise, ShortAmount, Unit};
use leptos::prelude::*;

use super::rows::{around, foreign};
use crate::text::{Words, fill};

/// A figure; or what stands in its place and cannot be read, flagged as the lender's; or that there
/// is none.
pub(crate) fn given(t: Words, figure: Option<String>, raw: Option<&Text>) -> AnyView {
    match (figure, raw.map(|raw| raw.as_str().trim())) {
        (Some(figure), _) => figure.into_any(),
        (None, Some(raw)) if !raw.is_empty() => flagged(raw, t.common.as_written),
        _ => missing(t.common.not_given),
    }
}

/// What the lender wrote, and what is to be said of it.
fn flagged(raw: &str, flag: &'static str) -> AnyView {
    view! {
        {foreign(raw)}
        " "
        <span class="flag">{flag}</span>
    }
    .into_any()
}

fn missing(words: &'static str) -> AnyView {
    view! { <span class="soft">{words}</span> }.into_any()
}

/// What was read of a lender's text; where it was spelled in a way of its own, with that beside it.
pub(crate) fn read(t: Words, reading: Reading<'_, String>) -> AnyView {
    match reading {
        Reading::Missing => missing(t.common.not_given),
        Reading::Plain(figure) => figure.into_any(),
        Reading::Spelled(figure, raw) => view! {
            {figure}
            " "
            <span class="flag">{around(t.common.written, raw)}</span>
        }
        .into_any(),
        Reading::Unread(raw) => flagged(raw, t.common.as_written),
    }
}

/// An amount of the lender, or one of ours where it gave none.
pub(crate) fn money(t: Words, ours: Option<Paise>, raw: Option<&Text>) -> AnyView {
    match (Reading::amount(raw), ours) {
        (Reading::Missing, Some(ours)) => ours.format().into_any(),
        (reading, _) => read(t, reading.map(Paise::format)),
    }
}

pub(crate) fn percent(t: Words, raw: Option<&Text>) -> AnyView {
    read(t, Reading::percent(raw).map(|rate| rate.to_string()))
}

/// A figure of ours, worked out from those of the lender.
pub(crate) fn worked_out(t: Words, amount: Option<Paise>) -> AnyView {
    match amount {
        Some(amount) => amount.format().into_any(),
        None => missing(t.common.not_known),
    }
}

/// Of what, the lender did not say.
pub(crate) fn percentage(t: Words, raw: &str) -> AnyView {
    flagged(raw, t.common.of_what)
}

/// A charge may be an amount, a percentage or a sentence.
pub(crate) fn charge(t: Words, raw: Option<&Text>) -> AnyView {
    match Charge::of(raw) {
        Charge::Missing => missing(t.common.not_given),
        Charge::Amount(_) => money(t, None, raw),
        Charge::Percent(raw) => percentage(t, raw),
        Charge::Words(raw) => flagged(raw, t.common.as_written),
    }
}

pub(crate) fn count(t: Words, raw: Option<&Text>) -> AnyView {
    read(t, Reading::count(raw).map(|count| count.to_string()))
}

pub(crate) fn term(t: Words, raw: Option<&Text>) -> AnyView {
    read(t, Reading::term(raw).map(t.common.tenor))
}

/// `2.5 lakh rupees`, from one lakh up.
pub(crate) fn in_words(t: Words, amount: Paise) -> Option<String> {
    let short = ShortAmount::of(amount)?;
    let pattern = match short.unit {
        Unit::Lakh => t.common.lakh,
        Unit::Crore => t.common.crore,
    };
    let words = fill(pattern, &[&short.to_string()]);
    Some(if short.exact {
        words
    } else {
        fill(t.common.about, &[&words])
    })
}

/// The day of a date or of an instant, as India's calendar has it.
pub(crate) fn day(t: Words, raw: Option<&Text>) -> AnyView {
    read(t, Reading::<Date>::day(raw).map(t.common.date))
}

/// Until when: day and time of an instant; a bare date means that whole day.
pub(crate) fn until(t: Words, raw: Option<&Text>) -> AnyView {
    match raw.and_then(|at| moment(t, at.as_str().trim())) {
        Some(at) => at.into_any(),
        None => day(t, raw),
    }
}

/// Day and time of an instant in Unix milliseconds.
pub(crate) fn moment_at(t: Words, millis: i64) -> String {
    let at = IstDateTime::from_unix_millis(millis);
    fill(t.common.at_time, &[&(t.common.date)(at.date), &at.hh_mm()])
}

/// Day and time of an instant.
pub(crate) fn moment(t: Words, raw: &str) -> Option<String> {
    let at = IstDateTime::from_iso(raw)?;
    Some(fill(
        t.common.at_time,
        &[&(t.common.date)(at.date), &at.hh_mm()],
    ))
}

/// A web address that a document may be read at.
pub(crate) fn web(link: Option<&Text>) -> Option<String> {
    let link = link?.as_str().trim();
    (link.starts_with("https://") || link.starts_with("http://")).then(|| link.to_owned())
}

/// Opens a document beside the app; says so.
pub(crate) fn document(t: Words, url: String, label: &str) -> AnyView {
    document_named(t, url, label.to_owned().into_any())
}

pub(crate) fn document_named(t: Words, url: String, label: AnyView) -> AnyView {
    view! {
        <a href=url target="_blank" rel="external noopener noreferrer">
            {label}
            <span aria-hidden="true">" ↗"</span>
            <span class="unseen">" (" {t.common.new_tab} ")"</span>
        </a>
    }
    .into_any()
}
