//! Email addresses: the subset of RFC 5321/5322 that mail providers accept and people have.

use std::fmt;

use super::domain_name::{self, Domain, DomainError};

/// A lower-case address with its domain in punycode.
///
/// The local part is folded to lower case as well: RFC 5321 lets a host tell `Jane` from `jane`, but none that
/// matters does, and two contacts for one mailbox is the worse mistake.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress {
    address: String,
    at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    #[error("it has no @")]
    NoAt,
    #[error("it has more than one @")]
    SeveralAts,
    #[error("nothing stands before the @")]
    NoLocalPart,
    #[error("nothing stands after the @")]
    NoDomain,
    #[error("the part before the @ has characters that mail servers refuse")]
    LocalCharacters,
    #[error("a dot stands at the edge of the part before the @, or two in a row")]
    LocalDots,
    #[error("the part before the @ is longer than 64 characters, or the whole longer than 254")]
    TooLong,
    #[error("its domain is wrong: {0}")]
    Domain(DomainError),
    #[error("its domain has a comma instead of a dot")]
    DomainComma,
}

impl EmailAddress {
    /// From a bare address, `mailto:...`, or `Jane Doe <jane@example.com>`.
    pub fn parse(raw: &str) -> Result<EmailAddress, EmailError> {
        let bare = bare_address(raw);
        let Some((local, domain)) = bare.rsplit_once('@') else { return Err(EmailError::NoAt) };
        check_local(local)?;
        if domain.is_empty() {
            return Err(EmailError::NoDomain);
        }
        if domain.contains(',') {
            return Err(EmailError::DomainComma);
        }
        let host = domain_name::canonical_host(domain).map_err(EmailError::Domain)?;
        let mut address = String::with_capacity(local.len() + 1 + host.len());
        address.push_str(local);
        address.make_ascii_lowercase();
        address.push('@');
        address.push_str(&host);
        if local.len() > 64 || address.len() > 254 {
            return Err(EmailError::TooLong);
        }
        Ok(EmailAddress { at: local.len(), address })
    }

    pub fn as_str(&self) -> &str {
        &self.address
    }

    pub fn into_string(self) -> String {
        self.address
    }

    pub fn local(&self) -> &str {
        &self.address[..self.at]
    }

    /// Everything after the `@`.
    pub fn domain(&self) -> &str {
        &self.address[self.at + 1..]
    }

    /// The domain accounts are known by; nothing when it is a public suffix itself.
    pub fn registrable_domain(&self) -> Option<Domain> {
        Domain::registrable(self.domain()).ok()
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}

fn bare_address(raw: &str) -> &str {
    let mut bare = raw.trim();
    if bare.ends_with('>')
        && let Some((_, inside)) = bare.rsplit_once('<')
    {
        bare = inside.trim_end_matches('>').trim();
    }
    if bare.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("mailto:")) {
        bare = &bare[7..];
    }
    bare.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | ',' | ';'))
}

/// A dot-atom of RFC 5322. Quoted local parts are legal and refused: no provider we send through delivers to them.
fn check_local(local: &str) -> Result<(), EmailError> {
    if local.is_empty() {
        return Err(EmailError::NoLocalPart);
    }
    if local.contains('@') {
        return Err(EmailError::SeveralAts);
    }
    let mut before = b'.';
    for byte in local.bytes() {
        let fits = byte.is_ascii_alphanumeric() || b".!#$%&'*+-/=?^_`{|}~".contains(&byte);
        if !fits {
            return Err(EmailError::LocalCharacters);
        }
        if byte == b'.' && before == b'.' {
            return Err(EmailError::LocalDots);
        }
        before = byte;
    }
    if before == b'.' { Err(EmailError::LocalDots) } else { Ok(()) }
}
