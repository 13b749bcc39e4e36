//! The app: who reads which page in which language, and what a tap does.

use contract::OfferId;
use contract::app::{HandoffRequest, Party, ProblemCode};
use flow::{OfferOrder, Screen, question_of_field};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Fail, Intent};
use crate::browser::{self, Timer};
use crate::form::{Flaw, Form};
use crate::journey::{Store, Trouble};
use crate::notices::Notices;
use crate::route::{Home, Place, Route};
use crate::screen::{Stage, known_field};
use crate::text::{Language, Words};

/// All that lives as long as the page: signals, so that it can be handed around by value.
#[derive(Clone, Copy)]
pub(crate) struct App {
    pub(crate) store: Store,
    pub(crate) form: Form,
    pub(crate) notices: Notices,
    pub(crate) route: RwSignal<Route>,
    pub(crate) language: RwSignal<Language>,
    /// The borrower is about to leave for a provider.
    pub(crate) opening: RwSignal<bool>,
    /// How the borrower wants offers ordered.
    pub(crate) order: RwSignal<OfferOrder>,
    /// The offers that are to stand side by side.
    pub(crate) compared: RwSignal<Vec<OfferId>>,
    /// The browser was told to leave and is still here: another app has opened, or nothing has.
    pub(crate) stayed: RwSignal<bool>,
    /// Said to screen readers.
    pub(crate) voice: RwSignal<String>,
    door: StoredValue<Door>,
}

/// Before the borrower is gone.
#[derive(Default)]
struct Door {
    /// A second tap for the same address has the same key: a new one may kill the first address.
    unanswered: Option<(HandoffRequest, String)>,
    /// Runs between having an address and being gone.
    going: Option<Timer>,
}

const LANGUAGE: &str = "lang";
const ORDER: &str = "order";

impl App {
    pub(crate) fn new() -> Self {
        let tag = browser::cookie(LANGUAGE)
            .or_else(browser::preferred_language)
            .unwrap_or_default();
        let language = Language::from_tag(&tag);
        browser::set_page_language(language.tag());
        let route = Route::read(&browser::address()).anew();
        let order = browser::cookie(ORDER).and_then(|word| OfferOrder::from_word(&word));
        let order = order.unwrap_or_default();
        Self {
            store: Store::new(),
            form: Form::new(),
            notices: Notices::new(),
            route: RwSignal::new(route),
            language: RwSignal::new(language),
            opening: RwSignal::new(false),
            order: RwSignal::new(order),
            compared: RwSignal::new(route.compared()),
            stayed: RwSignal::new(false),
            voice: RwSignal::new(String::new()),
            door: StoredValue::new(Door::default()),
        }
    }

    /// The words of the language in use, tracked.
    pub(crate) fn words(self) -> Words {
        self.language.get().words()
    }

    pub(crate) fn speak(self, language: Language) {
        browser::set_cookie(LANGUAGE, language.tag());
        browser::set_page_language(language.tag());
        self.notices.read_in(None);
        self.language.set(language);
    }

    /// Offers stay in this order until the borrower wants another.
    pub(crate) fn order_by(self, order: OfferOrder) {
        browser::set_cookie(ORDER, order.as_str());
        self.order.set(order);
    }

    /// Opens a page of the app.
    pub(crate) fn go(self, route: Route) {
        browser::push(&route.url(), route.state().as_deref());
        self.at(route);
    }

    /// The same, leaving no way back to where we were.
    pub(crate) fn go_instead(self, route: Route) {
        browser::replace(&route.url(), route.state().as_deref());
        self.at(route);
    }

    /// Opens a page of the profile.
    pub(crate) fn go_to(self, place: Place) {
        let home = self.route.get_untracked().home();
        self.go(Route::Home(Home {
            place: Some(place),
            ..home
        }));
    }

    fn at(self, route: Route) {
        browser::close_menu();
        self.route.set(route);
        if let Some((journey, offer)) = route.about() {
            self.store.turn_to(journey, offer);
        }
    }

    /// Sends what the borrower decided; `then` runs once the next view is here, unless the borrower
    /// has gone to another page meanwhile.
    pub(crate) fn send(self, intent: Intent, then: impl FnOnce(Self) + 'static) {
        self.form.clear();
        let from = self.route.get_untracked();
        self.store.act(
            intent,
            Box::new(move |outcome| match outcome {
                _ if self.route.get_untracked() != from => {}
                Ok(()) => then(self),
                Err(fail) => self.refused(fail),
            }),
        );
    }

