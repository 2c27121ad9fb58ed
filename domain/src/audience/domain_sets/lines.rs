//! A line of a file of domains, as people write them: what it means, whether it had to be repaired, or why it means nothing.
//!
//! Reading is total: every line gives one answer, and the answer keeps what was written.

use super::lookalike::{self, Resembles};
use crate::audience::values::company_name;
use crate::audience::values::domain_name::{Domain, DomainError};
use crate::audience::values::fold;

/// Longest name of a company that is kept, in characters.
pub const NAME_MAX: usize = 200;
/// Longest note, likewise.
pub const NOTES_MAX: usize = 500;
/// Of what was written, this much is kept beside the line.
pub const GIVEN_MAX: usize = 300;

/// Which column of a file holds what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Columns {
    pub domain: usize,
    pub account_name: Option<usize>,
    pub notes: Option<usize>,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The cell of the domain as it was written, with the one beside it where both make the domain.
    pub given: String,
    pub account_name: Option<String>,
    pub notes: Option<String>,
    pub domain: Result<Meant, LineError>,
}

/// A domain, and what a person should know of how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    pub domain: Domain,
    /// A slip was mended, such as `example,com`.
    pub repaired: bool,
    /// It looks like another domain but is written with other letters.
    pub resembles: Option<Resembles>,
}

/// Why a line names no domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum LineError {
    #[error("Nothing stands where the domain should be.")]
    Empty,
    #[error("This is no domain: it has no dot.")]
    NoDot,
    #[error("This is an IP address. Enter the domain of the company.")]
    IpAddress,
    #[error("Others register their domains under this one (such as co.uk). Enter the whole domain.")]
    PublicSuffix,
    #[error("This has characters that no domain has.")]
    Characters,
    #[error("This is longer than any domain can be.")]
    TooLong,
    #[error("The line is broken: its quotes or columns do not fit the rest of the file.")]
    Broken,
    #[error("The set is full: at most 250,000 domains fit in one. Upload the rest as another.")]
    Full,
}

impl LineError {
    pub const ALL: [LineError; 8] = [
        LineError::Empty,
        LineError::NoDot,
        LineError::IpAddress,
        LineError::PublicSuffix,
        LineError::Characters,
        LineError::TooLong,
        LineError::Broken,
        LineError::Full,
    ];

    /// Public and stable.
    pub fn code(self) -> &'static str {
        match self {
            LineError::Empty => "DOMAIN_EMPTY",
            LineError::NoDot => "DOMAIN_NO_DOT",
            LineError::IpAddress => "DOMAIN_IP_ADDRESS",
            LineError::PublicSuffix => "DOMAIN_PUBLIC_SUFFIX",
            LineError::Characters => "DOMAIN_CHARACTERS",
            LineError::TooLong => "DOMAIN_TOO_LONG",
            LineError::Broken => "DOMAIN_LINE_BROKEN",
            LineError::Full => "DOMAIN_SET_FULL",
        }
    }

    pub fn of_code(code: &str) -> Option<LineError> {
        LineError::ALL.into_iter().find(|error| error.code() == code)
    }
}

impl From<DomainError> for LineError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::NoDot => LineError::NoDot,
            DomainError::IpAddress => LineError::IpAddress,
            DomainError::PublicSuffix => LineError::PublicSuffix,
            DomainError::Characters => LineError::Characters,
            DomainError::TooLong => LineError::TooLong,
        }
    }
}

#[rustfmt::skip]
const DOMAIN: &[&str] = &[
    "domain", "domains", "domainname", "website", "websites", "web", "site", "url", "homepage", "companydomain", "companywebsite", "accountdomain",
    "emaildomain", "www",
];
#[rustfmt::skip]
const ACCOUNT_NAME: &[&str] =
    &["accountname", "account", "company", "companyname", "name", "organisation", "organization", "firm"];
const NOTES: &[&str] = &["notes", "note", "comment", "comments", "remark", "remarks"];

/// Whether a first line of these cells names columns. A list of domains seldom has such a line, and what is no heading that is
/// known is read as what it may be: a domain, or a line that is reported.
pub fn names_columns(cells: &[String]) -> bool {
    let is_heading = |cell: &String| [DOMAIN, ACCOUNT_NAME, NOTES].iter().any(|names| is_one_of(cell, names));
    let is_domain = |cell: &String| cell.contains('.') && !cell.contains(' ') && meant(cell).is_ok();
    cells.iter().any(is_heading) && !cells.iter().any(is_domain)
}

fn is_one_of(heading: &str, names: &[&str]) -> bool {
    names.contains(&fold::key(heading).as_str())
}

