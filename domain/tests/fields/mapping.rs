//! What decides which field a heading is; the headings of known programs stand in [`crate::mapping_sources`].

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::mapping::{custom_key, suggest};

use crate::check;

/// Maps a header line and compares with what each heading should be; `-` for not mapped.
#[track_caller]
pub(crate) fn maps(expected: &[(&str, &str)], rows: &[&[&str]]) {
    let headings: Vec<&str> = expected.iter().map(|(heading, _)| *heading).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let suggestions = suggest(&headings, &rows);
    let got: Vec<(&str, String)> = suggestions
        .iter()
        .zip(&headings)
        .map(|(suggestion, heading)| (*heading, suggestion.field.map_or("-".to_owned(), path)))
        .collect();
    let wanted: Vec<(&str, String)> =
        expected.iter().map(|(heading, field)| (*heading, (*field).to_owned())).collect();
    let wrong: Vec<_> = got.iter().zip(&wanted).filter(|(got, wanted)| got != wanted).collect();
    assert!(wrong.is_empty(), "got, wanted:\n{wrong:#?}");
    for suggestion in suggestions {
        assert_eq!(suggestion.field.is_some(), suggestion.confidence >= 0.5);
        assert!((0.0..=1.0).contains(&suggestion.confidence));
    }
}

fn path((entity, key): (Entity, &str)) -> String {
    match entity {
        Entity::Contact => key.to_owned(),
        Entity::Account => format!("account.{key}"),
    }
}

#[test]
fn a_heading_outweighs_cells_that_are_mostly_wrong() {
    let rows: &[&[&str]] = &[
        &["jane at acme", "Ada"],
        &["see card", "Charles"],
        &["ask her", "Grace"],
        &["no one", "Mary"],
        &["grace@example.com", "Joan"],
    ];
    maps(&[("Email", "email"), ("First name", "first_name")], rows);
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let suggestion = &suggest(&["Email", "First name"], &rows)[0];
    assert!(suggestion.confidence < 0.6, "a person should look at it: {}", suggestion.confidence);
}

#[test]
fn duplicate_headings_are_mapped_once() {
    maps(
        &[
            ("Email", "email"),
            ("Email", "-"),
            ("First Name", "first_name"),
            ("first_name", "-"),
            ("FIRST NAME", "-"),
        ],
        &[],
    );
}

#[test]
fn name_phone_and_country_belong_to_what_the_file_is_about() {
    maps(
        &[
            ("Name", "full_name"),
            ("Email", "email"),
            ("Phone", "direct_phone"),
            ("Country", "country"),
            ("Website", "account.domain"),
        ],
        &[],
    );
    maps(
        &[
            ("Name", "account.name"),
            ("Website", "account.domain"),
            ("Phone", "account.main_phone"),
            ("Country", "account.hq_country"),
            ("LinkedIn", "account.linkedin_url"),
            ("Tags", "account.tags"),
            ("Owner", "account.owner"),
        ],
        &[],
    );
    maps(
        &[
            ("Name", "account.name"),
            ("First name", "first_name"),
            ("Surname", "last_name"),
            ("Email", "email"),
        ],
        &[
            &["Acme Inc.", "Jane", "Doe", "jane@acme.test"],
            &["Widgets GmbH", "John", "Roe", "john@widgets.test"],
        ],
    );
}

#[test]
fn a_clearer_column_leaves_the_bare_one_to_the_company() {
    maps(
        &[
            ("Email", "email"),
            ("Person City", "city"),
            ("City", "account.hq_city"),
            ("Direct Phone", "direct_phone"),
            ("Phone", "account.main_phone"),
        ],
        &[],
    );
}

#[test]
fn cells_decide_where_the_heading_is_open() {
    maps(
        &[("Email", "email"), ("LinkedIn", "account.linkedin_url"), ("Title", "job_title")],
        &[
            &["a@acme.test", "https://www.linkedin.com/company/acme", "CTO"],
            &["b@acme.test", "https://www.linkedin.com/company/acme", "CFO"],
        ],
    );
    // A heading that is wrong about its cells is not believed.
    maps(
        &[("Email", "-"), ("Contact", "email"), ("Employees", "-")],
        &[
            &["Jane Doe", "jane@acme.test", "Jim; Bob"],
            &["John Roe", "john@acme.test", "Ann"],
            &["Jim Poe", "jim@acme.test", "Sue; Max"],
        ],
    );
    // No headings to speak of.
    maps(
        &[
            ("Column 1", "-"),
            ("Column 2", "email"),
            ("Column 3", "direct_phone"),
            ("Column 4", "account.domain"),
            ("Column 5", "-"),
        ],
        &[
            &["x", "jane@acme.test", "+1 202 555 0100", "acme.test", "https://facebook.com/a"],
            &["y", "john@roe.test", "+1 202 555 0101", "roe.test", "https://facebook.com/b"],
            &["z", "jim@poe.test", "+49 30 23125 001", "poe.test", "https://facebook.com/c"],
        ],
    );
}

#[test]
fn headings_are_compared_without_case_space_and_marks() {
    maps(
        &[
            ("\u{feff}E_MAIL ADDRESS *", "email"),
            ("  first-name ", "first_name"),
            ("PHONE1", "direct_phone"),
            ("Prénom", "-"),
            ("", "-"),
            ("🦀", "-"),
        ],
        &[],
    );
}

#[test]
fn custom_keys_come_from_headings() {
    check(
        &[
            ("Lead Score (2025)", "custom.lead_score_2025"),
            ("Région", "custom.region"),
            ("  A  ", "custom.a"),
            ("🦀", ""),
            ("", ""),
            ("日本", ""),
        ],
        |heading| custom_key(heading).unwrap_or_default().leak(),
    );
}
