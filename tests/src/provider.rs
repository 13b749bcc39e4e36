//! The pages of providers, as a browser goes through them: forms, redirects and ways back.

use anyhow::{Context as _, Result, bail};
use reqwest::{Client, Response, StatusCode};
use url::Url;

/// How a visit ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Back by a link or a redirection to this address.
    Get(String),
    /// Back by a form that posts itself, with its fields.
    Post(String, Vec<(String, String)>),
    /// Nothing to see: another app has opened.
    App,
}

/// Pages of one provider in a row.
const MOST_PAGES: usize = 5;

/// Opens a provider's page; `None` where another app opens instead.
async fn open(http: &Client, url: &str) -> Result<Option<(Url, StatusCode, String)>> {
    let answer = http.get(url).send().await?;
    if answer.status() == StatusCode::NO_CONTENT {
        return Ok(None);
    }
    let (at, status) = (answer.url().clone(), answer.status());
    Ok(Some((at, status, answer.text().await?)))
}

/// Looks at the page and decides nothing.
pub async fn look(http: &Client, url: &str) -> Result<()> {
    open(http, url).await?;
    Ok(())
}

/// Opens the page, presses the button with this value on every form, and comes back. A link that
/// is dead shows its own way back.
pub async fn visit(http: &Client, url: &str, choice: &str) -> Result<Way> {
    let Some((mut at, status, mut page)) = open(http, url).await? else {
        return Ok(Way::App);
    };
    if status == StatusCode::GONE {
        let home = link_back(&page).with_context(|| format!("no way back on: {page}"))?;
        return Ok(Way::Get(home));
    }
    for _ in 0..MOST_PAGES {
        if let Some(form) = Form::posting_back(&page) {
            return Ok(Way::Post(form.action, form.fields));
        }
        let form = Form::find(&page, choice).with_context(|| format!("no `{choice}`: {page}"))?;
        let action = at.join(&form.action)?;
        let answer = http.post(action.clone()).form(&form.fields).send().await?;
        if let Some(next) = location(&answer) {
            return Ok(Way::Get(next));
        }
        at = action;
        page = answer.text().await?;
        if let Some(home) = link_back(&page).filter(|_| !page.contains("<form")) {
            return Ok(Way::Get(home));
        }
    }
    bail!("no way back after {MOST_PAGES} pages")
}

fn location(answer: &Response) -> Option<String> {
    let value = answer.headers().get("location")?;
    value.to_str().ok().map(str::to_owned)
}

fn link_back(page: &str) -> Option<String> {
    page.split("<a ")
        .skip(1)
        .filter_map(|tag| attribute(tag.split('>').next()?, "href"))
        .find(|href| href.contains("/return/"))
}

/// A form of the sandbox's pages.
#[derive(Debug)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The form that has a button with this value.
    pub fn find(page: &str, button: &str) -> Option<Self> {
        let wanted = format!("value=\"{button}\"");
        page.split("<form").skip(1).find_map(|form| {
            let form = form.split("</form>").next()?;
            let pressed = form
                .split("<button")
                .skip(1)
                .find(|tag| tag.contains(&wanted))?;
            let mut found = Self::read(form)?;
            if let Some(name) = attribute(pressed.split('>').next()?, "name") {
                found.fields.push((name, button.to_owned()));
            }
            Some(found)
        })
    }

    /// The form by which a provider sends the borrower back.
    fn posting_back(page: &str) -> Option<Self> {
        page.split("<form")
            .skip(1)
            .filter_map(|form| Self::read(form.split("</form>").next()?))
            .find(|form| form.action.contains("/return/"))
    }

    pub fn with_field(page: &str, name: &str) -> Option<Self> {
        page.split("<form")
            .skip(1)
            .filter_map(|form| Self::read(form.split("</form>").next()?))
            .find(|form| form.fields.iter().any(|(known, _)| known == name))
    }

    pub fn fill(&mut self, name: &str, text: &str) {
        for (known, value) in &mut self.fields {
            if known == name {
                text.clone_into(value);
            }
        }
    }

    /// With every field as it stands; of several choices the first.
    fn read(form: &str) -> Option<Self> {
        let (open, inside) = form.split_once('>')?;
        let mut fields: Vec<(String, String)> = Vec::new();
        for tag in inside.split("<input").skip(1) {
            let tag = tag.split('>').next()?;
            let Some(name) = attribute(tag, "name") else {
                continue;
            };
            let radio = attribute(tag, "type").as_deref() == Some("radio");
            if !radio || fields.iter().all(|(known, _)| *known != name) {
                fields.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        }
        for list in inside.split("<select").skip(1) {
            let first = list.split("<option").nth(1).unwrap_or_default();
            if let Some(name) = attribute(list.split('>').next()?, "name") {
                fields.push((name, attribute(first, "value").unwrap_or_default()));
            }
        }
        Some(Self {
            action: attribute(open, "action").unwrap_or_default(),
            fields,
        })
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    let value = rest.split('"').next()?;
    Some(
        value
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&#39;", "'"),
    )
}
