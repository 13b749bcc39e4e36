use lending::{Date, Tenor};

use super::{Words, date_of};

/// `5 जनवरी 2027`.
pub fn date(date: Date) -> String {
    date_of(date, MONTHS)
}

/// `24 महीने`, `3 दिन`.
pub fn tenor(tenor: Tenor) -> String {
    let months = || counted(tenor.months, "महीना", "महीने");
    let days = || counted(tenor.days, "दिन", "दिन");
    match (tenor.months, tenor.days) {
        (0, _) => days(),
        (_, 0) => months(),
        _ => [&months(), ", ", &days()].concat(),
    }
}

/// Where a lender gave nothing.
pub const NOT_GIVEN: &str = "लोन देने वाले ने नहीं बताया";

/// Beside what the lender wrote in place of a figure.
pub const AS_WRITTEN: &str = "जैसा लोन देने वाले ने लिखा है";

/// Beside a charge that is a percentage.
pub const OF_WHAT: &str = "किस रक़म का, यह नहीं बताया";

/// What leaving the loan early costs, in the same words before the choice, on the statement and
/// once the money is there.
pub const COOLING_OFF_MEANS: &str = "छूट के दिनों में आप बिना दंड के लोन लौटा सकते हैं। लोन की रक़म और जितने दिन पैसे रहे उतने दिनों का ख़र्च (APR के हिसाब से) देना होगा। एक बार की प्रोसेसिंग फ़ीस तभी नहीं लौटती जब लोन देने वाले की मुख्य बातों (KFS) में ऐसा लिखा हो।";

/// Beside a figure that the lender spelled in its own way.
pub const WRITTEN: &str = "लोन देने वाले ने लिखा: {0}";

/// Where a figure of ours would stand, and those of the lender do not allow it.
pub const NOT_KNOWN: &str = "लोन देने वाले के आँकड़ों से हिसाब नहीं बनता";

/// Date and time of day.
pub const AT_TIME: &str = "{0}, {1} बजे (IST)";

const MONTHS: [&str; 12] = [
    "जनवरी",
    "फ़रवरी",
    "मार्च",
    "अप्रैल",
    "मई",
    "जून",
    "जुलाई",
    "अगस्त",
    "सितंबर",
    "अक्टूबर",
    "नवंबर",
    "दिसंबर",
];

/// Zero counts as one in Hindi.
fn counted(count: u32, one: &str, many: &str) -> String {
    let unit = if count < 2 { one } else { many };
    [count.to_string().as_str(), " ", unit].concat()
}

