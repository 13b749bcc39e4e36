//! A lender's offer in full, with its schedule.

use contract::platform::offers::Offer;
use kfs::{Block, Statement, Value};
use serde_json::{Value as Json, json};

const PRINCIPAL: i64 = 30_000_000;
const RATE: i64 = 15;

/// Three lakh at 15 % a year, in equal parts of principal; figures in paise made rupees.
pub fn schedule(months: i64) -> Vec<Json> {
    let rupees = |paise: i64| format!("{}.{:02}", paise / 100, paise % 100);
    let part = PRINCIPAL / months;
    (0..months)
        .map(|month| {
            let interest = (PRINCIPAL - part * month) * RATE / 1_200;
            json!({
                "serialNumber": (month + 1).to_string(), "type": "EMI",
                "amount": rupees(part + interest),
                "principal": rupees(part), "interest": rupees(interest),
                "dueDate": format!("{}-{:02}-05", 2027 + month / 12, month % 12 + 1),
            })
        })
        .collect()
}

pub fn offer(lender: &str, months: i64, changes: Json) -> Offer {
    let mut offer = json!({
        "offerID": "32188de4-c1ac-4623-a73f-a1f6ad6406a6",
        "lenderName": lender, "status": "OFFER_RECEIVED",
        "amountPrincipal": "300000", "interestRate": "15.00", "interestType": "FIXED",
        "offerTerm": format!("{months} months"), "annualPercentageRate": "16.44",
        "amountNetDisbursed": "294690", "processingFees": "5310",
        "numberOfInstallments": months.to_string(), "coolOffPeriod": "P3D",
        "foreclosureFees": "4% of principal outstanding", "delayPenaltyFees": "5 %",
        "quote": { "validUntil": "2026-12-07T18:29:59Z", "breakup": [] },
        "installments": schedule(months),
        "lender": { "gro": { "name": "Asha Rao", "email": "gro@lender.example" } },
    });
    if let (Json::Object(offer), Json::Object(changes)) = (&mut offer, changes) {
        offer.extend(changes);
    }
    serde_json::from_value(offer).unwrap()
}

/// Everything a statement says, from top to bottom.
pub fn said(statement: &Statement) -> Vec<String> {
    let value = |value: &Value| value.text(statement.language);
    let mut said = vec![statement.title.to_owned(), statement.lender.clone()];
    for (at, part) in statement.parts.iter().enumerate() {
        if at == 1 {
            said.extend(statement.about.clone());
        }
        said.push(part.title.to_owned());
        for block in &part.blocks {
            match block {
                Block::Rows(rows) => {
                    for row in rows {
                        said.extend([row.number.to_owned(), row.label.to_owned()]);
                        said.push(value(&row.value));
                    }
                }
                Block::Table(table) => {
                    said.push(table.caption.to_owned());
                    said.extend(table.head.iter().map(|&title| title.to_owned()));
                    said.extend(table.rows.iter().flatten().map(value));
                }
                Block::Note(note) => said.push(note.clone()),
            }
        }
    }
    said.retain(|text| !text.is_empty());
    said
}
