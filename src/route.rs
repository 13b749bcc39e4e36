//! The addresses of this app. Nothing else reads or writes one.

use contract::app::Party;
use contract::{JourneyId, OfferId};
use flow::Question;

use crate::browser::Address;

/// A page of the app. The platform decides what `Home` shows; no step has an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    Home(Home),
    /// Where a provider's return ends, for a moment.
    Back(Party),
    Applications,
    YourData,
    Help,
    /// Where a sign-in that came to nothing ends.
    SignInFailed,
    NotFound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Home {
    /// An earlier application; else the one that is open.
    pub(crate) journey: Option<JourneyId>,
    pub(crate) offer: Option<OfferId>,
    /// Kept in the history, not in the address: a reload and Back find it, a bookmark does not.
    pub(crate) place: Option<Place>,
}

/// A page of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Question(Question),
    /// From check-your-answers, and back to it.
    Change(Question),
    Check,
    Consents,
    /// Asked before an offer is turned down, on whatever screen that was.
    TurnDown,
    GiveUp,
}

impl Place {
    pub(crate) const fn is_of_profile(self) -> bool {
        !matches!(self, Self::TurnDown | Self::GiveUp)
    }

    fn word(self) -> String {
        match self {
            Self::Question(question) => question.as_str().to_owned(),
            Self::Change(question) => ["change ", question.as_str()].concat(),
            Self::Check => "check".to_owned(),
            Self::Consents => "consents".to_owned(),
            Self::TurnDown => "turn down".to_owned(),
            Self::GiveUp => "give up".to_owned(),
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        match word {
            "check" => Some(Self::Check),
            "consents" => Some(Self::Consents),
            "turn down" => Some(Self::TurnDown),
            "give up" => Some(Self::GiveUp),
            _ => match word.strip_prefix("change ") {
                Some(question) => Question::from_word(question).map(Self::Change),
                None => Question::from_word(word).map(Self::Question),
            },
        }
    }
}

impl Route {
    pub(crate) const HOME: Self = Self::Home(Home {
        journey: None,
        offer: None,
        place: None,
    });

    pub(crate) fn read(address: &Address) -> Self {
        let path = address.path.trim_end_matches('/');
        match path {
            "" => Self::Home(Home {
                journey: parameter(&address.query, "journey").and_then(|id| id.parse().ok()),
                offer: parameter(&address.query, "offer").and_then(|id| id.parse().ok()),
                place: address.state.as_deref().and_then(Place::from_word),
            }),
            "/applications" => Self::Applications,
            "/data" => Self::YourData,
            "/help" => Self::Help,
            "/sign-in/failed" => Self::SignInFailed,
            _ => match path.strip_prefix("/back/").map(Party::from_word) {
                Some(party) if party != Party::Unknown => Self::Back(party),
                _ => Self::NotFound,
            },
        }
    }

    /// Turning an offer down, or giving the application up.
    pub(crate) fn asks_to_leave(self) -> bool {
        matches!(self.home().place, Some(Place::TurnDown | Place::GiveUp))
    }

    /// A page that is opened anew leads to what comes next, not to a question about leaving.
    pub(crate) fn anew(self) -> Self {
        match self {
            Self::Home(home) if self.asks_to_leave() => Self::Home(Home {
                place: None,
                ..home
            }),
            other => other,
        }
    }

    pub(crate) fn url(self) -> String {
        match self {
            Self::Home(home) => ["/".to_owned(), query(home.journey, home.offer)].concat(),
            Self::Back(party) => ["/back/", party.as_str()].concat(),
            Self::Applications => "/applications".to_owned(),
            Self::YourData => "/data".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::SignInFailed => "/sign-in/failed".to_owned(),
            Self::NotFound => "/".to_owned(),
        }
    }

    /// What the history keeps beside the address.
    pub(crate) fn state(self) -> Option<String> {
        match self {
            Self::Home(home) => home.place.map(Place::word),
            _ => None,
        }
    }

    pub(crate) fn home(self) -> Home {
        match self {
            Self::Home(home) => home,
            _ => Home::default(),
        }
    }
}

/// `?journey=…&offer=…`, or nothing.
pub(crate) fn query(journey: Option<JourneyId>, offer: Option<OfferId>) -> String {
    let mut query = String::new();
    for (name, id) in [
        ("journey=", journey.map(|id| id.to_string())),
        ("offer=", offer.map(|id| id.to_string())),
    ] {
        if let Some(id) = id {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push_str(&id);
        }
    }
    query
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name))
        .map(|(_, value)| value)
}
