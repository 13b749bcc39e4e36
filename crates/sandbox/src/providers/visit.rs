use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use maud::{Markup, html};

use super::words::{self, Words};
use crate::html::Frame;

/// How somebody comes to a provider's page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit {
    pub(crate) words: &'static Words,
    /// `?post=1`: the way back is a form that is posted.
    pub(crate) post: bool,
    /// `?web=1`: the page, even where an app would open.
    pub(crate) web: bool,
    /// Somebody reads what is shown.
    pub(crate) browser: bool,
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let asked = |name: &str| {
            url::form_urlencoded::parse(query.as_bytes())
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.into_owned())
        };
        let accepted = text(&parts.headers, &header::ACCEPT_LANGUAGE);
        let language = asked("lang");
        Ok(Self {
            words: words::of(language.as_deref().unwrap_or_else(|| preferred(accepted))),
            post: asked("post").is_some_and(|value| value == "1"),
            web: asked("web").is_some_and(|value| value == "1"),
            browser: text(&parts.headers, &header::ACCEPT).contains("text/html"),
        })
    }
}

impl Visit {
    /// What stands round a page of this provider.
    pub(crate) fn frame(self, who: &'static str) -> Frame<'static> {
        Frame {
            lang: self.words.lang,
            who,
            sandbox: self.words.sandbox,
            languages: Some(self.languages()),
        }
    }

    /// Round a page that is not there for another visit.
    pub(crate) fn last_frame(self, who: &'static str) -> Frame<'static> {
        Frame {
            languages: None,
            ..self.frame(who)
        }
    }

    /// The same page in the other languages.
    fn languages(self) -> Markup {
        let (post, web) = (
            if self.post { "&post=1" } else { "" },
            if self.web { "&web=1" } else { "" },
        );
        html! {
            nav.languages aria-label=(self.words.language) {
                @for words in words::ALL {
                    @if words.lang == self.words.lang {
                        span aria-current="true" { (words.name) }
                    } @else {
                        a href={ "?lang=" (words.lang) (post) (web) }
                            lang=(words.lang) hreflang=(words.lang) { (words.name) }
                    }
                    " "
                }
            }
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> &'a str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// The first language there are words for. Browsers send them in the order of preference.
fn preferred(accepted: &str) -> &str {
    accepted
        .split([',', ';', '-'])
        .map(str::trim)
        .find(|tag| words::ALL.iter().any(|words| words.lang == *tag))
        .unwrap_or("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_there_are_words_for_is_taken() {
        for (accepted, lang) in [
            ("", "en"),
            ("hi", "hi"),
            ("hi-IN,hi;q=0.9,en;q=0.8", "hi"),
            ("en-US,en;q=0.9,hi;q=0.8", "en"),
            ("mr-IN, hi;q=0.5", "hi"),
            ("ta", "en"),
        ] {
            assert_eq!(preferred(accepted), lang, "{accepted}");
        }
    }
}
