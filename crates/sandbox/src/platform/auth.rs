use std::collections::BTreeMap;

use contract::BorrowerId;
use contract::platform::endpoint::{Bearer, Endpoint};
use contract::platform::sessions::SessionTokens;

use super::call::Call;
use super::refusal::Refusal;
use crate::clock::Moment;
use crate::settings::Settings;
use crate::text;
use crate::world::World;

/// Every token that was ever issued, and the families they belong to.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    families: BTreeMap<u64, Family>,
    tokens: BTreeMap<String, Token>,
}

/// All pairs that came from one bootstrap; one of them is alive.
#[derive(Debug)]
struct Family {
    borrower: BorrowerId,
    generation: u64,
    session_expires_at: Moment,
    refresh_expires_at: Moment,
    revoked: bool,
}

/// A token that was presented, alive or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) family: u64,
    generation: u64,
    refresh: bool,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct LiveSession {
    family: u64,
    pub(crate) borrower: BorrowerId,
}

/// Who calls.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Caller {
    /// With the API key.
    Partner,
    Session(LiveSession),
    /// Asks for a new pair; whether its token still counts is told by the refresh.
    Family(Token),
}

impl Caller {
    /// Within which idempotency keys are unique. A refresh belongs to its family, whose older
    /// tokens may ask again for the answer they missed.
    pub(crate) fn scope(self) -> String {
        match self {
            Self::Partner => "partner".to_owned(),
            Self::Session(session) => format!("borrower {}", session.borrower),
            Self::Family(token) => format!("family {}", token.family),
        }
    }

    /// The session that is counted; `None` for the API key.
    pub(crate) fn family(self) -> Option<u64> {
        match self {
            Self::Partner => None,
            Self::Session(session) => Some(session.family),
            Self::Family(token) => Some(token.family),
        }
    }
}

pub(crate) fn authenticate(
    world: &World,
    call: &Call,
    endpoint: Endpoint,
) -> Result<Caller, Refusal> {
    let wanted = endpoint.bearer();
    let token = call.bearer.as_deref().unwrap_or_default();
    if wanted == Bearer::ApiKey {
        return if token == world.settings.secrets.api_key {
            Ok(Caller::Partner)
        } else if token.starts_with("st_") || token.starts_with("rt_") {
            Err(Refusal::wrong_class())
        } else {
            Err(Refusal::invalid_api_key())
        };
    }
    if token.starts_with("sk_") {
        return Err(Refusal::wrong_class());
    }
    let sessions = &world.sessions;
    let (known, family) = sessions
        .tokens
        .get(token)
        .and_then(|known| Some((*known, sessions.families.get(&known.family)?)))
        .filter(|(_, family)| !family.revoked)
        .ok_or_else(Refusal::invalid_session)?;
    if wanted == Bearer::SessionOrRefresh {
        return Ok(Caller::Family(known));
    }
    let alive = !known.refresh
        && known.generation == family.generation
        && family.session_expires_at > world.now;
    if !alive {
        return Err(Refusal::invalid_session());
    }
    Ok(Caller::Session(LiveSession {
        family: known.family,
        borrower: family.borrower,
    }))
}

impl Sessions {
    /// The first pair of a new family.
    pub(crate) fn begin(
        &mut self,
        borrower: BorrowerId,
        now: Moment,
        settings: &Settings,
    ) -> SessionTokens {
        let id = u64::try_from(self.families.len()).unwrap_or(u64::MAX);
        let family = Family {
            borrower,
            generation: 0,
            session_expires_at: now,
            refresh_expires_at: now,
            revoked: false,
        };
        self.families.insert(id, family);
        self.issue(id, now, settings)
    }

    /// The next pair of a family; the one before is dead at once. Presenting a refresh token that
    /// was already used revokes the family: somebody else may hold it.
    pub(crate) fn rotate(
        &mut self,
        token: Token,
        now: Moment,
        settings: &Settings,
    ) -> Result<SessionTokens, Refusal> {
        let family = self
            .families
            .get_mut(&token.family)
            .ok_or_else(Refusal::invalid_session)?;
        if token.generation != family.generation {
            if token.refresh {
                family.revoked = true;
            }
            return Err(Refusal::invalid_session());
        }
        let expires_at = if token.refresh {
            family.refresh_expires_at
        } else {
            family.session_expires_at
        };
        if expires_at <= now {
            return Err(Refusal::invalid_session());
        }
        family.generation += 1;
        Ok(self.issue(token.family, now, settings))
    }

    fn issue(&mut self, id: u64, now: Moment, settings: &Settings) -> SessionTokens {
        let session_expires_at = now.plus(settings.session_life);
        let refresh_expires_at = now.plus(settings.refresh_life);
        let mut generation = 0;
        if let Some(family) = self.families.get_mut(&id) {
            family.session_expires_at = session_expires_at;
            family.refresh_expires_at = refresh_expires_at;
            generation = family.generation;
        }
        let mut token = |prefix: &str, refresh| {
            let text = format!("{prefix}{}", text::random());
            let token = Token {
                family: id,
                generation,
                refresh,
            };
            self.tokens.insert(text.clone(), token);
            text
        };
        SessionTokens {
            session_token: token("st_test_", false),
            refresh_token: token("rt_test_", true),
            session_expires_at: session_expires_at.to_string(),
            refresh_expires_at: refresh_expires_at.to_string(),
        }
    }

    /// Whose tokens these are; `None` for the API key.
    pub(crate) fn borrower_of(&self, caller: Caller) -> Option<BorrowerId> {
        match caller {
            Caller::Partner => None,
            Caller::Session(session) => Some(session.borrower),
            Caller::Family(token) => Some(self.families.get(&token.family)?.borrower),
        }
    }

    /// As after a leak: nobody is signed in any more.
    pub(crate) fn revoke_all(&mut self) {
        for family in self.families.values_mut() {
            family.revoked = true;
        }
    }
}
