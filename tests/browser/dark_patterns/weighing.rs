//! 6, interface interference: yes and no weigh the same, nothing is chosen beforehand, no offer
//! stands out.

use super::gathered::Scene;
use super::look::Control;
use super::patterns::{Bait, Found};
use crate::text::Words;

/// What stands opposite each other, and on which screens.
struct Pair {
    name: &'static str,
    on: &'static [&'static str],
    words: fn(Words) -> (&'static str, &'static str),
}

const PAIRS: &[Pair] = &[
    Pair {
        name: "sending, or not",
        on: &["profile.consents"],
        words: |t| (t.consents.send, t.consents.keep),
    },
    Pair {
        name: "choosing, or not",
        on: &["kfs"],
        words: |t| (t.offer.choose, t.parting.not_this),
    },
    Pair {
        name: "turning down, or not",
        on: &["parting.offer", "parting.chosen", "parting.late"],
        words: |t| (t.parting.turn_go, t.parting.keep),
    },
    Pair {
        name: "giving up, or not",
        on: &["parting.giveUp"],
        words: |t| (t.parting.give_go, t.parting.keep),
    },
    Pair {
        name: "consenting anew, or not",
        on: &["consentWithdrawn"],
        words: |t| (t.consents.again, t.parting.give_up),
    },
    Pair {
        name: "sharing statements, or not",
        on: &["leave.aa.first"],
        words: |t| (t.leave.aa.go, t.leave.not_now),
    },
];

pub const PAIRS_MET: &[&str] = &[
    "sending, or not",
    "choosing, or not",
    "turning down, or not",
    "giving up, or not",
    "consenting anew, or not",
    "sharing statements, or not",
    "several cards",
];

pub const BAITS: &[Bait] = &[
    Bait {
        on: "parting.offer",
        script: "for (const it of main.querySelectorAll('a, button'))
            if (it.innerText.includes(arguments[0])) it.classList.add('main')",
        word: |t| t.parting.keep,
    },
    Bait {
        on: "kfs",
        script: "for (const it of main.querySelectorAll('a, button'))
            if (it.innerText.includes(arguments[0])) it.style.fontSize = '10px'",
        word: |t| t.parting.not_this,
    },
    Bait {
        on: "offers.several",
        script: "main.querySelector('article').insertAdjacentHTML('afterbegin', '<b>Top</b>')",
        word: |_| "",
    },
    Bait {
        on: "profile.consents",
        script: "main.querySelector('[type=checkbox]').checked = true",
        word: |_| "",
    },
    Bait {
        on: "offer",
        script: "main.insertAdjacentHTML('beforeend', '<p class=fine>Fees apply</p>');
            main.querySelector('.fine').style.fontSize = '9px'",
        word: |_| "",
    },
];

pub fn interference(scene: &Scene) -> Found {
    let (seen, t) = (&scene.seen, scene.words());
    let mut found = Found::default();
    // What was agreed to before is not asked for again.
    let asks = !scene.state.ends_with(".agreed");
    for pair in PAIRS.iter().filter(|pair| asks && scene.is_of(pair.on)) {
        let (yes, no) = (pair.words)(t);
        let find = |says: &str| seen.controls.iter().rfind(|it| it.says.starts_with(says));
        match (buttons(scene, yes, no), find(yes)) {
            (Some((yes, no)), _) => {
                found.met.insert(pair.name);
                found.flaws.extend(unequal(yes, no));
            }
            // Where there is nothing to say yes to, no one is pushed.
            (None, None) => {}
            (None, Some(_)) => found.flaws.push(format!("`{yes}` without `{no}`")),
        }
    }
    let chosen = scene.chosen_beforehand();
    let chosen = chosen.map(|it| format!("chosen beforehand: {}", it.says));
    found.flaws.extend(chosen);
    if seen.smallest < 14.0 {
        found
            .flaws
            .push(format!("small print of {} px", seen.smallest));
    }
    if let [first, others @ ..] = seen.cards.as_slice()
        && !others.is_empty()
    {
        found.met.insert("several cards");
        for card in others {
            // A tick of the borrower's, a flag at a figure, a paper that is missing: these show.
            let marked = ["offers.picked", "offers.raw"].contains(&scene.state.as_str());
            let alike = card.shape == first.shape && card.buttons.len() == first.buttons.len();
            let same = (marked || alike)
                && card.labels == first.labels
                && (card.width - first.width).abs() < 1.0;
            if !same {
                let name = (&card.lender, &first.lender);
                found
                    .flaws
                    .push(format!("{} is not drawn like {}", name.0, name.1));
            }
        }
    }
    found
}

/// Those of the two that stand side by side.
fn buttons<'a>(scene: &'a Scene, yes: &str, no: &str) -> Option<(&'a Control, &'a Control)> {
    let all = &scene.seen.controls;
    let is = |it: &Control, says: &str| it.is_pressed() && it.says.starts_with(says);
    all.iter().filter(|it| is(it, yes)).find_map(|one| {
        let mut beside = all.iter().filter(|it| it.group == one.group);
        beside.find(|it| is(it, no)).map(|other| (one, other))
    })
}

fn unequal(yes: &Control, no: &Control) -> Vec<String> {
    let mut flaws = Vec::new();
    let names = format!("`{}` and `{}`", yes.says, no.says);
    if yes.weight != no.weight {
        flaws.push(format!("{names} weigh {} and {}", yes.weight, no.weight));
    }
    if (yes.height - no.height).abs() > 1.0 || (yes.width - no.width).abs() > 1.0 {
        flaws.push(format!(
            "{names} are {} x {} and {} x {} px",
            yes.width, yes.height, no.width, no.height
        ));
    }
    if yes.buried != no.buried {
        flaws.push(format!("{names}: one must be looked for"));
    }
    if no.height < 44.0 {
        flaws.push(format!("{names} are {} px high", no.height));
    }
    flaws
}
