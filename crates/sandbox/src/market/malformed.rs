use serde_json::{Value, json};

/// How a figure may come, and should not. `None` is `null`.
pub(super) const WRITINGS: [Option<&str>; 8] = [
    Some("1000 INR"),
    Some("5 %"),
    Some("P24M"),
    Some("PT30D"),
    Some(""),
    None,
    Some("-500"),
    Some("as per policy"),
];

/// Figures that are text, by their place in an offer.
const PLACES: [&str; 21] = [
    "/amountPrincipal",
    "/interestRate",
    "/offerTerm",
    "/amountNetDisbursed",
    "/amountTotalInterestPayable",
    "/annualPercentageRate",
    "/numberOfInstallments",
    "/installmentAmount",
    "/coolOffPeriod",
    "/applicationFees",
    "/foreclosureFees",
    "/interestRateConversionCharges",
    "/delayPenaltyFees",
    "/otherPenaltyFees",
    "/processingFees",
    "/otherUpfrontCharges",
    "/insuranceCharges",
    "/otherCharges",
    "/amountMinimum",
    "/quote/total",
    "/quote/validUntil",
];

const OF_AN_INSTALMENT: [&str; 5] = ["serialNumber", "amount", "principal", "interest", "dueDate"];

/// Each figure in one of the ways; eight lenders one after another write each in every way.
pub(super) fn spoil(offer: &mut Value, number: usize) {
    for (place, way) in PLACES.iter().zip(number..) {
        if let Some(figure) = offer.pointer_mut(place).filter(|figure| figure.is_string()) {
            *figure = writing(way);
        }
    }
    let lines = offer
        .pointer_mut("/quote/breakup")
        .and_then(Value::as_array_mut);
    for (line, way) in lines.into_iter().flatten().zip(number..) {
        replace(line, "amount", way);
    }
    let instalments = offer.get_mut("installments").and_then(Value::as_array_mut);
    for (row, first) in instalments.into_iter().flatten().zip(number..) {
        for (figure, way) in OF_AN_INSTALMENT.iter().zip(first..) {
            replace(row, figure, way);
        }
    }
}

fn replace(object: &mut Value, name: &str, way: usize) {
    if let Some(figure) = object.get_mut(name) {
        *figure = writing(way);
    }
}

fn writing(way: usize) -> Value {
    json!(WRITINGS.get(way % WRITINGS.len()).copied().flatten())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn eight_lenders_write_each_figure_in_every_way() {
        let fresh = json!({
            "amountPrincipal": "1", "annualPercentageRate": "2", "status": "OFFER_RECEIVED",
            "quote": { "total": "3", "breakup": [{ "title": "PRINCIPAL_AMOUNT", "amount": "4" }] },
            "installments": [{ "amount": "5", "status": "NOT-PAID" }],
        });
        let offers: Vec<Value> = (0..8)
            .map(|number| {
                let mut offer = fresh.clone();
                spoil(&mut offer, number);
                offer
            })
            .collect();
        for place in [
            "/amountPrincipal",
            "/annualPercentageRate",
            "/quote/total",
            "/quote/breakup/0/amount",
            "/installments/0/amount",
        ] {
            let ways = offers.iter().filter_map(|offer| offer.pointer(place));
            let ways: BTreeSet<String> = ways.map(Value::to_string).collect();
            assert_eq!(ways.len(), WRITINGS.len(), "{place}");
        }
        for kept in [
            "/status",
            "/quote/breakup/0/title",
            "/installments/0/status",
        ] {
            assert!(
                offers
                    .iter()
                    .all(|offer| offer.pointer(kept) == fresh.pointer(kept))
            );
        }
    }
}
