use std::time::Duration;

/// What a sandbox is started with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// On 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Where the app lives, without a slash at the end.
    pub app_origin: String,
    pub secrets: Secrets,
    pub waits: Waits,
    /// `None` lets everybody ask as often as they like.
    pub limits: Option<Limits>,
    /// Decides how long each wait within its span takes.
    pub seed: u64,
    /// How far the platform's clock is ahead of the real one; negative when it is behind.
    pub clock_seconds: i64,
    /// How long an Account Aggregator session lives.
    pub aa_session_life: Duration,
    /// How old a link to the Account Aggregator may be when it is opened.
    pub aa_link_life: Duration,
    /// How old a link to any other provider may be when it is opened.
    pub link_life: Duration,
    pub session_life: Duration,
    pub refresh_life: Duration,
}

/// What the app and the sandbox both know.
#[derive(Clone)]
pub struct Secrets {
    /// `sk_*`
    pub api_key: String,
    /// Signs webhooks.
    pub webhook: String,
    /// Of the OpenID Connect client `borrower-web`.
    pub client: String,
}

impl Default for Secrets {
    fn default() -> Self {
        Self {
            api_key: "sk_test_sandbox_borrower_web".to_owned(),
            webhook: "whsec_sandbox_borrower_web".to_owned(),
            client: "oidc_sandbox_borrower_web".to_owned(),
        }
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// ASSUMPTION(G27): the platform states no numbers.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// A minute and session.
    pub reads: u32,
    /// A minute and session.
    pub writes: u32,
    /// Session bootstraps a minute and API key.
    pub per_key: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            reads: 120,
            writes: 30,
            per_key: 600,
        }
    }
}

/// From, to: milliseconds.
pub type Span = (u64, u64);

/// How long everything takes.
#[derive(Debug, Clone, Copy)]
pub struct Waits {
    /// From `ACCEPTED` until `/state` shows it.
    pub lag: Span,
    /// Until lenders are asked.
    pub dispatch: Span,
    /// Until a lender answers.
    pub offer: Span,
    /// Until the slow lender answers.
    pub late_offer: Span,
    /// Until a lender knows it was chosen.
    pub selection: Span,
    /// Until an offer is quoted for another amount.
    pub requote: Span,
    /// Until the Account Aggregator tells us itself.
    pub aa_told: Span,
    /// Between two states of an approved consent.
    pub aa_state: Span,
    pub kyc: Span,
    pub penny_drop: Span,
    pub mandate: Span,
    pub agreement: Span,
    pub sanction: Span,
    /// Until a lender that has said yes gives the money to its bank.
    pub payout: Span,
    /// Until that money is in the borrower's account.
    pub disbursal: Span,
    /// Until a servicing request has its figures.
    pub servicing: Span,
    /// Until a payment is known to the lender.
    pub payment: Span,
}

impl Waits {
    /// Seconds, as it is in life.
    pub const fn realistic() -> Self {
        Self {
            lag: (300, 300),
            dispatch: (1_000, 2_000),
            offer: (5_000, 20_000),
            late_offer: (20_000, 40_000),
            selection: (2_000, 3_000),
            requote: (2_000, 4_000),
            aa_told: (6_000, 9_000),
            aa_state: (800, 1_500),
            kyc: (3_000, 6_000),
            penny_drop: (4_000, 4_000),
            mandate: (5_000, 5_000),
            agreement: (3_000, 3_000),
            sanction: (8_000, 8_000),
            payout: (5_000, 5_000),
            disbursal: (5_000, 5_000),
            servicing: (2_000, 4_000),
            payment: (2_000, 4_000),
        }
    }

    /// Everything has happened by the next request.
    pub const fn none() -> Self {
        Self {
            lag: (0, 0),
            dispatch: (0, 0),
            offer: (0, 0),
            late_offer: (0, 0),
            selection: (0, 0),
            requote: (0, 0),
            aa_told: (0, 0),
            aa_state: (0, 0),
            kyc: (0, 0),
            penny_drop: (0, 0),
            mandate: (0, 0),
            agreement: (0, 0),
            sanction: (0, 0),
            payout: (0, 0),
            disbursal: (0, 0),
            servicing: (0, 0),
            payment: (0, 0),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            port: 0,
            app_origin: "http://localhost:8080".to_owned(),
            secrets: Secrets::default(),
            waits: Waits::realistic(),
            limits: Some(Limits::default()),
            seed: 1,
            clock_seconds: 0,
            aa_session_life: Duration::from_mins(15),
            aa_link_life: Duration::from_mins(3),
            link_life: Duration::from_mins(10),
            session_life: Duration::from_mins(30),
            refresh_life: Duration::from_hours(7 * 24),
        }
    }
}
