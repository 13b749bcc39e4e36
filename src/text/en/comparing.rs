use crate::text::rooms::Compare;

pub(super) const COMPARE: Compare = Compare {
    pick: "Compare",
    more: "Tick one or two more to see them side by side.",
    go: |count| ["Compare ", &count.to_string(), " offers"].concat(),
    too_many: "Only three offers fit side by side. Untick another one first.",
    title: "Offers side by side",
    lead: "In the order you ticked them. Looking at an offer commits you to nothing.",
    what: "What is compared",
    kind: "Kind of lender",
    offer: "Offer",
    read: "Read",
    look: "Look",
};
