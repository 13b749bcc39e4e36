//! What more than one annex says of a loan, said once.

use contract::platform::offers::{Contact, Offer};
use contract::platform::status::JourneyType;
use flow::{Charge, Doubt, Figures, Payment, RateKind, Reading};
use lending::{BasisPoints, Date, Paise};

use crate::statement::{Block, Row};
use crate::value::Value;
use crate::words::{Language, Words};

pub(crate) struct Loan<'a> {
    pub(crate) offer: &'a Offer,
    pub(crate) kind: JourneyType,
    pub(crate) figures: Figures,
    pub(crate) payments: Option<Vec<Payment>>,
    doubts: Vec<Doubt>,
    pub(crate) language: Language,
    pub(crate) words: &'static Words,
}

pub(crate) fn row(number: &'static str, label: &'static str, value: Value) -> Row {
    Row {
        number,
        label,
        value,
    }
}

impl<'a> Loan<'a> {
    pub(crate) fn new(offer: &'a Offer, kind: JourneyType, language: Language) -> Self {
        Self {
            offer,
            kind,
            figures: Figures::of(offer),
            payments: flow::payments(offer),
            doubts: flow::doubts(offer),
            language,
            words: language.words(),
        }
    }

    pub(crate) fn principal(&self) -> Value {
        amount(Reading::amount(self.offer.amount_principal.as_ref()))
    }

    pub(crate) fn net(&self) -> Value {
        amount(Reading::amount(self.offer.amount_net_disbursed.as_ref()))
    }

    pub(crate) fn interest(&self) -> Value {
        amount(Reading::amount(
            self.offer.amount_total_interest_payable.as_ref(),
        ))
    }

    pub(crate) fn repay(&self) -> Value {
        let quote = self.offer.quote.as_ref();
        match Reading::amount(quote.and_then(|quote| quote.total.as_ref())) {
            Reading::Missing => {
                let ours = self.figures.repay.map(Paise::format);
                ours.map_or(Value::Missing, Value::Figure)
            }
            stated => amount(stated),
        }
    }

    /// A figure of ours, from those of the lender.
    pub(crate) fn worked_out(&self, amount: Option<Paise>) -> Value {
        match amount {
            Some(amount) => Value::Figure(amount.format()),
            None => Value::Words(self.words.not_known.to_owned()),
        }
    }

    pub(crate) fn term(&self) -> Value {
        Value::read(Reading::term(self.offer.offer_term.as_ref()), |term| {
            self.language.tenor(term)
        })
    }

    pub(crate) fn instalment(&self) -> Value {
        amount(Reading::amount(self.offer.installment_amount.as_ref()))
    }

    pub(crate) fn count(&self) -> Value {
        let count = Reading::count(self.offer.number_of_installments.as_ref());
        Value::read(count, |count| count.to_string())
    }

    pub(crate) fn frequency(&self) -> Value {
        match flow::is_monthly(self.offer) {
            Some(true) => Value::Words(self.words.monthly.to_owned()),
            Some(false) => Value::Words(self.words.not_monthly.to_owned()),
            None => Value::Missing,
        }
    }

    pub(crate) fn first_due(&self) -> Value {
        let first = self.offer.installments.first();
        self.day(first.and_then(|first| first.due_date.as_ref()))
    }

    pub(crate) fn day(&self, text: Option<&contract::Text>) -> Value {
        Value::read(Reading::<Date>::day(text), |day| self.language.date(day))
    }

    pub(crate) fn rate(&self) -> Value {
        percent(Reading::percent(self.offer.interest_rate.as_ref()))
    }

    pub(crate) fn rate_type(&self) -> Value {
        let words = self.words;
        let kind = match self.rate_kind() {
            Reading::Missing => return Value::Missing,
            Reading::Unread(other) => return Value::AsWritten(other.to_owned()),
            Reading::Plain(kind) | Reading::Spelled(kind, _) => kind,
        };
        let kind = match kind {
            RateKind::Fixed => words.fixed,
            RateKind::Floating => words.floating,
            RateKind::Hybrid => words.hybrid,
        };
        Value::Words(kind.to_owned())
    }

    pub(crate) fn is_fixed(&self) -> bool {
        self.rate_kind().figure() == Some(RateKind::Fixed)
    }

    fn rate_kind(&self) -> Reading<'a, RateKind> {
        Reading::rate_kind(self.offer.interest_type.as_ref())
    }

    pub(crate) fn apr(&self) -> Value {
        percent(Reading::percent(self.offer.annual_percentage_rate.as_ref()))
    }

    /// Read as everywhere in the app.
    pub(crate) fn charge(text: Option<&contract::Text>) -> Value {
        match Charge::of(text) {
            Charge::Missing => Value::Missing,
            Charge::Amount(_) => amount(Reading::amount(text)),
            Charge::Percent(written) => Value::Percent(written.to_owned()),
            Charge::Words(written) => Value::AsWritten(written.to_owned()),
        }
    }

    /// Whether every charge at the start is kept back from what is paid out, and so is paid once.
    pub(crate) fn fees_are_taken_once(&self) -> bool {
        flow::fees(self.offer).is_some_and(|listed| self.figures.upfront == Some(listed))
    }

    pub(crate) fn agent(contact: Option<&Contact>) -> Value {
        contact.map_or(Value::Missing, |agent| {
            Value::name([
                &agent.name,
                &agent.contact_number,
                &agent.email,
                &agent.address,
            ])
        })
    }

    /// What to tell of figures that do not agree, where they stand.
    pub(crate) fn notes(&self, belongs: fn(&Doubt) -> bool) -> impl Iterator<Item = Block> {
        let told = self.doubts.iter().filter(move |doubt| belongs(doubt));
        told.map(|doubt| Block::Note(self.language.doubt(*doubt)))
    }
}

pub(crate) fn amount(reading: Reading<'_, Paise>) -> Value {
    Value::read(reading, Paise::format)
}

fn percent(reading: Reading<'_, BasisPoints>) -> Value {
    Value::read(reading, |rate| rate.to_string())
}
