//! The truth is checked against the domain's own normalisers and keys, row by row, without the importer.

mod engagement;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::fields::mapping::suggest;
use pivotal_domain::audience::fields::parse::{ParseContext, parse};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::values::company_name;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::person_name;

use super::people::{FIRST_NAMES, LAST_NAMES};
use super::*;

const VENDORS: [Vendor; 8] = Vendor::ALL;

struct Sample {
    summary: SampleSummary,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    truth: Vec<Vec<String>>,
    directory: PathBuf,
}

impl Drop for Sample {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.directory).ok();
    }
}

fn sample(name: &str, options: &SampleOptions) -> Sample {
    let directory = std::env::temp_dir().join(format!("pivotal-sample-{}-{name}", std::process::id()));
    let summary = generate(options, &directory).unwrap();
    let read = |file: &str| -> Vec<Vec<String>> {
        // Line by line: no cell holds a line break, and one broken line must not swallow the next.
        let text = std::fs::read_to_string(directory.join(file)).unwrap();
        let delimiter = if file == "contacts.csv" { options.vendor.delimiter() } else { ',' };
        text.trim_start_matches('\u{feff}')
            .lines()
            .map(|line| {
                let mut reader = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .delimiter(delimiter as u8)
                    .from_reader(line.as_bytes());
                let record = reader.records().next().unwrap().unwrap();
                record.iter().map(str::to_owned).collect()
            })
            .collect()
    };
    let (mut rows, mut truth) = (read("contacts.csv"), read("truth.csv"));
    let headings = rows.remove(0);
    truth.remove(0);
    Sample { summary, headings, rows, truth, directory }
}

fn messy(vendor: Vendor) -> SampleOptions {
    SampleOptions { rows: 3_000, dirt: 40.0, duplicates: 10.0, seed: 42, vendor, ..SampleOptions::default() }
}

#[test]
fn the_totals_add_up_and_agree_with_the_rows() {
    for vendor in VENDORS {
        let sample = sample(&format!("totals-{}", vendor.as_str()), &messy(vendor));
        let summary = &sample.summary;
        assert_eq!(summary.rows, 3_000);
        assert_eq!(summary.created + summary.merged_in_file + summary.rejected, summary.rows);
        assert_eq!((sample.rows.len(), sample.truth.len()), (3_000, 3_000));
        let count = |outcome: &str| sample.truth.iter().filter(|row| row[1] == outcome).count() as u64;
        assert_eq!(count("created"), summary.created);
        assert_eq!(count("merged_in_file"), summary.merged_in_file);
        assert_eq!(count("rejected"), summary.rejected);
        assert_eq!(summary.rejected_by_code.values().sum::<u64>(), summary.rejected);
        assert_eq!(summary.rows_by_dirt.values().sum::<u64>(), summary.rows);
        let warned =
            sample.truth.iter().filter(|row| row[1] != "rejected" && !row[4].is_empty()).count() as u64;
        assert_eq!(warned, summary.warnings);
        assert!(
            (250..=350).contains(
                &summary
                    .rows_by_dirt
                    .iter()
                    .filter(|(dirt, _)| dirt.contains("repeat")
                        || dirt.contains("same_email")
                        || dirt.contains("namesake"))
                    .map(|(_, n)| n)
                    .sum::<u64>()
            )
        );
        for (row, truth) in sample.truth.iter().enumerate() {
            assert_eq!(truth[0], (row + 2).to_string());
        }
    }
}

#[test]
fn every_kind_of_dirt_occurs() {
    let sample = sample("kinds", &messy(Vendor::Plain));
    let kinds: Vec<&str> = sample.summary.rows_by_dirt.keys().copied().collect();
    assert_eq!(kinds.len(), 24, "{kinds:?}");
}

#[test]
fn headings_map_by_themselves_to_what_the_columns_hold() {
    for vendor in VENDORS {
        let sample = sample(&format!("mapping-{}", vendor.as_str()), &messy(vendor));
        let wrong: Vec<String> = suggest(&sample.headings, &sample.rows[..100])
            .into_iter()
            .zip(&sample.summary.columns)
            .filter_map(|(suggestion, column)| {
                let got = suggestion
                    .field
                    .map_or(String::new(), |(entity, key)| format!("{}.{key}", entity.as_str()));
                (got != column.field)
                    .then(|| format!("{}: {got:?} instead of {:?}", column.heading, column.field))
            })
            .collect();
        assert!(wrong.is_empty(), "{vendor:?}: {wrong:#?}");
        let filled = sample.rows[0].iter().filter(|cell| !cell.is_empty()).count();
        assert!(filled >= 25 + 3, "{vendor:?} fills {filled} columns");
    }
}

