//! Scenes that no view describes: what the app itself knows, and what the borrower has just done.

mod changes;
mod comparing;
mod statement;

use contract::app::{JourneyList, Party, ProblemCode};
use flow::Question;

use self::changes::{
    agreed, applications, ask, at, describe, gold, known_account, no_offers, no_reference,
    raw_payment, receipts, refuse, send_empty, several_offers,
};
use super::scene::Scene;
use crate::api::Fail;
use crate::journey::{Session, Trouble};
use crate::route::{Place, Route};

/// A recorded scene, and what is different.
struct Extra {
    state: &'static str,
    on: &'static str,
    change: fn(&mut Scene),
}

const fn extra(state: &'static str, on: &'static str, change: fn(&mut Scene)) -> Extra {
    Extra { state, on, change }
}

/// In milliseconds.
const TEN_DAYS: i64 = 864_000_000;

/// Ends a form.
const SUBMIT: &str = "main form [type=submit]";

const EXTRAS: &[Extra] = &[
    extra("page.loading", "", |it| it.session = Session::Unknown),
    extra("page.down", "", |it| it.trouble = Some(Trouble::Down)),
    extra("page.offline", "", |it| it.trouble = Some(Trouble::Offline)),
    extra("page.signedOut", "", |it| it.session = Session::SignedOut),
    extra("page.signInFailed", "", |it| {
        it.session = Session::SignedOut;
        it.route = Route::SignInFailed;
    }),
    extra("page.sessionEnded", "", |it| it.session = Session::Ended),
    extra("page.notFound", "", |it| it.route = Route::NotFound),
    extra("page.noSuchJourney", "", |it| {
        it.trouble = Some(Trouble::Missing);
    }),
    extra("page.help", "offers", |it| it.route = Route::Help),
    extra("page.who", "start", |it| it.route = Route::Who),
    extra("page.who.lender", "leave.loanAgreement.first", |it| {
        it.route = Route::Who;
    }),
    extra("page.help.lender", "leave.loanAgreement.first", |it| {
        it.route = Route::Help;
    }),
    extra("page.data", "offers", |it| {
        it.route = Route::YourData;
        receipts(it);
    }),
    extra("page.data.none", "start", |it| {
        it.route = Route::YourData;
        receipts(it);
    }),
    extra("page.data.withdraw", "leave.kyc.first", |it| {
        it.route = Route::YourData;
        receipts(it);
        it.press = Some("main .receipt > .button");
    }),
    extra("page.data.delete", "start", |it| {
        it.route = Route::YourData;
        receipts(it);
        it.press = Some("main .delete .button");
    }),
    extra("page.deleted", "", |it| {
        it.session = Session::SignedOut;
        it.route = Route::Deleted;
    }),
    extra("page.menu", "offers", |it| {
        it.press = Some(".menu summary");
    }),
    extra("page.back", "leave.kyc.first", |it| {
        it.route = Route::Back(Party::Kyc);
    }),
    extra("page.applications", "start", |it| {
        it.route = Route::Applications;
    }),
    extra("page.applications.none", "start", |it| {
        it.route = Route::Applications;
        it.listed = Some(JourneyList::default());
    }),
    extra("banner.offline", "offers", |it| {
        it.trouble = Some(Trouble::Offline);
    }),
    extra("banner.down", "loanAmount", |it| {
        it.trouble = Some(Trouble::Down);
    }),
    extra("refused.unreachable", "start", |it| {
        it.fail = Some(Fail::Unreachable);
    }),
    extra("refused.busy", "start", |it| {
        refuse(it, ProblemCode::TooManyRequests);
    }),
    extra("refused.down", "start", |it| {
        refuse(it, ProblemCode::PlatformUnavailable);
    }),
    extra("refused.changed", "offers", |it| {
        refuse(it, ProblemCode::StateChanged);
    }),
    extra("refused.locked", "loanAmount", |it| {
        refuse(it, ProblemCode::OfferLocked);
    }),
    extra("refused.working", "loanAmount", |it| {
        refuse(it, ProblemCode::StillWorking);
    }),
    extra("refused.handoff", "leave.kyc.first", |it| {
        refuse(it, ProblemCode::HandoffRefused);
    }),
    extra("refused.notAccepted", "profile", |it| {
        refuse(it, ProblemCode::ValidationFailed);
    }),
    extra("refused.other", "bankAccount", |it| {
        refuse(it, ProblemCode::Internal);
    }),
    extra("start.earlier", "start", |it| {
        it.change_view(|view| view.has_earlier = true);
    }),
    extra("disbursed.afterCoolingOff", "disbursed", |it| {
        it.at = it.at.map(|at| at + TEN_DAYS);
    }),
    extra("disbursed.noReference", "disbursed", |it| {
        it.change_view(no_reference);
    }),
    extra("disbursed.rawPayment", "disbursed", |it| {
        it.change_view(raw_payment);
    }),
    extra("offers.none", "offers", |it| it.change_view(no_offers)),
    extra("offers.several", "offers", |it| {
        it.change_view(several_offers);
    }),
    extra("leave.aa.first.agreed", "leave.aa.first", agreed),
    extra("leave.aa.first.errors", "leave.aa.first", |it| {
        it.press = Some("main .buttons button");
    }),
    extra("leave.kyc.first.gold", "leave.kyc.first", gold),
    extra("leave.kyc.first.stayed", "leave.kyc.first", |it| {
        it.stayed = true;
    }),
    extra("bankAccount.known", "bankAccount", |it| {
        it.change_view(known_account);
    }),
    extra("bankAccount.described", "bankAccount", |it| {
        it.change_view(|view| describe(view, false));
    }),
    extra("bankAccount.beyond", "bankAccount", |it| {
        it.change_view(|view| describe(view, true));
    }),
    extra("parting.offer", "offer", |it| at(it, Place::TurnDown)),
    extra("parting.chosen", "loanAmount", |it| {
        at(it, Place::TurnDown);
    }),
    extra("parting.late", "leave.loanAgreement.first", |it| {
        at(it, Place::TurnDown);
    }),
    extra("parting.giveUp", "offers", |it| at(it, Place::GiveUp)),
    extra("parting.giveUp.unsent", "profile", |it| {
        at(it, Place::GiveUp);
    }),
    extra("profile.gold", "profile", |it| {
        gold(it);
        ask(it, Question::Gold);
    }),
    extra("profile.gold.errors", "profile", |it| {
        gold(it);
        send_empty(it, Question::Gold);
    }),
    extra("profile.check.gold", "profile", |it| {
        gold(it);
        at(it, Place::Check);
    }),
    extra("profile.consents.gold", "profile", |it| {
        gold(it);
        at(it, Place::Consents);
    }),
    extra("profile.identity", "profile", |it| {
        ask(it, Question::Identity);
    }),
    extra("profile.identity.errors", "profile", |it| {
        send_empty(it, Question::Identity);
    }),
    extra("profile.contact", "profile", |it| {
        ask(it, Question::Contact);
    }),
    extra("profile.contact.errors", "profile", |it| {
        send_empty(it, Question::Contact);
    }),
    extra("profile.work", "profile", |it| ask(it, Question::Work)),
    extra("profile.work.errors", "profile", |it| {
        send_empty(it, Question::Work);
    }),
    extra("profile.address", "profile", |it| {
        ask(it, Question::Address);
    }),
    extra("profile.address.errors", "profile", |it| {
        send_empty(it, Question::Address);
    }),
    extra("profile.loan", "profile", |it| ask(it, Question::Loan)),
    extra("profile.loan.errors", "profile", |it| {
        send_empty(it, Question::Loan);
    }),
    extra("profile.change", "profile", |it| {
        at(it, Place::Change(Question::Address));
    }),
    extra("profile.check", "profile", |it| at(it, Place::Check)),
    extra("profile.check.shown", "profile", |it| {
        at(it, Place::Check);
        it.press = Some("main .reveal");
    }),
    extra("profile.consents.unread", "profile", |it| {
        at(it, Place::Consents);
        it.no_notices = true;
    }),
    extra("profile.consents", "profile", |it| at(it, Place::Consents)),
    extra("profile.consents.errors", "profile", |it| {
        at(it, Place::Consents);
        it.press = Some(SUBMIT);
    }),
    extra("loanAmount.errors", "loanAmount", |it| {
        it.typed = &[("amount", "5")];
        it.press = Some(SUBMIT);
    }),
    extra("bankAccount.errors", "bankAccount", |it| {
        it.typed = &[
            ("accountHolderName", ""),
            ("accountNumber", "1234"),
            ("ifsc", "HDFCO001234"),
        ];
        it.press = Some(SUBMIT);
    }),
];

