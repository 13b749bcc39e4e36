//! Words that a dark pattern needs, in both languages of the app.

/// Said to make somebody hurry.
pub const URGENT: &[&str] = &[
    "hurry",
    "last chance",
    "act now",
    "act fast",
    "limited time",
    "running out",
    "today only",
    "only today",
    "expires in",
    "offer ends in",
    "rate ends",
    "few left",
    "while it lasts",
    "do not miss",
    "don't miss",
    "too late",
    "rate will rise",
    "rates rise",
    "जल्दी कर",
    "जल्द से जल्द",
    "आख़िरी मौक़ा",
    "आखिरी मौका",
    "सिर्फ़ आज",
    "केवल आज",
    "सीमित समय",
    "चूकें",
    "देर न करें",
    "दर बढ़ जाएगी",
];

/// After a number, a time that runs down.
pub const LEFT: &[&str] = &["left", "remaining", "to go", "बाक़ी", "बाकी", "बचे", "शेष"];

pub const UNITS: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "सेकंड",
    "मिनट",
    "घंटे",
    "घंटा",
    "दिन",
];

/// What is sold beside a loan.
pub const ADDED: &[&str] = &[
    "insurance",
    "add-on",
    "protection plan",
    "subscription",
    "membership",
    "donat",
    "बीमा",
    "सदस्यता",
    "दान",
];

/// Said to make a no feel foolish.
pub const SHAMING: &[&str] = &[
    "no thanks",
    "no, ",
    "don't want to save",
    "i don't",
    "i do not",
    "rather pay",
    "regret",
    "miss out",
    "lose out",
    "नहीं, ",
    "पछता",
    "गँवा",
    "मौक़ा छोड़",
];

/// Nobody's button speaks for the borrower.
pub const FIRST_PERSON: &[&str] = &[
    "i",
    "i'm",
    "i'd",
    "i'll",
    "me",
    "my",
    "mine",
    "मैं",
    "मुझे",
    "मेरा",
    "मेरी",
    "मेरे",
    "मैंने",
];

/// Said to sell.
pub const SELLING: &[&str] = &[
    "sponsored",
    "promoted",
    "recommended",
    "best offer",
    "best deal",
    "top pick",
    "most popular",
    "exclusive",
    "congratulations",
    "special offer",
    "just for you",
    "pre-approved",
    "reward",
    "cashback",
    "bonus",
    "discount",
    "प्रायोजित",
    "सबसे अच्छा",
    "सबसे बढ़िया",
    "बधाई",
    "ख़ास ऑफ़र",
    "ख़ास आपके लिए",
    "इनाम",
    "कैशबैक",
    "तोहफ़ा",
];

const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "nothing",
    "nobody",
    "none",
    "cannot",
    "without",
    "unless",
    "neither",
    "nor",
    "नहीं",
    "न",
    "ना",
    "मत",
    "बिना",
    "बग़ैर",
];

/// Where one thought ends and another begins.
const BREAKS: &[&str] = &[
    "and",
    "but",
    "or",
    "that",
    "which",
    "who",
    "what",
    "if",
    "when",
    "और",
    "लेकिन",
    "पर",
    "या",
    "कि",
    "जो",
    "तो",
    "अगर",
    "जब",
];

/// The first of these that is said.
pub fn said(text: &str, lexicon: &[&'static str]) -> Option<&'static str> {
    let text = text.to_lowercase();
    lexicon.iter().find(|word| text.contains(**word)).copied()
}

pub fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| c.is_whitespace() || ".,;:!?()।“”\"·…–—".contains(c))
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
}

pub fn negations(text: &str) -> usize {
    tokens(text)
        .filter(|token| NEGATIONS.contains(&token.as_str()) || token.ends_with("n't"))
        .count()
}

/// Thoughts with more than one no in them.
pub fn twisted(text: &str) -> Vec<String> {
    let ends = |c: char| "\n.,;:!?()।“”…–—".contains(c);
    let mut twisted = Vec::new();
    for sentence in text.split(ends) {
        let mut thought = Vec::new();
        for word in sentence.split_whitespace().chain(["and"]) {
            if BREAKS.contains(&word.to_lowercase().as_str()) {
                let said = thought.join(" ");
                if negations(&said) > 1 {
                    twisted.push(said);
                }
                thought.clear();
            } else {
                thought.push(word);
            }
        }
    }
    twisted
}

/// A time that is counted down: `5 minutes left`.
pub fn counted_down(text: &str) -> bool {
    let words: Vec<String> = tokens(text).collect();
    let number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    words.windows(3).any(|three| match three {
        [count, unit, after] => {
            let known = |list: &[&str], word: &String| list.contains(&word.as_str());
            number(count) && known(UNITS, unit) && known(LEFT, after)
        }
        _ => false,
    })
}

/// Amounts as they stand on a screen, `₹2,44,100`.
pub fn amounts(text: &str) -> impl Iterator<Item = String> {
    let all = text.split('₹').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
        let digits = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        format!("₹{}", digits.trim_end_matches(['.', ',']))
    });
    // Beside a field the sign stands alone.
    all.filter(|amount| amount != "₹")
}

#[test]
fn two_noes_in_one_thought_are_heard() {
    assert_eq!(
        twisted("You owe nothing, and you need give no reason").len(),
        0
    );
    assert_eq!(twisted("Do not untick if you do not want it").len(), 0);
    assert_eq!(twisted("Nothing is sent without it").len(), 1);
    assert_eq!(twisted("इसके बिना कुछ नहीं भेजा जाता।").len(), 1);
}

#[test]
fn a_countdown_is_heard_and_a_date_is_not() {
    assert!(counted_down("Only 5 minutes left!"));
    assert!(counted_down("3 दिन बाक़ी"));
    assert!(!counted_down(
        "Valid until 5 March 2026, 14:32. 3 days after that"
    ));
}

#[test]
fn amounts_are_read_as_they_stand() {
    let found: Vec<String> = amounts("of ₹2,44,100.50, then ₹12. No more, in ₹").collect();
    assert_eq!(found, ["₹2,44,100.50", "₹12"]);
}
