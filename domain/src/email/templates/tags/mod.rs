//! Merge tags: `{{contact.first_name|there}}`. A path and, behind a bar, what stands there when the field is empty.
//!
//! The language is as small as it looks: no conditions, no loops, nothing that runs. What is between two braces and is no tag is
//! refused, so that a slip of the finger is seen before the mail goes out.

pub mod escape;
pub mod fields;
pub mod render;
#[cfg(test)]
mod tests;

use std::fmt;

/// Longest path and longest fallback, in characters.
const LONGEST: usize = 200;

/// One merge tag.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag {
    /// `contact.first_name`, `account.custom.region`, `unsubscribe_url`.
    pub path: String,
    /// What stands there when the field is empty; an empty one says that nothing shall.
    pub fallback: Option<String>,
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fallback {
            Some(fallback) => write!(f, "{{{{{}|{fallback}}}}}", self.path),
            None => write!(f, "{{{{{}}}}}", self.path),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Tag {
        tag: Tag,
        /// Where it stands, counted from 1.
        line: usize,
    },
}

/// Text with merge tags in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    pub pieces: Vec<Piece>,
}

/// Why a text with tags cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TagFault {
    #[error("a merge tag begins with {{{{ and is never closed. Close it with }}}}")]
    Unclosed,
    #[error("\"{0}\" is no merge tag. Write it like {{{{contact.first_name|there}}}}")]
    Malformed(String),
    #[error(
        "the fallback of {{{{{0}}}}} holds a character that cannot stand in one: < > \" {{ }} or a line break. Leave it out"
    )]
    Fallback(String),
    #[error("there is no merge tag {{{{{0}}}}}. Choose one from the list of merge tags")]
    Unknown(String),
}

/// A fault and the line it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagError {
    pub line: usize,
    pub fault: TagFault,
}

impl Merged {
    pub fn parse(source: &str) -> Result<Merged, TagError> {
        let (mut pieces, mut rest, mut line) = (Vec::new(), source, 1);
        while let Some((before, opened)) = rest.split_once("{{") {
            line += lines(before);
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            let refused = |fault| TagError { line, fault };
            let (body, after) = opened.split_once("}}").ok_or_else(|| refused(TagFault::Unclosed))?;
            pieces.push(Piece::Tag { tag: read(body).map_err(refused)?, line });
            line += lines(body);
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Merged { pieces })
    }

    /// Each tag with its line, in their order.
    pub fn tags(&self) -> impl Iterator<Item = (&Tag, usize)> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Tag { tag, line } => Some((tag, *line)),
            Piece::Text(_) => None,
        })
    }

    pub fn has(&self, path: &str) -> bool {
        self.tags().any(|(tag, _)| tag.path == path)
    }
}

/// As it is written in its shortest form: what is read of this is the same again.
impl fmt::Display for Merged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(text),
            Piece::Tag { tag, .. } => write!(f, "{tag}"),
        })
    }
}

fn read(body: &str) -> Result<Tag, TagFault> {
    let (path, fallback) = match body.split_once('|') {
        Some((path, fallback)) => (path.trim(), Some(fallback.trim())),
        None => (body.trim(), None),
    };
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.');
    if path.is_empty() || path.len() > LONGEST || !path.chars().all(named) {
        return Err(TagFault::Malformed(body.trim().chars().take(60).collect()));
    }
    let foreign = |c: char| matches!(c, '<' | '>' | '"' | '{' | '}') || c.is_control();
    match fallback {
        Some(text) if text.chars().any(foreign) || text.chars().count() > LONGEST => {
            Err(TagFault::Fallback(path.to_owned()))
        }
        _ => Ok(Tag { path: path.to_owned(), fallback: fallback.map(str::to_owned) }),
    }
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}
