use contract::Text;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{EmploymentType, Gender};
use flow::{Question, open_question};
use lending::{Date, Mobile, Paise, Pan, Tenor};
use leptos::prelude::*;

use super::address::states;
use super::gold::{gold_purposes, purities};
use super::loan::purposes;
use super::{at, kind};
use crate::app::App;
use crate::route::Place;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::live::live;
use crate::ui::masked::masked;
use crate::ui::page::{Page, link};
use crate::ui::rows::{heard, plain, rows};

/// Everything on one page before anything goes to a lender.
pub(super) fn check(app: App, t: Words) -> AnyView {
    let body = move || {
        let known = app
            .store
            .view()
            .and_then(|view| view.profile.clone())
            .unwrap_or_default();
        let groups: Vec<_> = Question::asked(kind(app))
            .into_iter()
            .map(|question| group(app, t, &known, question))
            .collect();
        let go_on = button(app, "button main", t.check.go_on, move || {
            let open = app
                .store
                .now()
                .and_then(|view| open_question(view.profile.as_ref()?, kind(app)));
            app.go_to(open.map_or(Place::Consents, Place::Change));
        });
        view! {
            {groups}
            {go_on}
        }
        .into_any()
    };
    let [.., last] = Question::asked(kind(app));
    Page::new(t.check.title)
        .lead(t.check.lead)
        .back(at(app, Place::Question(last)), t.common.back)
        .show(app, t, live(body))
}

fn group(app: App, t: Words, known: &ProfileSnapshot, question: Question) -> AnyView {
    let (title, answers) = answers(t, known, question);
    let answers = answers
        .into_iter()
        .map(|(label, answer)| {
            let answer = if answer.is_empty() {
                view! { <span class="soft">{t.check.missing}</span> }.into_any()
            } else if [t.profile.pan, t.profile.mobile].contains(&label) {
                masked(t, label, answer)
            } else if label == t.profile.email {
                address(&answer)
            } else {
                plain(answer)
            };
            (label.to_owned(), answer)
        })
        .collect();
    let route = at(app, Place::Change(question));
    view! {
        <section class="group">
            <div class="group-head">
                <h2>{title}</h2>
                {link(app, route, "", (t.check.change, heard(title)))}
            </div>
            {rows("rows answers", answers)}
        </section>
    }
    .into_any()
}

/// An e-mail address, which may break between its parts.
fn address(email: &str) -> AnyView {
    let parts = email.split_inclusive(['@', '.', '_']);
    let parts: Vec<_> = parts
        .map(|part| view! { {part.to_owned()} <wbr/> })
        .collect();
    parts.into_any()
}

type Answers = Vec<(&'static str, String)>;

fn said(text: Option<&Text>) -> String {
    text.map(Text::to_string).unwrap_or_default()
}

/// What may be left out is not shown as missing.
fn given(label: &'static str, text: Option<&Text>) -> Option<(&'static str, String)> {
    let said = said(text);
    (!said.is_empty()).then_some((label, said))
}

fn rupees(text: Option<&Text>) -> String {
    let said = said(text);
    Paise::from_wire(&said).map_or(said, Paise::format)
}

fn answers(t: Words, known: &ProfileSnapshot, question: Question) -> (&'static str, Answers) {
    let p = &t.profile;
    match question {
        Question::Identity => {
            let it = known.profile.clone().unwrap_or_default();
            let pan = said(it.pan.as_ref());
            let born = said(it.dob.as_ref());
            let gender = match it.gender {
                Some(Gender::Female) => p.female,
                Some(Gender::Male) => p.male,
                Some(Gender::Transgender) => p.transgender,
                Some(Gender::Unknown) | None => "",
            };
            let answers = vec![
                (p.name, said(it.pan_name.as_ref())),
                (p.pan, Pan::parse(&pan).map_or(pan, |pan| pan.to_string())),
                (p.dob, Date::parse(&born).map_or(born, t.common.date)),
                (p.gender, gender.to_owned()),
            ];
            (t.check.identity, answers)
        }
        Question::Contact => {
            let it = known.profile.clone().unwrap_or_default();
            let number = said(it.contact_number.as_ref());
            let answers = vec![
                (
                    p.mobile,
                    Mobile::parse(&number).map_or(number, |it| it.to_string()),
                ),
                (p.email, said(it.personal_email.as_ref())),
            ];
            (t.check.contact, answers)
        }
        Question::Work => (t.check.work, work(t, known)),
        Question::Address => {
            let it = known.address.clone().unwrap_or_default();
            let mut answers = vec![(p.line1, said(it.line1.as_ref()))];
            answers.extend(given(p.line2, it.line2.as_ref()));
            answers.push((p.pincode, said(it.pincode.as_ref())));
            answers.push((p.city, said(it.city.as_ref())));
            answers.push((p.state, state_name(t, said(it.state.as_ref()))));
            (t.check.address, answers)
        }
        Question::Gold => (t.gold.check, gold(t, known)),
        Question::Loan => {
            let it = known.journey.clone().unwrap_or_default();
            let purpose = said(it.end_use.as_ref());
            let named = purposes(t).into_iter().find(|(word, _)| *word == purpose);
            let months = said(it.requested_tenure_months.as_ref());
            let answers = vec![
                (
                    t.check.purpose,
                    named.map_or(purpose, |(_, name)| name.to_owned()),
                ),
                (t.check.amount, rupees(it.requested_amount.as_ref())),
                (
                    t.check.tenure,
                    Tenor::from_wire(&months).map_or(months, t.common.tenor),
                ),
            ];
            (t.check.loan, answers)
        }
    }
}

fn state_name(t: Words, state: String) -> String {
    let name = states(t).into_iter().find(|(value, _)| *value == state);
    name.map_or(state, |(_, name)| name.to_owned())
}

fn gold(t: Words, known: &ProfileSnapshot) -> Answers {
    let g = &t.gold;
    let it = known.gold_loan.clone().unwrap_or_default();
    let named = |word: String, list: Vec<(&'static str, &'static str)>| {
        let name = list.iter().find(|(it, _)| *it == word);
        name.map_or(word.clone(), |(_, name)| (*name).to_owned())
    };
    let weight = said(it.jewellery_weight_grams.as_ref());
    let weight = if weight.is_empty() {
        weight
    } else {
        fill(g.grams, &[&weight])
    };
    vec![
        (g.weight, weight),
        (g.purity, named(said(it.purity.as_ref()), purities(t))),
        (
            t.check.purpose,
            named(said(it.end_use.as_ref()), gold_purposes(t)),
        ),
    ]
}

fn work(t: Words, known: &ProfileSnapshot) -> Answers {
    let p = &t.profile;
    let it = known.work_profile.clone().unwrap_or_default();
    let (kind, company) = match it.employment_type {
        Some(EmploymentType::Salaried) => (p.salaried, p.company),
        Some(EmploymentType::SelfEmployed) => (p.self_employed, p.business),
        Some(EmploymentType::Unknown) | None => ("", p.company),
    };
    let mut answers = vec![
        (p.employment, kind.to_owned()),
        (p.income, rupees(it.income.as_ref())),
    ];
    answers.extend(given(company, it.company_name.as_ref()));
    answers.extend(given(p.udyam, it.udyam_number.as_ref()));
    answers
}
