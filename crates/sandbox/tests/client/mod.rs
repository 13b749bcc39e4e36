//! An OpenID Connect client that is not ours.

use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreProviderMetadata};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use reqwest::header::HeaderMap;
use sandbox::Secrets;
use serde_json::Value;

use crate::world::World;

pub const CALLBACK: &str = "http://localhost:8080/auth/callback";

/// What the library asks, through our own client.
async fn ask(
    http: reqwest::Client,
    request: HttpRequest,
) -> Result<HttpResponse, openidconnect::HttpClientError<reqwest::Error>> {
    let answer = http
        .execute(request.try_into().map_err(Box::new)?)
        .await
        .map_err(Box::new)?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await.map_err(Box::new)?.to_vec();
    let mut response = openidconnect::http::Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok(response)
}

/// A sign-in under way.
pub struct Flow {
    pub page: String,
    pub verifier: PkceCodeVerifier,
    nonce: Nonce,
    state: CsrfToken,
    metadata: CoreProviderMetadata,
}

impl World {
    async fn metadata(&self) -> CoreProviderMetadata {
        let http = self.http.clone();
        let issuer = IssuerUrl::new(format!("{}/idp", self.running.url())).unwrap();
        CoreProviderMetadata::discover_async(issuer, &|request| ask(http.clone(), request))
            .await
            .unwrap()
    }

    /// As far as the sign-in page.
    pub async fn begin(&self) -> Flow {
        let metadata = self.metadata().await;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            ClientId::new("borrower-web".to_owned()),
            None,
        )
        .set_redirect_uri(RedirectUrl::new(CALLBACK.to_owned()).unwrap());
        let (url, state, nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        let answer = self.http.get(url).send().await.unwrap();
        assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap());
        let page = answer.headers()["location"].to_str().unwrap();
        Flow {
            page: format!("{}{page}", self.running.url()),
            verifier,
            nonce,
            state,
            metadata,
        }
    }

    /// Fills the sign-in page in.
    pub async fn fill(&self, flow: &Flow, form: &[(&str, &str)]) -> (u16, HeaderMap, String) {
        let answer = self.http.post(&flow.page).form(form).send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        (status, headers, answer.text().await.unwrap())
    }

    /// Exchanges the code and lets the library check the ID token; its claims.
    pub async fn finish(&self, flow: Flow, headers: &HeaderMap) -> Value {
        let back = query(headers);
        assert_eq!(find(&back, "state"), *flow.state.secret());
        assert_eq!(find(&back, "iss"), format!("{}/idp", self.running.url()));
        let client = CoreClient::from_provider_metadata(
            flow.metadata,
            ClientId::new("borrower-web".to_owned()),
            Some(ClientSecret::new(Secrets::default().client)),
        )
        .set_redirect_uri(RedirectUrl::new(CALLBACK.to_owned()).unwrap());
        let http = self.http.clone();
        let tokens = client
            .exchange_code(AuthorizationCode::new(find(&back, "code")))
            .unwrap()
            .set_pkce_verifier(flow.verifier)
            .request_async(&|request| ask(http.clone(), request))
            .await
            .unwrap();
        let token: &CoreIdToken = tokens.id_token().unwrap();
        token
            .claims(&client.id_token_verifier(), &flow.nonce)
            .unwrap();
        payload(&token.to_string())
    }
}

pub fn query(headers: &HeaderMap) -> Vec<(String, String)> {
    let location = headers["location"].to_str().unwrap();
    let url = url::Url::parse(location).unwrap();
    assert!(location.starts_with(&format!("{CALLBACK}?")), "{location}");
    url.query_pairs().into_owned().collect()
}

pub fn find(query: &[(String, String)], name: &str) -> String {
    query
        .iter()
        .find(|(known, _)| known == name)
        .unwrap_or_else(|| panic!("no {name} in {query:?}"))
        .1
        .clone()
}

/// Custom claims, once the library has checked the signature.
fn payload(token: &str) -> Value {
    use base64::Engine;
    let part = token.split('.').nth(1).unwrap();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(part)
        .unwrap();
    serde_json::from_slice(&bytes).unwrap()
}
