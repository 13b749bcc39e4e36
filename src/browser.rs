//! The edge to the browser: only this module names web-sys and js-sys.

mod clock;
mod cookie;
mod events;
mod fetch;
#[cfg(feature = "gallery")]
pub(crate) mod gallery;
mod history;
mod page;

pub(crate) use clock::{Timer, after, clock_text, now_ms, on_next_frame, today};
pub(crate) use cookie::{cookie, set_cookie};
pub(crate) use events::{
    again, on_hide, on_link, on_offline, on_return, on_walk, plain, target_name, untick,
};
pub(crate) use fetch::{Answer, Request, early_answer, fetch};
pub(crate) use history::{Address, address, assign, push, replace};
pub(crate) use page::{
    close_menu, drop_shell, focus, focus_heading, hidden, new_key, preferred_language, print,
    random_percent, retitle, set_page_language,
};
