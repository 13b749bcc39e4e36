use contract::Text;
use lending::{BasisPoints, Date, IstDateTime, Paise, Tenor};

/// Whether an interest rate can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateKind {
    Fixed,
    Floating,
    /// Fixed at first, then floating.
    Hybrid,
}

/// A lender's text, read as a figure. Nothing is guessed: what does not read stays as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading<'a, T> {
    /// Not there, `null` or blank.
    Missing,
    /// Spelled as the platform says that figures are.
    Plain(T),
    /// Readable, but spelled in another way, such as `1000 INR`: shown with what was written, so
    /// that nobody has to trust our reading.
    Spelled(T, &'a str),
    /// Words, a negative amount, too many digits: no figure to show or to reckon with.
    Unread(&'a str),
}

impl<'a, T> Reading<'a, T> {
    pub fn figure(self) -> Option<T> {
        match self {
            Self::Plain(figure) | Self::Spelled(figure, _) => Some(figure),
            Self::Missing | Self::Unread(_) => None,
        }
    }

    /// What is to be shown as the lender wrote it, beside our reading or in place of one.
    pub fn as_written(&self) -> Option<&'a str> {
        match self {
            Self::Spelled(_, raw) | Self::Unread(raw) => Some(raw),
            Self::Missing | Self::Plain(_) => None,
        }
    }

    pub fn map<U>(self, shown: impl FnOnce(T) -> U) -> Reading<'a, U> {
        match self {
            Self::Missing => Reading::Missing,
            Self::Plain(figure) => Reading::Plain(shown(figure)),
            Self::Spelled(figure, raw) => Reading::Spelled(shown(figure), raw),
            Self::Unread(raw) => Reading::Unread(raw),
        }
    }

    fn new(
        text: Option<&'a Text>,
        read: impl FnOnce(&'a str) -> Option<T>,
        plain: impl FnOnce(&str) -> bool,
    ) -> Self {
        let raw = text.map_or("", |text| text.as_str().trim());
        if raw.is_empty() {
            return Self::Missing;
        }
        match read(raw) {
            Some(figure) if plain(raw) => Self::Plain(figure),
            Some(figure) => Self::Spelled(figure, raw),
            None => Self::Unread(raw),
        }
    }
}

impl<'a> Reading<'a, Paise> {
    /// Rupees, `250000` or `250000.50`.
    pub fn amount(text: Option<&'a Text>) -> Self {
        let read = |raw: &str| Paise::from_wire(raw).filter(|amount| *amount >= Paise::ZERO);
        Self::new(text, read, is_number)
    }
}

impl<'a> Reading<'a, BasisPoints> {
    /// Percent a year, `12.50`, with or without its sign.
    pub fn percent(text: Option<&'a Text>) -> Self {
        let plain = |raw: &str| is_number(raw.strip_suffix('%').unwrap_or(raw));
        Self::new(text, BasisPoints::from_wire, plain)
    }
}

impl<'a> Reading<'a, Tenor> {
    /// `12 months` or `12`.
    pub fn term(text: Option<&'a Text>) -> Self {
        Self::new(text, length, |raw| !raw.starts_with(['p', 'P']))
    }

    /// `P30D` or `30 days`. ASSUMPTION(G13): `PT30D` means days too, and is shown as written. A bare
    /// number is not read: nobody is promised three months for a `3`.
    pub fn cooling_off(text: Option<&'a Text>) -> Self {
        let read = |raw: &str| length(raw).filter(|_| !is_number(raw));
        let plain = |raw: &str| !raw.to_ascii_lowercase().starts_with("pt");
        Self::new(text, read, plain)
    }
}

impl<'a> Reading<'a, u32> {
    /// How many: a whole number above zero.
    pub fn count(text: Option<&'a Text>) -> Self {
        let digits = |raw: &&str| raw.bytes().all(|byte| byte.is_ascii_digit());
        let read = |raw: &str| {
            Some(raw)
                .filter(digits)?
                .parse()
                .ok()
                .filter(|count| *count > 0)
        };
        Self::new(text, read, |_| true)
    }
}

impl<'a> Reading<'a, Date> {
    /// The day of a date or of an instant, as India's calendar has it.
    pub fn day(text: Option<&'a Text>) -> Self {
        let read = |raw: &str| {
            IstDateTime::from_iso(raw).map_or_else(|| Date::parse(raw), |at| Some(at.date))
        };
        Self::new(text, read, |_| true)
    }
}

impl<'a> Reading<'a, RateKind> {
    pub fn rate_kind(text: Option<&'a Text>) -> Self {
        let read = |raw: &str| {
            let words = [
                ("FIXED", RateKind::Fixed),
                ("FLOATING", RateKind::Floating),
                ("HYBRID", RateKind::Hybrid),
            ];
            let mut words = words.into_iter();
            words.find_map(|(word, kind)| raw.eq_ignore_ascii_case(word).then_some(kind))
        };
        Self::new(text, read, |_| true)
    }
}

/// No loan is for no time, and no borrower cools off in none.
fn length(raw: &str) -> Option<Tenor> {
    Tenor::from_wire(raw).filter(|tenor| *tenor != Tenor::default())
}

fn is_number(raw: &str) -> bool {
    raw.bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
}
