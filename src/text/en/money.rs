use kfs::english;

use crate::text::rooms::{Money, Wait};

pub(super) const MONEY: Money = Money {
    approved: Wait {
        title: "The lender has approved your loan",
        lead: "The money has not been sent yet. When it is, this page says so. No instalment is due until the money reaches you.",
    },
    sent: Wait {
        title: "The money is on its way to your bank",
        lead: "The lender has sent it. Your bank shows it as soon as it has arrived. No instalment is due until the money reaches you.",
    },
    paid_out: Wait {
        title: "The lender has paid out your loan",
        lead: "Look into your account. If the money is not there, ask the lender for the reference number of the payment.",
    },
    steps: "How far the money is",
    if_approved: "If it says yes, you will receive",
    to_come: "You will receive",
    on_the_way: "On its way to you",
    payment: "The payment to you",
    paid: "Paid out",
    sent_on: "Sent to your bank",
    credited_on: "In your account since",
    reference: "Reference number (UTR)",
    reference_what: "Your bank finds the payment by the reference number.",
    account: "Account",
    account_ending: "ending in {0}",
    exit: "Exit without penalty until {0}",
    exit_what: english::COOLING_OFF_MEANS,
    exit_how: "Tell the lender before you pay, and ask for the exact amount and how to pay it:",
    exit_undated: "The cooling-off period is {0} from the day the money was paid out. Ask the lender for its last day.",
    exit_over: "Cooling-off period",
    exit_over_value: "ended on {0}",
    received: "Acknowledgement of your application",
    received_keep: "Keep this number. You also find it under “Your applications”.",
    received_ask: "Questions about it",
    status: "Status",
    kyc_failed: "Your identity is not confirmed",
    account_failed: "Your bank account is not confirmed",
    mandate_failed: "Automatic payment is not set up",
    agreement_failed: "The loan agreement is not signed",
};
