//! What a lender's own Key Facts Statement says: written by the sandbox from its books, without
//! this app, its server or its statement.

use anyhow::{Context as _, Result};
use kfs::Language;
use lending::{Date, IstDateTime, Paise, Tenor};

use crate::text::{Words, fill};

/// One lender's figures, as they have to stand everywhere.
#[derive(Debug)]
pub struct Truth {
    pub facts: Vec<(String, String)>,
    pub payments: Vec<Payment>,
    pub cooling_off: Tenor,
}

/// Day and amounts, written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    pub due: String,
    pub principal: Paise,
    pub interest: Paise,
    pub amount: Paise,
}

impl Truth {
    pub fn read(page: &str, language: Language) -> Result<Self> {
        let facts = between(page, "<dt>", "</dd>")
            .filter_map(|row| row.split_once("</dt><dd>"))
            .map(|(label, value)| (text(label), text(value)))
            .collect();
        let body = between(page, "<tbody>", "</tbody>").next();
        let payments = between(body.context("no schedule")?, "<tr>", "</tr>")
            .map(|row| payment(row, language))
            .collect::<Result<Vec<_>>>()?;
        let cooling_off = between(page, "<h2>Cooling-off period</h2><p>", " days").next();
        let cooling_off = cooling_off.context("no cooling-off period")?.parse()?;
        Ok(Self {
            facts,
            payments,
            cooling_off: Tenor::of_days(cooling_off),
        })
    }

    pub fn first_due(&self) -> &str {
        let first = self.payments.first();
        first.map_or("", |first| first.due.as_str())
    }

    pub fn rate(&self) -> Result<&str> {
        let rate = self.says("Interest rate")?;
        rate.strip_suffix(" a year, fixed")
            .with_context(|| rate.to_owned())
    }

    pub fn term(&self) -> Result<Tenor> {
        let months = self.says("Loan term")?;
        let months = months.strip_suffix(" months").context("not in months")?;
        Ok(Tenor::of_months(months.parse()?))
    }

    /// Day and time in India, as a borrower reads them.
    pub fn valid(&self, t: Words) -> Result<String> {
        let at = IstDateTime::from_iso(self.says("This offer stands until")?);
        let at = at.context("no instant")?;
        Ok(fill(
            t.common.at_time,
            &[&(t.common.date)(at.date), &at.hh_mm()],
        ))
    }

    pub fn says(&self, label: &str) -> Result<&str> {
        let found = self.facts.iter().find(|(known, _)| known == label);
        let (_, value) = found.with_context(|| format!("no {label} in {:?}", self.facts))?;
        Ok(value)
    }

    pub fn amount(&self, label: &str) -> Result<Paise> {
        read(self.says(label)?)
    }

    /// Nothing where the lender does not name it.
    pub fn fee(&self, label: &str) -> Result<Paise> {
        match self.says(label) {
            Ok(said) => read(said),
            Err(_) => Ok(Paise::ZERO),
        }
    }
}

fn between<'a>(page: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    let parts = page.split(start).skip(1);
    parts.filter_map(move |part| part.split(end).next())
}

fn text(html: &str) -> String {
    html.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .trim()
        .to_owned()
}

fn read(amount: &str) -> Result<Paise> {
    Paise::from_wire(amount).with_context(|| format!("{amount} is no amount"))
}

fn payment(row: &str, language: Language) -> Result<Payment> {
    let cells: Vec<&str> = between(row, "<td>", "</td>").collect();
    let [_, due, principal, interest, amount] = cells.as_slice() else {
        anyhow::bail!("not five cells: {row}");
    };
    let mut parts = due.split('/').map(str::parse::<u16>);
    let mut next = || parts.next().context("no date")?.context("no number");
    let (day, month, year) = (next()?, next()?, next()?);
    let date = Date::new(year, u8::try_from(month)?, u8::try_from(day)?);
    Ok(Payment {
        due: language.date(date.context("no such day")?),
        principal: read(principal)?,
        interest: read(interest)?,
        amount: read(amount)?,
    })
}
