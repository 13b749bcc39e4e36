//! A lender's offer as it is written on the wire.

use contract::Text;
use contract::platform::offers::{
    Agent, Contact, Document, Fulfillment, Installment, Lender as WireLender, Location, Offer,
    OfferAa, Quote, QuoteLine, Support,
};
use contract::platform::status::{InstallmentStatus, OfferCardStatus, ProceedBoundary, StepStatus};
use lending::{Instalment, Paise};

use super::payments;
use crate::documents;
use crate::engine::journey::{Answer, Card, Chosen, Journey, Stage, StepAt};
use crate::engine::quote;
use crate::engine::state;
use crate::lenders::{self, AaNeed, Branch, Lender};
use crate::text::{percent, rupees};

/// A row of the list: the documented fields and no others.
pub(crate) fn row(base: &str, journey: &Journey, card: &Card) -> Offer {
    let lender = card.lender();
    let (aa_state, aa_action) = state::consent(journey, card);
    let mut offer = Offer::new(card.offer_id, lender.name.into());
    offer.lender_id = Some(lender.id.into());
    offer.aa = OfferAa {
        required: card.aa != AaNeed::Never,
        state: aa_state,
        action_required: aa_action,
    };
    match &card.answer {
        Answer::Awaited => {
            offer.status = OfferCardStatus::OfferAwaited;
            if journey.waits_for_consent(card) {
                offer.lender_state_reason =
                    Some("This lender wants to see your bank statements first.".into());
            }
        }
        Answer::Nothing(reason) => {
            offer.status = OfferCardStatus::NoOfferAvailable;
            offer.lender_state_reason = Some(reason.as_str().into());
        }
        Answer::Offered(quote) => {
            offer.status = OfferCardStatus::OfferReceived;
            offer.amount_principal = Some(rupees(quote.principal));
            offer.interest_rate = Some(percent(quote.terms.rate));
            offer.offer_term = Some(Text(format!("{} months", quote.terms.months)));
            offer.key_facts_statement_link = Some(documents::kfs(base, card.offer_id).into());
            offer.lender_state_reason = quote.pledge.map(|pledge| pledge.says().into());
        }
    }
    offer
}

/// Everything. ASSUMPTION(G14): all names beyond those of a row.
pub(crate) fn detail(base: &str, journey: &Journey, card: &Card) -> Offer {
    let mut offer = row(base, journey, card);
    offer.lender = Some(lender(card.lender()));
    offer.proceed_boundary_state = Some(boundary(journey, card));
    if let Some(quote) = card.quote() {
        figures(&mut offer, quote);
        offer.terms_and_conditions_link = Some(documents::terms(base, card.offer_id).into());
        offer.installments = quote
            .rows
            .iter()
            .map(|row| installment(row, InstallmentStatus::NotPaid))
            .collect();
        offer.documents = offer_documents(base, card);
    }
    let chosen = journey
        .chosen
        .as_ref()
        .filter(|chosen| chosen.offer_id == card.offer_id);
    if let Some(chosen) = chosen {
        follow_up(base, &mut offer, card, chosen);
    }
    offer
}

fn figures(offer: &mut Offer, priced: &quote::Quote) {
    offer.amount_total_interest_payable = Some(rupees(priced.interest));
    offer.amount_net_disbursed = Some(rupees(priced.net));
    offer.interest_type = Some("FIXED".into());
    offer.annual_percentage_rate = Some(percent(priced.apr));
    offer.number_of_installments = Some(Text(priced.rows.len().to_string()));
    offer.installment_amount = Some(rupees(priced.instalment));
    offer.cool_off_period = Some(Text(format!("P{}D", lenders::COOLING_OFF_DAYS)));
    offer.application_fees = Some(rupees(priced.terms.others.application));
    offer.foreclosure_fees = Some(Text(format!("{}%", lenders::FORECLOSURE_FEE.0 / 100)));
    offer.interest_rate_conversion_charges = Some(rupees(Paise::ZERO));
    offer.delay_penalty_fees = Some(Text(format!("{}%", lenders::PENAL_RATE.0 / 100)));
    offer.other_penalty_fees = Some("1%".into());
    offer.processing_fees = Some(rupees(priced.fee));
    // GST on the processing fee.
    offer.other_upfront_charges = Some(rupees(priced.gst));
    offer.insurance_charges = Some(rupees(priced.terms.others.insurance));
    offer.other_charges = Some(rupees(priced.terms.others.other));
    offer.amount_minimum = Some(rupees(priced.terms.minimum));
    let line = |title: &str, amount| QuoteLine {
        title: title.into(),
        amount: Some(rupees(amount)),
    };
    offer.quote = Some(Quote {
        quote_id: Some(priced.id.as_str().into()),
        currency: Some("INR".into()),
        total: Some(rupees(priced.total)),
        valid_until: Some(Text(priced.valid_until.to_string())),
        breakup: vec![
            line("PRINCIPAL_AMOUNT", priced.principal),
            line("INTEREST_AMOUNT", priced.interest),
            line("PROCESSING_FEE", priced.fee),
            line("OTHER_UPFRONT_CHARGES", priced.gst),
            line("INSURANCE_CHARGES", priced.terms.others.insurance),
            line("NET_DISBURSED_AMOUNT", priced.net),
            line("OTHER_CHARGES", priced.terms.others.other),
        ],
    });
}

