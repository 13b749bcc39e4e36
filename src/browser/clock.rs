use std::time::Duration;

use lending::{Date, IstDateTime};
use leptos::prelude::{TimeoutHandle, request_animation_frame, set_timeout_with_handle};

/// Unix milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a date fits for millions of years"
)]
pub(crate) fn now_ms() -> i64 {
    #[cfg(feature = "gallery")]
    if let Some(millis) = super::gallery::clock() {
        return millis;
    }
    js_sys::Date::now() as i64
}

/// The day in India.
pub(crate) fn today() -> Date {
    IstDateTime::from_unix_millis(now_ms()).date
}

/// `10:42:07` in India.
pub(crate) fn clock_text(millis: i64) -> String {
    let minute = IstDateTime::from_unix_millis(millis).hh_mm();
    let second = millis.div_euclid(1000).rem_euclid(60);
    let zero = if second < 10 { "0" } else { "" };
    [minute.as_str(), ":", zero, &second.to_string()].concat()
}

/// A call that will be made unless it is cancelled.
#[derive(Clone, Copy)]
pub(crate) struct Timer(TimeoutHandle);

impl Timer {
    pub(crate) fn cancel(self) {
        self.0.clear();
    }
}

pub(crate) fn after(millis: u32, call: impl FnOnce() + 'static) -> Option<Timer> {
    set_timeout_with_handle(call, Duration::from_millis(millis.into()))
        .ok()
        .map(Timer)
}

/// Once what was just changed is on the page.
pub(crate) fn on_next_frame(call: impl FnOnce() + 'static) {
    request_animation_frame(call);
}
