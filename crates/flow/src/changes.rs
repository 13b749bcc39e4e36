use contract::Text;
use contract::app::JourneyView;
use contract::platform::offers::Offer;
use lending::{BasisPoints, Paise};

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
    CoolingOff,
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
/// is merely spelled in another way, or not repeated, has not. A line of the quote is told unless
/// something else tells of the same two amounts.
pub fn changes<'a>(before: &'a Offer, now: &'a Offer) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let change = |term, of: fn(&Offer) -> Option<&Text>| Change {
        term,
        before: of(before),
        now: of(now),
    };
    let count = change(Term::Instalments, |it| it.number_of_installments.as_ref());
    changes.extend(count.moved(Reading::count));
    let kind = change(Term::InterestType, |it| it.interest_type.as_ref());
    changes.extend(kind.moved(Reading::rate_kind));
    let cooling_off = change(Term::CoolingOff, |it| it.cool_off_period.as_ref());
    changes.extend(cooling_off.moved(Reading::cooling_off));
    let fees = Fee::ALL.into_iter().map(|fee| Change {
        term: Term::Fee(fee),
        before: fee.of(before),
        now: fee.of(now),
    });
    changes.extend(fees.filter(is_other));
    let told = told(before, now, &changes);
    let lines = lines(before, now);
    let is_told = |line: &Change<'_>| amounts(line).is_some_and(|it| told.contains(&it));
    changes.extend(lines.filter(|line| is_other(line) && !is_told(line)));
    changes
}

/// The amount that was offered, and the other one that the borrower took; where nothing else has
/// become dearer than that explains.
pub fn took(view: &JourneyView) -> Option<(Paise, Paise)> {
    let (agreed, offer) = view.agreed.as_ref().zip(view.offer.as_ref())?;
    let taken = Reading::amount(view.taken.as_ref()).figure()?;
    let (before, now) = (Figures::of(agreed), Figures::of(offer));
    let offered = before.principal.filter(|it| *it > taken)?;
    let same_terms = before.rate == now.rate && before.tenor == now.tenor;
    let no_more = |it: Option<Amounts>| it.is_some_and(|(before, now)| now <= before);
    let cheaper = no_more(before.cost.zip(now.cost)) && no_more(before.monthly.zip(now.monthly));
    let others = changes(agreed, offer);
    let told = cheaper && others.iter().all(|change| no_more(amounts(change)));
    (now.principal == Some(taken) && same_terms && told).then_some((offered, taken))
}

impl<'a> Change<'a> {
    /// Where both are given, and do not say the same.
    fn moved<T: PartialEq>(self, read: fn(Option<&'a Text>) -> Reading<'a, T>) -> Option<Self> {
        let moved = match (read(self.before), read(self.now)) {
            (Reading::Missing, _) | (_, Reading::Missing) => false,
            (Reading::Unread(before), Reading::Unread(now)) => before != now,
            (before, now) => before.figure() != now.figure(),
        };
        moved.then_some(self)
    }
}

fn is_other(change: &Change<'_>) -> bool {
    match (Charge::of(change.before), Charge::of(change.now)) {
        (_, Charge::Missing) | (Charge::Missing, Charge::Amount(Paise::ZERO)) => false,
        (Charge::Percent(before), Charge::Percent(now)) => {
            BasisPoints::from_wire(before) != BasisPoints::from_wire(now)
        }
        (before, now) => before != now,
    }
}

/// Before and now.
type Amounts = (Paise, Paise);

/// Where both can be read: of others nobody knows whether they are the same change.
fn amounts(change: &Change<'_>) -> Option<Amounts> {
    let read = |raw| Reading::amount(raw).figure();
    read(change.before).zip(read(change.now))
}

/// The changes of amounts that the figures and these changes show.
fn told(before: &Offer, now: &Offer, changes: &[Change<'_>]) -> Vec<Amounts> {
    let (before, now) = (Figures::of(before), Figures::of(now));
    let figures = [
        before.principal.zip(now.principal),
        before.receive.zip(now.receive),
        before.repay.zip(now.repay),
        before.monthly.zip(now.monthly),
    ];
    let figures = figures.into_iter().flatten();
    figures.chain(changes.iter().filter_map(amounts)).collect()
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