/// A row as the domain's parsers read it: its values, and the codes of what is wrong.
fn parsed(sample: &Sample, cells: &[String]) -> (HashMap<&'static str, FieldValue>, Vec<String>) {
    let defined = |column: &truth::Column| {
        let (entity, key) = column.field.split_once('.')?;
        field(if entity == "contact" { Entity::Contact } else { Entity::Account }, key)
    };
    let mut context =
        ParseContext { default_country: None, today: chrono::NaiveDate::from_ymd_opt(2026, 6, 1) };
    let (mut values, mut problems) = (HashMap::new(), Vec::new());
    let mut columns: Vec<(usize, &truth::Column)> = sample.summary.columns.iter().enumerate().collect();
    columns.sort_by_key(|(_, column)| !column.field.ends_with("country"));
    for (index, column) in columns {
        let (Some(def), Some(cell)) = (defined(column), cells.get(index)) else { continue };
        match parse(def, &cell.replace('\0', ""), &context) {
            Ok(parsed) => {
                problems.extend(
                    parsed.warnings.iter().map(|warning| format!("{}:{}", column.field, warning.code)),
                );
                if column.field.ends_with("country") {
                    let country =
                        parsed.value.as_ref().and_then(|value| value.as_text()).and_then(Country::parse);
                    context.default_country = country.or(context.default_country);
                }
                values.extend(parsed.value.map(|value| (column.field, value)));
            }
            Err(error) => problems.push(format!("{}:{}", column.field, error.code)),
        }
    }
    (values, problems)
}

#[test]
fn the_truth_follows_from_what_the_normalisers_make_of_each_row() {
    for vendor in VENDORS {
        let sample =
            sample(&format!("truth-{}", vendor.as_str()), &SampleOptions { rows: 1_500, ..messy(vendor) });
        let width = sample.headings.len();
        // Key to the row that first had it; emails are unique, names at a company may repeat.
        let (mut by_key, mut accounts): (HashMap<String, String>, HashSet<String>) = Default::default();
        let mut emails_of: HashMap<String, String> = HashMap::new();
        for (cells, truth) in sample.rows.iter().zip(&sample.truth) {
            let [row, outcome, into, code, warnings, dirt] = truth.as_slice() else { panic!("six columns") };
            let context = format!("{vendor:?} row {row} ({dirt})");
            if code == "broken_quote" || code == "row_too_long" {
                assert_eq!(code == "row_too_long", cells.len() > width, "{context}");
                continue;
            }
            assert_eq!(warnings == ":row_too_short", cells.len() < width, "{context}");
            assert_eq!(warnings == ":nul_byte", cells.iter().any(|cell| cell.contains('\0')), "{context}");
            let (values, problems) = parsed(&sample, cells);
            let text = |key: &str| values.get(key).and_then(FieldValue::as_text);
            if code == "email_syntax" {
                assert_eq!(problems, ["contact.email:email_syntax"], "{context}");
                continue;
            }
            let from_parsers: Vec<&str> = warnings
                .split('|')
                .filter(|one| !one.is_empty() && !one.starts_with(':') && !one.ends_with("name_differs"))
                .collect();
            assert_eq!(problems, from_parsers, "{context}");
            let company = text("account.name").map(company_name::match_key);
            let name = text("contact.first_name")
                .zip(text("contact.last_name"))
                .map(|(first, last)| person_name::match_key(&format!("{first} {last}")));
            let email = text("contact.email");
            let linkedin = text("contact.linkedin_url");
            let name_key =
                name.zip(company.clone()).map(|(name, company)| format!("name {name} at {company}"));
            let keys: Vec<String> = email
                .map(|email| format!("email {email}"))
                .into_iter()
                .chain(linkedin.map(str::to_owned))
                .chain(name_key)
                .collect();
            if code == "no_key" {
                assert!(keys.is_empty(), "{context}: {keys:?}");
                continue;
            }
            accounts.extend(company);
            let found = keys.iter().find_map(|key| by_key.get(key)).cloned();
            let differs = found
                .as_ref()
                .and_then(|found| emails_of.get(found))
                .zip(email)
                .is_some_and(|(held, email)| held != email);
            let same = found.filter(|_| !differs);
            assert_eq!(differs, warnings.contains("possible_duplicate"), "{context}");
            match same {
                Some(first) => assert_eq!((outcome.as_str(), into), ("merged_in_file", &first), "{context}"),
                None => assert_eq!(outcome, "created", "{context}"),
            }
            let first = if into.is_empty() { row } else { into };
            for key in keys {
                by_key.entry(key).or_insert_with(|| first.clone());
            }
            if let Some(email) = email {
                emails_of.entry(first.clone()).or_insert_with(|| email.to_owned());
            }
        }
        assert_eq!(accounts.len() as u64, sample.summary.accounts, "{vendor:?}");
    }
}

