use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::issuer;
use crate::sandbox::Shared;

pub(crate) async fn discovery(State(shared): State<Shared>) -> Json<Value> {
    let issuer = issuer(&shared);
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "end_session_endpoint": format!("{issuer}/logout"),
        "jwks_uri": format!("{issuer}/jwks"),
        "scopes_supported": ["openid", "profile", "email", "phone", "address"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login"],
        "authorization_response_iss_parameter_supported": true,
        "claims_supported": [
            "sub", "auth_time", "name", "email", "phone_number", "birthdate", "gender", "address",
            "pan", "employment_type", "monthly_income", "company_name", "bank_account",
        ],
    }))
}

pub(crate) async fn jwks(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.idp.key.jwks())
}
