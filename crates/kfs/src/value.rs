use contract::Text;
use flow::Reading;

use crate::words::Language;

/// Between a figure and what is to be said of it.
const BESIDE: &str = " · ";

/// What stands beside a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A figure that was read, in our writing.
    Figure(String),
    /// A figure that was read though it was spelled unusually: shown with what the lender wrote.
    Spelled { figure: String, written: String },
    /// Our words, in the statement's language.
    Words(String),
    /// A name, a number or an address as its owner writes it, which is not to be translated.
    Name(String),
    /// The lender's text where a figure is expected: shown as it came, and marked.
    AsWritten(String),
    /// A charge that is a percentage, as the lender wrote it, who did not say of what.
    Percent(String),
    /// Not given by the lender.
    Missing,
}

impl Value {
    /// All of it in one line: for paper, and for those who cannot mark a part of it.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Figure(text) | Self::Words(text) | Self::Name(text) => text.clone(),
            Self::Spelled { figure, written } => {
                [figure, BESIDE, &language.written(written)].concat()
            }
            Self::AsWritten(written) => [written, BESIDE, language.as_written()].concat(),
            Self::Percent(written) => [written, BESIDE, language.of_what()].concat(),
            Self::Missing => language.not_given().to_owned(),
        }
    }

    pub(crate) fn read<T>(reading: Reading<'_, T>, show: impl FnOnce(T) -> String) -> Self {
        match reading.map(show) {
            Reading::Missing => Self::Missing,
            Reading::Plain(figure) => Self::Figure(figure),
            Reading::Spelled(figure, written) => Self::Spelled {
                figure,
                written: written.to_owned(),
            },
            Reading::Unread(written) => Self::AsWritten(written.to_owned()),
        }
    }

    /// A cell that nothing belongs into.
    pub(crate) fn none() -> Self {
        Self::Words("–".to_owned())
    }

    /// Of several lines, those that are there.
    pub(crate) fn name<'a>(lines: impl IntoIterator<Item = &'a Option<Text>>) -> Self {
        let lines = lines.into_iter().flatten().map(|line| line.as_str().trim());
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            Self::Missing
        } else {
            Self::Name(lines.join(", "))
        }
    }
}
