//! Everything outside the borrower's app, in one process: the lending platform's API (strict),
//! eight lenders, the pages of an Account Aggregator, of KYC, mandate, agreement and payment, an
//! identity provider, signed webhooks, and a console that can move time forward.
//!
//! State lives in memory: every start is a new world.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! let world = sandbox::start(sandbox::Settings::default()).await?;
//! println!("{}", world.url());
//! world.stop().await;
//! # Ok(()) }
//! ```

mod borrowers;
mod clock;
mod console;
mod control;
mod documents;
mod engine;
mod faults;
mod html;
mod idp;
mod lenders;
mod market;
mod platform;
mod providers;
mod sandbox;
mod scenarios;
mod server;
mod settings;
mod text;
mod webhooks;
mod world;

pub use server::{Running, start};
pub use settings::{Limits, Secrets, Settings, Span, Waits};
pub use webhooks::signature;
