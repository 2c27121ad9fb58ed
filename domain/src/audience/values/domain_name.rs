//! Internet domains of companies, as the public suffix list registers them.

use std::borrow::Cow;
use std::fmt;

/// A registrable domain: lower case, punycode, one label below a public suffix (`example.co.uk`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Domain(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DomainError {
    #[error("it has no dot")]
    NoDot,
    #[error("it is an IP address")]
    IpAddress,
    #[error("it is a public suffix under which others register")]
    PublicSuffix,
    #[error("it has characters that no domain has")]
    Characters,
    #[error("it is longer than 253 characters")]
    TooLong,
}

/// Endings that are one slip of the finger away from `.com` and exist nowhere.
const MISTYPED_COM: &[&str] = &["con", "cmo", "ocm", "vom", "xom", "cpm", "comm", "coom", "ccom"];

impl Domain {
    /// From whatever a "website" or "domain" column holds: protocol, path, port, login, `www.`, `mail.`, `m.`, an
    /// email address, a trailing dot, capitals, letters beyond ASCII, `example,com`.
    pub fn parse(raw: &str) -> Result<Domain, DomainError> {
        let host = host_part(raw);
        let host = if is_plain_host(host) { Cow::Borrowed(host) } else { Cow::Owned(repair(host)?) };
        Domain::registrable(strip_service_label(&host))
    }

    /// From a host that is already lower case and punycode, such as an email address' domain.
    pub fn registrable(host: &str) -> Result<Domain, DomainError> {
        check_host(host)?;
        let registrable = psl::domain_str(host).ok_or(DomainError::PublicSuffix)?;
        Ok(Domain(registrable.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }

    /// In the letters of its language, for people to read: `bücher.example` of `xn--bcher-kva.example`. What does not read
    /// back stays in punycode.
    pub fn unicode(&self) -> String {
        let (text, read) = idna::domain_to_unicode(&self.0);
        if read.is_ok() { text } else { self.0.clone() }
    }

    /// The label in front of the public suffix: `example` of `example.co.uk`. Fuzzy matching compares this.
    pub fn label(&self) -> &str {
        self.0.split('.').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A host name in lower case and punycode, checked label by label. Used for email domains too.
pub fn canonical_host(raw: &str) -> Result<String, DomainError> {
    let raw = raw.strip_suffix('.').unwrap_or(raw);
    let host = if is_plain_host(raw) {
        raw.to_owned()
    } else if raw.is_ascii() && !raw.to_ascii_lowercase().contains("xn--") {
        raw.to_ascii_lowercase()
    } else {
        idna::domain_to_ascii(raw).map_err(|_| DomainError::Characters)?
    };
    check_host(&host)?;
    Ok(host)
}

/// Cuts away everything around the host.
fn host_part(raw: &str) -> &str {
    let mut rest = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>'));
    if let Some((_, after)) = rest.split_once("//") {
        rest = after;
    } else if let Some(after) = strip_prefix_ignoring_case(rest, "mailto:") {
        rest = after;
    }
    rest = rest.split(['/', '?', '#', '\\']).next().unwrap_or(rest);
    rest = rest.rsplit('@').next().unwrap_or(rest);
    // A port, but not the colons of an IPv6 address, which the check below refuses.
    if let Some((host, port)) = rest.rsplit_once(':')
        && port.bytes().all(|b| b.is_ascii_digit())
        && !host.contains(':')
    {
        rest = host;
    }
    rest.trim_matches(['.', ' ', ',', ';'])
}

/// `example,com`, `example .com`, `example..com` and `example.con` mean `example.com`.
fn repair(host: &str) -> Result<String, DomainError> {
    let mut dotted = String::with_capacity(host.len());
    for c in host.chars() {
        match c {
            ',' | '。' | '．' | '｡' => dotted.push('.'),
            c if c.is_whitespace() => dotted.push(' '),
            c => dotted.push(c),
        }
    }
    while dotted.contains(" .") || dotted.contains(". ") || dotted.contains("..") {
        dotted = dotted.replace(" .", ".").replace(". ", ".").replace("..", ".");
    }
    let mut host = canonical_host(dotted.trim_matches('.'))?;
    if let Some((name, ending)) = host.rsplit_once('.')
        && MISTYPED_COM.contains(&ending)
    {
        host = format!("{name}.com");
    }
    Ok(host)
}

/// `www.`, `www2.`, `mail.` and `m.` name a service of the company, not the company, unless nothing else is left.
fn strip_service_label(host: &str) -> &str {
    let mut rest = host;
    while let Some((label, after)) = rest.split_once('.') {
        let numbered = label.trim_end_matches(|c: char| c.is_ascii_digit());
        if !matches!(numbered, "www" | "mail" | "m" | "wwww" | "ww") || psl::domain_str(after).is_none() {
            break;
        }
        rest = after;
    }
    rest
}

/// Nothing to repair or fold, so that most rows of a file cost one pass.
fn is_plain_host(host: &str) -> bool {
    let mistyped = host.rsplit_once('.').is_some_and(|(_, ending)| MISTYPED_COM.contains(&ending));
    !mistyped
        && !host.contains("xn--")
        && !host.contains("..")
        && host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.'))
}

fn check_host(host: &str) -> Result<(), DomainError> {
    if host.len() > 253 {
        return Err(DomainError::TooLong);
    }
    let (mut labels, mut last) = (0, "");
    for label in host.split('.') {
        let bytes = label.as_bytes();
        let fits = (1..=63).contains(&bytes.len())
            && bytes.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-')
            && bytes[0] != b'-'
            && bytes[bytes.len() - 1] != b'-';
        if !fits {
            return Err(DomainError::Characters);
        }
        labels += 1;
        last = label;
    }
    if last.bytes().all(|b| b.is_ascii_digit()) && labels == 4 {
        return Err(DomainError::IpAddress);
    }
    if labels < 2 {
        return Err(DomainError::NoDot);
    }
    // No top-level domain starts with a digit (RFC 3696 section 2).
    if last.as_bytes()[0].is_ascii_digit() || last.len() < 2 {
        return Err(DomainError::Characters);
    }
    Ok(())
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}
