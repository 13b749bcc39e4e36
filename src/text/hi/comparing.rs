use crate::text::rooms::Compare;

pub(super) const COMPARE: Compare = Compare {
    pick: "तुलना में लें",
    more: "साथ-साथ देखने के लिए एक या दो और चुनें।",
    go: |count| [&count.to_string(), " ऑफ़र साथ-साथ देखें"].concat(),
    too_many: "तीन ऑफ़र ही साथ-साथ आ सकते हैं। पहले किसी और का निशान हटाएँ।",
    title: "ऑफ़र साथ-साथ",
    lead: "उसी क्रम में जिसमें आपने चुना। देखने से आप किसी बात में नहीं बँधते।",
    what: "किस बात की तुलना",
    kind: "किस तरह का संस्थान",
    offer: "ऑफ़र",
    read: "पढ़ें",
    look: "देखें",
};
