//! Finds the addresses of a page's links, by the rules that browsers take pages apart with (HTML standard, tokenization), as far as
//! links need them: comments, raw text and quoting hide what looks like a link.

use std::ops::Range;

use super::tidy;

/// Places in a page, in their order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Values of `href` of anchors and image maps, without their quotes.
    pub links: Vec<Range<usize>>,
    /// Before the last `</body>`, else before the last `</html>`, else the end.
    pub foot: usize,
}

/// Elements whose content is text, whatever it looks like.
const RAW: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

pub(super) fn page(page: &str) -> Found {
    let mut scan = Scan { text: page, at: 0, links: Vec::new(), body: None, html: None };
    while let Some(found) = scan.rest().find('<') {
        scan.at += found;
        scan.markup();
    }
    Found { links: scan.links, foot: scan.body.or(scan.html).unwrap_or(page.len()) }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    links: Vec<Range<usize>>,
    body: Option<usize>,
    html: Option<usize>,
}

/// A tag, read to its end.
struct Tag<'a> {
    name: &'a str,
    href: Option<Range<usize>>,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// At a `<`.
    fn markup(&mut self) {
        let start = self.at;
        let rest = self.rest();
        let letter = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
        if rest.starts_with("<!--") {
            self.comment();
        } else if letter(1) {
            self.at += 1;
            if let Some(tag) = self.tag() {
                self.opened(&tag);
            }
        } else if rest.starts_with("</") && letter(2) {
            self.at += 2;
            if let Some(tag) = self.tag() {
                match tag.name {
                    name if name.eq_ignore_ascii_case("body") => self.body = Some(start),
                    name if name.eq_ignore_ascii_case("html") => self.html = Some(start),
                    _ => {}
                }
            }
        } else if rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</") {
            self.skip_past('>');
        } else {
            self.at += 1;
        }
    }

    fn opened(&mut self, tag: &Tag<'_>) {
        if tag.name.eq_ignore_ascii_case("a") || tag.name.eq_ignore_ascii_case("area") {
            self.links.extend(tag.href.clone());
        }
        if let Some(name) = RAW.iter().find(|name| name.eq_ignore_ascii_case(tag.name)) {
            self.raw_text(name);
        }
    }

    /// `<!-->` and `<!--->` are whole comments.
    fn comment(&mut self) {
        let inside = self.at + 4;
        let rest = &self.text[inside..];
        self.at = if rest.starts_with('>') {
            inside + 1
        } else if rest.starts_with("->") {
            inside + 2
        } else {
            let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
            let sooner = rest[..end].find("--!>").map(|end| end + 4);
            inside + sooner.unwrap_or(end)
        };
    }

    fn skip_past(&mut self, end: char) {
        self.at = self.rest().find(end).map_or(self.text.len(), |found| self.at + found + 1);
    }

    fn raw_text(&mut self, name: &str) {
        loop {
            let Some(found) = self.rest().find("</") else {
                self.at = self.text.len();
                return;
            };
            let behind = self.at + found + 2;
            let ends =
                self.text.get(behind..behind + name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
            let after = self.text.as_bytes().get(behind + name.len());
            if ends && after.is_some_and(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte)) {
                self.at += found;
                return;
            }
            self.at = behind;
        }
    }

    /// From the name on. `None`: the page ends within the tag, and browsers show nothing of it.
    fn tag(&mut self) -> Option<Tag<'a>> {
        let name = self.take(|byte| byte.is_ascii_whitespace() || b"/>".contains(&byte));
        let mut href = None;
        loop {
            self.take(|byte| !byte.is_ascii_whitespace() && byte != b'/');
            if self.byte()? == b'>' {
                self.at += 1;
                return Some(Tag { name, href });
            }
            let (attribute, value) = self.attribute()?;
            // Of several the first counts.
            if href.is_none() && attribute.eq_ignore_ascii_case("href") {
                href = value;
            }
        }
    }

    fn attribute(&mut self) -> Option<(&'a str, Option<Range<usize>>)> {
        let start = self.at;
        // A `=` here begins a name.
        self.at += usize::from(self.byte()? == b'=');
        self.take(|byte| byte.is_ascii_whitespace() || b"/>=".contains(&byte));
        let name = &self.text[start..self.at];
        self.take(|byte| !byte.is_ascii_whitespace());
        if self.byte()? != b'=' {
            return Some((name, None));
        }
        self.at += 1;
        self.take(|byte| !byte.is_ascii_whitespace());
        let value = match self.byte()? {
            // An empty value; the tag ends.
            b'>' => return Some((name, None)),
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                let start = self.at;
                self.take(|byte| byte == quote);
                self.byte()?;
                self.at += 1;
                start..self.at - 1
            }
            _ => {
                let start = self.at;
                self.take(|byte| byte.is_ascii_whitespace() || byte == b'>');
                start..self.at
            }
        };
        Some((name, Some(value)))
    }

    /// Up to the first byte that ends it. All of them are ASCII, so it never ends within a character.
    fn take(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

/// What an attribute's value says. Entities that no address needs stay as they are written.
pub(super) fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.get(1..).and_then(|behind| behind.split_once(';')).map(|(name, _)| name);
        match entity.and_then(|name| Some((character(name)?, name.len() + 2))) {
            Some((character, length)) => {
                out.push(character);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    tidy(&out).into_owned()
}

fn character(entity: &str) -> Option<char> {
    if let Some(number) = entity.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    }
    match entity {
        "amp" | "AMP" => Some('&'),
        "lt" | "LT" => Some('<'),
        "gt" | "GT" => Some('>'),
        "quot" | "QUOT" => Some('"'),
        "apos" => Some('\''),
        "Tab" => Some('\t'),
        "NewLine" => Some('\n'),
        "colon" => Some(':'),
        "sol" => Some('/'),
        _ => None,
    }
}

/// Into an attribute's value, whatever quotes stand around it, and without any.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            ' ' => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}