pub(super) const WORDS: Words = Words {
    title: "मुख्य बातें (KFS)",
    source: "हर आँकड़ा लोन देने वाले का है, जैसा लोन प्लेटफ़ॉर्म ने हमें दिया। जोड़, फ़र्क़, किस्त कब-कब है और हर किस्त से पहले का बक़ाया इन्हीं आँकड़ों से यहाँ निकाला गया है।",
    counts: "लोन देने वाले का अपना KFS ही माना जाएगा। उसमें कुछ अलग लिखा हो तो साइन करने से पहले उनसे पूछें।",
    valid: "लोन देने वाले के ये आँकड़े {0} तक पक्के हैं।",
    not_given: NOT_GIVEN,
    as_written: AS_WRITTEN,
    of_what: OF_WHAT,
    written: WRITTEN,
    not_known: NOT_KNOWN,
    at_time: AT_TIME,

    in_short: "कम शब्दों में",
    you_receive: "आपको मिलेंगे",
    you_repay: "आप चुकाएँगे",
    costs_you: "आपका ख़र्च",
    each_month: "हर महीने",
    if_late: "देर होने पर विलंब शुल्क (दंडात्मक)",
    leave: "बिना दंड लोन लौटाने की छूट",
    leave_for: "पैसे भेजे जाने के बाद {0}",
    cost_unknown: "इस लोन का ख़र्च पता नहीं है। लोन देने वाले ने इनका ऐसा आँकड़ा नहीं दिया जो पढ़ा जा सके: {0}। चुनने से पहले लोन देने वाले से पूछें।",

    part_1: "Annex A, भाग 1: ब्याज, फ़ीस और शुल्क",
    proposal: "लोन प्रस्ताव या खाते का नंबर",
    kind: "लोन का प्रकार",
    personal_loan: "पर्सनल लोन",
    gold_loan: "सोने पर लोन",
    principal: "मंज़ूर लोन की रक़म",
    disbursal: "पैसे एक साथ मिलेंगे या हिस्सों में",
    disbursal_clause: "हिस्सों में हों तो एग्रीमेंट की धारा",
    term: "लोन का समय",
    instalment_type: "किस्त का प्रकार",
    monthly: "हर महीने",
    not_monthly: "हर महीने नहीं: हर तारीख़ किस्तों की सूची में है",
    instalment_count: "किस्तों की गिनती",
    instalment: "हर किस्त की रक़म",
    last: "सूची की आख़िरी किस्त",
    first_due: "पहली किस्त की तारीख़",
    rate: "साल की ब्याज दर",
    rate_type: "ब्याज दर का प्रकार",
    fixed: "फ़िक्स्ड: बदलेगी नहीं",
    floating: "फ़्लोटिंग: बदल सकती है",
    hybrid: "हाइब्रिड: पहले फ़िक्स्ड, फिर फ़्लोटिंग",
    floating_terms: "फ़्लोटिंग दर की जानकारी",
    not_floating: "लागू नहीं: दर फ़िक्स्ड है",
    benchmark: "फ़्लोटिंग दर: किस बेंचमार्क से जुड़ी है",
    benchmark_rate: "फ़्लोटिंग दर: बेंचमार्क दर (B)",
    spread: "फ़्लोटिंग दर: स्प्रेड (S)",
    final_rate: "फ़्लोटिंग दर: B और S मिलाकर दर (R)",
    reset_benchmark: "फ़्लोटिंग दर: बेंचमार्क कितने महीने में बदलता है",
    reset_spread: "फ़्लोटिंग दर: स्प्रेड कितने महीने में बदलता है",
    impact_instalment: "दर 0.25 अंक बदले तो हर किस्त",
    impact_count: "दर 0.25 अंक बदले तो किस्तों की गिनती",
    fees: "8. शुरू की फ़ीस और शुल्क",
    fee: "फ़ीस या शुल्क",
    fee_lender: "लोन देने वाले को (A)",
    fee_third: "लोन देने वाले के ज़रिए किसी और को (B)",
    fee_often: "एक बार या बार-बार",
    once: "एक बार, लोन की रक़म में से",
    processing: "(i) प्रोसेसिंग फ़ीस",
    insurance: "(ii) बीमा",
    valuation: "(iii) क़ीमत जाँचने की फ़ीस",
    application: "(iv) आवेदन शुल्क",
    other_upfront: "(iv) शुरू के दूसरे शुल्क",
    other_charges: "(iv) और कोई शुल्क",
    apr: "APR (सारे शुल्क मिलाकर साल की दर)",
    late: "देर से चुकाने पर विलंब शुल्क (दंडात्मक)",
    other_penal: "दूसरे दंडात्मक शुल्क",
    foreclosure: "लोन पहले बंद करने का शुल्क",
    switching: "फ़िक्स्ड और फ़्लोटिंग दर के बीच बदलने का शुल्क",
    other_contingent: "आगे लग सकने वाला और कोई शुल्क",

    part_2: "Annex A, भाग 2: जानने की दूसरी बातें",
    recovery_clause: "वसूली एजेंट के बारे में एग्रीमेंट की धारा",
    grievance_clause: "शिकायत के बारे में एग्रीमेंट की धारा",
    officer: "शिकायत सुनने वाले नोडल अधिकारी",
    officer_phone: "अधिकारी का फ़ोन नंबर",
    officer_email: "अधिकारी का ईमेल",
    transfer: "क्या लोन किसी और को सौंपा या बेचा जा सकता है",
    originator: "मिलकर दिया लोन: पहला लोन देने वाला और उसका हिस्सा",
    partner: "मिलकर दिया लोन: साथी लोन देने वाला और उसका हिस्सा",
    blended: "मिलकर दिया लोन: मिली-जुली ब्याज दर",
    cooling_off: "लोन लौटाने की छूट (कूलिंग-ऑफ़)",
    cooling_off_means: COOLING_OFF_MEANS,
    agent: "वसूली के लिए आपसे संपर्क कर सकने वाली कंपनी",

    annex_b: "Annex B: APR कैसे निकलता है",
    unequal_count: "ऐसी किस्तें जो बराबर नहीं हैं",
    all_equal: "कोई नहीं: सब बराबर हैं, आख़िरी में बस पैसों का फ़र्क़ हो सकता है",
    capitalised: "ब्याज मूलधन में जुड़ने वाली किस्तें",
    interest: "पूरे समय का कुल ब्याज",
    upfront: "काटी गई फ़ीस और शुल्क",
    upfront_lender: "इनमें से लोन देने वाले को",
    upfront_third: "इनमें से लोन देने वाले के ज़रिए औरों को",
    net: "आपको मिलने वाली रक़म (1 में से 6 घटाकर)",
    repay: "आप कुल चुकाएँगे (1 और 5 मिलाकर)",
    due_dates: "किस्त और ब्याज की तारीख़ें",
    from_to: "{0} से {1} तक; हर तारीख़ किस्तों की सूची में है",
    apr_method: "APR साल की वह दर है जिस पर सारी किस्तें मिलकर आपको मिली रक़म के बराबर होती हैं। इसमें फ़ीस भी शामिल है, और यह घटते बक़ाया पर निकाली जाती है।",

    annex_c: "Annex C: किस्तों की सूची",
    schedule: "सारी किस्तें",
    number: "क्रम",
    due: "तारीख़",
    outstanding: "इससे पहले बक़ाया मूलधन",
    principal_part: "मूलधन",
    interest_part: "ब्याज",
    payment: "किस्त",
    total: "कुल",
    no_schedule: "लोन देने वाले ने एक-एक किस्त नहीं बताई।",
    no_balance: "दी गई किस्तें जुड़कर लोन की रक़म नहीं बनतीं, इसलिए हम हर किस्त से पहले का बक़ाया नहीं निकालते।",

    doubt_apr: "यह APR, {0}, लोन देने वाले का आँकड़ा है। किस्तों और मिलने वाली रक़म से हमारा हिसाब {1} निकलता है। फ़ीस, टैक्स और दिन गिनने के तरीक़े अलग होते हैं; कारण जानना हो तो लोन देने वाले से पूछें।",
    doubt_count: "सूची में {0} किस्तें हैं। लोन देने वाले ने {1} बताई हैं।",
    doubt_fees: "बताई गई फ़ीस जुड़कर {0} होती हैं। लोन की रक़म और मिलने वाली रक़म में {1} का फ़र्क़ है।",
    doubt_interest: "लोन की रक़म और ब्याज मिलाकर {0} होते हैं। लोन देने वाले ने कुल {1} बताया है।",
    doubt_payments: "बताई गई किस्तें जुड़कर {0} होती हैं। लोन देने वाले ने कुल {1} बताया है।",
};
