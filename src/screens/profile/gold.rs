use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use leptos::prelude::*;

use super::{Asked, put, sections, text};
use crate::app::App;
use crate::form::{Checked, Checks, Flaw};
use crate::text::Words;
use crate::ui::choice::radios;
use crate::ui::field::Field;

const WEIGHT: &str = "goldLoan.jewelleryWeightGrams";
const PURITY: &str = "goldLoan.purity";
const PURPOSE: &str = "goldLoan.endUse";

/// The platform's words, and ours.
pub(super) fn purities(t: Words) -> Vec<(&'static str, &'static str)> {
    ["24K", "22K", "21K", "18K", "14K", "9K"]
        .into_iter()
        .zip(t.gold.purities)
        .collect()
}

pub(super) fn gold_purposes(t: Words) -> Vec<(&'static str, &'static str)> {
    [
        "marriage",
        "familyFunctions",
        "medicalTreatmentAndEmergencies",
        "travelEducationExpenses",
        "businessExpansion",
        "agricultureAndFarmRelatedNeeds",
        "purchaseOfEquipment",
        "other",
    ]
    .into_iter()
    .zip(t.gold.purposes)
    .collect()
}

/// No amount is asked: what a lender offers follows from the gold.
pub(super) fn gold(app: App, t: Words, known: &ProfileSnapshot) -> Asked {
    let g = &t.gold;
    let it = known.gold_loan.clone().unwrap_or_default();
    let fields = view! {
        {Field::new(WEIGHT, g.weight, text(it.jewellery_weight_grams.as_ref()))
            .hint(g.weight_hint)
            .decimal()
            .short()
            .show(app, t)}
        {radios(app, t, PURITY, g.purity, text(it.purity.as_ref()), &purities(t))}
        {radios(app, t, PURPOSE, t.profile.purpose, text(it.end_use.as_ref()), &gold_purposes(t))}
    }
    .into_any();
    Asked {
        title: g.title,
        lead: g.lead,
        fields,
        read,
        ids: &[WEIGHT, PURITY, PURPOSE],
    }
}

/// Up to four digits, and up to three after the point.
fn grams(typed: &str) -> Checked<String> {
    let typed = lending::clean(typed);
    if typed.is_empty() {
        return Err(Flaw::new(WEIGHT, |t| t.gold.weight_empty));
    }
    let (whole, rest) = typed.split_once('.').unwrap_or((&typed, "0"));
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
    };
    let some = typed.bytes().any(|it| (b'1'..=b'9').contains(&it));
    if some && digits(whole, 4) && digits(rest, 3) {
        Ok(typed)
    } else {
        Err(Flaw::new(WEIGHT, |t| t.gold.weight_shape))
    }
}

fn read(app: App, known: &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>) {
    let mut checks = Checks::new();
    let weight = checks.take(grams(&app.form.typed(WEIGHT)));
    let mut chosen = |id: &'static str, empty: fn(Words) -> &'static str| {
        let word = app.form.typed(id);
        checks.take(if word.is_empty() {
            Err(Flaw::new(id, empty))
        } else {
            Ok(word)
        })
    };
    let purity = chosen(PURITY, |t| t.gold.purity_empty);
    let purpose = chosen(PURPOSE, |t| t.errors.purpose);
    let mut sections = sections(known);
    let mut gold = known.gold_loan.clone().unwrap_or_default();
    gold.user_type = Some("individual".into());
    put(&mut gold.jewellery_weight_grams, weight.map(Into::into));
    put(&mut gold.purity, purity.map(Into::into));
    put(&mut gold.end_use, purpose.map(Into::into));
    sections.gold_loan = Some(gold);
    (sections, checks.flaws())
}