/// What one cell means.
pub fn meant(cell: &str) -> Result<Meant, LineError> {
    if cell.trim().is_empty() {
        return Err(LineError::Empty);
    }
    let domain = Domain::parse(cell)?;
    let repaired = !stands_in(cell, &domain);
    let resembles = lookalike::of(&domain);
    Ok(Meant { domain, repaired, resembles })
}

/// Whether the domain stands in the cell as it is, in either of the ways it can be written.
fn stands_in(cell: &str, domain: &Domain) -> bool {
    let cell = cell.to_lowercase();
    cell.contains(domain.as_str()) || cell.contains(&domain.unicode())
}

impl Columns {
    /// By their headings; a file without known headings by position: the domain is where most values are domains, the name of
    /// the company and the notes are what follows. `samples` are the first values, column by column.
    pub fn of(headers: &[String], samples: &[Vec<String>]) -> Columns {
        let named = |names: &[&str]| headers.iter().position(|header| is_one_of(header, names));
        let (domain, account_name, notes) = (named(DOMAIN), named(ACCOUNT_NAME), named(NOTES));
        if let Some(domain) = domain {
            return Columns { domain, account_name, notes };
        }
        let domain = (0..samples.len()).find(|index| mostly_domains(&samples[*index])).unwrap_or(0);
        let mut free = (0..headers.len()).filter(|index| *index != domain);
        if account_name.is_some() || notes.is_some() {
            let apart = |index: &usize| *index != domain;
            return Columns { domain, account_name: account_name.filter(apart), notes: notes.filter(apart) };
        }
        Columns { domain, account_name: free.next(), notes: free.next() }
    }

    /// A row of the file. What stands in a column too many was a comma in the domain, or is no line of ours.
    pub fn read(self, cells: &[String], fits: bool) -> Line {
        let cell = |index: usize| cells.get(index).map_or("", String::as_str);
        let given = cell(self.domain);
        if let Some(line) = self.mended(cells) {
            return line;
        }
        let domain = if fits || cells.len() == 1 { meant(given) } else { Err(LineError::Broken) };
        Line {
            given: kept(given, GIVEN_MAX),
            account_name: self.account_name.map(cell).and_then(name),
            notes: self.notes.map(cell).and_then(note),
            domain,
        }
    }

    /// `example,com` in a file of columns is two cells, and moves the others by one.
    fn mended(self, cells: &[String]) -> Option<Line> {
        let (first, ending) = (cells.get(self.domain)?.trim(), cells.get(self.domain + 1)?.trim());
        let (ending, rest) = ending.split_once(',').unwrap_or((ending, ""));
        let is_ending = (2..=6).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
            && psl::suffix(ending.to_ascii_lowercase().as_bytes()).is_some_and(|suffix| suffix.is_known());
        if first.is_empty() || first.contains(['.', ' ', '@', '/']) || !is_ending {
            return None;
        }
        let given = format!("{first},{ending}");
        let meant = meant(&given).ok()?;
        let mut moved: Vec<&str> = cells[..=self.domain].iter().map(String::as_str).collect();
        if rest.is_empty() {
            let behind = cells[self.domain + 2..].iter();
            moved.extend(behind.flat_map(|cell| cell.split(',')));
        } else {
            moved.extend(rest.split(','));
        }
        let cell = |index: usize| moved.get(index).copied().unwrap_or("");
        Some(Line {
            given: kept(&given, GIVEN_MAX),
            account_name: self.account_name.map(cell).and_then(name),
            notes: self.notes.map(cell).and_then(note),
            domain: Ok(Meant { repaired: true, ..meant }),
        })
    }
}

fn mostly_domains(values: &[String]) -> bool {
    let filled = values.iter().filter(|value| !value.trim().is_empty());
    let (mut all, mut domains) = (0, 0);
    for value in filled {
        all += 1;
        domains += usize::from(Domain::parse(value).is_ok());
    }
    domains > 0 && domains * 2 > all
}

/// A name that has letters to compare, or none.
fn name(cell: &str) -> Option<String> {
    let tidy = tidy(cell);
    (!company_name::match_key(&tidy).is_empty()).then(|| kept(&tidy, NAME_MAX))
}

fn note(cell: &str) -> Option<String> {
    let tidy = tidy(cell);
    (!tidy.is_empty()).then(|| kept(&tidy, NOTES_MAX))
}

fn tidy(cell: &str) -> String {
    let plain: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kept(text: &str, most: usize) -> String {
    text.chars().filter(|c| *c != '\0').take(most).collect()
}
