//! The platform's API Experience, contract version [`API_VERSION`].
//!
//! Thirty-two endpoints under [`BASE_PATH`], one envelope, ten error codes. Every type reads
//! leniently: fields may be missing, `null` or unknown.

pub mod aa;
pub mod endpoint;
pub mod envelope;
pub mod journeys;
mod lender;
pub mod offers;
pub mod post_disbursal;
pub mod profile;
pub mod sessions;
pub mod status;
pub mod steps;
pub mod webhook;

/// Where the API lives below the platform's host.
pub const BASE_PATH: &str = "/api/v1/headless";

/// The contract version this code was written for, sent as [`header::API_VERSION`].
pub const API_VERSION: &str = "2026-03-05";

/// Header names, lower case as HTTP libraries want them.
pub mod header {
    /// Required on every POST, PUT and PATCH; one value per borrower intent.
    pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
    /// Optional on requests, echoed in answers; one value per user-visible flow.
    pub const CORRELATION_ID: &str = "x-correlation-id";
    /// Pins the contract version.
    pub const API_VERSION: &str = "x-al-api-version";
    /// ASSUMPTION(G4): says that an answer is the stored one of an earlier, identical request.
    pub const IDEMPOTENT_REPLAYED: &str = "idempotent-replayed";
    pub const WEBHOOK_EVENT_ID: &str = "x-al-event-id";
    pub const WEBHOOK_TENANT_ID: &str = "x-al-tenant-id";
    pub const WEBHOOK_APPLICATION_ID: &str = "x-al-application-id";
    pub const WEBHOOK_TIMESTAMP: &str = "x-al-webhook-timestamp";
    /// Lower-case hex of HMAC-SHA256(secret, timestamp + "." + raw body).
    pub const WEBHOOK_SIGNATURE: &str = "x-al-webhook-signature";
}
