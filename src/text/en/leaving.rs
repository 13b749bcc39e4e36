use crate::text::rooms::{Bank, Door, Leave, Wait, Waiting};

pub(super) const WAITING: Waiting = Waiting {
    sending: Wait {
        title: "Your application is on its way",
        lead: "It is being sent to the lenders. This usually takes a few seconds.",
    },
    offers: Wait {
        title: "Lenders are looking at your application",
        lead: "Most answer in under a minute. Some take longer.",
    },
    selecting: Wait {
        title: "The lender confirms your choice",
        lead: "This usually takes under a minute.",
    },
    aa: Wait {
        title: "Your bank statements are on their way",
        lead: "Your bank sends them to the lender. This usually takes a minute or two, sometimes longer.",
    },
    kyc: Wait {
        title: "Your identity is being confirmed",
        lead: "The lender checks what you have shown. This usually takes a few minutes.",
    },
    bank_account: Wait {
        title: "Your bank account is being checked",
        lead: "The lender may send ₹1 to see that the account is yours. This usually takes a minute.",
    },
    mandate: Wait {
        title: "Your bank confirms the mandate",
        lead: "This usually takes a few minutes. Some banks take up to two days.",
    },
    agreement: Wait {
        title: "Your signature is being recorded",
        lead: "This usually takes a minute.",
    },
    lender: Wait {
        title: "The lender is deciding",
        lead: "It looks at everything once more. Nothing is approved yet, and no instalment is due.",
    },
    asked,
    answered: "{0} of {1} have answered",
    said_offer: "Has made an offer",
    said_none: "Made no offer",
    said_nothing: "Still deciding",
    said_statements: "Wants bank statements first",
    statements_link: "Share bank statements with {0}",
    back_aa: Wait {
        title: "We are asking whether you have finished",
        lead: "The account aggregator tells us how it went there. This usually takes under a minute.",
    },
    back_kyc: Wait {
        title: "We are asking how your identity check went",
        lead: "The lender tells us. This usually takes under a minute.",
    },
    back_mandate: Wait {
        title: "We are asking how it went at your bank",
        lead: "Your bank tells us whether the mandate is set up. This usually takes under a minute.",
    },
    back_agreement: Wait {
        title: "We are asking whether the agreement is signed",
        lead: "The signing service tells us. This usually takes under a minute.",
    },
    back_payment: Wait {
        title: "We are asking whether the payment went through",
        lead: "The lender tells us. This usually takes under a minute.",
    },
    long: "This takes longer than usual",
    long_what: "Nothing is wrong on your side, and we go on checking. You need not stay: come back at any time and you are in the same place. Or ask us, and give the application number.",
};

fn asked(count: u32) -> String {
    match count {
        1 => "We are asking 1 lender".to_owned(),
        _ => ["We are asking ", &count.to_string(), " lenders"].concat(),
    }
}

pub(super) const LEAVE: Leave = Leave {
    aa: Door {
        step: "your bank statements",
        title: "Share your bank statements",
        lead: "You are going to an account aggregator. It is licensed by RBI to pass on your statements, and cannot read them.",
        points: &[
            "Two codes come by SMS: one from the account aggregator, one from your bank",
            "You will come back here",
        ],
        go: "Go to the account aggregator",
        waits: "sharing your statements",
    },
    kyc: Door {
        step: "your identity",
        title: "Show who you are",
        lead: "You are going to the lender's identity check.",
        points: &[
            "Have your PAN and the phone linked to your Aadhaar with you",
            "The lender sees your name, photo, date of birth and address",
            "Your Aadhaar number is entered there only, never here",
            "You will come back here",
        ],
        go: "Go to the identity check",
        waits: "the identity check",
    },
    branch: Door {
        step: "the branch",
        title: "Choose a branch and show who you are",
        lead: "You are going to the lender's page for both.",
        points: &[
            "Choose a branch that you can reach with your gold",
            "Have your PAN and the phone linked to your Aadhaar with you",
            "Your Aadhaar number is entered there only, never here",
            "Nothing is pledged by this: the branch weighs your gold first",
            "You will come back here",
        ],
        go: "Go to the lender's page",
        waits: "choosing a branch",
    },
    mandate: Door {
        step: "automatic payment",
        title: "Set up automatic payment",
        lead: "You are going to the page on which your bank takes the mandate for your instalments.",
        points: &[
            "The lender may then collect each instalment on its due date, and nothing else",
            "The limit on the mandate can be higher than one instalment",
            "Confirm with net banking, debit card or Aadhaar, and stay until the last page",
            "No instalment is taken today",
            "You will come back here",
        ],
        go: "Go to the bank's page",
        waits: "the mandate",
    },
    agreement: Door {
        step: "your loan agreement",
        title: "Read and sign the loan agreement",
        lead: "You are going to the lender's signing page. Once you sign, the agreement binds you and the lender.",
        points: &[
            "Read it there to the end. Its figures must be those of the Key Facts Statement",
            "You sign with a code sent to the phone linked to your Aadhaar",
            "A signed copy is sent to your email and phone",
            "You will come back here",
        ],
        go: "Go to the agreement",
        waits: "signing the agreement",
    },
    payment: Door {
        step: "payment",
        title: "Pay the lender",
        lead: "You are going to the lender's payment page. The money goes straight to the lender.",
        points: &[
            "Check the lender's name and the amount there before you pay",
            "You will come back here",
        ],
        go: "Go to the payment page",
        waits: "the payment",
    },
    lender: "Lender: {0}",
    not_now: "Not now",
    opening: "Opening…",
    keep_place: "Your place is kept. You can go on later, on any phone.",
    away: "You left this page for {0}. If that is done, check now. If not, open it again.",
    finished: "I have done it: check now",
    again: "Open again",
    unfinished: "You came back, but {0} is not complete yet. It may still arrive on its own; or open it again.",
    app: "Did another app open? Finish there, come back to this page, and check. If nothing opened, open it again; where your phone asks, you can choose the browser instead of an app.",
    without: "Other lenders may make an offer without your bank statements.",
    read_kfs: "Key Facts Statement of this loan",
};

pub(super) const BANK: Bank = Bank {
    amount_step: "the loan amount",
    amount_title: "How much do you want to take?",
    amount_lead: "The lender works out the payments anew if you change it.",
    amount: "Loan amount",
    amount_between: "From {0} to {1}",
    amount_up_to: "Up to {0}",
    amount_keep: "It is set to the amount the lender offers.",
    amount_asked: "It is set to the amount you asked for.",
    amount_go: "Continue with this amount",
    step: "your bank account",
    title: "Where should the money go?",
    lead: "The loan is paid into this account, and instalments are taken from it.",
    holder: "Account holder's name",
    holder_hint: "As the bank has it. It must be your own account",
    account: "Account number",
    account_hint: "On your passbook, cheque or bank statement",
    account_check: "Compare with your passbook: {0}",
    ifsc: "IFSC",
    ifsc_hint: "11 letters and digits, like HDFC0001234",
    ifsc_fix: "Change to {0}",
    kind: "Type of account",
    saving: "Savings",
    current: "Current",
    go: "Send to the lender",
};
