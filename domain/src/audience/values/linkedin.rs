//! LinkedIn addresses in one spelling, so that the same profile compares equal.

use std::fmt;

/// `https://www.linkedin.com/in/jane-doe` or `https://www.linkedin.com/company/acme`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LinkedInUrl {
    kind: Profile,
    slug: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Profile {
    Person,
    Company,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkedInError {
    #[error("it is not an address on linkedin.com")]
    OtherSite,
    #[error("it does not name a profile")]
    NoProfile,
    #[error("it is the page of a company, not of a person")]
    CompanyPage,
    #[error("it is the profile of a person, not of a company")]
    PersonProfile,
}

impl LinkedInUrl {
    /// From an address with or without protocol, country subdomain, tracking parameters and final slash, or
    /// from its path alone (`in/jane-doe`).
    pub fn parse(raw: &str, wanted: Profile) -> Result<LinkedInUrl, LinkedInError> {
        let path = path_of(raw)?;
        let path = path.split(['?', '#']).next().unwrap_or("");
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let folder = segments.next().unwrap_or("");
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(folder));
        let kind = if is(&["in", "pub"]) {
            Profile::Person
        } else if is(&["company", "school", "showcase", "organization"]) {
            Profile::Company
        } else {
            return Err(LinkedInError::NoProfile);
        };
        match (kind, wanted) {
            (Profile::Company, Profile::Person) => return Err(LinkedInError::CompanyPage),
            (Profile::Person, Profile::Company) => return Err(LinkedInError::PersonProfile),
            _ => {}
        }
        let slug = decode(segments.next().unwrap_or(""));
        if slug.is_empty() || slug.len() > 200 {
            return Err(LinkedInError::NoProfile);
        }
        Ok(LinkedInUrl { kind, slug })
    }
}

impl fmt::Display for LinkedInUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = match self.kind {
            Profile::Person => "in",
            Profile::Company => "company",
        };
        write!(f, "https://www.linkedin.com/{folder}/{}", self.slug)
    }
}

fn path_of(raw: &str) -> Result<&str, LinkedInError> {
    let rest = raw.trim();
    let rest = rest.split_once("//").map_or(rest, |(_, after)| after);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    if host == "linkedin.com" || host.ends_with(".linkedin.com") {
        return Ok(path);
    }
    if matches!(host.as_str(), "in" | "company" | "school" | "pub") {
        return Ok(rest);
    }
    Err(LinkedInError::OtherSite)
}

/// Percent-decoded where that gives text, lower case, without characters that cannot be part of a slug.
fn decode(segment: &str) -> String {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
    if segment.bytes().all(plain) {
        return segment.to_owned();
    }
    let bytes = segment.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while index < bytes.len() {
        let hex = segment.get(index + 1..index + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[index], hex) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                index += 3;
            }
            (byte, _) => {
                decoded.push(byte);
                index += 1;
            }
        }
    }
    let text = String::from_utf8(decoded).unwrap_or_else(|_| segment.to_owned()).to_lowercase();
    text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '&')).collect()
}
