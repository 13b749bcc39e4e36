//! The borrower's app: draws what the platform says comes next.

mod api;
mod app;
mod brand;
mod browser;
mod form;
mod frame;
mod journey;
mod route;
mod screen;
mod screens;
mod text;
mod ui;

fn main() {
    leptos::mount::mount_to_body(frame::root);
    browser::drop_shell();
}
