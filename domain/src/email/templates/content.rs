//! What a template says: its subject, the line behind the subject, the body as MJML, and plain text of its own if it has any.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::blocks::Document;
use super::markup::tokens;
use super::problems::{Part, Problem};
use super::structure;
use super::tags::fields::Vocabulary;
use super::tags::{Merged, TagError, TagFault};

/// Longest subject and longest preheader, in characters.
pub const LINE_MAX: usize = 300;
/// Largest body, in bytes. Mail programs clip at a third of it.
pub const MJML_MAX: usize = 300_000;
/// Largest plain text, in bytes.
pub const TEXT_MAX: usize = 100_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub subject: String,
    /// What lists of mails show behind the subject.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub preheader: String,
    /// The body. With a block document it is made of that.
    pub mjml: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Document>,
    /// `None`: made of the HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Content that may be saved: it is MJML, holds nothing that must not be in a mail, and every tag is one there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    content: Content,
    pub subject: Merged,
    pub preheader: Merged,
    pub body: Merged,
    pub text: Option<Merged>,
}

impl Content {
    /// What a new template begins with.
    pub fn starter() -> Self {
        let blocks = Document::starter();
        // Written by us, and held by a test.
        let mjml = blocks.mjml().unwrap_or_default();
        Content {
            subject: "A message for {{contact.first_name|you}}".into(),
            preheader: String::new(),
            mjml,
            blocks: Some(blocks),
            text: None,
        }
    }

    /// Of blocks: the body is made of them.
    pub fn of_blocks(self) -> Result<Content, Vec<Problem>> {
        let Some(blocks) = &self.blocks else { return Ok(self) };
        match blocks.mjml() {
            Ok(mjml) => Ok(Content { mjml, ..self }),
            Err(error) => Err(vec![Problem::error("TEMPLATE_BLOCK", Part::Body, format!("{error}."))]),
        }
    }

    /// Everything that keeps it from being saved, or the content as it is kept.
    pub fn check(self, known: &Vocabulary) -> Result<Checked, Vec<Problem>> {
        let content = self.tidy().of_blocks()?;
        let mut problems = content.sizes();
        if !problems.is_empty() {
            return Err(problems);
        }
        problems.extend(structure::faults(&tokens(&content.mjml)));
        let mut read = |part, text: &str| match merged(part, text, known) {
            Ok(merged) => merged,
            Err(problem) => {
                problems.push(problem);
                Merged::default()
            }
        };
        let subject = read(Part::Subject, &content.subject);
        let preheader = read(Part::Preheader, &content.preheader);
        let body = read(Part::Body, &content.mjml);
        let text = content.text.as_deref().map(|text| read(Part::Text, text));
        match problems.is_empty() {
            true => Ok(Checked { content, subject, preheader, body, text }),
            false => Err(problems),
        }
    }

    /// Two contents are the same if they say the same: how the body was put together is no part of it.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        let text = self.text.as_deref().unwrap_or_default();
        for part in [self.subject.as_str(), self.preheader.as_str(), self.mjml.as_str(), text] {
            // The length first, so that no two parts can be read as others.
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part.as_bytes());
        }
        hex::encode(hasher.finalize())
    }

    fn tidy(self) -> Content {
        let kept = |text: String| if text.contains('\0') { text.replace('\0', "") } else { text };
        let text = self.text.map(kept).filter(|text| !text.trim().is_empty());
        Content {
            subject: kept(self.subject).trim().to_owned(),
            preheader: kept(self.preheader).trim().to_owned(),
            mjml: kept(self.mjml),
            text,
            blocks: self.blocks,
        }
    }

    fn sizes(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (part, line) in [(Part::Subject, &self.subject), (Part::Preheader, &self.preheader)] {
            if line.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
                let message = "It is one line, without line breaks. Remove them.";
                problems.push(Problem::error("TEMPLATE_LINE_BREAK", part, message));
            }
            if line.chars().count() > LINE_MAX {
                let message = format!("It has more than {LINE_MAX} characters. Shorten it.");
                problems.push(Problem::error("TEMPLATE_TOO_LONG", part, message));
            }
        }
        if self.subject.is_empty() {
            let message = "A mail needs a subject. Write one.";
            problems.push(Problem::error("TEMPLATE_NO_SUBJECT", Part::Subject, message));
        }
        let text = self.text.as_ref().map_or(0, String::len);
        for (part, size, most) in [(Part::Body, self.mjml.len(), MJML_MAX), (Part::Text, text, TEXT_MAX)] {
            if size > most {
                let message = format!("It takes {size} bytes; at most {most} are kept. Shorten it.");
                problems.push(Problem::error("TEMPLATE_TOO_LONG", part, message));
            }
        }
        problems
    }
}

impl Checked {
    pub fn content(&self) -> &Content {
        &self.content
    }

    pub fn into_content(self) -> Content {
        self.content
    }
}

fn merged(part: Part, text: &str, known: &Vocabulary) -> Result<Merged, Problem> {
    let told = |TagError { line, fault }: TagError| {
        let code = match fault {
            TagFault::Unknown(_) => "TAG_UNKNOWN",
            TagFault::Unclosed | TagFault::Malformed(_) | TagFault::Fallback(_) => "TAG_BROKEN",
        };
        let message = format!("{fault}.");
        let mut letters = message.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        Problem::error(code, part, first + letters.as_str()).at(line)
    };
    let merged = Merged::parse(text).map_err(told)?;
    known.check(&merged).map_err(told)?;
    Ok(merged)
}
