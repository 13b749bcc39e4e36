use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use lending::{Email, Mobile};
use leptos::prelude::*;

use super::{Asked, put, sections, shaped, text};
use crate::app::App;
use crate::form::{Checks, Flaw};
use crate::text::Words;
use crate::ui::field::Field;

const MOBILE: &str = "profile.contactNumber";
const EMAIL: &str = "profile.personalemail";

pub(super) fn contact(app: App, t: Words, known: &ProfileSnapshot) -> Asked {
    let p = &t.profile;
    let profile = known.profile.clone().unwrap_or_default();
    let number = text(profile.contact_number.as_ref());
    let number = Mobile::parse(number).map_or_else(|_| number.to_owned(), |it| it.to_string());
    let fields = view! {
        {Field::new(MOBILE, p.mobile, number)
            .hint(p.mobile_hint)
            .telephone()
            .short()
            .autocomplete("tel-national")
            .show(app, t)}
        {Field::new(EMAIL, p.email, text(profile.personal_email.as_ref()))
            .hint(p.email_hint)
            .email()
            .autocomplete("email")
            .show(app, t)}
    }
    .into_any();
    Asked {
        title: p.contact_title,
        lead: p.contact_lead,
        fields,
        read,
        ids: &[MOBILE, EMAIL],
    }
}

fn read(app: App, known: &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>) {
    let mut checks = Checks::new();
    let mobile = checks.take(shaped(
        MOBILE,
        Mobile::parse(&app.form.typed(MOBILE)),
        |t| t.errors.mobile_empty,
        |t| t.errors.mobile_shape,
    ));
    let email = checks.take(shaped(
        EMAIL,
        Email::parse(&app.form.typed(EMAIL)),
        |t| t.errors.email_empty,
        |t| t.errors.email_shape,
    ));
    let mut sections = sections(known);
    let profile = sections.profile.get_or_insert_default();
    put(
        &mut profile.contact_number,
        mobile.map(|it| it.with_country_code().into()),
    );
    put(
        &mut profile.personal_email,
        email.map(|it| it.as_str().into()),
    );
    (sections, checks.flaws())
}
