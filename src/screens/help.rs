use leptos::prelude::*;

use crate::app::App;
use crate::brand;
use crate::route::Route;
use crate::text::Words;
use crate::ui::notice;
use crate::ui::page::Page;
use crate::ui::rows::{plain, rows};
use crate::ui::shell::{call, mail, site, telephone};

pub(crate) fn help(app: App, t: Words) -> AnyView {
    let h = &t.help;
    let journey = app.store.journey_id().map(|id| {
        rows(
            "rows answers",
            vec![(t.done.reference.to_owned(), plain(id.to_string()))],
        )
    });
    let body = view! {
        {journey}
        <section class="group">
            <h2>{h.us}</h2>
            <p>{telephone(brand::SUPPORT_PHONE)}<br/>{mail(brand::SUPPORT_EMAIL)}</p>
            <p class="small">{h.us_hours}</p>
        </section>
        <section class="group">
            <h2>{h.complain}</h2>
            <p>{h.complain_what}</p>
            <p>
                {h.officer}
                ": "
                <span lang="en">{brand::GRIEVANCE_OFFICER}</span>
                <br/>
                {telephone(brand::GRIEVANCE_PHONE)}
                <br/>
                {mail(brand::GRIEVANCE_EMAIL)}
            </p>
        </section>
        <section class="group">
            <h2>{h.rbi}</h2>
            <p>{h.rbi_what}</p>
            <p>
                {site(t, brand::OMBUDSMAN)}
                " "
                {call(h.call, brand::OMBUDSMAN_PHONE)}
            </p>
            <p>{h.sachet_what} " " {site(t, brand::SACHET)}</p>
        </section>
        <section class="group">
            <h2>{h.who}</h2>
            <p>{h.who_us}</p>
            <p>{h.who_lender}</p>
            <p>{h.who_aa}</p>
        </section>
        {notice::warning(t, h.never.into_any())}
    }
    .into_any();
    Page::new(h.title)
        .lead(h.lead)
        .back(Route::HOME, t.common.home)
        .show(app, t, body)
}
