//! Who we are: change this file and `style/tokens.css`, and the app is yours.

use leptos::prelude::*;

/// In the top bar and in every title; `index.html` and `public/` carry it too.
pub(crate) const NAME: &str = "Saral Loans";

pub(crate) const SUPPORT_PHONE: &str = "1800 000 1234";
pub(crate) const SUPPORT_EMAIL: &str = "help@saralloans.example";

/// Named here and on every screen, as the lending rules ask of a lending app.
pub(crate) const GRIEVANCE_OFFICER: &str = "Meera Krishnan";
pub(crate) const GRIEVANCE_PHONE: &str = "080 0000 4321";
pub(crate) const GRIEVANCE_EMAIL: &str = "grievance@saralloans.example";

/// The lending platform behind this app.
pub(crate) const PLATFORM: &str = "Sangam Credit Platform";
pub(crate) const PLATFORM_EMAIL: &str = "support@sangamcredit.example";

/// The account aggregator that the platform sends borrowers to.
pub(crate) const AA: &str = "Nivedan Account Aggregator";
pub(crate) const AA_PHONE: &str = "1800 000 5678";
pub(crate) const AA_EMAIL: &str = "help@nivedan-aa.example";

/// What becomes of personal data, to be read before any is given.
pub(crate) const PRIVACY: &str = "https://saralloans.example/privacy";

/// The Reserve Bank's complaint system, its number, and its page against unlawful lending.
pub(crate) const OMBUDSMAN: &str = "https://cms.rbi.org.in";
pub(crate) const OMBUDSMAN_PHONE: &str = "14448";
pub(crate) const SACHET: &str = "https://sachet.rbi.org.in";
pub(crate) const SACHET_NAME: &str = "Sachet";

/// The same drawing as in `index.html` and `public/icon.svg`.
pub(crate) fn logo() -> AnyView {
    view! {
        <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
            <rect width="32" height="32" rx="8"></rect>
            <path d="M9 10h14M9 15h14M11 10h3a5 5 0 0 1 0 10h-3l8 6"></path>
        </svg>
    }
    .into_any()
}
