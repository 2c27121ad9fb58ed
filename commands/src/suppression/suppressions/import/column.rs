//! Which column of a file holds the keys: one, never several. A file of emails that also names each one's website must not
//! suppress whole companies.

use pivotal_domain::audience::values::country::Country;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};

use crate::audience::imports::file::FileProblem;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub index: usize,
    /// `None`: values of several kinds, each told by its shape.
    pub kind: Option<Kind>,
}

/// The column that was named; else the first whose values are emails; else phone numbers; domains; accounts; else a mixture.
pub fn choose(
    headers: &[String],
    samples: &[Vec<String>],
    named: Option<&str>,
    country: Option<Country>,
) -> Result<Column, FileProblem> {
    if let Some(named) = named.map(str::trim).filter(|named| !named.is_empty()) {
        let index = headers.iter().position(|header| header.trim().eq_ignore_ascii_case(named));
        return index.map(|index| Column { index, kind: None }).ok_or_else(|| {
            FileProblem::new(
                "suppression_file_column",
                format!("The file has no column \"{named}\". Its columns are: {}.", headers.join(", ")),
            )
        });
    }
    let kinds = |index: usize| -> Vec<Option<Kind>> {
        let values = samples.get(index).into_iter().flatten().filter(|value| !value.trim().is_empty());
        values.map(|value| SuppressedKey::read(value, country).ok().map(|key| key.kind())).collect()
    };
    let mostly = |index: usize, fits: &dyn Fn(Kind) -> bool| {
        let kinds = kinds(index);
        let fitting = kinds.iter().filter(|kind| kind.is_some_and(fits)).count();
        fitting > 0 && fitting * 2 > kinds.len()
    };
    let columns = 0..samples.len();
    for kind in Kind::ALL {
        if let Some(index) = columns.clone().find(|index| mostly(*index, &|one| one == kind)) {
            // The only column may hold all kinds.
            return Ok(Column { index, kind: (samples.len() > 1).then_some(kind) });
        }
    }
    let mixed = columns.clone().find(|index| mostly(*index, &|_| true));
    mixed.map(|index| Column { index, kind: None }).ok_or_else(|| {
        FileProblem::new(
            "suppression_file_no_keys",
            "No column of the file holds mostly emails, phone numbers or domains. Phone numbers need a country code, or say which country they are of.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|column| column.iter().map(|value| (*value).to_owned()).collect()).collect()
    }

    fn headers(count: usize) -> Vec<String> {
        (1..=count).map(|number| format!("Column {number}")).collect()
    }

    #[test]
    fn emails_go_before_websites_wherever_they_stand() {
        let samples = columns(&[
            &["example.com", "b.example"],
            &["Ada", "Bo"],
            &["ada@example.com", "rubbish", "c@d.example"],
        ]);
        assert_eq!(
            choose(&headers(3), &samples, None, None),
            Ok(Column { index: 2, kind: Some(Kind::Email) })
        );
    }

    #[test]
    fn the_only_column_may_hold_all_kinds() {
        let samples = columns(&[&["ada@example.com", "+12025550100", "b.example"]]);
        assert_eq!(choose(&headers(1), &samples, None, None), Ok(Column { index: 0, kind: None }));
    }

    #[test]
    fn numbers_need_a_country() {
        let samples = columns(&[&["2025550100", "2025550101"]]);
        assert_eq!(choose(&headers(1), &samples, None, None).unwrap_err().code, "suppression_file_no_keys");
        let us = Country::parse("US");
        assert_eq!(choose(&headers(1), &samples, None, us), Ok(Column { index: 0, kind: None }));
    }

    #[test]
    fn a_named_column_is_taken_as_it_is_or_refused_with_what_there_is() {
        let headers = ["Mail".to_owned(), "Web".to_owned()];
        let samples = columns(&[&["ada@example.com"], &["example.com"]]);
        assert_eq!(choose(&headers, &samples, Some(" web "), None), Ok(Column { index: 1, kind: None }));
        assert!(choose(&headers, &samples, Some("Fax"), None).unwrap_err().message.contains("Mail, Web"));
    }
}
