//! The lenders of the sandbox: six without security, two against gold.

mod fees;

use lending::{BasisPoints, Paise, Rounding};

use crate::market;
pub(crate) use fees::OtherFees;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Letter {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    /// One of the market's, by its number.
    Made(u8),
}

/// When a lender wants bank statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AaNeed {
    Never,
    BeforeOffer,
    AfterSelection,
}

/// How a lender answers an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Offers(Terms),
    OffersLate(Terms),
    OffersOnGold(GoldTerms),
    Declines(&'static str),
}

/// What a lender gives on jewellery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GoldTerms {
    /// Of a gram of pure gold.
    pub(crate) per_gram: Paise,
    pub(crate) minimum: Paise,
    pub(crate) rate: BasisPoints,
    pub(crate) months: u32,
    pub(crate) fee: BasisPoints,
}

/// Of the value of the jewellery.
pub(crate) const LOAN_TO_VALUE: BasisPoints = BasisPoints(7_500);

/// The most a lender lends, and at what price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) principal: Paise,
    pub(crate) minimum: Paise,
    pub(crate) rate: BasisPoints,
    pub(crate) months: u32,
    /// Of the principal; GST comes on top.
    pub(crate) fee: BasisPoints,
    pub(crate) others: OtherFees,
    pub(crate) rounding: Rounding,
}

const fn terms(rupees: i64, minimum: i64, rate: u32, months: u32, fee: u32) -> Terms {
    Terms {
        principal: Paise::from_rupees(rupees),
        minimum: Paise::from_rupees(minimum),
        rate: BasisPoints(rate),
        months,
        fee: BasisPoints(fee),
        others: OtherFees::NONE,
        rounding: Rounding::Rupee,
    }
}

const fn gold(per_gram: i64, rate: u32, months: u32, fee: u32) -> Manner {
    Manner::OffersOnGold(GoldTerms {
        per_gram: Paise::from_rupees(per_gram),
        minimum: Paise::from_rupees(10_000),
        rate: BasisPoints(rate),
        months,
        fee: BasisPoints(fee),
    })
}

/// GST on fees.
pub(crate) const GST: BasisPoints = BasisPoints(1_800);
/// Of the outstanding principal, after the cooling-off period.
pub(crate) const FORECLOSURE_FEE: BasisPoints = BasisPoints(200);
/// A year, on what is overdue.
pub(crate) const PENAL_RATE: BasisPoints = BasisPoints(500);
pub(crate) const COOLING_OFF_DAYS: u32 = 3;
pub(crate) const QUOTE_DAYS: u32 = 15;

/// Where a lender looks at jewellery.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Branch {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) address: &'static str,
    pub(crate) area_code: &'static str,
    pub(crate) gps: &'static str,
    pub(crate) hours: &'static str,
    pub(crate) officer: &'static str,
    pub(crate) phone: &'static str,
}

#[derive(Debug)]
pub(crate) struct Lender {
    /// As on the wire.
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// `NBFC` or `BANK`.
    pub(crate) kind: &'static str,
    pub(crate) aa: AaNeed,
    pub(crate) manner: Manner,
    /// The bank form comes from the lender instead of `{}`.
    pub(crate) own_bank_form: bool,
    /// Where jewellery is brought to.
    pub(crate) branches: &'static [Branch],
    pub(crate) city: &'static str,
    pub(crate) officer: &'static str,
    /// Of its pretended addresses, `care@…`.
    pub(crate) domain: &'static str,
    pub(crate) phone: &'static str,
}

static SAHYADRI: Lender = Lender {
    id: "sahyadri-finance",
    name: "Sahyadri Finance Ltd",
    kind: "NBFC",
    aa: AaNeed::Never,
    manner: Manner::Offers(terms(250_000, 50_000, 1_400, 24, 200)),
    own_bank_form: false,
    branches: &[],
    city: "Pune",
    officer: "Anjali Deshpande",
    domain: "sahyadri.example",
    phone: "+91-20-40001001",
};

static NARMADA: Lender = Lender {
    id: "narmada-sfb",
    name: "Narmada Small Finance Bank",
    kind: "BANK",
    aa: AaNeed::BeforeOffer,
    manner: Manner::Offers(terms(200_000, 25_000, 1_250, 12, 100)),
    own_bank_form: false,
    branches: &[],
    city: "Bhopal",
    officer: "Suresh Tiwari",
    domain: "narmada.example",
    phone: "+91-755-4000102",
};

