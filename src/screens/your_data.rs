use leptos::prelude::*;

use crate::app::App;
use crate::brand;
use crate::route::Route;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::page::Page;
use crate::ui::rows::{plain, points, rows};

/// What is held, why, and how to take it back.
pub(crate) fn your_data(app: App, t: Words) -> AnyView {
    let h = &t.help;
    let borrower = app.store.now().map(|view| view.borrower.clone());
    let who = borrower.map(|borrower| {
        let name = borrower.name.map(|name| (h.data_who, name));
        let mobile = borrower.mobile.map(|mobile| (h.data_mobile, mobile));
        let items = name
            .into_iter()
            .chain(mobile)
            .map(|(label, it)| (label.to_owned(), plain(it.to_string())))
            .collect();
        rows("rows answers", items)
    });
    let body = view! {
        {who}
        <section class="group">
            <h2>{h.data_held}</h2>
            {points("dots", h.data_held_points)}
        </section>
        <section class="group">
            <h2>{h.data_not}</h2>
            {points("dots", h.data_not_points)}
        </section>
        <section class="group">
            <h2>{h.data_rights}</h2>
            <p>{h.data_rights_what}</p>
            <p>
                <a href=["mailto:", brand::SUPPORT_EMAIL].concat() rel="external">
                    {h.data_withdraw}
                </a>
            </p>
        </section>
        <p>{h.data_shared}</p>
        {button(app, "button", t.common.sign_out, move || app.sign_out())}
    }
    .into_any();
    Page::new(h.data_title)
        .lead(h.data_lead)
        .back(Route::HOME, t.common.home)
        .show(app, t, body)
}
