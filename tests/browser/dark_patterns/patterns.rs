//! The eleven, in the order of RBI's list: what each would look like here.

use std::collections::BTreeSet;

use super::gathered::Scene;
use super::{looks, money, weighing};
use crate::text::Words;

/// What was found on one screen.
#[derive(Default)]
pub struct Found {
    pub flaws: Vec<String>,
    /// What the screen has that this pattern could sit in.
    pub met: BTreeSet<&'static str>,
}

pub struct Pattern {
    pub name: &'static str,
    pub look: fn(&Scene) -> Found,
    /// All must be met on some screen, or nothing was looked at.
    pub meets: &'static [&'static str],
    pub baits: &'static [Bait],
}

/// The pattern, put into a screen.
pub struct Bait {
    pub on: &'static str,
    /// With the screen as `main`, and `word` as its first argument.
    pub script: &'static str,
    pub word: fn(Words) -> &'static str,
}

const fn bait(on: &'static str, script: &'static str) -> Bait {
    Bait {
        on,
        script,
        word: |_| "",
    }
}

/// Where somebody decides about money or data.
pub const DECISIONS: &[&str] = &[
    "offers",
    "offer",
    "compare",
    "kfs",
    "parting",
    "profile.consents",
    "consentWithdrawn",
    "loanAmount",
    "bankAccount",
    "leave",
    "stepFailed",
    "disbursed",
    "page.data",
    "waiting",
];

pub static ALL: [Pattern; 11] = [
    Pattern {
        name: "false urgency",
        look: looks::urgency,
        meets: &["an offer", "an end of validity"],
        baits: &[
            bait("offer", "main.append('Hurry: this rate ends in a moment')"),
            bait("offers", "main.append('अब सिर्फ़ 5 मिनट बाक़ी')"),
            bait(
                "kfs",
                "main.insertAdjacentHTML('beforeend', '<p role=timer>04:59</p>')",
            ),
        ],
    },
    Pattern {
        name: "basket sneaking",
        look: looks::sneaking,
        meets: &["a choice", "a fee for insurance"],
        baits: &[
            bait(
                "offer",
                "main.insertAdjacentHTML('beforeend', \
                '<label><input type=checkbox> Insurance for ₹499</label>')",
            ),
            bait(
                "profile.consents",
                "main.querySelector('[type=checkbox]').checked = true",
            ),
        ],
    },
    Pattern {
        name: "confirm shaming",
        look: looks::shaming,
        meets: &["a way to say no"],
        baits: &[
            bait(
                "parting.offer",
                "main.insertAdjacentHTML('beforeend', \
                '<button>No, I would rather pay more</button>')",
            ),
            bait(
                "kfs",
                "main.insertAdjacentHTML('beforeend', \
                '<button>मुझे बचत नहीं चाहिए</button>')",
            ),
        ],
    },
    Pattern {
        name: "forced action",
        look: looks::forced,
        meets: &["a consent", "a field that the step needs"],
        baits: &[
            bait(
                "offers",
                "main.insertAdjacentHTML('beforeend', \
                '<label>Email for news <input type=email></label>')",
            ),
            bait("leave.kyc.first", "Notification.requestPermission()"),
            bait(
                "profile.consents",
                "main.insertAdjacentHTML('beforeend', \
                '<label><input type=checkbox> Send me offers of partners</label>')",
            ),
        ],
    },
    Pattern {
        name: "subscription trap",
        look: looks::trap,
        meets: &["a way out", "a consent to withdraw"],
        baits: &[
            Bait {
                on: "offers",
                script: "for (const it of main.querySelectorAll('a, button'))
                    if (it.innerText.includes(arguments[0])) it.remove()",
                word: |t| t.parting.give_up,
            },
            Bait {
                on: "page.data",
                script: "for (const it of main.querySelectorAll('button, summary'))
                    if (it.innerText.includes(arguments[0])) it.remove()",
                word: |t| t.data.withdraw,
            },
        ],
    },
    Pattern {
        name: "interface interference",
        look: weighing::interference,
        meets: weighing::PAIRS_MET,
        baits: weighing::BAITS,
    },
    Pattern {
        name: "bait and switch",
        look: money::switch,
        meets: &["figures that changed"],
        baits: money::SWITCHED,
    },
    Pattern {
        name: "drip pricing",
        look: money::dripping,
        meets: &[
            "a card",
            "the fees of an offer",
            "a later screen with amounts",
        ],
        baits: money::DRIPPED,
    },
    Pattern {
        name: "disguised advertisement",
        look: looks::advertisement,
        meets: &["a link that leads outside"],
        baits: &[
            bait("offers", "main.append('Recommended: 5% cashback')"),
            bait(
                "waiting.offers",
                "main.insertAdjacentHTML('beforeend', \
                '<a href=\"https://cards.shop.example.com/\">Status of your card</a>')",
            ),
            bait(
                "disbursed",
                "main.insertAdjacentHTML('beforeend', \
                '<img alt=\"\" width=40 height=40 src=\"/icon.svg\">')",
            ),
        ],
    },
    Pattern {
        name: "nagging",
        look: looks::nagging,
        meets: &["a decision"],
        baits: &[
            bait(
                "offers",
                "main.insertAdjacentHTML('beforeend', \
                '<dialog open>Are you sure that you want to compare?</dialog>')",
            ),
            bait("parting.giveUp", "confirm('Are you sure?')"),
        ],
    },
    Pattern {
        name: "trick wording",
        look: looks::tricks,
        meets: &["a box", "a decision"],
        baits: &[
            bait(
                "profile.consents",
                "main.insertAdjacentHTML('beforeend', \
                '<label><input type=checkbox> Do not share my data</label>')",
            ),
            bait(
                "parting.offer",
                "main.append('You cannot go on without not declining.')",
            ),
            bait("kfs", "main.append('इसके बिना नहीं.')"),
        ],
    },
];
