use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use lending::Pincode;
use leptos::prelude::*;

use super::{Asked, filled, optional, put, sections, shaped, text};
use crate::app::App;
use crate::form::{Checks, Flaw};
use crate::text::{Language, Words};
use crate::ui::choice::select;
use crate::ui::field::Field;

const LINE1: &str = "address.addressL1";
const LINE2: &str = "address.addressL2";
const CITY: &str = "address.city";
const STATE: &str = "address.state";
const PINCODE: &str = "address.pincode";

pub(super) fn address(app: App, t: Words, known: &ProfileSnapshot) -> Asked {
    let p = &t.profile;
    let address = known.address.clone().unwrap_or_default();
    let fields = view! {
        {Field::new(LINE1, p.line1, text(address.line1.as_ref()))
            .autocomplete("address-line1")
            .show(app, t)}
        {Field::new(LINE2, p.line2, text(address.line2.as_ref()))
            .optional(t)
            .autocomplete("address-line2")
            .show(app, t)}
        {Field::new(PINCODE, p.pincode, text(address.pincode.as_ref()))
            .digits()
            .short()
            .autocomplete("postal-code")
            .show(app, t)}
        {Field::new(CITY, p.city, text(address.city.as_ref()))
            .autocomplete("address-level2")
            .show(app, t)}
        {select(app, t, STATE, p.state, text(address.state.as_ref()), &states(t))}
    }
    .into_any();
    Asked {
        title: p.address_title,
        lead: p.address_lead,
        fields,
        read,
        ids: &[LINE1, LINE2, PINCODE, CITY, STATE],
    }
}

/// The platform gets the English name, whatever language it was chosen in.
pub(super) fn states(t: Words) -> Vec<(&'static str, &'static str)> {
    let english = Language::English.words().profile.states;
    english.into_iter().zip(t.profile.states).collect()
}

fn read(app: App, known: &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>) {
    let mut checks = Checks::new();
    let line1 = checks.take(filled(app, LINE1, |t| t.errors.line1_empty));
    let pincode = checks.take(shaped(
        PINCODE,
        Pincode::parse(&app.form.typed(PINCODE)),
        |t| t.errors.pincode_empty,
        |t| t.errors.pincode_shape,
    ));
    let city = checks.take(filled(app, CITY, |t| t.errors.city_empty));
    let state = checks.take(filled(app, STATE, |t| t.errors.state_empty));
    let mut sections = sections(known);
    let mut address = known.address.clone().unwrap_or_default();
    put(&mut address.line1, line1);
    address.line2 = optional(app, LINE2, address.line2.as_ref());
    put(
        &mut address.pincode,
        pincode.map(|code| code.as_str().into()),
    );
    put(&mut address.city, city);
    put(&mut address.state, state);
    sections.address = Some(address);
    (sections, checks.flaws())
}
