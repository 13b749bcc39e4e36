use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use lending::{AmountProblem, Paise, Tenor, clean};
use leptos::prelude::*;

use super::{Asked, put, sections, text};
use crate::app::App;
use crate::form::{Checked, Checks, Flaw};
use crate::text::Words;
use crate::ui::choice::radios;
use crate::ui::field::Field;
use crate::ui::figure::in_words;
use crate::ui::live::live_if;

const PURPOSE: &str = "journey.endUse";
const AMOUNT: &str = "journey.requestedAmount";
const TENURE: &str = "journey.requestedTenureMonths";

/// The platform's words, and ours.
pub(crate) fn purposes(t: Words) -> [(&'static str, &'static str); 5] {
    let p = &t.profile;
    [
        ("consumerDurablePurchase", p.purpose_goods),
        ("education", p.purpose_education),
        ("travel", p.purpose_travel),
        ("health", p.purpose_health),
        ("other", p.purpose_other),
    ]
}

pub(super) fn loan(app: App, t: Words, known: &ProfileSnapshot) -> Asked {
    let p = &t.profile;
    let wishes = known.journey.clone().unwrap_or_default();
    let fields = view! {
        {radios(app, t, PURPOSE, p.purpose, text(wishes.end_use.as_ref()), &purposes(t))}
        {Field::new(AMOUNT, p.amount, text(wishes.requested_amount.as_ref()))
            .hint(p.amount_hint)
            .rupees()
            .below(words(app, t, AMOUNT))
            .show(app, t)}
        {Field::new(TENURE, p.tenure, text(wishes.requested_tenure_months.as_ref()))
            .hint(p.tenure_hint)
            .digits()
            .short()
            .below(years(app, t))
            .show(app, t)}
    }
    .into_any();
    Asked {
        title: p.loan_title,
        lead: p.loan_lead,
        fields,
        read,
        ids: &[PURPOSE, AMOUNT, TENURE],
    }
}

/// The amount said back while it is typed: a slip of a zero is seen at once.
pub(crate) fn words(app: App, t: Words, id: &'static str) -> AnyView {
    let said = move || {
        let typed = app.form.draft(id, "").get();
        let amount = Paise::parse(&typed).ok()?;
        let words = match in_words(t, amount) {
            Some(words) => [&amount.format(), " · ", &words].concat(),
            None if amount > Paise::ZERO => amount.format(),
            None => return None,
        };
        Some(view! { <p class="said">{words}</p> }.into_any())
    };
    live_if(said)
}

fn years(app: App, t: Words) -> AnyView {
    live_if(move || {
        let typed = app.form.draft(TENURE, "").get();
        let months = clean(&typed).parse().ok()?;
        let said = (t.common.tenor)(Tenor::of_months(months));
        (1..=MOST_MONTHS)
            .contains(&months)
            .then(|| view! { <p class="said">{said}</p> }.into_any())
    })
}

/// Thirty years: longer is a typing mistake.
const MOST_MONTHS: u32 = 360;

/// Whole rupees above zero.
pub(crate) fn rupees(
    id: &'static str,
    typed: &str,
    empty: fn(Words) -> &'static str,
) -> Checked<Paise> {
    let say: fn(Words) -> &'static str = match Paise::parse(typed) {
        Ok(amount) if amount.has_paise() => |t| t.errors.amount_paise,
        Ok(amount) if amount > Paise::ZERO => return Ok(amount),
        Ok(_) | Err(AmountProblem::Negative) => |t| t.errors.amount_zero,
        Err(AmountProblem::Empty) => empty,
        Err(AmountProblem::TooManyDecimals) => |t| t.errors.amount_paise,
        Err(AmountProblem::NotANumber | AmountProblem::TooLarge) => |t| t.errors.amount_shape,
    };
    Err(Flaw::new(id, say))
}

fn months(typed: &str) -> Checked<u32> {
    let typed = clean(typed);
    if typed.is_empty() {
        return Err(Flaw::new(TENURE, |t| t.errors.tenure_empty));
    }
    Tenor::from_wire(&typed)
        .filter(|tenor| tenor.days == 0 && (1..=MOST_MONTHS).contains(&tenor.months))
        .map(|tenor| tenor.months)
        .ok_or_else(|| Flaw::new(TENURE, |t| t.errors.tenure_shape))
}

fn read(app: App, known: &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>) {
    let mut checks = Checks::new();
    let purpose = app.form.typed(PURPOSE);
    if purpose.is_empty() {
        checks.take::<()>(Err(Flaw::new(PURPOSE, |t| t.errors.purpose)));
    }
    let amount = checks.take(rupees(AMOUNT, &app.form.typed(AMOUNT), |t| {
        t.errors.amount_empty
    }));
    let months = checks.take(months(&app.form.typed(TENURE)));
    let mut sections = sections(known);
    let mut wishes = known.journey.clone().unwrap_or_default();
    put(
        &mut wishes.end_use,
        (!purpose.is_empty()).then(|| purpose.into()),
    );
    put(
        &mut wishes.requested_amount,
        amount.map(|it| it.to_wire_rupees().into()),
    );
    put(
        &mut wishes.requested_tenure_months,
        months.map(|it| it.to_string().into()),
    );
    sections.journey = Some(wishes);
    (sections, checks.flaws())
}
