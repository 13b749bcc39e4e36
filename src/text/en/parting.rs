use crate::text::rooms::{Changed, Parting};

pub(super) const PARTING: Parting = Parting {
    not_this: "Not this offer",
    give_up: "Give up this application",
    keep: "Go back",
    happens: "What happens",
    turn_title: "Turn down the offer of {0}",
    turn_points: &[
        "The lender is told that you do not want this offer",
        "Offers of other lenders stay open. If there is none, this application is over and you can start another one",
        "You owe nothing, and you need give no reason",
        "This offer cannot be taken up again in this application",
    ],
    turn_mandate: "Automatic payment that you have set up for it is not used: no loan, no instalments. Your bank can also cancel it",
    turn_gold: "Jewellery that is at the branch stays yours, and the lender hands it back. Ask the branch when, and take your receipt with you",
    turn_go: "Turn down this offer",
    give_title: "Give up this application",
    give_points: &[
        "Every lender that has made an offer or is still deciding is told that you do not go on",
        "You owe nothing, and you need give no reason",
        "Nothing more about you is passed on. What a lender has seen already it may keep only as long as the law requires",
        "Your answers stay listed under “Your applications”. “Your data” says how to ask for their deletion",
        "You can start another application at any time",
    ],
    give_points_unsent: &[
        "Nothing has been sent to a lender. You owe nothing, and you need give no reason",
        "Your answers stay on the lending platform until the application runs out. “Your data” says how to ask for their deletion before that",
        "You can take it up again from “Your applications” at any time",
    ],
    give_go: "Give up this application",
    give_none: "Lenders are being asked just now. As soon as their names are here, you can give up.",
};

pub(super) const CHANGED: Changed = Changed {
    title: "The figures have changed",
    lead: "They are not the same as when you chose this offer. The lines marked “changed” show where. Nothing binds you until you sign the agreement.",
    took: "You took {0} instead of {1}. These are the figures now. Nothing binds you until you sign the agreement.",
    what: "Figure",
    before: "When you chose",
    now: "Now",
    changed: "(changed)",
    length: "Time to repay",
    interest_type: "Kind of interest",
};
