mod asking;
mod choosing;
mod common;
mod comparing;
mod consenting;
mod failing;
mod gold;
mod kfs;
mod leaving;
mod money;
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
    consents: consenting::CONSENTS,
    waiting: leaving::WAITING,
    offers: choosing::OFFERS,
    offer: choosing::OFFER,
    compare: comparing::COMPARE,
    kfs: kfs::KFS,
    leave: leaving::LEAVE,
    bank: leaving::BANK,
    failing: failing::FAILING,
    changed: parting::CHANGED,
    parting: parting::PARTING,
    gold: gold::GOLD,
    done: pages::DONE,
    money: money::MONEY,
    help: consenting::HELP,
    data: consenting::DATA,
    who: consenting::WHO,
};
