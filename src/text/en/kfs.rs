use crate::text::rooms::Kfs;

pub(super) const KFS: Kfs = Kfs {
    title: "Key Facts Statement: {0}",
    back_offer: "Back to the offer",
    back_loan: "Back to your loan",
    pdf: "Save as PDF",
    print: "Print",
    contents: "In this statement",
    split: "What each payment is made of",
    split_said: "Of the first payment, {0} is interest; of the last, {1}.",
    split_even: "No payment has interest in it.",
    balance: "What you still owe",
    balance_said: "You start with {0}. Half of it is repaid after payment {1}, all of it after payment {2}.",
    payment: "Payment {0}",
    in_table: "The table below has every figure.",
    decide: "Your decision",
    tick: "Tick the box when you have read the Key Facts Statement. Only then can the offer be chosen",
    chosen: "You have chosen this offer.",
};
