//! Readers take anything without panicking, and take back what is shown.

use lending::{
    AccountNumber, BasisPoints, Date, Email, Ifsc, IstDateTime, Mobile, Paise, Pan, PersonName,
    Pincode, ShortAmount, Tenor, Udyam,
};
use proptest::prelude::*;

/// Strings of the characters that readers look for, which random text seldom has.
fn nearly_right() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-+0-9A-Za-z ₹,.%@:/()०-९\u{200B}-\u{200F}\u{2212}लाखTZPMD]{0,24}",
    ]
}

/// The groups between commas: up to three, then pairs, then three at the end.
fn is_grouped_the_indian_way(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(',').collect();
    match groups.as_slice() {
        [only] => (1..=3).contains(&only.len()),
        [first, pairs @ .., last] => {
            (1..=2).contains(&first.len())
                && pairs.iter().all(|pair| pair.len() == 2)
                && last.len() == 3
        }
        [] => false,
    }
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(text in nearly_right(), other in nearly_right()) {
        let _ = Paise::parse(&text);
        let _ = Paise::from_wire(&text);
        let _ = BasisPoints::from_wire(&text);
        let _ = Tenor::from_wire(&text).map(|tenor| tenor.after(Date::MAX));
        let _ = Date::parse(&text);
        let _ = Date::from_dmy(&text, &other, "2026");
        let _ = Date::from_dmy("1", &text, &other);
        let _ = IstDateTime::from_iso(&text);
        let _ = IstDateTime::from_iso(&format!("2026-10-07T{text}"));
        let _ = Pan::parse(&text).map(|pan| pan.masked());
        let _ = (Ifsc::parse(&text), Ifsc::with_zero(&text));
        let _ = Mobile::parse(&text).map(|mobile| mobile.masked());
        let _ = Pincode::parse(&text);
        let _ = AccountNumber::parse(&text).map(|account| account.masked());
        let _ = Email::parse(&text);
        let _ = PersonName::parse(&text).map(|name| name.word_count());
        let _ = Udyam::parse(&text);
    }

    #[test]
    fn a_shown_amount_can_be_typed_back(paise in 0..=i64::MAX) {
        let amount = Paise(paise);
        prop_assert_eq!(Paise::parse(&amount.format()), Ok(amount));
        prop_assert_eq!(Paise::from_wire(&amount.format()), Some(amount));
    }

    #[test]
    fn whole_rupees_survive_the_wire(rupees in i64::MIN / 100..=i64::MAX / 100) {
        let amount = Paise::from_rupees(rupees);
        prop_assert_eq!(Paise::from_wire(&amount.to_wire_rupees()), Some(amount));
    }

    #[test]
    fn amounts_are_grouped_two_two_three(paise in any::<i64>()) {
        let shown = Paise(paise).format();
        let unsigned = shown.strip_prefix('−').unwrap_or(&shown);
        prop_assert_eq!(shown.starts_with('−'), paise < 0);
        let number = unsigned.strip_prefix('₹').unwrap();
        let (rupees, fraction) = number.split_once('.').unwrap_or((number, ""));
        prop_assert!(is_grouped_the_indian_way(rupees), "{shown}");
        prop_assert_eq!(fraction.len(), if paise % 100 == 0 { 0 } else { 2 });
        prop_assert!(number.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.'));
    }

    #[test]
    fn a_short_amount_is_within_half_of_its_last_digit(paise in 10_000_000..=i64::MAX) {
        let short = ShortAmount::of(Paise(paise)).unwrap();
        let hundredth = match short.unit {
            lending::Unit::Lakh => 100_000,
            lending::Unit::Crore => 10_000_000,
        };
        let said = i128::from(short.hundredths) * hundredth;
        let off = (said - i128::from(paise)).abs();
        prop_assert!(off * 2 <= hundredth);
        prop_assert_eq!(short.exact, off == 0);
    }

    #[test]
    fn a_shown_rate_can_be_read_back(points in any::<u32>()) {
        let rate = BasisPoints(points);
        prop_assert_eq!(BasisPoints::from_wire(&rate.to_string()), Some(rate));
    }

    #[test]
    fn a_shown_tenor_can_be_read_back(months in any::<u32>(), days in any::<u32>()) {
        let tenor = Tenor { months, days };
        prop_assert_eq!(Tenor::from_wire(&tenor.to_string()), Some(tenor));
    }

    #[test]
    fn a_shown_date_can_be_read_back(days in -719_162_i64..=2_932_896) {
        let epoch = Date::new(1970, 1, 1).unwrap();
        let date = epoch.add_days(days);
        prop_assert_eq!(epoch.days_until(date), days);
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        let shown = date.dd_mm_yyyy();
        let fields: Vec<&str> = shown.split('/').collect();
        if date.year() >= 1_000 {
            prop_assert_eq!(Date::from_dmy(fields[0], fields[1], fields[2]), Ok(date));
        }
    }

    #[test]
    fn added_months_keep_the_day_or_end_the_month(
        days in 0_i64..=100_000,
        months in 0_u32..=1_200,
    ) {
        let start = Date::MIN.add_days(days);
        let later = start.add_months(months);
        let count = |date: Date| u32::from(date.year()) * 12 + u32::from(date.month());
        prop_assert_eq!(count(later), count(start) + months);
        let ends_the_month = later.add_days(1).day() == 1;
        prop_assert!(later.day() == start.day() || later.day() < start.day() && ends_the_month);
    }

    #[test]
    fn a_shown_instant_can_be_read_back(millis in -62_135_596_800_000_i64..=253_402_214_400_000) {
        let at = IstDateTime::from_unix_millis(millis);
        prop_assert_eq!(IstDateTime::from_iso(&at.to_string()), Some(at));
    }

    #[test]
    fn codes_are_read_back_from_what_they_show(
        pan in "[A-Z]{5}[0-9]{4}[A-Z]",
        ifsc in "[A-Z]{4}0[A-Z0-9]{6}",
        mobile in "[6-9][0-9]{9}",
        pincode in "[1-9][0-9]{5}",
        account in "[0-9]{9,18}",
        udyam in "UDYAM-[A-Z]{2}-[0-9]{2}-[0-9]{7}",
    ) {
        prop_assert_eq!(Pan::parse(&pan).unwrap().to_string(), pan);
        prop_assert_eq!(Ifsc::parse(&ifsc).unwrap().to_string(), ifsc);
        let parsed = Mobile::parse(&mobile).unwrap();
        prop_assert_eq!(Mobile::parse(&parsed.with_country_code()), Ok(parsed.clone()));
        prop_assert_eq!(parsed.to_string(), mobile);
        prop_assert_eq!(Pincode::parse(&pincode).unwrap().to_string(), pincode);
        let parsed = AccountNumber::parse(&account).unwrap();
        prop_assert_eq!(AccountNumber::parse(&parsed.grouped()), Ok(parsed.clone()));
        prop_assert_eq!(parsed.to_string(), account);
        prop_assert_eq!(Udyam::parse(&udyam).unwrap().to_string(), udyam);
    }

    #[test]
    fn names_and_addresses_are_read_back_as_they_were_kept(
        name in "[\\p{L}\\p{M} .'’\u{200C}\u{200D}-]{0,110}",
        address in "[a-zA-Z0-9.+_-]{1,20}@[a-z0-9-]{1,12}\\.[a-z]{2,6}",
    ) {
        if let Ok(name) = PersonName::parse(&name) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name));
        }
        let address = Email::parse(&address).unwrap();
        prop_assert_eq!(Email::parse(address.as_str()), Ok(address));
    }

    #[test]
    fn a_mask_shows_no_more_than_it_says(account in "[0-9]{9,18}", mobile in "[6-9][0-9]{9}") {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).count();
        prop_assert_eq!(digits(AccountNumber::parse(&account).unwrap().masked()), 4);
        prop_assert_eq!(digits(Mobile::parse(&mobile).unwrap().masked()), 4);
    }
}
