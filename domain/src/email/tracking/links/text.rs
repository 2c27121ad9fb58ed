//! Addresses in plain text, as mail programs make links of them.

use std::ops::Range;

pub(super) fn links(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let end = start + length(&text[start..]);
        found.push(start..end);
        at = end;
    }
    found
}

/// `http://` or `https://` that no letter or digit stands before.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let colon = at + text[at..].find("://")?;
        let head = &text.as_bytes()[from..colon];
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            head.len() >= scheme.len()
                && head[head.len() - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
        });
        if let Some(scheme) = scheme {
            let start = colon - scheme.len();
            let glued = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            if !glued || start == from {
                return Some(start);
            }
        }
        at = colon + 3;
    }
}

/// Of the address that the text begins with. Merge tags belong to it with whatever they hold; marks that end a sentence do not, nor
/// a bracket that was opened before it.
fn length(text: &str) -> usize {
    let mut end = 0;
    while let Some(c) = text[end..].chars().next() {
        if let Some(tag) = merge_tag(&text[end..]) {
            end += tag;
        } else if c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '|') {
            break;
        } else {
            end += c.len_utf8();
        }
    }
    loop {
        let link = &text[..end];
        let Some(last) = link.chars().next_back() else { return end };
        let count = |c: char| link.chars().filter(|other| *other == c).count();
        let ends = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '…' | '“' | '”' | '»' => true,
            ')' => count(')') > count('('),
            ']' => count(']') > count('['),
            _ => false,
        };
        if !ends {
            return end;
        }
        end -= last.len_utf8();
    }
}

/// Length of a merge tag at the beginning, on one line.
fn merge_tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("{{")?;
    let end = inside.find("}}")?;
    (!inside[..end].contains('\n')).then_some(end + 4)
}