pub(super) fn scenes(recorded: &[Scene]) -> Vec<Scene> {
    let listed = applications(recorded);
    let table = EXTRAS.iter().map(|extra| {
        let on = recorded.iter().find(|scene| scene.state == extra.on);
        let mut scene = match on {
            Some(on) => Scene {
                from: ["on ", extra.on].concat(),
                ..on.clone()
            },
            None => Scene::new(extra.state, extra.on),
        };
        extra.state.clone_into(&mut scene.state);
        if extra.state == "page.applications" {
            scene.listed = Some(listed.clone());
        }
        (extra.change)(&mut scene);
        scene
    });
    table
        .chain(comparing::scenes(recorded))
        .chain(statement::scenes(recorded))
        .chain(long(recorded))
        .collect()
}

/// Waiting beyond its end.
fn long(recorded: &[Scene]) -> impl Iterator<Item = Scene> {
    recorded
        .iter()
        .filter(|scene| {
            let view = scene.view.as_ref();
            let ends = view.is_some_and(|view| view.pace.until.is_some());
            // New figures look the same however long one waits.
            ends && !scene.state.contains('+')
        })
        .map(|scene| Scene {
            state: [&scene.state, ".long"].concat(),
            from: ["on ", &scene.state].concat(),
            late: true,
            ..scene.clone()
        })
}