#[test]
fn the_same_options_give_the_same_bytes() {
    let options = SampleOptions { rows: 500, ..messy(Vendor::Apollo) };
    let (first, second) = (sample("same-1", &options), sample("same-2", &options));
    let other = sample("same-3", &SampleOptions { seed: 43, ..options });
    assert_eq!(first.rows, second.rows);
    assert_eq!(first.truth, second.truth);
    assert_ne!(first.rows, other.rows);
}

#[test]
fn a_workbook_has_the_same_bytes_every_time() {
    let of = |name: &str| {
        let directory = std::env::temp_dir().join(format!("pivotal-sample-{}-{name}", std::process::id()));
        let options = SampleOptions { rows: 200, format: Format::Xlsx, ..messy(Vendor::Zoominfo) };
        let summary = generate(&options, &directory).unwrap();
        let bytes = std::fs::read(directory.join("contacts.xlsx")).unwrap();
        std::fs::remove_dir_all(directory).unwrap();
        (summary.rows_by_dirt, bytes)
    };
    let ((dirt, first), (_, second)) = (of("xlsx-1"), of("xlsx-2"));
    assert!(first.starts_with(b"PK") && first == second);
    for impossible in ["nul_byte", "too_few_cells", "open_quote"] {
        assert!(!dirt.contains_key(impossible), "a sheet cannot have {impossible}");
    }
}

#[test]
fn what_a_row_is_hangs_on_the_seed_and_not_on_the_vendor() {
    let emails = |vendor: Vendor| -> Vec<Option<String>> {
        (2..200).map(|row| email_of_row(&SampleOptions { dirt: 0.0, ..messy(vendor) }, row)).collect()
    };
    for vendor in VENDORS {
        assert_eq!(emails(vendor), emails(Vendor::Plain), "{vendor:?}");
    }
}

#[test]
fn a_clean_file_has_nothing_wrong_with_it() {
    let sample =
        sample("clean", &SampleOptions { rows: 700, dirt: 0.0, duplicates: 0.0, ..SampleOptions::default() });
    assert_eq!((sample.summary.created, sample.summary.warnings), (700, 0));
    assert_eq!(sample.summary.accounts, 117);
    for cells in &sample.rows {
        let (_, problems) = parsed(&sample, cells);
        assert!(problems.is_empty(), "{cells:?}: {problems:?}");
    }
}

#[test]
fn a_first_name_is_never_a_last_name() {
    for (firsts, lasts) in FIRST_NAMES.iter().zip(LAST_NAMES) {
        assert!(firsts.iter().all(|first| !lasts.contains(first)));
        let start = |step: usize| (0..6).map(|desk| desk * step % firsts.len()).collect::<HashSet<_>>().len();
        assert_eq!(start(7), 6, "colleagues share a first name");
    }
}

#[test]
fn impossible_options_are_refused_by_name() {
    let directory = std::env::temp_dir().join("pivotal-sample-refused");
    let refused = |options: SampleOptions| generate(&options, &directory).unwrap_err().to_string();
    assert!(refused(SampleOptions { rows: 0, ..Default::default() }).starts_with("--rows is 0"));
    assert!(refused(SampleOptions { dirt: 101.0, ..Default::default() }).starts_with("--dirt is 101"));
    assert!("excel".parse::<Vendor>().unwrap_err().to_string().contains("plain, hubspot, salesforce"));
}
