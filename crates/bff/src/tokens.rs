//! The token engine: always a usable `st_*` for a session, at most one refresh at a time.
//!
//! A refresh runs in a task of its own, so a closed tab cannot kill it between the platform's
//! rotation and our commit. Its idempotency key is stored before the call and the new pair is
//! stored, compare-and-set on the generation, before anybody uses it. When the platform says that
//! the family is gone, the session is bootstrapped again with the API key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use contract::platform::aa::Empty;
use contract::platform::endpoint::Endpoint;
use contract::platform::envelope::ErrorCode;
use contract::platform::sessions::{SessionCreated, SessionRequest, SessionTokens};
use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared};
use tokio_util::task::TaskTracker;

use crate::clock::{now_ms, parse_ms};
use crate::platform::{Call, Platform, PlatformError};
use crate::problem::AppError;
use crate::secret::Secret;
use crate::store::{NewTokens, Store, TokenRow};

/// Why there is no usable token.
#[derive(Debug, Clone, thiserror::Error)]
pub enum TokenError {
    /// The session itself is gone: sign in.
    #[error("no such session")]
    NoSession,
    #[error(transparent)]
    Platform(#[from] PlatformError),
    /// Kept as text: the one failure is shared by all who wait for it.
    #[error("store: {0}")]
    Store(String),
}

impl TokenError {
    /// What the platform says, where it is the platform that says no.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Platform(error) => Some(error.code()),
            Self::NoSession | Self::Store(_) => None,
        }
    }

    /// The platform heard it and said no: the same again will be answered the same.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Platform(error) if !AppError::from(error.clone()).0.retryable)
    }
}

impl From<crate::store::StoreError> for TokenError {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Store(error.to_string())
    }
}

type Renewal = Shared<BoxFuture<'static, Result<(), TokenError>>>;

/// Gives tokens and renews them.
#[derive(Clone)]
pub struct Tokens {
    inner: Arc<Inner>,
}

struct Inner {
    store: Arc<Store>,
    platform: Platform,
    api_key: Secret,
    /// At most one renewal per session, shared by all who need it.
    running: Mutex<HashMap<Vec<u8>, Renewal>>,
    tasks: TaskTracker,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tokens")
    }
}

impl Tokens {
    pub fn new(store: Arc<Store>, platform: Platform, api_key: Secret, tasks: TaskTracker) -> Self {
        let running = Mutex::new(HashMap::new());
        Self {
            inner: Arc::new(Inner {
                store,
                platform,
                api_key,
                running,
                tasks,
            }),
        }
    }

    /// A token that is good as far as this server knows.
    pub async fn current(&self, session: &[u8], correlation: &str) -> Result<TokenRow, TokenError> {
        let row = self.inner.store.tokens(session).await?;
        match row {
            Some(row) if row.refresh_at > now_ms() => Ok(row),
            Some(row) => match self
                .renewed(session, Some(row.generation), correlation)
                .await
            {
                // It was to be replaced in good time: until it expires it still serves.
                Err(TokenError::Platform(_)) if row.expires_at > now_ms() => Ok(row),
                done => done,
            },
            None => self.renewed(session, None, correlation).await,
        }
    }

    /// A token newer than `generation`, which the platform has just refused.
    pub async fn after_refusal(
        &self,
        session: &[u8],
        generation: i64,
        correlation: &str,
    ) -> Result<TokenRow, TokenError> {
        let row = self.inner.store.tokens(session).await?;
        match row {
            Some(row) if row.generation > generation => Ok(row),
            _ => self.renewed(session, Some(generation), correlation).await,
        }
    }

    async fn renewed(
        &self,
        session: &[u8],
        generation: Option<i64>,
        correlation: &str,
    ) -> Result<TokenRow, TokenError> {
        self.renewal(session, generation, correlation).await?;
        self.inner
            .store
            .tokens(session)
            .await?
            .ok_or(TokenError::NoSession)
    }

    /// Joins the running renewal of this session, or starts one.
    fn renewal(&self, session: &[u8], generation: Option<i64>, correlation: &str) -> Renewal {
        let inner = Arc::clone(&self.inner);
        let mut running = self.inner.lock_running();
        if let Some(renewal) = running.get(session) {
            return renewal.clone();
        }
        let id = session.to_vec();
        let correlation = correlation.to_owned();
        let task = self.inner.tasks.spawn(async move {
            let done = inner.renew(&id, generation, &correlation).await;
            if let Err(error) = &done {
                tracing::warn!(correlation, %error, "token renewal failed");
            }
            inner.lock_running().remove(&id);
            done
        });
        let renewal = async move {
            task.await
                .unwrap_or_else(|error| Err(TokenError::Store(error.to_string())))
        }
        .boxed()
        .shared();
        running.insert(session.to_vec(), renewal.clone());
        renewal
    }
}