    /// A refusal lands on the field it names, else at the top of the screen.
    fn refused(self, fail: Fail) {
        self.notices.after_refusal(&fail);
        let field = match &fail {
            Fail::Problem(problem) => problem.field.as_deref(),
            Fail::Unreachable => None,
        };
        let Some(id) = field.and_then(known_field) else {
            match fail.code() {
                Some(ProblemCode::SessionRequired) => {}
                // The offer is shown again, on this very screen.
                _ if fail.is_requoted() => self.form.refuse_all(fail, false),
                // Things have moved on: the screen that shows how says why, too.
                Some(
                    ProblemCode::OfferLocked
                    | ProblemCode::StateChanged
                    | ProblemCode::ConsentRequired,
                ) => self.form.refuse_all(fail, true),
                _ => self.form.refuse_all(fail, false),
            }
            return;
        };
        let question = question_of_field(id);
        let here = match self.route.get_untracked().home().place {
            Some(Place::Question(here) | Place::Change(here)) => Some(here),
            _ => None,
        };
        let elsewhere = question.filter(|question| Some(*question) != here);
        self.form
            .refuse(vec![Flaw::of_server(id)], elsewhere.is_some());
        if let Some(question) = elsewhere {
            self.go_to(Place::Change(question));
        }
    }

    /// Leaves for a provider: the address is made now, used at once and kept nowhere.
    pub(crate) fn leave(self, party: Party, offer_id: OfferId) {
        let Some(journey) = self.store.journey_id() else {
            return;
        };
        if self.opening.get_untracked() {
            return;
        }
        self.form.clear();
        let request = HandoffRequest { party, offer_id };
        if !self.stands_before(request) {
            return self.form.refuse_all(Fail::moved_on(), true);
        }
        self.stayed.set(false);
        self.opening.set(true);
        let opening = self.language.get_untracked().words().leave.opening;
        self.voice.set(opening.to_owned());
        let key = self.door.with_value(|door| match &door.unanswered {
            Some((earlier, key)) if *earlier == request => key.clone(),
            _ => browser::new_key(),
        });
        let unanswered = Some((request, key.clone()));
        self.door.update_value(|door| door.unanswered = unanswered);
        spawn_local(async move {
            let answer = api::handoff(journey, request, &key).await;
            if !matches!(&answer, Err(fail) if fail.retryable()) {
                self.door.update_value(|door| door.unanswered = None);
            }
            // Who has walked away from this door, or signed out, is sent nowhere.
            let gone = !self.stands_before(request);
            match answer {
                _ if gone => self.opening.set(false),
                Ok(handoff) if is_web(&handoff.url) && browser::assign(&handoff.url) => self.wait(),
                Ok(_) => {
                    self.opening.set(false);
                    self.form.refusal.set(Some(Fail::handoff_refused()));
                }
                Err(fail) => {
                    self.opening.set(false);
                    self.store.after_refusal(&fail);
                    self.refused(fail);
                }
            }
        });
    }

    /// Whether this door is on screen still.
    fn stands_before(self, door: HandoffRequest) -> bool {
        match untrack(|| Stage::of(self)) {
            Stage::Home(Screen::Leave { party, offer, .. }, _) => {
                party == door.party && offer == door.offer_id
            }
            _ => false,
        }
    }

    /// The next site may be slow; if it never comes, the borrower can try again. What our server
    /// knows of the leaving by then is asked, since nothing on this page has changed.
    fn wait(self) {
        const PATIENCE_MS: u32 = 8_000;
        let timer = browser::after(PATIENCE_MS, move || {
            self.stayed.set(true);
            self.voice
                .set(self.language.get_untracked().words().leave.app.to_owned());
            self.open_again();
            self.store.refresh();
        });
        self.door.update_value(|door| door.going = timer);
    }

    /// Still here, or here again: the door opens anew. One whose address is being made does not.
    fn open_again(self) {
        let going = self.door.try_update_value(|door| door.going.take());
        if let Some(timer) = going.flatten() {
            timer.cancel();
            self.opening.set(false);
        }
    }

    pub(crate) fn sign_out(self) {
        spawn_local(async move {
            match api::sign_out().await {
                Err(fail) if fail.code() != Some(ProblemCode::SessionRequired) => {
                    self.form.refusal.set(Some(fail));
                }
                Ok(()) | Err(_) => {
                    self.form.forget_all();
                    self.store.sign_out();
                    self.go_instead(Route::HOME);
                }
            }
        });
    }

    /// Starts what runs beside the screens.
    pub(crate) fn begin(self) {
        #[cfg(feature = "gallery")]
        if crate::gallery::begin(self) {
            return;
        }
        let (journey, offer) = self.route.get_untracked().about().unwrap_or_default();
        self.store.begin(journey, offer);
        browser::on_walk(move || self.at(Route::read(&browser::address())));
        browser::on_link(move |path, query| {
            let route = Route::read(&browser::Address {
                path: path.to_owned(),
                query: query.to_owned(),
                state: None,
            });
            let ours = route != Route::NotFound;
            if ours {
                self.go(route);
            }
            ours
        });
        browser::on_return(move || {
            self.open_again();
            self.store.look();
        });
        browser::on_hide(move || self.store.keep_now());
        browser::on_offline(move || self.store.trouble.set(Some(Trouble::Offline)));
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
