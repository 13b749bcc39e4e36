use contract::OfferId;

use super::quote::Quote;
use crate::lenders::{AaNeed, Lender, Letter};

/// One lender's place in the list.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) offer_id: OfferId,
    pub(crate) letter: Letter,
    pub(crate) aa: AaNeed,
    pub(crate) answer: Answer,
}

#[derive(Debug)]
pub(crate) enum Answer {
    Awaited,
    Offered(Box<Quote>),
    /// With a reason for the borrower.
    Nothing(String),
}

impl Card {
    pub(crate) fn lender(&self) -> &'static Lender {
        self.letter.lender()
    }

    pub(crate) fn quote(&self) -> Option<&Quote> {
        match &self.answer {
            Answer::Offered(quote) => Some(quote),
            Answer::Awaited | Answer::Nothing(_) => None,
        }
    }

    pub(crate) fn is_alive(&self) -> bool {
        !matches!(self.answer, Answer::Nothing(_))
    }
}
