use contract::Text;
use contract::platform::offers::Offer;
use lending::{BasisPoints, Paise, Tenor};

use crate::reading::Reading;

/// The figures of an offer that can be compared; `None` where the lender gave none, or gave
/// something that is not a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    pub principal: Option<Paise>,
    /// What reaches the borrower's account.
    pub receive: Option<Paise>,
    /// All instalments together.
    pub repay: Option<Paise>,
    /// What is repaid beyond what was received: interest and every fee. Like `upfront`, `None`
    /// where an amount of the price cannot be read.
    pub cost: Option<Paise>,
    pub interest: Option<Paise>,
    /// What is kept back from the principal before it is paid out.
    pub upfront: Option<Paise>,
    pub monthly: Option<Paise>,
    pub apr: Option<BasisPoints>,
    pub rate: Option<BasisPoints>,
    pub tenor: Option<Tenor>,
}

impl Figures {
    pub fn of(offer: &Offer) -> Self {
        let amount = |text: &Option<Text>| Reading::amount(text.as_ref()).figure();
        let percent = |text: &Option<Text>| Reading::percent(text.as_ref()).figure();
        let principal = amount(&offer.amount_principal);
        let receive = amount(&offer.amount_net_disbursed);
        let interest = amount(&offer.amount_total_interest_payable);
        let total = offer.quote.as_ref().and_then(|quote| quote.total.as_ref());
        let repay = match Reading::amount(total) {
            Reading::Missing => principal.zip(interest).and_then(|(a, b)| a.checked_add(b)),
            stated => stated.figure(),
        };
        let whole = !has_unread(offer);
        Self {
            principal,
            receive,
            repay,
            cost: whole.then(|| difference(repay, receive)).flatten(),
            interest,
            upfront: whole.then(|| difference(principal, receive)).flatten(),
            monthly: amount(&offer.installment_amount),
            apr: percent(&offer.annual_percentage_rate),
            rate: percent(&offer.interest_rate),
            tenor: Reading::term(offer.offer_term.as_ref()).figure(),
        }
    }
}

/// Whether an amount that belongs to the price is there and is none. Then nothing is worked out:
/// the difference of two others may leave out what nobody could read.
fn has_unread(offer: &Offer) -> bool {
    let total = offer.quote.as_ref().and_then(|quote| quote.total.as_ref());
    [
        total,
        offer.amount_principal.as_ref(),
        offer.amount_net_disbursed.as_ref(),
        offer.amount_total_interest_payable.as_ref(),
        offer.processing_fees.as_ref(),
        offer.application_fees.as_ref(),
        offer.insurance_charges.as_ref(),
        offer.other_upfront_charges.as_ref(),
        offer.other_charges.as_ref(),
    ]
    .into_iter()
    .any(|amount| matches!(Reading::amount(amount), Reading::Unread(_)))
}

impl Figures {
    /// Whether a figure that both have is not the same.
    pub(crate) fn differ(&self, other: &Self) -> bool {
        fn moved<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        moved(self.principal, other.principal)
            || moved(self.receive, other.receive)
            || moved(self.repay, other.repay)
            || moved(self.monthly, other.monthly)
            || moved(self.apr, other.apr)
            || moved(self.rate, other.rate)
            || moved(self.tenor, other.tenor)
    }
}

/// Says which figures somebody saw: equal for offers whose prices are, letter for letter.
pub fn figures_mark(offer: &Offer) -> String {
    let quote = offer.quote.as_ref();
    let figures = [
        quote.and_then(|quote| quote.total.as_ref()),
        offer.amount_principal.as_ref(),
        offer.amount_net_disbursed.as_ref(),
        offer.amount_total_interest_payable.as_ref(),
        offer.installment_amount.as_ref(),
        offer.number_of_installments.as_ref(),
        offer.annual_percentage_rate.as_ref(),
        offer.interest_rate.as_ref(),
        offer.interest_type.as_ref(),
        offer.offer_term.as_ref(),
        offer.cool_off_period.as_ref(),
        offer.processing_fees.as_ref(),
        offer.application_fees.as_ref(),
        offer.insurance_charges.as_ref(),
        offer.other_upfront_charges.as_ref(),
        offer.other_charges.as_ref(),
        offer.foreclosure_fees.as_ref(),
        offer.interest_rate_conversion_charges.as_ref(),
        offer.delay_penalty_fees.as_ref(),
        offer.other_penalty_fees.as_ref(),
    ];
    let lines = quote.iter().flat_map(|quote| &quote.breakup);
    let lines = lines.flat_map(|line| [Some(&line.title), line.amount.as_ref()]);
    let mut mark = String::new();
    for text in figures.into_iter().chain(lines) {
        mark.push_str(text.map(Text::as_str).unwrap_or_default());
        mark.push('|');
    }
    mark
}

fn difference(more: Option<Paise>, less: Option<Paise>) -> Option<Paise> {
    more?.checked_sub(less?).filter(|rest| *rest >= Paise::ZERO)
}

