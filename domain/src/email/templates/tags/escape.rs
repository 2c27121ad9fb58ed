//! How a value is written where it stands, so that nothing a record holds becomes markup, a header or another address.

/// Where in a document a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Between tags, or in a quoted attribute that is no address.
    Markup,
    /// The beginning of an address: the value is the address, or begins it.
    AddressStart,
    /// Further on in an address.
    Address,
    /// In a style, a comment or an attribute without quotes: only what can do no harm anywhere.
    Bare,
    /// One line of a header.
    Header,
    /// Plain text.
    Plain,
}

/// What an address may begin with. Everything else would be run, or would lead nowhere.
const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// What stands for an address that must not be followed.
const NOWHERE: &str = "#";

pub fn escaped(place: Place, value: &str) -> String {
    match place {
        Place::Markup => markup(value),
        Place::AddressStart => address(value),
        Place::Address => percent(value),
        Place::Bare => value.chars().filter(|c| harmless(*c)).collect(),
        Place::Header => one_line(value),
        Place::Plain => value.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect(),
    }
}

pub fn markup(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// No line break of any kind: a header ends there, and another could begin.
pub fn one_line(value: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let spaced: String = value.chars().map(|c| if breaks(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn address(value: &str) -> String {
    let value: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let lower = value.to_ascii_lowercase();
    if SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) {
        return markup(&value);
    }
    // A domain without a scheme, as records hold it.
    let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    match !value.is_empty() && value.contains('.') && value.chars().all(domain) {
        true => format!("https://{}", percent(&value)),
        false => NOWHERE.to_owned(),
    }
}

/// All but the unreserved characters of RFC 3986.
fn percent(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn harmless(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '#' | '.' | ',' | '%' | '_')
}
