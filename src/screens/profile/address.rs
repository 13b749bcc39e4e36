use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use lending::Pincode;
use leptos::prelude::*;

use super::{Asked, filled, optional, sections, shaped, text};
use crate::app::App;
use crate::form::{Checks, Flaw};
use crate::text::Words;
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
        {Field::new(STATE, p.state, text(address.state.as_ref()))
            .autocomplete("address-level1")
            .show(app, t)}
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

fn read(app: App, known: &ProfileSnapshot) -> Result<ProfileSections, Vec<Flaw>> {
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
    let flaws = checks.flaws();
    if !flaws.is_empty() {
        return Err(flaws);
    }
    let mut sections = sections(known);
    let mut address = known.address.clone().unwrap_or_default();
    address.line1 = line1;
    address.line2 = optional(app, LINE2, address.line2.as_ref());
    address.pincode = pincode.map(|code| code.as_str().into());
    address.city = city;
    address.state = state;
    sections.address = Some(address);
    Ok(sections)
}
