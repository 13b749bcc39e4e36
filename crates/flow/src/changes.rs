use contract::Text;
use contract::platform::offers::Offer;
use lending::Paise;

use crate::charge::Charge;
use crate::figures::Figures;
use crate::reading::Reading;

/// A term of an offer, beside its [`Figures`], that is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    pub term: Term<'a>,
    pub before: Option<&'a Text>,
    pub now: Option<&'a Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term<'a> {
    Instalments,
    /// Fixed, or can change.
    InterestType,
    Fee(Fee),
    /// A line of the quote, by its title.
    Line(&'a Text),
}

/// What a lender may charge beside interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fee {
    Processing,
    Application,
    Insurance,
    Upfront,
    Other,
    Late,
    OtherPenalty,
    Foreclosure,
    Conversion,
}

impl Fee {
    pub const ALL: [Self; 9] = [
        Self::Processing,
        Self::Application,
        Self::Insurance,
        Self::Upfront,
        Self::Other,
        Self::Late,
        Self::OtherPenalty,
        Self::Foreclosure,
        Self::Conversion,
    ];

    /// As the lender wrote it.
    pub const fn of(self, offer: &Offer) -> Option<&Text> {
        match self {
            Self::Processing => offer.processing_fees.as_ref(),
            Self::Application => offer.application_fees.as_ref(),
            Self::Insurance => offer.insurance_charges.as_ref(),
            Self::Upfront => offer.other_upfront_charges.as_ref(),
            Self::Other => offer.other_charges.as_ref(),
            Self::Late => offer.delay_penalty_fees.as_ref(),
            Self::OtherPenalty => offer.other_penalty_fees.as_ref(),
            Self::Foreclosure => offer.foreclosure_fees.as_ref(),
            Self::Conversion => offer.interest_rate_conversion_charges.as_ref(),
        }
    }
}

/// Every other term than the [`Figures`] that has changed. A charge that was not there has; what
/// is merely spelled in another way, or not repeated, has not. A line of the quote is told where
/// nothing else tells of the same change.
pub fn changes<'a>(before: &'a Offer, now: &'a Offer) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let count = |offer: &Offer| Reading::count(offer.number_of_installments.as_ref()).figure();
    if differ(count(before), count(now)) {
        changes.push(Change {
            term: Term::Instalments,
            before: before.number_of_installments.as_ref(),
            now: now.number_of_installments.as_ref(),
        });
    }
    let kinds = (before.interest_type.as_ref(), now.interest_type.as_ref());
    if differ(kinds.0.map(Text::as_str), kinds.1.map(Text::as_str)) {
        changes.push(Change {
            term: Term::InterestType,
            before: kinds.0,
            now: kinds.1,
        });
    }
    let fees = Fee::ALL.into_iter().map(|fee| Change {
        term: Term::Fee(fee),
        before: fee.of(before),
        now: fee.of(now),
    });
    changes.extend(fees.filter(is_other));
    let told = told(before, now, &changes);
    let lines = lines(before, now);
    changes.extend(lines.filter(|line| is_other(line) && !told.contains(&amounts(line))));
    changes
}

fn differ<T: PartialEq>(before: Option<T>, now: Option<T>) -> bool {
    before.zip(now).is_some_and(|(before, now)| before != now)
}

fn is_other(change: &Change<'_>) -> bool {
    match (Charge::of(change.before), Charge::of(change.now)) {
        (_, Charge::Missing) | (Charge::Missing, Charge::Amount(Paise::ZERO)) => false,
        (before, now) => before != now,
    }
}

type Amounts = (Option<Paise>, Option<Paise>);

fn amounts(change: &Change<'_>) -> Amounts {
    let read = |raw| Reading::amount(raw).figure();
    (read(change.before), read(change.now))
}

/// The changes of amounts that the figures and these changes show.
fn told(before: &Offer, now: &Offer, changes: &[Change<'_>]) -> Vec<Amounts> {
    let (before, now) = (Figures::of(before), Figures::of(now));
    let mut told = vec![
        (before.principal, now.principal),
        (before.receive, now.receive),
        (before.repay, now.repay),
        (before.interest, now.interest),
        (before.monthly, now.monthly),
    ];
    told.extend(changes.iter().map(amounts));
    told
}

fn lines<'a>(before: &'a Offer, now: &'a Offer) -> impl Iterator<Item = Change<'a>> {
    let of = |offer: &'a Offer| offer.quote.iter().flat_map(|quote| &quote.breakup);
    of(now).map(move |line| Change {
        term: Term::Line(&line.title),
        before: of(before)
            .find(|it| it.title == line.title)
            .and_then(|it| it.amount.as_ref()),
        now: line.amount.as_ref(),
    })
}
