use super::words::{Aa, Agreement, Branch, Head, Kyc, Lender, Mandate, Payment, Words};

pub(super) static WORDS: Words = Words {
    lang: "en",
    name: "English",
    sandbox: "Sandbox: nothing here is real. No money moves, nobody is asked.",
    language: "Language",
    decline: "Decline",
    leave: "Go back without deciding",
    code: "Code from the SMS",
    code_hint: "In the sandbox it is always {code}.",
    code_wrong: "This is not the code. Enter {code}.",
    dead: "This link is no longer good",
    dead_why: "It was used before, was replaced by a newer one, or is too old.",
    back: "Go back to the app",
    going_back: "You are going back to the app",
    going_back_why: "If nothing happens in a moment, use the button.",
    somebody: "The borrower",
    person_name: "Name",
    aa: Aa {
        head: Head {
            who: "Sandbox AA",
            title: "Share your bank statements",
            yes: "Approve",
        },
        asks: "{lender} asks for your consent.",
        rows: [
            ("What", "Statements of your bank accounts"),
            ("Of the last", "12 months"),
            ("Why", "To decide about your loan"),
            ("How often", "Once"),
            ("Kept for", "1 month"),
        ],
        withdraw: "You can withdraw your consent at any time.",
    },
    kyc: Kyc {
        head: Head {
            who: "Sandbox KYC",
            title: "Confirm who you are",
            yes: "Confirm my identity",
        },
        asks: "{lender} asks us to check who you are.",
    },
    mandate: Mandate {
        head: Head {
            who: "Sandbox e-mandate",
            title: "Allow the monthly instalment",
            yes: "Allow",
        },
        asks: "{lender} may collect the instalment from your account every month.",
        holder: "Account holder",
        account: "Account",
        cap: "At most, each time",
        frequency: "How often",
        monthly: "Once a month",
        first: "First on",
        last: "Last on",
        instalments: "Instalments",
        nothing_now: "No money is taken now.",
        cancel: "You can cancel the mandate at any time: in your bank's app or at your branch, or \
                 by writing to {lender}. You still owe the instalments then and pay them in \
                 another way.",
        bank_says: "Your bank answers",
        bank_refused: "The mandate was not set up, and no money was taken. You are going back to \
                       the app.",
    },
    agreement: Agreement {
        head: Head {
            who: "Sandbox e-sign",
            title: "Sign your loan agreement",
            yes: "Sign",
        },
        asks: "{name}, this is your agreement with {lender}.",
        loan: "Loan amount",
        receive: "You receive",
        repay: "You repay",
        monthly: "A month",
        read: "Read the whole agreement",
    },
    lender: Lender {
        head: Head {
            who: "Sandbox lender",
            title: "Finish your loan with the lender",
            yes: "Confirm all of this",
        },
        asks: "{lender} does the rest on its own pages. You confirm once; it then works through \
               these steps.",
        steps: [
            ("Who you are", "It checks your identity."),
            (
                "Your account",
                "It pays one rupee into your account to check it.",
            ),
            (
                "The monthly instalment",
                "It sets up the e-mandate. No money is taken now.",
            ),
            ("The agreement", "It prepares and signs the agreement."),
        ],
    },
    branch: Branch {
        head: Head {
            who: "Sandbox lender",
            title: "Choose a branch for your jewellery",
            yes: "Choose this branch",
        },
        asks: "{lender} looks at your jewellery at a branch, weighs it, and then decides about \
               the loan.",
        choose: "Branches",
        none_chosen: "Choose a branch.",
        hours: "Open",
        carry: "What to carry",
        things: [
            "Your jewellery",
            "PAN card",
            "Aadhaar or another proof of address",
            "A passbook or cancelled cheque of your account",
        ],
    },
    payment: Payment {
        head: Head {
            who: "Sandbox payments",
            title: "Pay your lender",
            yes: "Pay {amount}",
        },
        no: "Let it fail",
        together: "Together",
        parts: [
            ("OUTSTANDING_PRINCIPAL", "Outstanding principal"),
            ("OUTSTANDING_INTEREST", "Interest until today"),
            ("LATE_FEE_AMOUNT", "Penal charges"),
            ("FORCLOSUER_CHARGES", "Foreclosure charges"),
            ("PRE_PAYMENT_AMOUNT", "Part-payment"),
            ("INSTALLMENT", "Instalment"),
        ],
    },
};
