use lending::{Date, Tenor};

use crate::text::rooms::{Common, Errors, Refusals};

pub(super) const COMMON: Common = Common {
    skip: "Skip to the content",
    menu: "Menu",
    home: "Your loan",
    applications: "Your applications",
    your_data: "Your data",
    help: "Help and complaints",
    sign_out: "Sign out",
    back: "Back",
    go_on: "Continue",
    loading_slowly: "This is taking longer than usual. Your place is kept.",
    loading_failed: "We cannot reach the service",
    not_given: "Not given by the lender",
    optional: "{0} (optional)",
    error_title: "Error: {0}",
    problem: "There is a problem",
    note: "Note",
    warning: "Important",
    step: "Step: {0}",
    last_checked: "Last checked {0}",
    check_now: "Check now",
    checks_itself: "We also check by ourselves.",
    close_page: "You can close this page. Your place is kept.",
    new_tab: "opens in a new tab",
    lakh: "{0} lakh rupees",
    crore: "{0} crore rupees",
    about: "About {0}",
    at_time: "{0}, {1} IST",
    offline: "You are offline. What you have typed is kept, and we go on when the connection is back.",
    down: "The lending service does not answer just now. Nothing is lost, you are still signed in, and we keep asking.",
    busy: "The lending service asks us to wait a moment. Nothing is lost; we ask again within {0} seconds.",
    connected: "Connected again.",
    date,
    tenor,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn date(date: Date) -> String {
    let month = MONTHS
        .get(usize::from(date.month()).wrapping_sub(1))
        .copied()
        .unwrap_or_default();
    [
        &date.day().to_string(),
        " ",
        month,
        " ",
        &date.year().to_string(),
    ]
    .concat()
}

fn counted(count: u32, one: &str, many: &str) -> String {
    [
        count.to_string().as_str(),
        " ",
        if count == 1 { one } else { many },
    ]
    .concat()
}

fn tenor(tenor: Tenor) -> String {
    let months = || counted(tenor.months, "month", "months");
    let days = || counted(tenor.days, "day", "days");
    match (tenor.months, tenor.days) {
        (0, _) => days(),
        (_, 0) => months(),
        _ => [&months(), ", ", &days()].concat(),
    }
}

pub(super) const ERRORS: Errors = Errors {
    name_empty: "Enter your name as it is on your PAN card",
    name_letters: "Your name can have letters, spaces, dots, hyphens and apostrophes only",
    name_latin: "Enter your name in English letters (A to Z), as it is on your PAN card",
    name_long: "Your name can have up to 100 letters",
    pan_empty: "Enter your PAN",
    pan_shape: "Enter your PAN as on the card: 10 letters and digits, like ABCPD1234E",
    dob_empty: "Enter your date of birth",
    dob_day: "Enter the day of your birth as a number from 1 to 31",
    dob_month: "Enter the month of your birth as a number from 1 to 12",
    dob_year: "Enter the year of your birth with four digits, like 1992",
    dob_real: "Check your date of birth: there is no such day",
    dob_future: "Your date of birth must be in the past",
    dob_young: "You must be 18 or older to take a loan",
    gender: "Choose your gender as it is on your PAN card or Aadhaar",
    mobile_empty: "Enter your mobile number",
    mobile_shape: "Enter a 10-digit Indian mobile number, like 98765 43210",
    email_empty: "Enter your email address",
    email_shape: "Enter an email address like name@example.com",
    employment: "Choose whether you are salaried or self-employed",
    income_empty: "Enter your monthly income",
    company_empty: "Enter the name of your employer",
    udyam_shape: "Enter the Udyam number like UDYAM-KR-03-0012345, or leave it empty",
    line1_empty: "Enter your house number and street",
    city_empty: "Enter your city, town or village",
    state_empty: "Choose your state or union territory",
    pincode_empty: "Enter your PIN code",
    pincode_shape: "Enter a PIN code of 6 digits, like 560001",
    purpose: "Choose what the loan is for",
    amount_empty: "Enter an amount",
    amount_shape: "Enter the amount in rupees, like 250000 or 2.5 lakh",
    amount_zero: "Enter an amount above ₹0",
    amount_paise: "Enter the amount in whole rupees, without paise",
    amount_low: "Enter {0} or more",
    amount_high: "Enter {0} or less",
    tenure_empty: "Enter for how many months",
    tenure_shape: "Enter a whole number of months from 1 to 360, like 24",
    consent_bureau: "Tick the box if lenders may look at your credit report. Without it they cannot make an offer",
    consent_lenders: "Tick the box if your application may be sent to lenders. Without it nobody can make an offer",
    holder_empty: "Enter the account holder's name as the bank has it",
    account_empty: "Enter your account number",
    account_shape: "Enter an account number of 9 to 18 digits",
    ifsc_empty: "Enter the IFSC of your branch",
    ifsc_shape: "Enter the IFSC: 11 letters and digits, like HDFC0001234",
    ifsc_zero: "The fifth character of an IFSC is a zero, not the letter O",
    account_type: "Choose the type of account",
    server: "This was not accepted. Check it and send it again",
};

pub(super) const REFUSALS: Refusals = Refusals {
    unreachable: "No answer came: the connection is gone or slow. What you have entered is kept. Try again when you are connected. It counts only once.",
    down: "The lending service does not answer. Nothing is lost, and what you have entered is kept. Try again in a minute. It counts only once.",
    changed: "Something has changed since this page was opened. This is how things stand now.",
    requoted: "The lender has changed the figures since this page was opened, so nothing has been chosen. Read the new figures below before you choose.",
    locked: "An offer has been chosen already. This is how things stand now.",
    working: "Your last step is still being worked on. It shows here as soon as it is done.",
    too_many: "The lending service asks us to wait a moment. Nothing is lost, and what you have entered is kept. Try again in {0} seconds.",
    handoff: "The address we were given is not one we can vouch for, so we did not send you there. Try again, or write to us.",
    not_accepted: "The lending service did not accept this. Check what you have entered and try again.",
    other: "That did not work. What you have entered is kept. Try again; if it happens again, write to us.",
    reference: "Reference for our support: {0}",
};
