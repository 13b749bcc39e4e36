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
    /// The Key Facts Statement of an offer.
    Kfs(Statement),
    /// Two or three offers side by side.
    Compare(Compare),
    Applications,
    YourData,
    /// After what was held here has been deleted.
    Deleted,
    Help,
    /// Who has a part in the loan.
    Who,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Statement {
    /// An earlier application; else the one that is open.
    pub(crate) journey: Option<JourneyId>,
    pub(crate) offer: OfferId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Compare {
    /// An earlier application; else the one that is open.
    pub(crate) journey: Option<JourneyId>,
    pub(crate) offers: Compared,
}

/// In the order in which they were chosen.
pub(crate) type Compared = [Option<OfferId>; 3];

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
            "/kfs" => Self::statement(&address.query).map_or(Self::NotFound, Self::Kfs),
            "/compare" => Self::Compare(Compare {
                journey: parameter(&address.query, "journey").and_then(|id| id.parse().ok()),
                offers: compared(&address.query),
            }),
            "/applications" => Self::Applications,
            "/data" => Self::YourData,
            "/data/deleted" => Self::Deleted,
            "/help" => Self::Help,
            "/who" => Self::Who,
            "/sign-in/failed" => Self::SignInFailed,
            _ => match path.strip_prefix("/back/").map(Party::from_word) {
                Some(party) if party != Party::Unknown => Self::Back(party),
                _ => Self::NotFound,
            },
        }
    }

    fn statement(query: &str) -> Option<Statement> {
        Some(Statement {
            journey: parameter(query, "journey").and_then(|id| id.parse().ok()),
            offer: parameter(query, "offer")?.parse().ok()?,
        })
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
            Self::Kfs(it) => ["/kfs".to_owned(), query(it.journey, Some(it.offer))].concat(),
            Self::Compare(it) => it.url(),
            Self::Applications => "/applications".to_owned(),
            Self::YourData => "/data".to_owned(),
            Self::Deleted => "/data/deleted".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::Who => "/who".to_owned(),
            Self::SignInFailed => "/sign-in/failed".to_owned(),
            Self::NotFound => "/".to_owned(),
        }
    }

    /// The offers that stand side by side on this page.
    pub(crate) fn compared(self) -> Vec<OfferId> {
        match self {
            Self::Compare(it) => it.offers.into_iter().flatten().collect(),
            _ => Vec::new(),
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
            Self::Compare(it) => Home {
                journey: it.journey,
                ..Home::default()
            },
            _ => Home::default(),
        }
    }

    /// Which journey, and which offer of it, the page is about; `None`: whatever was read last.
    pub(crate) fn about(self) -> Option<(Option<JourneyId>, Option<OfferId>)> {
        match self {
            Self::Home(home) => Some((home.journey, home.offer)),
            Self::Kfs(it) => Some((it.journey, Some(it.offer))),
            Self::Compare(it) => Some((it.journey, None)),
            _ => None,
        }
    }
}

impl Compare {
    fn url(self) -> String {
        let ids = self.offers.iter().flatten();
        let ids: Vec<_> = ids.map(OfferId::to_string).collect();
        let mut url = ["/compare", &query(self.journey, None)].concat();
        url.push(if self.journey.is_some() { '&' } else { '?' });
        url.push_str("offers=");
        url.push_str(&ids.join(","));
        url
    }
}

fn compared(query: &str) -> Compared {
    let mut ids = parameter(query, "offers")
        .into_iter()
        .flat_map(|list| list.split(','))
        .filter_map(|id| id.parse().ok());
    [ids.next(), ids.next(), ids.next()]
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
