//! Whether the figures of one offer agree with each other. The lender's own are shown whatever
//! comes out: a doubt is told beside them, and to whoever runs this app.

use contract::platform::offers::Offer;
use contract::platform::status::InstallmentStatus;
use lending::{BasisPoints, Paise};

use crate::changes::Fee;
use crate::charge::Charge;
use crate::figures::Figures;
use crate::payments::{is_monthly, schedule};
use crate::reading::Reading;

/// The stated APR beside the one that its own instalments come to. Lenders differ in how they
/// count GST and days, so a small difference says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AprCheck {
    /// Something is missing, or payments are not monthly.
    Unknown,
    /// Within 0.10 points.
    Agrees,
    /// Within 0.50 points.
    Near,
    Differs,
}

const AGREES: u32 = 10;
const NEAR: u32 = 50;

pub fn apr_check(offer: &Offer) -> AprCheck {
    let apart = Figures::of(offer)
        .apr
        .zip(reckoned_apr(offer))
        .map(|(stated, reckoned)| stated.0.abs_diff(reckoned.0));
    match apart {
        None => AprCheck::Unknown,
        Some(points) if points <= AGREES => AprCheck::Agrees,
        Some(points) if points <= NEAR => AprCheck::Near,
        Some(_) => AprCheck::Differs,
    }
}

/// Two figures of one offer that cannot both be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Apart by more than 0.50 points.
    Apr {
        stated: BasisPoints,
        reckoned: BasisPoints,
    },
    /// All payments of the schedule against what is repaid in all.
    Payments { stated: Paise, listed: Paise },
    /// How many payments there are against how many the schedule has.
    Count { stated: u32, listed: u32 },
    /// Loan amount and interest against what is repaid in all (RBI KFS Annex B row 8).
    Interest { stated: Paise, reckoned: Paise },
    /// All fees that are named against what is kept back from the loan amount.
    Fees { taken: Paise, listed: Paise },
}

/// Everything about an offer that does not agree, to the paisa. Nothing once the loan runs: what is
/// paid back early changes the schedule, and not what was offered.
pub fn doubts(offer: &Offer) -> Vec<Doubt> {
    if runs(offer) {
        return Vec::new();
    }
    let figures = Figures::of(offer);
    let apr = (apr_check(offer) == AprCheck::Differs)
        .then(|| figures.apr.zip(reckoned_apr(offer)))
        .flatten()
        .map(|(stated, reckoned)| Doubt::Apr { stated, reckoned });
    let payments = apart(figures.repay, listed(offer))
        .map(|(stated, listed)| Doubt::Payments { stated, listed });
    let reckoned = figures
        .principal
        .zip(figures.interest)
        .and_then(|(principal, interest)| principal.checked_add(interest));
    let interest = apart(figures.repay, reckoned)
        .map(|(stated, reckoned)| Doubt::Interest { stated, reckoned });
    let fees =
        apart(figures.upfront, fees(offer)).map(|(taken, listed)| Doubt::Fees { taken, listed });
    [apr, count(offer), payments, interest, fees]
        .into_iter()
        .flatten()
        .collect()
}

fn runs(offer: &Offer) -> bool {
    let mut states = offer.fulfillments.iter().map(|it| it.state.as_ref());
    let disbursed = states.any(|state| state.is_some_and(|it| it.as_str() == "DISBURSED"));
    let mut rows = offer.installments.iter();
    disbursed || rows.any(|row| row.status == InstallmentStatus::Paid)
}

fn count(offer: &Offer) -> Option<Doubt> {
    let stated = Reading::count(offer.number_of_installments.as_ref()).figure()?;
    let listed = u32::try_from(schedule(offer).len()).ok()?;
    (listed > 0 && listed != stated).then_some(Doubt::Count { stated, listed })
}

/// The APR that net amount and payments come to, by RBI's method.
fn reckoned_apr(offer: &Offer) -> Option<BasisPoints> {
    let net = Figures::of(offer).receive?;
    if is_monthly(offer) != Some(true) {
        return None;
    }
    if schedule(offer).is_empty() {
        let instalment = Figures::of(offer).monthly?;
        let count = Reading::count(offer.number_of_installments.as_ref()).figure()?;
        let count = usize::try_from(count.min(lending::schedule::MAX_MONTHS)).ok()?;
        return lending::apr(net, &vec![instalment; count]);
    }
    lending::apr(net, &amounts(offer)?)
}

fn amounts(offer: &Offer) -> Option<Vec<Paise>> {
    let rows = schedule(offer).iter();
    rows.map(|row| Reading::amount(row.amount.as_ref()).figure())
        .collect()
}

fn listed(offer: &Offer) -> Option<Paise> {
    Paise::total(amounts(offer).filter(|amounts| !amounts.is_empty())?)
}

/// Every fee at the start, if each is an amount; what is not given counts as nothing, unless none
/// is given.
pub fn fees(offer: &Offer) -> Option<Paise> {
    let mut given = Vec::new();
    for fee in AT_START {
        match Charge::of(fee.of(offer)) {
            Charge::Missing => {}
            Charge::Amount(amount) => given.push(amount),
            Charge::Percent(_) | Charge::Words(_) => return None,
        }
    }
    Paise::total(given.iter().copied()).filter(|_| !given.is_empty())
}

const AT_START: [Fee; 5] = [
    Fee::Processing,
    Fee::Application,
    Fee::Insurance,
    Fee::Upfront,
    Fee::Other,
];

fn apart(one: Option<Paise>, other: Option<Paise>) -> Option<(Paise, Paise)> {
    one.zip(other).filter(|(one, other)| one != other)
}
