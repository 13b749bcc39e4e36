mod asking;
mod choosing;
mod common;
mod failing;
mod gold;
mod leaving;
mod pages;
mod parting;

use super::Text;

pub(super) const TEXT: Text = Text {
    common: common::COMMON,
    errors: common::ERRORS,
    refusals: common::REFUSALS,
    start: pages::START,
    profile: asking::PROFILE,
    check: asking::CHECK,
    consents: asking::CONSENTS,
    waiting: leaving::WAITING,
    offers: choosing::OFFERS,
    offer: choosing::OFFER,
    leave: leaving::LEAVE,
    bank: leaving::BANK,
    failing: failing::FAILING,
    changed: parting::CHANGED,
    parting: parting::PARTING,
    gold: gold::GOLD,
    done: pages::DONE,
    help: pages::HELP,
};
