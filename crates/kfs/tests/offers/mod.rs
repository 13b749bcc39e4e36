//! Offers to make statements of.

use contract::platform::offers::{Contact, Installment, Lender, Offer, Quote};
use contract::{OfferId, Text};
use lending::{BasisPoints, Date, Paise, Rounding, apr, schedule};

pub fn empty() -> Offer {
    Offer::new(OfferId::from_bytes([0; 16]), "Sahyadri Finance Ltd".into())
}

/// As a lender that reckons right and leaves nothing out sends it.
pub fn priced(principal: Paise, rate: BasisPoints, months: u32, fee: Paise) -> Offer {
    let first = Date::new(2027, 1, 5).unwrap_or(Date::MIN);
    let rows = schedule(principal, rate, months, first, Rounding::Rupee);
    let amounts: Vec<Paise> = rows.iter().map(|row| row.amount).collect();
    let net = Paise(principal.0 - fee.0);
    let sum = |amounts: &[Paise]| Paise(amounts.iter().map(|it| it.0).sum());
    let interest: Vec<Paise> = rows.iter().map(|row| row.interest).collect();
    let mut it = empty();
    it.amount_principal = Some(wire(principal));
    it.amount_net_disbursed = Some(wire(net));
    it.amount_total_interest_payable = Some(wire(sum(&interest)));
    it.installment_amount = Some(wire(amounts.first().copied().unwrap_or_default()));
    it.number_of_installments = Some(Text(months.to_string()));
    it.offer_term = Some(Text(format!("{months} months")));
    it.interest_rate = Some(Text(rate.to_string()));
    it.interest_type = Some("FIXED".into());
    it.annual_percentage_rate = apr(net, &amounts).map(|apr| Text(apr.to_string()));
    it.cool_off_period = Some("P3D".into());
    it.processing_fees = Some(wire(fee));
    it.insurance_charges = Some("0".into());
    it.delay_penalty_fees = Some("5 %".into());
    it.other_penalty_fees = Some("500".into());
    it.foreclosure_fees = Some("2 % of the rest".into());
    it.interest_rate_conversion_charges = Some("1000 INR".into());
    it.quote = Some(Quote {
        quote_id: Some("quote_17".into()),
        total: Some(wire(sum(&amounts))),
        valid_until: Some("2026-11-25T18:29:00Z".into()),
        ..Quote::default()
    });
    it.installments = rows
        .iter()
        .map(|row| Installment {
            serial_number: Some(Text(row.number.to_string())),
            amount: Some(wire(row.amount)),
            principal: Some(wire(row.principal)),
            interest: Some(wire(row.interest)),
            due_date: Some(Text(row.due.to_string())),
            ..Installment::default()
        })
        .collect();
    it.lender = Some(Lender {
        gro: Some(contact("Asha Rao", "Grievance Redressal Officer")),
        lsp: Some(contact("Fair Recovery Ltd", "")),
        ..Lender::default()
    });
    it
}

pub fn usual() -> Offer {
    let (principal, fee) = (Paise::from_rupees(250_000), Paise::from_rupees(5_900));
    priced(principal, BasisPoints(1_400), 24, fee)
}

fn contact(name: &str, designation: &str) -> Contact {
    Contact {
        name: Some(name.into()),
        email: Some("officer@lender.example".into()),
        contact_number: Some("+91-22-40001234".into()),
        designation: Some(designation.into()),
        address: Some("1 Fort Road, Mumbai".into()),
    }
}

fn wire(amount: Paise) -> Text {
    Text(format!("{}.{:02}", amount.0 / 100, amount.0 % 100))
}