impl Inner {
    fn lock_running(&self) -> std::sync::MutexGuard<'_, HashMap<Vec<u8>, Renewal>> {
        self.running
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    async fn renew(
        &self,
        session: &[u8],
        generation: Option<i64>,
        correlation: &str,
    ) -> Result<(), TokenError> {
        let Some(row) = self.store.tokens(session).await? else {
            return self.bootstrap(session, 0, correlation).await;
        };
        if generation.is_some_and(|generation| row.generation > generation) {
            return Ok(());
        }
        match self.refresh(session, &row, correlation).await {
            Err(TokenError::Platform(error)) if error.is_dead_token() => {
                tracing::info!(
                    correlation,
                    generation = row.generation,
                    "token family is gone"
                );
                self.bootstrap(session, row.generation, correlation).await
            }
            done => done,
        }
    }

    async fn refresh(
        &self,
        session: &[u8],
        row: &TokenRow,
        correlation: &str,
    ) -> Result<(), TokenError> {
        let fresh = uuid::Uuid::new_v4().to_string();
        // C6: the body is empty, so the key belongs to one generation and survives a crash.
        let key = self
            .store
            .begin_refresh(session, row.generation, &fresh)
            .await?;
        let call = Call {
            endpoint: Endpoint::RefreshSession,
            key: Some(&key),
            correlation,
        };
        let (tokens, issued_at): (SessionTokens, String) = self
            .platform
            .send(&row.refresh_token, call, Some(&Empty {}))
            .await?;
        self.keep(session, row.generation, &tokens, &issued_at)
            .await
    }

    async fn bootstrap(
        &self,
        session: &[u8],
        generation: i64,
        correlation: &str,
    ) -> Result<(), TokenError> {
        let request = self
            .store
            .bootstrap_request(session)
            .await?
            .ok_or(TokenError::NoSession)?;
        let key = uuid::Uuid::new_v4().to_string();
        let call = Call {
            endpoint: Endpoint::CreateSession,
            key: Some(&key),
            correlation,
        };
        let sent = self
            .platform
            .send(&self.api_key, call, Some(&request))
            .await;
        let (created, issued_at): (SessionCreated, String) = match sent {
            // One claim the platform cannot read must not keep anybody out.
            Err(error) if error.code() == ErrorCode::ValidationFailed => {
                tracing::warn!(correlation, %error, "the prefill was refused");
                let bare = SessionRequest {
                    borrower_external_id: request.borrower_external_id,
                    ..SessionRequest::default()
                };
                let key = uuid::Uuid::new_v4().to_string();
                let call = Call {
                    key: Some(&key),
                    ..call
                };
                self.platform.send(&self.api_key, call, Some(&bare)).await?
            }
            sent => sent?,
        };
        self.keep(session, generation, &created.tokens, &issued_at)
            .await?;
        let journey = created.active_journey.map(|journey| journey.journey_id);
        self.store.bootstrapped(session, journey).await?;
        Ok(())
    }

    async fn keep(
        &self,
        session: &[u8],
        after: i64,
        tokens: &SessionTokens,
        issued_at: &str,
    ) -> Result<(), TokenError> {
        let (now, lifetime) = (now_ms(), lifetime_ms(tokens, issued_at));
        let pair = NewTokens {
            session_token: &tokens.session_token,
            refresh_token: &tokens.refresh_token,
            refresh_at: now + lifetime * 4 / 5,
            expires_at: now + lifetime,
        };
        // Not stored: signed out meanwhile, or another pair came first. Who waits reads and sees.
        self.store.store_tokens(session, after, &pair).await?;
        Ok(())
    }
}

/// How long a pair lives, by the platform's own clock. ASSUMPTION(G5): 30 minutes when it does
/// not say.
fn lifetime_ms(tokens: &SessionTokens, issued_at: &str) -> i64 {
    const HALF_AN_HOUR: i64 = 30 * 60 * 1000;
    parse_ms(&tokens.session_expires_at)
        .zip(parse_ms(issued_at))
        .map(|(until, from)| until - from)
        .filter(|lifetime| *lifetime > 0)
        .unwrap_or(HALF_AN_HOUR)
}
