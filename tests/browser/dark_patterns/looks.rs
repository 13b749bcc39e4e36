//! How eight of the patterns are looked for; `weighing` and `money` have the other three.

use std::collections::BTreeSet;

use super::gathered::Scene;
use super::lexicon as says;
use super::look::Control;
use super::patterns::{DECISIONS, Found};
use crate::text::Words;

fn found(met: &[(&'static str, bool)]) -> Found {
    Found {
        flaws: Vec::new(),
        met: met
            .iter()
            .filter(|(_, is)| *is)
            .map(|(name, _)| *name)
            .collect(),
    }
}

/// 1: a time is a date, and nobody is pressed.
pub fn urgency(scene: &Scene) -> Found {
    let (seen, t) = (&scene.seen, scene.words());
    let mut found = found(&[
        ("an offer", !seen.cards.is_empty()),
        ("an end of validity", seen.text.contains(t.offer.valid)),
    ]);
    let urgent = says::said(&seen.text, says::URGENT).map(|word| format!("says `{word}`"));
    found.flaws.extend(urgent);
    let counted = seen.text.lines().filter(|line| says::counted_down(line));
    found
        .flaws
        .extend(counted.map(|line| format!("counts down: {line}")));
    let clocks = seen.clocks.iter().map(|clock| format!("runs: {clock}"));
    found.flaws.extend(clocks);
    found
}

/// 2: nothing is in the basket that the borrower did not put there.
pub fn sneaking(scene: &Scene) -> Found {
    let (seen, t) = (&scene.seen, scene.words());
    let kinds = ["checkbox", "radio", "switch"];
    let mut choices = seen.controls.iter().map(|it| it.kind.as_str());
    let mut found = found(&[
        ("a choice", choices.any(|kind| kinds.contains(&kind))),
        ("a fee for insurance", seen.text.contains(t.offer.insurance)),
    ]);
    let ticked = scene.chosen_beforehand();
    let ticked = ticked.map(|control| format!("is ticked: {}", control.says));
    found.flaws.extend(ticked);
    let sold = seen.controls.iter().filter(|control| {
        let added = says::said(&control.says, says::ADDED);
        added.is_some()
    });
    found
        .flaws
        .extend(sold.map(|control| format!("sells: {}", control.says)));
    found
}

fn is_a_no(control: &Control, t: Words) -> bool {
    let p = &t.parting;
    let noes = [
        p.not_this,
        p.keep,
        p.give_up,
        t.leave.not_now,
        t.consents.keep,
        t.data.withdraw,
    ];
    control.is_pressed() && noes.iter().any(|no| control.says.starts_with(no))
}

/// 3: a no is a plain word, and nobody puts it into the borrower's mouth.
pub fn shaming(scene: &Scene) -> Found {
    let t = scene.words();
    let controls = &scene.seen.controls;
    let mut found = found(&[(
        "a way to say no",
        controls.iter().any(|control| is_a_no(control, t)),
    )]);
    for control in controls.iter().filter(|control| control.is_pressed()) {
        let spoken =
            says::tokens(&control.says).any(|token| says::FIRST_PERSON.contains(&token.as_str()));
        let refuses = says::negations(&control.says) > 0;
        if says::said(&control.says, says::SHAMING).is_some() || (spoken && refuses) {
            found.flaws.push(format!("shames: {}", control.says));
        }
    }
    found
}

/// 4: each step asks for what it needs and for nothing else.
pub fn forced(scene: &Scene) -> Found {
    let (seen, t) = (&scene.seen, scene.words());
    let b = &t.bank;
    let needed = [b.amount, b.holder, b.account, b.ifsc];
    let boxes = || seen.controls.iter().filter(|it| it.kind == "checkbox");
    let consents = scene.is_of(&["profile.consents"]);
    let mut found = found(&[("a consent", consents && boxes().count() == 2)]);
    if scene.is_of(DECISIONS) {
        for control in seen
            .controls
            .iter()
            .filter(|control| control.is_typed_into())
        {
            if needed.iter().any(|label| control.says.starts_with(label)) {
                found.met.insert("a field that the step needs");
            } else {
                found.flaws.push(format!("asks for `{}`", control.says));
            }
        }
    }
    if consents && boxes().count() > 2 {
        found
            .flaws
            .push(format!("{} boxes for two consents", boxes().count()));
    }
    let asked = seen
        .asked
        .iter()
        .map(|what| format!("asks the phone: {what}"));
    found.flaws.extend(asked);
    found
}

/// 5: out is as near as in.
pub fn trap(scene: &Scene) -> Found {
    let (seen, t) = (&scene.seen, scene.words());
    let mut found = Found::default();
    let open = |says: &str| {
        seen.controls
            .iter()
            .any(|it| it.says.contains(says) && !it.buried)
    };
    let under_way = ["offers", "offer", "loanAmount", "bankAccount", "leave"];
    let to_choose = scene.is_of(&["kfs"]) && open(t.offer.choose);
    // With no offer left, or none made, there is nothing to get out of.
    let nothing_left = seen.text.contains(t.offers.title_none);
    if (scene.is_of(&under_way) || to_choose) && !nothing_left {
        found.met.insert("a way out");
        if !open(t.parting.give_up) && !open(t.parting.not_this) {
            found.flaws.push("no way out".to_owned());
        }
    }
    if scene.is_of(&["page.data"]) && seen.text.contains(t.data.given) {
        let given = says_agreed(&seen.text, t.data.agreed_on);
        if given > 0 {
            found.met.insert("a consent to withdraw");
            let ways = seen
                .controls
                .iter()
                .filter(|it| it.says.starts_with(t.data.withdraw));
            if !ways.into_iter().any(|it| !it.buried) {
                found
                    .flaws
                    .push(format!("{given} consents given, none can be withdrawn"));
            }
        }
    }
    found
}

/// How often a sentence with a gap is said.
fn says_agreed(text: &str, pattern: &str) -> usize {
    let (before, after) = pattern.split_once("{0}").unwrap_or((pattern, ""));
    text.lines()
        .filter(|line| line.contains(before.trim()) && line.contains(after.trim()))
        .count()
}

/// 9: nothing is shown that is paid for by somebody else.
pub fn advertisement(scene: &Scene) -> Found {
    let seen = &scene.seen;
    let mut found = Found::default();
    found
        .flaws
        .extend(seen.media.iter().map(|it| format!("shows {it}")));
    let sold = says::said(&seen.text, says::SELLING);
    found
        .flaws
        .extend(sold.map(|word| format!("says `{word}`")));
    for control in seen
        .controls
        .iter()
        .filter(|control| control.to.contains("://"))
    {
        let address = control.to.split("://").nth(1).unwrap_or_default();
        let host = address
            .split(['/', ':', '?', '#'])
            .next()
            .unwrap_or_default();
        if host == "localhost" {
            continue;
        }
        found.met.insert("a link that leads outside");
        // The recorded lenders' papers lie on the machine itself and below .example.
        let lenders = host == "127.0.0.1" || host.ends_with(".example");
        if !lenders && !host.ends_with(".rbi.org.in") {
            found.flaws.push(format!("leads to {host}"));
        }
    }
    found
}

/// 10: nothing lies over the page, and nothing is asked twice.
pub fn nagging(scene: &Scene) -> Found {
    let seen = &scene.seen;
    let mut found = found(&[("a decision", scene.is_of(DECISIONS))]);
    found
        .flaws
        .extend(seen.dialogs.iter().map(|it| format!("over the page: {it}")));
    found
        .flaws
        .extend(seen.asked.iter().map(|it| format!("interrupts: {it}")));
    let mut questions = BTreeSet::new();
    for control in seen.controls.iter().filter(|it| it.kind == "checkbox") {
        if seen.cards.is_empty() && !questions.insert(&control.says) {
            found.flaws.push(format!("asks twice: {}", control.says));
        }
    }
    found
}

/// 11: a tick says yes, a button one thing, a sentence no more than one no.
pub fn tricks(scene: &Scene) -> Found {
    let seen = &scene.seen;
    let boxes = || seen.controls.iter().filter(|it| it.kind == "checkbox");
    let decides = scene.is_of(DECISIONS);
    let mut found = found(&[("a box", boxes().next().is_some()), ("a decision", decides)]);
    let backwards = boxes().filter(|it| says::negations(&it.says) > 0);
    found
        .flaws
        .extend(backwards.map(|it| format!("a box that says no: {}", it.says)));
    let doubled = seen
        .controls
        .iter()
        .filter(|it| says::negations(&it.says) > 1);
    found
        .flaws
        .extend(doubled.map(|it| format!("says no twice: {}", it.says)));
    if decides {
        let twisted = says::twisted(&seen.text).into_iter();
        found
            .flaws
            .extend(twisted.map(|it| format!("two noes in one: {it}")));
    }
    found
}
