use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType,
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AsyncHttpClient, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    HttpResponse, IdTokenFields, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse as _,
};
use tokio::sync::Mutex;

use super::claims::{LendingClaims, Person};
use crate::config::Config;
use crate::store::SignIn;

type TokenFields = IdTokenFields<
    LendingClaims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

type ProviderClient = Client<
    LendingClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<TokenFields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// How long a provider's metadata and keys are believed.
const METADATA_FOR: Duration = Duration::from_mins(5);

/// Why somebody could not be signed in.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    #[error("the identity provider does not answer: {0}")]
    Unreachable(String),
    #[error("the identity provider's answer was refused: {0}")]
    Refused(String),
    #[error("the identity provider does not say who this is")]
    Nameless,
}

/// A sign-in that has begun: where to send the browser, and what to remember.
#[derive(Debug)]
pub struct Started {
    pub url: String,
    pub state: String,
    pub secrets: SignIn,
}

#[derive(Debug)]
pub struct Identity {
    http: Wire,
    issuer: String,
    client_id: String,
    client_secret: crate::secret::Secret,
    external_id_claim: String,
    redirect: String,
    metadata: Mutex<Option<(Instant, CoreProviderMetadata)>>,
}

impl Identity {
    pub fn new(config: &Config) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(3))
            .timeout(Duration::from_secs(10))
            .build()?;
        Ok(Self {
            http: Wire(http),
            issuer: config.identity.issuer.clone(),
            client_id: config.identity.client_id.clone(),
            client_secret: config.identity.client_secret.clone(),
            external_id_claim: config.identity.external_id_claim.clone(),
            redirect: format!(
                "{}/auth/callback",
                config.public_origin.as_str().trim_end_matches('/')
            ),
            metadata: Mutex::new(None),
        })
    }

    /// `anew`: the keys that are remembered did not fit, they may have been rotated.
    async fn client(&self, anew: bool) -> Result<ProviderClient, IdentityError> {
        let mut metadata = self.metadata.lock().await;
        let known = metadata
            .as_ref()
            .filter(|(at, _)| !anew && at.elapsed() < METADATA_FOR);
        let current = if let Some((_, known)) = known {
            known.clone()
        } else {
            let issuer = IssuerUrl::new(self.issuer.clone())
                .map_err(|error| IdentityError::Refused(error.to_string()))?;
            let read = CoreProviderMetadata::discover_async(issuer, &self.http)
                .await
                .map_err(|error| IdentityError::Unreachable(describe(&error)))?;
            *metadata = Some((Instant::now(), read.clone()));
            read
        };
        let redirect = RedirectUrl::new(self.redirect.clone())
            .map_err(|error| IdentityError::Refused(error.to_string()))?;
        Ok(Client::from_provider_metadata(
            current,
            ClientId::new(self.client_id.clone()),
            Some(ClientSecret::new(self.client_secret.expose().to_owned())),
        )
        .set_redirect_uri(redirect))
    }

    /// Begins a sign-in. The provider asks for credentials every time: phones are shared.
    pub async fn start(&self) -> Result<Started, IdentityError> {
        let client = self.client(false).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state, nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scopes(["profile", "email", "phone", "address"].map(|s| Scope::new(s.to_owned())))
            .add_prompt(CoreAuthPrompt::Login)
            .set_pkce_challenge(challenge)
            .url();
        Ok(Started {
            url: url.into(),
            state: state.secret().clone(),
            secrets: SignIn {
                nonce: nonce.secret().clone(),
                pkce_verifier: verifier.secret().clone(),
            },
        })
    }

    /// Trades the code for the person's claims, checked against nonce, keys and issuer.
    pub async fn finish(&self, code: String, begun: SignIn) -> Result<Person, IdentityError> {
        let client = self.client(false).await?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| IdentityError::Refused(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(begun.pkce_verifier))
            .request_async(&self.http)
            .await
            .map_err(|error| IdentityError::Refused(describe(&error)))?;
        let token = answer
            .id_token()
            .ok_or_else(|| IdentityError::Refused("no ID token".to_owned()))?;
        let nonce = Nonce::new(begun.nonce);
        let rotated;
        let claims = if let Ok(claims) = token.claims(&client.id_token_verifier(), &nonce) {
            claims
        } else {
            rotated = self.client(true).await?;
            token
                .claims(&rotated.id_token_verifier(), &nonce)
                .map_err(|error| IdentityError::Refused(error.to_string()))?
        };
        Person::from_claims(claims, &self.external_id_claim).ok_or(IdentityError::Nameless)
    }
}

/// The HTTP client as the OpenID library wants one.
#[derive(Debug)]
struct Wire(reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Wire {
    type Error = HttpError;
    type Future = BoxFuture<'c, Result<HttpResponse, HttpError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        async move {
            let (parts, body) = request.into_parts();
            let sent = self.0.request(parts.method, parts.uri.to_string());
            let answer = sent.headers(parts.headers).body(body).send().await?;
            let mut response = http::Response::builder().status(answer.status());
            if let Some(headers) = response.headers_mut() {
                headers.clone_from(answer.headers());
            }
            Ok(response.body(answer.bytes().await?.to_vec())?)
        }
        .boxed()
    }
}

#[derive(Debug, thiserror::Error)]
enum HttpError {
    #[error(transparent)]
    Client(#[from] reqwest::Error),
    #[error(transparent)]
    Http(#[from] http::Error),
}

/// An error with its causes, in one line.
fn describe(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
