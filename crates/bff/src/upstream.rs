//! Calls to the platform in a borrower's name: token attached, one renewal and replay on refusal.

use contract::platform::endpoint::Endpoint;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::platform::{Call, PlatformError};
use crate::tokens::TokenError;

/// One borrower's line to the platform, for the length of one request.
#[derive(Debug, Clone, Copy)]
pub struct Upstream<'a> {
    pub app: &'a App,
    pub session: &'a [u8],
    pub correlation: &'a str,
}

impl Upstream<'_> {
    pub async fn read<T: DeserializeOwned>(&self, endpoint: Endpoint) -> Result<T, TokenError> {
        Ok(self.read_dated(endpoint).await?.0)
    }

    /// What was read, and when by the platform's clock.
    pub async fn read_dated<T: DeserializeOwned>(
        &self,
        endpoint: Endpoint,
    ) -> Result<(T, String), TokenError> {
        self.call(endpoint, None, None::<&()>).await
    }

    /// `key` is the borrower's intent: the same for a replay after a renewed token.
    pub async fn act<T: DeserializeOwned>(
        &self,
        endpoint: Endpoint,
        key: &str,
        body: &(impl Serialize + Sync),
    ) -> Result<T, TokenError> {
        Ok(self.call(endpoint, Some(key), Some(body)).await?.0)
    }

    async fn call<T: DeserializeOwned>(
        &self,
        endpoint: Endpoint,
        key: Option<&str>,
        body: Option<&(impl Serialize + Sync)>,
    ) -> Result<(T, String), TokenError> {
        let Self {
            app,
            session,
            correlation,
        } = *self;
        let call = Call {
            endpoint,
            key,
            correlation,
        };
        let tokens = app.tokens.current(session, correlation).await?;
        match app.platform.send(&tokens.session_token, call, body).await {
            Err(error) if error.is_dead_token() => {
                let renewed = app
                    .tokens
                    .after_refusal(session, tokens.generation, correlation)
                    .await?;
                Ok(app
                    .platform
                    .send(&renewed.session_token, call, body)
                    .await?)
            }
            Err(error) => {
                log(endpoint, correlation, &error);
                Err(error.into())
            }
            Ok(read) => Ok(read),
        }
    }
}

fn log(endpoint: Endpoint, correlation: &str, error: &PlatformError) {
    let path = endpoint.template();
    if let PlatformError::Refused { body, .. } = error {
        tracing::info!(
            correlation,
            path,
            code = body.code.as_str(),
            "platform refused"
        );
    } else {
        tracing::warn!(correlation, path, %error, "platform failed");
    }
}
