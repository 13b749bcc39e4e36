use leptos::prelude::*;

use super::acknowledgement::number;
use crate::app::App;
use crate::brand;
use crate::route::Route;
use crate::text::Words;
use crate::ui::live::live;
use crate::ui::notice;
use crate::ui::page::{Page, link};
use crate::ui::shell::{call, complaints, lender_here, mail, site, telephone};

pub(crate) fn help(app: App, t: Words) -> AnyView {
    let h = &t.help;
    let lender = lender_here(app);
    let body = view! {
        {number(app, t)}
        <section class="group">
            <h2>{h.us}</h2>
            <p>{telephone(brand::SUPPORT_PHONE)}<br/>{mail(brand::SUPPORT_EMAIL)}</p>
            <p class="small">{h.us_hours}</p>
        </section>
        <section class="group">
            <h2>{h.complain}</h2>
            <p>{h.complain_what}</p>
            {live(move || lender.with(|lender| complaints(t, lender.as_ref())))}
            <p>
                {h.rbi_what}
                " "
                {site(t, brand::OMBUDSMAN)}
                " "
                {call(h.call, brand::OMBUDSMAN_PHONE)}
            </p>
        </section>
        <section class="group">
            <h2>{h.sachet}</h2>
            <p>{h.sachet_what} " " {site(t, brand::SACHET)}</p>
        </section>
        <p>{link(app, Route::Who, "", t.who.title)}</p>
        {notice::warning(t, h.never.into_any())}
    }
    .into_any();
    Page::new(h.title)
        .lead(h.lead)
        .home(app, t)
        .show(app, t, body)
}
