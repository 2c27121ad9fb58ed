//! Reading HTML and MJML token by token, each with its line. Forgiving: whatever it is given, it answers with tokens; what is wrong
//! with them is for others to say.

use std::ops::Range;

/// A piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'a> {
    Text(&'a str),
    Open {
        /// In small letters.
        name: String,
        /// Names in small letters; one without a value has an empty one.
        attributes: Vec<(String, &'a str)>,
        /// `<br/>`.
        empty: bool,
    },
    Close {
        name: String,
    },
    Comment(&'a str),
    /// A doctype, a processing instruction, the end of a conditional comment.
    Declaration,
    /// A tag, a comment or an attribute that never ends.
    Broken,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<'a> {
    pub token: Token<'a>,
    /// Where it begins, counted from 1.
    pub line: usize,
}

/// Elements without an end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// What stands in these is no markup.
const RAW: [&str; 3] = ["style", "script", "mj-style"];

pub fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

impl Token<'_> {
    /// The value of an attribute of an opening tag.
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        match self {
            Token::Open { attributes, .. } => {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value)
            }
            _ => None,
        }
    }
}

pub fn tokens(source: &str) -> Vec<Located<'_>> {
    placed(source).into_iter().map(|(_, located)| located).collect()
}

/// The same, each with the bytes of the source that it is.
pub fn placed(source: &str) -> Vec<(Range<usize>, Located<'_>)> {
    let (mut found, mut rest, mut line) = (Vec::new(), source, 1);
    let mut raw: Option<String> = None;
    while !rest.is_empty() {
        let (token, length) = match raw.take() {
            Some(name) => raw_text(rest, &name),
            None => next(rest),
        };
        if let Token::Open { name, empty: false, .. } = &token
            && RAW.contains(&name.as_str())
        {
            raw = Some(name.clone());
        }
        let (read, after) = rest.split_at(length);
        // The text of an element like a style may be none.
        if token != Token::Text("") {
            let start = source.len() - rest.len();
            found.push((start..start + length, Located { token, line }));
        }
        line += read.bytes().filter(|byte| *byte == b'\n').count();
        rest = after;
    }
    found
}

/// The token that a text begins with, and its length, which is at least one character.
fn next(rest: &str) -> (Token<'_>, usize) {
    let broken = (Token::Broken, rest.len());
    if let Some(inside) = rest.strip_prefix("<!--") {
        // The second half of `<!--` may be the first of `-->`: an empty comment.
        return match rest[2..].find("-->") {
            Some(end) => (Token::Comment(inside.get(..end.saturating_sub(2)).unwrap_or("")), end + 5),
            None => broken,
        };
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return rest.find('>').map_or(broken, |end| (Token::Declaration, end + 1));
    }
    if let Some(name) = rest.strip_prefix("</") {
        return match rest.find('>') {
            Some(end) => {
                let name = name[..end - 2].trim().to_lowercase();
                (Token::Close { name }, end + 1)
            }
            None => broken,
        };
    }
    if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return open(rest).unwrap_or(broken);
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let length = rest[first..].find('<').map_or(rest.len(), |end| end + first);
    (Token::Text(&rest[..length]), length)
}

fn raw_text<'a>(rest: &'a str, name: &str) -> (Token<'a>, usize) {
    let closes = |at: &usize| {
        let named = rest[at + 2..].get(..name.len());
        named.is_some_and(|named| named.eq_ignore_ascii_case(name))
    };
    let end = rest.match_indices("</").map(|(at, _)| at).find(closes);
    match end {
        Some(end) => (Token::Text(&rest[..end]), end),
        None => (Token::Broken, rest.len()),
    }
}

/// `None`: it never ends.
fn open(rest: &str) -> Option<(Token<'_>, usize)> {
    let ends_name = |c: char| c.is_whitespace() || matches!(c, '/' | '>');
    let mut at = rest[1..].find(ends_name)? + 1;
    let name = rest[1..at].to_lowercase();
    let mut attributes = Vec::new();
    loop {
        let tail = &rest[at..];
        let first = tail.chars().next()?;
        if tail.starts_with("/>") {
            return Some((Token::Open { name, attributes, empty: true }, at + 2));
        }
        match first {
            '>' => return Some((Token::Open { name, attributes, empty: false }, at + 1)),
            c if c.is_whitespace() || matches!(c, '/' | '=') => at += c.len_utf8(),
            _ => {
                let (attribute, length) = attribute(tail)?;
                attributes.push(attribute);
                at += length;
            }
        }
    }
}

/// An attribute at the beginning of a text, which is none of the characters that end a name. `None`: its value never ends.
fn attribute(tail: &str) -> Option<((String, &str), usize)> {
    let end = tail.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(tail.len());
    let name = tail[..end].to_lowercase();
    let Some(value) = tail[end..].trim_start().strip_prefix('=') else { return Some(((name, ""), end)) };
    let value = value.trim_start();
    let start = tail.len() - value.len();
    match value.chars().next()? {
        quote @ ('"' | '\'') => {
            let length = value[1..].find(quote)?;
            Some(((name, &value[1..=length]), start + length + 2))
        }
        _ => {
            let length = value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len());
            Some(((name, &value[..length]), start + length))
        }
    }
}
