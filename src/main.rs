//! The borrower's app: draws what the platform says comes next.

mod api;
mod app;
mod brand;
mod browser;
mod form;
mod frame;
#[cfg(feature = "gallery")]
mod gallery;
mod journey;
mod notices;
mod route;
mod screen;
mod screens;
mod text;
mod ui;

#[cfg(not(feature = "gallery"))]
use frame::root;
#[cfg(feature = "gallery")]
use gallery::root;

fn main() {
    leptos::mount::mount_to_body(root);
    browser::drop_shell();
}
