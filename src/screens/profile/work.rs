use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use contract::platform::status::EmploymentType;
use lending::Udyam;
use leptos::prelude::*;

use super::loan::rupees;
use super::{Asked, cleared, filled, optional, put, sections, text};
use crate::app::App;
use crate::form::{Checks, Flaw};
use crate::text::Words;
use crate::ui::choice::radios;
use crate::ui::field::Field;
use crate::ui::live::live;

const KIND: &str = "workProfile.employmentType";
const INCOME: &str = "workProfile.income";
const COMPANY: &str = "workProfile.companyName";
const UDYAM: &str = "workProfile.udyamNumber";

pub(super) fn work(app: App, t: Words, known: &ProfileSnapshot) -> Asked {
    let p = &t.profile;
    let work = known.work_profile.clone().unwrap_or_default();
    let kind = work
        .employment_type
        .map(EmploymentType::as_str)
        .unwrap_or_default();
    let chosen = app.form.draft(KIND, kind);
    let company = text(work.company_name.as_ref()).to_owned();
    let udyam = text(work.udyam_number.as_ref()).to_owned();
    let by_kind = move || match chosen.with(|kind| EmploymentType::from_word(kind)) {
        EmploymentType::Salaried => Field::new(COMPANY, p.company, company.as_str())
            .hint(p.company_hint)
            .autocomplete("organization")
            .show(app, t),
        EmploymentType::SelfEmployed => view! {
            {Field::new(COMPANY, p.business, company.as_str())
                .optional(t)
                .autocomplete("organization")
                .show(app, t)}
            {Field::new(UDYAM, p.udyam, udyam.as_str())
                .optional(t)
                .hint(p.udyam_hint)
                .code()
                .show(app, t)}
        }
        .into_any(),
        EmploymentType::Unknown => ().into_any(),
    };
    let fields = view! {
        {radios(app, t, KIND, p.employment, kind, &[
            (EmploymentType::Salaried.as_str(), p.salaried),
            (EmploymentType::SelfEmployed.as_str(), p.self_employed),
        ])}
        {Field::new(INCOME, p.income, text(work.income.as_ref()))
            .hint(p.income_hint)
            .rupees()
            .digits()
            .below(super::loan::words(app, t, INCOME))
            .show(app, t)}
        {live(by_kind)}
    }
    .into_any();
    Asked {
        title: p.work_title,
        lead: p.work_lead,
        fields,
        read,
        ids: &[KIND, INCOME, COMPANY, UDYAM],
    }
}

fn read(app: App, known: &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>) {
    let mut checks = Checks::new();
    let kind = EmploymentType::from_word(&app.form.typed(KIND));
    if kind == EmploymentType::Unknown {
        checks.take::<()>(Err(Flaw::new(KIND, |t| t.errors.employment)));
    }
    let income = checks.take(rupees(INCOME, &app.form.typed(INCOME), |t| {
        t.errors.income_empty
    }));
    let salaried = kind == EmploymentType::Salaried;
    let mut work = known.work_profile.clone().unwrap_or_default();
    if salaried {
        let company = checks.take(filled(app, COMPANY, |t| t.errors.company_empty));
        put(&mut work.company_name, company);
    } else {
        work.company_name = optional(app, COMPANY, work.company_name.as_ref());
    }
    let typed = app.form.typed(UDYAM);
    let udyam = if salaried || typed.trim().is_empty() {
        None
    } else {
        checks.take(Udyam::parse(&typed).map_err(|_| Flaw::new(UDYAM, |t| t.errors.udyam_shape)))
    };
    let udyam = udyam.as_ref().map(Udyam::as_str).unwrap_or_default();
    work.udyam_number = cleared(work.udyam_number.as_ref(), udyam);
    let mut sections = sections(known);
    if kind != EmploymentType::Unknown {
        work.employment_type = Some(kind);
    }
    put(
        &mut work.income,
        income.map(|it| it.to_wire_rupees().into()),
    );
    sections.work_profile = Some(work);
    (sections, checks.flaws())
}