fn installment(row: &Instalment, status: InstallmentStatus) -> Installment {
    Installment {
        serial_number: Some(Text(row.number.to_string())),
        kind: Some("INSTALLMENT".into()),
        amount: Some(rupees(row.amount)),
        principal: Some(rupees(row.principal)),
        interest: Some(rupees(row.interest)),
        due_date: Some(Text(row.due.to_string())),
        status,
    }
}

fn document(code: &str, name: &str, url: String) -> Document {
    Document {
        code: Some(code.into()),
        name: Some(name.into()),
        url: Some(url.into()),
    }
}

fn offer_documents(base: &str, card: &Card) -> Vec<Document> {
    vec![
        document(
            "KEY_FACTS_STATEMENT",
            "Key Facts Statement",
            documents::kfs(base, card.offer_id),
        ),
        document(
            "TERMS_AND_CONDITIONS",
            "Terms and conditions",
            documents::terms(base, card.offer_id),
        ),
    ]
}

/// What an offer gains once it was chosen.
fn follow_up(base: &str, offer: &mut Offer, card: &Card, chosen: &Chosen) {
    if chosen.rooms.loan_agreement.status == StepStatus::Success {
        offer.documents.push(document(
            "LOAN_AGREEMENT",
            "Loan agreement",
            documents::agreement(base, card.offer_id),
        ));
    }
    offer.fulfillments = vec![fulfillment(chosen)];
    let net = card.quote().map(|quote| quote.net);
    offer.payments = payments::paid_out(chosen, net).into_iter().collect();
    let Some(loan) = &chosen.loan else {
        return;
    };
    offer.installments = loan
        .rows
        .iter()
        .map(|row| installment(&row.instalment, row.status))
        .collect();
    offer.documents.push(document(
        "DISBURSAL_ADVICE",
        &format!("Disbursal advice, UTR {}", loan.utr),
        documents::advice(base, card.offer_id),
    ));
    let asked = loan.payments.iter();
    offer
        .payments
        .extend(asked.map(|payment| payments::asked_for(base, payment)));
}

/// ASSUMPTION(G30): while the jewellery is at the branch, the work is offline.
fn fulfillment(chosen: &Chosen) -> Fulfillment {
    let (mode, state) = match chosen.stage {
        Stage::Appraisal => ("OFFLINE", "OFFLINE_PENDING"),
        Stage::Disbursed => ("ONLINE", "DISBURSED"),
        Stage::Step(StepAt::Disbursal) if chosen.rooms.disbursal.status != StepStatus::Pending => {
            ("ONLINE", "SANCTIONED")
        }
        _ => ("ONLINE", "INITIATED"),
    };
    Fulfillment {
        fulfillment_id: Some("F1".into()),
        kind: Some("LOAN".into()),
        mode: Some(mode.into()),
        state: Some(state.into()),
        selected_location_id: chosen.branch.map(|branch| branch.id.into()),
        agent: chosen.branch.map(|branch| Agent {
            name: Some(branch.officer.into()),
            phone: Some(branch.phone.into()),
        }),
    }
}

/// ASSUMPTION(G15)
pub(crate) fn boundary(journey: &Journey, card: &Card) -> ProceedBoundary {
    match &journey.chosen {
        None => ProceedBoundary::Open,
        Some(chosen) if chosen.offer_id == card.offer_id => ProceedBoundary::Locked,
        Some(_) => ProceedBoundary::LockedToDifferentOffer,
    }
}

fn lender(lender: &Lender) -> WireLender {
    let address = format!("1 Sandbox Street, {}", lender.city);
    WireLender {
        name: Some(lender.name.into()),
        kind: Some(lender.kind.into()),
        gro: Some(Contact {
            name: Some(lender.officer.into()),
            email: Some(format!("grievance@{}", lender.domain).into()),
            contact_number: Some(lender.phone.into()),
            designation: Some("Grievance Redressal Officer".into()),
            address: Some(address.as_str().into()),
        }),
        support: Some(Support {
            link: Some(format!("https://{}/help", lender.domain).into()),
            contact_number: Some(lender.phone.into()),
            email: Some(format!("care@{}", lender.domain).into()),
        }),
        lsp: Some(Contact {
            name: Some("Sandbox Recovery Services Pvt Ltd".into()),
            email: Some("contact@recovery.example".into()),
            contact_number: Some("+91-22-40009999".into()),
            designation: None,
            address: Some("2 Sandbox Street, Mumbai".into()),
        }),
        locations: lender.branches.iter().map(location).collect(),
    }
}

/// The contract has no place for hours.
fn location(branch: &Branch) -> Location {
    Location {
        location_id: Some(branch.id.into()),
        name: Some(branch.name.into()),
        address: Some(format!("{}. {}", branch.address, branch.hours).into()),
        gps: Some(branch.gps.into()),
        area_code: Some(branch.area_code.into()),
    }
}
