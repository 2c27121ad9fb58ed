//! From content to a mail: compiled once, and then rendered for each reader.

use pivotal_domain::email::templates::content::{Checked, Content};
use pivotal_domain::email::templates::problems::{Part, Problem};
use pivotal_domain::email::templates::tags::Merged;
use pivotal_domain::email::templates::tags::fields::Vocabulary;
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::templates::text;

use super::mjml;

/// Content that can be rendered for anybody.
#[derive(Debug, Clone)]
pub struct Compiled {
    pub checked: Checked,
    /// The body as HTML, its tags not filled yet.
    html: Merged,
}

/// A mail to one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedMail {
    pub subject: String,
    pub preheader: String,
    pub html: String,
    pub text: String,
    /// Tags that had neither a value nor a fallback.
    pub empty: Vec<String>,
}

/// Everything that keeps the content from being saved, or the content, ready to be sent.
pub fn compiled(content: Content, known: &Vocabulary) -> Result<Compiled, Vec<Problem>> {
    let checked = content.check(known)?;
    let html = mjml::html(&checked.content().mjml).map_err(|problem| vec![problem])?;
    let html = with_preheader(html, &checked.preheader);
    let html = Merged::parse(&html).map_err(|error| {
        let message = format!("A merge tag cannot stand where it is: {}.", error.fault);
        vec![Problem::error("TAG_BROKEN", Part::Body, message)]
    })?;
    Ok(Compiled { checked, html })
}

/// The body as HTML, its tags not filled. Of content that was checked when it was saved: what was approved is sent, though a field that
/// it names went out of use meanwhile.
pub fn page(content: &Content) -> Result<String, Problem> {
    let preheader = Merged::parse(&content.preheader).unwrap_or_default();
    Ok(with_preheader(mjml::html(&content.mjml)?, &preheader))
}

impl Compiled {
    pub fn render(&self, values: &Values) -> RenderedMail {
        let subject = self.checked.subject.in_header(values);
        let preheader = self.checked.preheader.in_header(values);
        let html = self.html.in_html(values);
        let own = self.checked.text.as_ref().map(|text| text.in_plain_text(values));
        let mut empty = subject.empty;
        empty.extend(preheader.empty);
        empty.extend(html.empty);
        let text = match own {
            Some(own) => {
                empty.extend(own.empty);
                own.text
            }
            None => text::of_html(&html.text),
        };
        RenderedMail {
            subject: subject.text,
            preheader: preheader.text,
            html: html.text,
            text,
            empty: empty.into_iter().collect(),
        }
    }
}

/// Mail programs show the first words of the body behind the subject: these come first, and are not seen in the mail.
fn with_preheader(html: String, preheader: &Merged) -> String {
    let body = html.find("<body").and_then(|at| Some(at + html[at..].find('>')? + 1));
    match body {
        Some(at) if !preheader.pieces.is_empty() => {
            let (before, after) = html.split_at(at);
            format!(
                "{before}<div style=\"display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden\">{}</div>{after}",
                preheader.as_markup()
            )
        }
        Some(_) | None => html,
    }
}