static KONKAN: Lender = Lender {
    id: "konkan-capital",
    name: "Konkan Capital Ltd",
    kind: "NBFC",
    aa: AaNeed::AfterSelection,
    manner: Manner::Offers(terms(300_000, 50_000, 1_800, 36, 250)),
    own_bank_form: true,
    branches: &[],
    city: "Ratnagiri",
    officer: "Farida Mistry",
    domain: "konkan.example",
    phone: "+91-2352-400103",
};

static DECCAN: Lender = Lender {
    id: "deccan-credit",
    name: "Deccan Credit Ltd",
    kind: "NBFC",
    aa: AaNeed::Never,
    manner: Manner::Offers(terms(150_000, 25_000, 1_600, 18, 150)),
    own_bank_form: true,
    branches: &[],
    city: "Hyderabad",
    officer: "Lakshmi Rao",
    domain: "deccan.example",
    phone: "+91-40-40001004",
};

static VINDHYA: Lender = Lender {
    id: "vindhya-loans",
    name: "Vindhya Loans Ltd",
    kind: "NBFC",
    aa: AaNeed::Never,
    manner: Manner::Declines("Vindhya Loans does not lend in your PIN code yet."),
    own_bank_form: false,
    branches: &[],
    city: "Jabalpur",
    officer: "Rakesh Patel",
    domain: "vindhya.example",
    phone: "+91-761-4000105",
};

static MALWA: Lender = Lender {
    id: "malwa-finance",
    name: "Malwa Finance Ltd",
    kind: "NBFC",
    aa: AaNeed::Never,
    manner: Manner::OffersLate(terms(100_000, 25_000, 2_000, 12, 150)),
    own_bank_form: false,
    branches: &[],
    city: "Indore",
    officer: "Neha Joshi",
    domain: "malwa.example",
    phone: "+91-731-4000106",
};

static KAVERI: Lender = Lender {
    id: "kaveri-gold",
    name: "Kaveri Gold Loans Ltd",
    kind: "NBFC",
    aa: AaNeed::Never,
    manner: gold(11_200, 1_150, 12, 50),
    own_bank_form: false,
    branches: &[
        Branch {
            id: "L1",
            name: "Kaveri Gold Loans, Laxmi Road",
            address: "48 Laxmi Road, Pune 411030",
            area_code: "411030",
            gps: "18.513271,73.849852",
            hours: "Monday to Saturday, 9:30 to 17:30",
            officer: "Vidya Joshi",
            phone: "+91-20-40001021",
        },
        Branch {
            id: "L2",
            name: "Kaveri Gold Loans, Kothrud",
            address: "5 Karve Road, Pune 411038",
            area_code: "411038",
            gps: "18.507351,73.807650",
            hours: "Monday to Saturday, 10:00 to 18:00",
            officer: "Prakash More",
            phone: "+91-20-40001022",
        },
    ],
    city: "Pune",
    officer: "Meera Iyengar",
    domain: "kaveri.example",
    phone: "+91-20-40001007",
};

static PUSHKAR: Lender = Lender {
    id: "pushkar-gold",
    name: "Pushkar Gold Bank Ltd",
    kind: "BANK",
    aa: AaNeed::Never,
    manner: gold(10_800, 1_050, 6, 75),
    own_bank_form: false,
    branches: &[Branch {
        id: "P1",
        name: "Pushkar Gold Bank, Shivajinagar",
        address: "17 Jangli Maharaj Road, Pune 411005",
        area_code: "411005",
        gps: "18.524605,73.847069",
        hours: "Monday to Friday, 10:00 to 16:00",
        officer: "Salim Khan",
        phone: "+91-20-40001031",
    }],
    city: "Jaipur",
    officer: "Gauri Rathore",
    domain: "pushkar.example",
    phone: "+91-141-4000108",
};

impl Letter {
    pub(crate) fn lender(self) -> &'static Lender {
        match self {
            Self::A => &SAHYADRI,
            Self::B => &NARMADA,
            Self::C => &KONKAN,
            Self::D => &DECCAN,
            Self::E => &VINDHYA,
            Self::F => &MALWA,
            Self::G => &KAVERI,
            Self::H => &PUSHKAR,
            Self::Made(number) => market::lender(number),
        }
    }
}
