//! Every word of the providers' pages. `{lender}`, `{name}`, `{code}` and `{amount}` are filled in.

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) lang: &'static str,
    /// As the language calls itself.
    pub(crate) name: &'static str,
    pub(crate) sandbox: &'static str,
    pub(crate) language: &'static str,
    pub(crate) decline: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) code: &'static str,
    pub(crate) code_hint: &'static str,
    pub(crate) code_wrong: &'static str,
    pub(crate) dead: &'static str,
    pub(crate) dead_why: &'static str,
    pub(crate) back: &'static str,
    pub(crate) going_back: &'static str,
    pub(crate) going_back_why: &'static str,
    pub(crate) somebody: &'static str,
    pub(crate) person_name: &'static str,
    pub(crate) aa: Aa,
    pub(crate) kyc: Kyc,
    pub(crate) mandate: Mandate,
    pub(crate) agreement: Agreement,
    pub(crate) lender: Lender,
    pub(crate) branch: Branch,
    pub(crate) payment: Payment,
}

/// Who shows a page, what it is about, and its yes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    pub(crate) who: &'static str,
    pub(crate) title: &'static str,
    pub(crate) yes: &'static str,
}

#[derive(Debug)]
pub(crate) struct Aa {
    pub(crate) head: Head,
    pub(crate) asks: &'static str,
    pub(crate) rows: [(&'static str, &'static str); 5],
    pub(crate) withdraw: &'static str,
}

#[derive(Debug)]
pub(crate) struct Kyc {
    pub(crate) head: Head,
    pub(crate) asks: &'static str,
}

#[derive(Debug)]
pub(crate) struct Mandate {
    pub(crate) head: Head,
    pub(crate) asks: &'static str,
    pub(crate) holder: &'static str,
    pub(crate) account: &'static str,
    pub(crate) cap: &'static str,
    pub(crate) frequency: &'static str,
    pub(crate) monthly: &'static str,
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) instalments: &'static str,
    pub(crate) nothing_now: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) bank_says: &'static str,
    pub(crate) bank_refused: &'static str,
}

#[derive(Debug)]
pub(crate) struct Agreement {
    pub(crate) head: Head,
    pub(crate) asks: &'static str,
    pub(crate) loan: &'static str,
    pub(crate) receive: &'static str,
    pub(crate) repay: &'static str,
    pub(crate) monthly: &'static str,
    pub(crate) read: &'static str,
}

#[derive(Debug)]
pub(crate) struct Lender {
    pub(crate) head: Head,
    pub(crate) asks: &'static str,
    /// Title and text.
    pub(crate) steps: [(&'static str, &'static str); 4],
}

#[derive(Debug)]
pub(crate) struct Branch {
    pub(crate) head: Head,
    pub(crate) asks: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) none_chosen: &'static str,
    pub(crate) hours: &'static str,
    pub(crate) carry: &'static str,
    pub(crate) things: [&'static str; 4],
}

#[derive(Debug)]
pub(crate) struct Payment {
    pub(crate) head: Head,
    pub(crate) no: &'static str,
    pub(crate) together: &'static str,
    /// By the name of the part on the wire.
    pub(crate) parts: [(&'static str, &'static str); 6],
}

pub(crate) static ALL: [&Words; 2] = [&super::words_en::WORDS, &super::words_hi::WORDS];

/// English for a language nobody wrote words in.
pub(crate) fn of(lang: &str) -> &'static Words {
    ALL.into_iter()
        .find(|words| words.lang == lang)
        .unwrap_or(&super::words_en::WORDS)
}

/// Puts what is known into a sentence.
pub(crate) fn fill(sentence: &str, known: &[(&str, &str)]) -> String {
    known
        .iter()
        .fold(sentence.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
}
