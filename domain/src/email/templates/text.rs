//! The plain text of a mail that has none of its own, made of its HTML: words, links with their addresses, lists.

use super::markup::{Located, Token, is_void, tokens};

/// Elements that begin on a line of their own.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "table",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "section",
    "center",
];

/// What stands in these is not read.
const UNREAD: [&str; 4] = ["head", "style", "script", "title"];

/// What is not shown, as long as it lasts.
#[derive(Debug, Default)]
struct Hidden {
    /// The element that hides, and how many of its name are open.
    within: Option<(String, usize)>,
}

pub fn of_html(html: &str) -> String {
    let mut out = String::new();
    let mut hidden = Hidden::default();
    // Addresses of the links that are open, and where their label began.
    let mut links: Vec<(String, usize)> = Vec::new();
    for Located { token, .. } in tokens(html) {
        if hidden.passes(&token) {
            continue;
        }
        match token {
            Token::Text(text) => words(&mut out, &decoded(text)),
            Token::Open { ref name, .. } => match name.as_str() {
                "br" => out.push('\n'),
                "li" => {
                    line(&mut out);
                    out.push_str("- ");
                }
                "img" => words(&mut out, &decoded(token.attribute("alt").unwrap_or_default())),
                "a" => {
                    let address = decoded(token.attribute("href").unwrap_or_default());
                    links.push((address, out.len()));
                }
                name if BLOCKS.contains(&name) => line(&mut out),
                _ => {}
            },
            Token::Close { name } => match name.as_str() {
                "a" => {
                    if let Some((address, from)) = links.pop() {
                        follow(&mut out, &address, from);
                    }
                }
                "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" => {
                    line(&mut out);
                    out.push('\n');
                }
                name if BLOCKS.contains(&name) => line(&mut out),
                "td" => words(&mut out, " "),
                _ => {}
            },
            Token::Comment(_) | Token::Declaration | Token::Broken => {}
        }
    }
    tidy(&out)
}

impl Hidden {
    /// Whether the token is part of what is not seen.
    fn passes(&mut self, token: &Token<'_>) -> bool {
        if let Some((within, depth)) = &mut self.within {
            match token {
                Token::Open { name, empty: false, .. } if *name == *within => *depth += 1,
                Token::Close { name } if *name == *within => *depth -= 1,
                _ => {}
            }
            if *depth == 0 {
                self.within = None;
            }
            return true;
        }
        match token {
            Token::Open { name, empty: false, .. } if !is_void(name) && is_hidden(name, token) => {
                self.within = Some((name.clone(), 1));
                true
            }
            _ => false,
        }
    }
}

fn is_hidden(name: &str, token: &Token<'_>) -> bool {
    let style: String = token.attribute("style").unwrap_or_default().split_whitespace().collect();
    UNREAD.contains(&name) || style.to_lowercase().contains("display:none")
}

/// The address behind the label it belongs to, unless the label says it.
fn follow(out: &mut String, address: &str, from: usize) {
    let label = out.get(from..).unwrap_or_default().trim().to_owned();
    match address {
        "" | "#" => {}
        address if label.is_empty() => words(out, address),
        address if label == address || address == format!("mailto:{label}") => {}
        address => {
            let ended = out.trim_end().len();
            out.truncate(ended);
            out.push_str(&format!(" ({address})"));
        }
    }
}

/// White space of the source is one space.
fn words(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            c if c.is_whitespace() && c != '\u{a0}' => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
}

fn line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// No space at the ends of lines, no more than one empty line.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(|line| line.trim_matches([' ', '\u{a0}', '\t'])) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 && !(line.is_empty() && out.is_empty()) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.trim_end().to_owned() + "\n"
}

/// The few entities that mails are written with, and numbers.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest of them, `&#x10FFFF;`.
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "copy" => '©',
        "reg" => '®',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "euro" => '€',
        "zwnj" => '\u{200c}',
        numbered => {
            let number = numbered.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    })
}
