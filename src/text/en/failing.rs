use flow::Failure;

use crate::text::rooms::{Failing, Said};

pub(super) const FAILING: Failing = Failing {
    said,
    below,
    no_more: "It cannot be repeated here. Ask the lender or us what can be done, or turn this offer down to take another.",
    statements_stand: "No statements reached the lender. Nothing was charged.",
    identity_stands: "Your identity is not confirmed yet. Nothing was signed, and nothing was charged.",
    account_stands: "The account was not set up. Nothing was taken from it, and nothing was charged.",
    mandate_stands: "No mandate was set up. Nothing was charged. If your bank took ₹1 or ₹2 as a check, it comes back within 5 days.",
    agreement_stands: "The agreement is not signed. You owe nothing, and nothing was charged.",
    payment_stands: "No money has reached you, so no instalment is due. Nothing was charged.",
    quote: "In the service's own words:",
    attempts,
    again: "Try again",
    title: "This step is not done",
    payment_title: "The money has not reached you yet",
    ask: "Ask us or the lender",
    ask_what: "Give this application number. Nobody needs your PIN, password or a code.",
    call: "Call {0}",
    later: "Come back later",
    others: "Look at other offers",
};

fn said(failure: Failure) -> Said {
    let (what, next) = match failure {
        Failure::Stopped => (
            "It was not finished: the page was left, or its time ran out.",
            "You can start it again, now or later.",
        ),
        Failure::WrongDetails => (
            "A detail or a code that was entered there did not match.",
            "Try again, by another method if the page offers one. After several wrong codes, wait an hour.",
        ),
        Failure::AccountUnusable => (
            "The bank says that this account cannot be used for it.",
            "Ask the lender or us to take another account of yours, or turn this offer down to take another.",
        ),
        Failure::NameDiffers => (
            "The name or another detail there is not the same as in your application.",
            "Check on that page whose name stands there, and try again. If yours is spelled differently, ask the lender or us.",
        ),
        Failure::NotEnabled => (
            "Net banking or the card is not switched on for this at your bank.",
            "Try again by another method, or have it switched on by your bank first.",
        ),
        Failure::BankTrouble => (
            "The bank's system does not answer just now. That has nothing to do with you.",
            "Try again in a few hours. Your place is kept.",
        ),
        Failure::LenderMustFix => (
            "Your bank does not take the mandate as the lender has written it, for example its limit.",
            "Only the lender can change that: ask the lender or us.",
        ),
        Failure::NoSuchAccount => (
            "The bank does not know this account.",
            "Ask the lender or us to take another account of yours.",
        ),
        Failure::Declined => (
            "You chose not to agree there.",
            "You can go there again, now or later. Only with it does this lender go on.",
        ),
        Failure::NotConfirmed => (
            "It could not be confirmed there that it is you.",
            "Try again with your documents and your phone at hand.",
        ),
        Failure::Refused => (
            "The lender could not accept the identity check, and does not repeat it.",
            "Ask the lender or us why, or turn this offer down to take another.",
        ),
        Failure::Expired => (
            "The link, the code or the consent ran out before it was finished.",
            "Start it again: you get a new one.",
        ),
        Failure::AadhaarNotLinked => (
            "No mobile number is linked to your Aadhaar, so no code could be sent.",
            "Ask the lender or us for another way to sign. Or have a number linked at an Aadhaar centre, and come back.",
        ),
        Failure::ServiceDown => (
            "The signing service does not work just now. That has nothing to do with you.",
            "Try again in an hour. Your place is kept.",
        ),
        Failure::NoAccounts => (
            "No bank account was found under the mobile number.",
            "Try again with the number that your bank has, or go on with lenders that need no statements.",
        ),
        Failure::NotAvailable => (
            "The consent could not be given there just now.",
            "Try again later, or go on with lenders that need no statements.",
        ),
        Failure::DataNotSent => (
            "You agreed, but your bank did not send the statements.",
            "Try again later: the systems of banks are often back within a day.",
        ),
        Failure::PaymentFailed => (
            "The lender sent the money, and it did not arrive in your account.",
            "The lender tries again; nothing is needed from you. If it is not there in two days, ask the lender or us.",
        ),
        Failure::Other => (
            "It did not work, and we were not told why in plain words.",
            "Try again, or ask the lender or us.",
        ),
    };
    Said { what, next }
}

fn below(failure: Failure) -> Option<&'static str> {
    match failure {
        Failure::NoSuchAccount => {
            Some("Compare the number and the IFSC with your passbook, and send them again.")
        }
        Failure::AccountUnusable => {
            Some("Enter another account of yours: savings or current, in your own name and in use.")
        }
        Failure::NameDiffers => {
            Some("Enter the name as the bank has it, or another account in your own name.")
        }
        Failure::BankTrouble => {
            Some("Send it again in an hour or two, or enter an account at another bank.")
        }
        Failure::Other => {
            Some("Check what stands here and send it again, or enter another account.")
        }
        _ => None,
    }
}

fn attempts(left: u32) -> String {
    match left {
        0 => "This was the last try here.".to_owned(),
        1 => "You can try 1 more time.".to_owned(),
        _ => ["You can try ", &left.to_string(), " more times."].concat(),
    }
}
