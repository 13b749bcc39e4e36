use contract::Text;
use lending::{BasisPoints, Date, IstDateTime, Paise, ShortAmount, Unit};
use leptos::prelude::*;

use super::rows::foreign;
use crate::text::{Words, fill};

/// A figure, or the lender's own words, or that there is none.
pub(crate) fn given(t: Words, figure: Option<String>, raw: Option<&Text>) -> AnyView {
    match (figure, raw.map(|raw| raw.as_str().trim())) {
        (Some(figure), _) => figure.into_any(),
        (None, Some(raw)) if !raw.is_empty() => foreign(raw),
        _ => view! { <span class="soft">{t.common.not_given}</span> }.into_any(),
    }
}

pub(crate) fn money(t: Words, amount: Option<Paise>, raw: Option<&Text>) -> AnyView {
    given(t, amount.map(Paise::format), raw)
}

pub(crate) fn percent(t: Words, rate: Option<BasisPoints>, raw: Option<&Text>) -> AnyView {
    given(t, rate.map(|rate| rate.to_string()), raw)
}

/// A charge may be an amount, a percentage or a sentence; a bare number is rupees.
pub(crate) fn charge(t: Words, raw: Option<&Text>) -> AnyView {
    let amount = raw.and_then(|raw| Paise::from_wire(raw.as_str()));
    money(t, amount, raw)
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
pub(crate) fn day(t: Words, raw: Option<&Text>) -> Option<String> {
    let raw = raw?.as_str();
    let date = IstDateTime::from_iso(raw).map_or_else(|| Date::parse(raw), |at| Some(at.date))?;
    Some((t.common.date)(date))
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
    view! {
        <a href=url target="_blank" rel="external noopener noreferrer">
            {label.to_owned()}
            <span aria-hidden="true">" ↗"</span>
            <span class="unseen">" (" {t.common.new_tab} ")"</span>
        </a>
    }
    .into_any()
}
