use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use contract::platform::status::Gender;
use lending::{Date, DatePart, DateProblem, FieldProblem, Pan, PersonName};
use leptos::prelude::*;

use super::{Asked, put, sections, shaped, text};
use crate::app::App;
use crate::browser;
use crate::form::{Checked, Checks, Flaw};
use crate::text::Words;
use crate::ui::choice::{DateField, date, radios};
use crate::ui::field::Field;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live_if;

const NAME: &str = "profile.panName";
const PAN: &str = "profile.pan";
/// The day stands for the whole date: messages name it and lead to it.
const DOB: &str = "profile.dob";
const MONTH: &str = "dob-month";
const YEAR: &str = "dob-year";
const GENDER: &str = "profile.gender";

pub(super) fn identity(app: App, t: Words, known: &ProfileSnapshot) -> Asked {
    let p = &t.profile;
    let profile = known.profile.clone().unwrap_or_default();
    let born = Date::parse(text(profile.dob.as_ref()));
    let part = |part: fn(Date) -> u16| born.map(|born| part(born).to_string()).unwrap_or_default();
    let gender = profile.gender.map(Gender::as_str).unwrap_or_default();
    let fields = view! {
        {Field::new(NAME, p.name, text(profile.pan_name.as_ref()))
            .hint(p.name_hint)
            .autocomplete("name")
            .show(app, t)}
        {Field::new(PAN, p.pan, text(profile.pan.as_ref()))
            .hint(p.pan_hint)
            .code()
            .below(not_a_person(app, t))
            .show(app, t)}
        {date(app, t, DateField {
            id: DOB,
            label: p.dob,
            hint: p.dob_hint,
            parts: [
                (DOB, p.day, "bday-day", part(|born| born.day().into())),
                (MONTH, p.month, "bday-month", part(|born| born.month().into())),
                (YEAR, p.year, "bday-year", part(Date::year)),
            ],
        })}
        {radios(app, t, GENDER, p.gender, gender, &[
            (Gender::Female.as_str(), p.female),
            (Gender::Male.as_str(), p.male),
            (Gender::Transgender.as_str(), p.transgender),
        ])}
    }
    .into_any();
    Asked {
        title: p.identity_title,
        lead: p.identity_lead,
        fields,
        read,
        ids: &[NAME, PAN, DOB, MONTH, YEAR, GENDER],
    }
}

/// A warning that stops nobody: the platform's own test numbers look like this.
fn not_a_person(app: App, t: Words) -> AnyView {
    live_if(move || {
        let typed = app.form.draft(PAN, "").get();
        let other = Pan::parse(&typed).is_ok_and(|pan| !pan.individual_shape());
        other.then(|| {
            let words = t.profile.pan_not_person;
            view! {
                <p class="caution" role="status">
                    {icon(Icon::Alert)}
                    <span>{words}</span>
                </p>
            }
            .into_any()
        })
    })
}

fn read(app: App, known: &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>) {
    let mut checks = Checks::new();
    let name = checks.take(name(&app.form.typed(NAME)));
    let pan = checks.take(shaped(
        PAN,
        Pan::parse(&app.form.typed(PAN)),
        |t| t.errors.pan_empty,
        |t| t.errors.pan_shape,
    ));
    let born = checks.take(born(
        Date::from_dmy(
            &app.form.typed(DOB),
            &app.form.typed(MONTH),
            &app.form.typed(YEAR),
        ),
        browser::today(),
    ));
    let gender = checks.take(match Gender::from_word(&app.form.typed(GENDER)) {
        Gender::Unknown => Err(Flaw::new(GENDER, |t| t.errors.gender)),
        gender => Ok(gender),
    });
    let mut sections = sections(known);
    let profile = sections.profile.get_or_insert_default();
    put(&mut profile.pan_name, name.map(|it| it.as_str().into()));
    put(&mut profile.pan, pan.map(|it| it.as_str().into()));
    put(&mut profile.dob, born.map(|it| it.to_string().into()));
    put(&mut profile.gender, gender);
    (sections, checks.flaws())
}

/// A PAN card has Latin letters only, and the name is compared with it.
fn name(typed: &str) -> Checked<PersonName> {
    const APOSTROPHE: char = '\u{2019}';
    let typed = typed.replace(APOSTROPHE, "'");
    let parsed = PersonName::parse(&typed);
    if parsed.as_ref().is_ok_and(|name| !name.as_str().is_ascii()) {
        return Err(Flaw::new(NAME, |t| t.errors.name_latin));
    }
    parsed.map_err(|problem| {
        Flaw::new(
            NAME,
            match problem {
                FieldProblem::Empty => |t| t.errors.name_empty,
                FieldProblem::TooLong => |t| t.errors.name_long,
                _ => |t| t.errors.name_letters,
            },
        )
    })
}

fn born(typed: Result<Date, DateProblem>, today: Date) -> Checked<Date> {
    const OF_AGE: u16 = 18;
    let say: fn(Words) -> &'static str = match typed {
        Err(DateProblem::Empty) => |t| t.errors.dob_empty,
        Err(DateProblem::Missing(part) | DateProblem::Wrong(part)) => match part {
            DatePart::Day => |t| t.errors.dob_day,
            DatePart::Month => |t| t.errors.dob_month,
            DatePart::Year => |t| t.errors.dob_year,
        },
        Err(DateProblem::NotADate) => |t| t.errors.dob_real,
        Ok(born) => match born.age_on(today) {
            Some(age) if age >= OF_AGE => return Ok(born),
            Some(_) => |t| t.errors.dob_young,
            None => |t| t.errors.dob_future,
        },
    };
    Err(Flaw::new(DOB, say))
}
