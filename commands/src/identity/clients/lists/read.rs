//! Reading a file of companies: a domain, a name, or both on a line.

use std::collections::HashSet;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::audience::values::domain_name::Domain;
use pivotal_domain::identity::clients::lists::MOST_ENTRIES;

use crate::audience::imports::file::detect::detect;
use crate::audience::imports::file::rows::read_rows_where;
use crate::audience::imports::file::{FileProblem, HEAD_BYTES};

/// Refused lines that are told; the others are counted.
pub const NAMED: usize = 1_000;
/// Longest company name, in characters.
const LONGEST: usize = 200;
const DOMAIN_HEADINGS: &[&str] =
    &["domain", "website", "web site", "url", "company domain", "company website"];
const NAME_HEADINGS: &[&str] =
    &["name", "company", "company name", "account", "account name", "organisation", "organization"];

/// A company as the list keeps it: at least one of the two is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Registrable, lower case.
    pub domain: Option<String>,
    pub name: Option<String>,
}

/// A line that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// As a spreadsheet numbers it.
    pub line: u32,
    pub why: &'static str,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    pub entries: Vec<Entry>,
    pub repeated: usize,
    pub refused: Vec<Refused>,
    pub refused_count: usize,
}

/// In which columns they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    domain: Option<usize>,
    name: Option<usize>,
}

pub async fn read(bytes: Vec<u8>) -> Result<Understood, FileProblem> {
    let bytes = Bytes::from(bytes);
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let format = detect(head, head.len() == bytes.len())?.format;
    let columns = columns(&format.headers);
    let whole = stream::iter([Ok(bytes.clone())]).boxed();
    let mut rows = std::pin::pin!(read_rows_where(whole, &format, |_| true));
    let (mut understood, mut seen) = (Understood::default(), HashSet::new());
    while let Some(row) = rows.next().await {
        let row = row?;
        match entry(&row.cells, columns) {
            Ok(entry) => {
                let key = match (&entry.domain, &entry.name) {
                    (Some(domain), _) => domain.clone(),
                    (None, name) => format!("={}", name.as_deref().unwrap_or_default().to_lowercase()),
                };
                match seen.insert(key) {
                    true => understood.entries.push(entry),
                    false => understood.repeated += 1,
                }
            }
            Err(why) => {
                understood.refused_count += 1;
                if understood.refused.len() < NAMED {
                    understood.refused.push(Refused { line: row.row, why });
                }
            }
        }
        if understood.entries.len() as i64 > MOST_ENTRIES {
            return Err(FileProblem::new(
                "client_list_too_long",
                "A list holds at most 100,000 companies. Split the file.",
            ));
        }
    }
    Ok(understood)
}

/// By their headings; in a file without known ones the first column is looked at, and the second names.
fn columns(headers: &[String]) -> Columns {
    let find = |known: &[&str]| {
        headers.iter().position(|header| known.contains(&header.trim().to_lowercase().as_str()))
    };
    Columns { domain: find(DOMAIN_HEADINGS), name: find(NAME_HEADINGS) }
}

fn entry(cells: &[String], columns: Columns) -> Result<Entry, &'static str> {
    let cell = |at: Option<usize>| {
        at.and_then(|at| cells.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    if columns == (Columns { domain: None, name: None }) {
        let (first, second) = (cell(Some(0)), cell(Some(1)));
        return match (first.map(|text| (text, Domain::parse(text))), second) {
            (Some((_, Ok(domain))), name) => checked(Some(domain), name),
            (Some((text, Err(_))), None) => checked(None, Some(text)),
            (Some((_, Err(_))), Some(_)) => Err(NO_DOMAIN),
            (None, name) => checked(None, name),
        };
    }
    let domain = match cell(columns.domain).map(Domain::parse) {
        Some(Ok(domain)) => Some(domain),
        Some(Err(_)) => return Err(NO_DOMAIN),
        None => None,
    };
    checked(domain, cell(columns.name))
}

const NO_DOMAIN: &str = "What stands for the domain is none. Write it like example.com.";

fn checked(domain: Option<Domain>, name: Option<&str>) -> Result<Entry, &'static str> {
    if domain.is_none() && name.is_none() {
        return Err("The line names neither a domain nor a company.");
    }
    let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    if name.as_ref().is_some_and(|name| name.chars().count() > LONGEST) {
        return Err("The company name is longer than 200 characters.");
    }
    Ok(Entry { domain: domain.map(Domain::into_string), name })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(domain: &str, name: &str) -> Entry {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Entry { domain: some(domain), name: some(name) }
    }

    #[tokio::test]
    async fn domains_and_names_are_understood_each_company_once() {
        let file = "Company,Website\nNorhavn,https://www.norhavn.com\nNorhavn again,norhavn.com\nFjord,\n,\nJunk,no domain\n";
        let read = read(file.as_bytes().to_vec()).await.unwrap();
        assert_eq!(read.entries, [both("norhavn.com", "Norhavn"), both("", "Fjord")]);
        assert_eq!(read.repeated, 1);
        assert!(read.refused.iter().any(|refused| refused.line == 6), "{:?}", read.refused);
    }

    #[test]
    fn without_known_headings_the_first_column_is_looked_at() {
        let none = Columns { domain: None, name: None };
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(entry(&cells(&["norhavn.com"]), none), Ok(both("norhavn.com", "")));
        assert_eq!(entry(&cells(&["Norhavn"]), none), Ok(both("", "Norhavn")));
        assert_eq!(entry(&cells(&["norhavn.com", "Norhavn"]), none), Ok(both("norhavn.com", "Norhavn")));
        assert!(entry(&cells(&["", ""]), none).is_err());
    }
}