/// How a borrower wants offers ordered. What a lender did not give comes last, and ties fall to
/// the lower cost, then to the lender's name: nothing about a lender decides its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum OfferOrder {
    /// Lowest annual percentage rate first.
    #[default]
    Apr,
    /// Lowest monthly payment first.
    Monthly,
    /// Largest amount received first.
    Receive,
    /// Shortest tenor first.
    Tenor,
}

impl OfferOrder {
    pub const ALL: [Self; 4] = [Self::Apr, Self::Monthly, Self::Receive, Self::Tenor];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Apr => "apr",
            Self::Monthly => "monthly",
            Self::Receive => "receive",
            Self::Tenor => "tenor",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.as_str() == word)
    }

    /// Puts offers into this order.
    pub fn sort(self, offers: &mut [&Offer]) {
        offers.sort_by(|one, other| self.key(one).cmp(&self.key(other)));
    }

    fn key(self, offer: &Offer) -> (i64, i64, &str) {
        let figures = Figures::of(offer);
        let first = match self {
            Self::Apr => figures.apr.map(|apr| i64::from(apr.0)),
            Self::Monthly => figures.monthly.map(|amount| amount.0),
            Self::Receive => figures.receive.map(|amount| amount.0.saturating_neg()),
            Self::Tenor => figures
                .tenor
                .map(|tenor| i64::from(tenor.months) * 31 + i64::from(tenor.days)),
        };
        (
            first.unwrap_or(i64::MAX),
            figures.cost.map_or(i64::MAX, |cost| cost.0),
            offer.lender_name.as_str(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::OfferId;

    fn offer(name: &str, apr: &str, net: &str, total: &str) -> Offer {
        let mut offer = Offer::new(OfferId::from_bytes([0; 16]), name.into());
        offer.annual_percentage_rate = (!apr.is_empty()).then(|| apr.into());
        offer.amount_net_disbursed = Some(net.into());
        offer.quote = Some(contract::platform::offers::Quote {
            total: Some(total.into()),
            ..Default::default()
        });
        offer
    }

    fn order(offers: &[Offer], order: OfferOrder) -> Vec<&str> {
        let mut list: Vec<&Offer> = offers.iter().collect();
        order.sort(&mut list);
        list.iter()
            .map(|offer| offer.lender_name.as_str())
            .collect()
    }

    #[test]
    fn offers_are_ordered_by_apr_then_cost_then_name_and_the_silent_come_last() {
        let offers = [
            offer("Silent", "", "200000", "240000"),
            offer("Zebra", "16.40%", "240000", "280000"),
            offer("Alpha", "16.4", "240000", "280000"),
            offer("Cheaper", "16.40", "240000", "279999"),
            offer("Lowest", "9.99", "240000", "290000"),
        ];
        assert_eq!(
            order(&offers, OfferOrder::Apr),
            ["Lowest", "Cheaper", "Alpha", "Zebra", "Silent"]
        );
        assert_eq!(
            order(&offers, OfferOrder::Receive),
            ["Cheaper", "Alpha", "Zebra", "Lowest", "Silent"]
        );
    }

    #[test]
    fn a_mark_is_another_one_when_any_price_is() {
        let it = offer("A", "16.44", "244100", "288078");
        let mut same = it.clone();
        same.documents = vec![contract::platform::offers::Document::default()];
        assert_eq!(figures_mark(&it), figures_mark(&same));
        let changes: [fn(&mut Offer); 6] = [
            |it| it.annual_percentage_rate = Some("16.45".into()),
            |it| it.amount_principal = Some("1".into()),
            |it| it.processing_fees = Some("1".into()),
            |it| it.foreclosure_fees = Some("1".into()),
            |it| it.offer_term = Some("P6M".into()),
            |it| it.quote = None,
        ];
        let mut marks = vec![figures_mark(&it)];
        for change in changes {
            let mut other = it.clone();
            change(&mut other);
            marks.push(figures_mark(&other));
        }
        marks.sort();
        marks.dedup();
        assert_eq!(marks.len(), 1 + changes.len());
    }

    #[test]
    fn the_cost_is_what_is_repaid_beyond_what_is_received() {
        let mut it = offer("A", "16.44", "244100", "288078");
        it.amount_principal = Some("250000".into());
        let figures = Figures::of(&it);
        assert_eq!(figures.cost, Some(Paise::from_rupees(43_978)));
        assert_eq!(figures.upfront, Some(Paise::from_rupees(5_900)));
    }

    #[test]
    fn nothing_is_computed_from_figures_that_contradict_each_other() {
        let mut it = offer("A", "16.44", "300000", "288078");
        it.amount_principal = Some("250000".into());
        let figures = Figures::of(&it);
        assert_eq!((figures.cost, figures.upfront), (None, None));
    }

    #[test]
    fn without_a_quote_principal_and_interest_make_the_total() {
        let mut it = Offer::new(OfferId::from_bytes([0; 16]), "A".into());
        it.amount_principal = Some("100000".into());
        it.amount_total_interest_payable = Some("6618".into());
        assert_eq!(Figures::of(&it).repay, Some(Paise::from_rupees(106_618)));
    }
}
