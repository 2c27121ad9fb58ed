//! `pivotal sample`: contact files as full and as messy as real ones, with the truth beside them.
//!
//! People and companies do not exist; domains (`.test`) and telephone numbers come from reserved ranges. The same
//! options give the same bytes. Rows are made one by one and streamed, so memory does not grow with the file.
//! The truth says what an import into an empty database must make of each row; it is worked out from what was put
//! into the row, not by running the importer. docs/SAMPLE.md describes the files.

mod companies;
mod csv_file;
mod engagement;
mod outcome;
mod people;
mod places;
mod random;
mod rows;
#[cfg(test)]
mod tests;
mod truth;
mod vendors;
mod xlsx_file;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, bail, ensure};
use chrono::NaiveDate;

use csv_file::CsvFile;
pub use engagement::EngagementSummary;
pub use truth::SampleSummary;
pub use vendors::Vendor;
use xlsx_file::XlsxFile;

/// What file to make.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleOptions {
    /// Rows below the heading.
    pub rows: u64,
    /// Percent of rows with something wrong or odd about them, repeats not counted.
    pub dirt: f64,
    /// Percent of rows that are about a person of an earlier row.
    pub duplicates: f64,
    pub seed: u64,
    pub vendor: Vendor,
    pub format: Format,
    /// Percent of the contacts with an email that were written to and called; 0 for no such file.
    pub engagement: f64,
    /// The last day on which any of them was.
    pub until: NaiveDate,
}

impl Default for SampleOptions {
    fn default() -> Self {
        SampleOptions {
            rows: 1_000,
            dirt: 10.0,
            duplicates: 10.0,
            seed: 1,
            vendor: Vendor::Plain,
            format: Format::Csv,
            engagement: 0.0,
            until: NaiveDate::from_ymd_opt(2026, 6, 30).unwrap_or_default(),
        }
    }
}

/// What kind of file the contacts are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    #[default]
    Csv,
    Xlsx,
}

impl Format {
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }
}

impl FromStr for Format {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Format, anyhow::Error> {
        match text {
            "csv" => Ok(Format::Csv),
            "xlsx" => Ok(Format::Xlsx),
            other => bail!("{other:?} is not a format. Choose csv or xlsx."),
        }
    }
}

/// Most rows of one file.
const ROWS_MAX: u64 = 10_000_000;
/// Rows of a sheet beside its heading.
const SHEET_ROWS_MAX: u64 = 1_048_575;

/// Writes `contacts.csv` (or `.xlsx`), `truth.csv` (a line per row), `truth.json` (the totals) and, when it is asked for,
/// `engagement.jsonl` into `out_dir`, which is made if it is not there. Files of the same names are overwritten.
pub fn generate(options: &SampleOptions, out_dir: &Path) -> anyhow::Result<SampleSummary> {
    check(options)?;
    std::fs::create_dir_all(out_dir)
        .with_context(|| format!("cannot make the directory {}", out_dir.display()))?;
    let columns = options.vendor.columns();
    let contacts = out_dir.join(format!("contacts.{}", options.format.as_str()));
    let mut file = match options.format {
        Format::Csv => Contacts::Csv(CsvFile::begin(create(&contacts)?, options.vendor)?),
        Format::Xlsx => Contacts::Xlsx(Box::new(XlsxFile::begin(options.vendor)?)),
    };
    let truth_path = out_dir.join("truth.csv");
    let mut truth_file = create(&truth_path)?;
    let mut facts = match options.engagement > 0.0 {
        true => Some(engagement::Writer::new(options, create(&out_dir.join("engagement.jsonl"))?)),
        false => None,
    };
    let mut summary = SampleSummary::new(options, columns);
    truth::write_heading(&mut truth_file)?;
    for number in 0..options.rows {
        let row = outcome::row(options, number);
        match &mut file {
            Contacts::Csv(file) => file.row(&row)?,
            Contacts::Xlsx(file) => file.row(&row)?,
        }
        truth::write_row(&mut truth_file, outcome::shown(number), &row)?;
        summary.count(&row);
        if let (Some(facts), Some(email)) = (&mut facts, outcome::email(&row)) {
            facts.contact(number, &email)?;
        }
    }
    match file {
        Contacts::Csv(file) => file.end(),
        Contacts::Xlsx(file) => file.end(&contacts),
    }
    .with_context(|| format!("cannot write {}", contacts.display()))?;
    truth_file.flush().with_context(|| format!("cannot write {}", truth_path.display()))?;
    summary.files = vec![contacts, truth_path];
    if let Some(facts) = facts {
        summary.engagement = Some(facts.end()?);
        summary.files.push(out_dir.join("engagement.jsonl"));
    }
    let totals = out_dir.join("truth.json");
    std::fs::write(&totals, summary.to_json()?)
        .with_context(|| format!("cannot write {}", totals.display()))?;
    summary.files.push(totals);
    Ok(summary)
}

/// The address of the contact that the row with this number makes, numbered as a spreadsheet does. None when the row
/// makes no contact, or one without an address.
pub fn email_of_row(options: &SampleOptions, shown: u64) -> Option<String> {
    let number = shown.checked_sub(outcome::shown(0))?;
    outcome::email(&outcome::row(options, number))
}

enum Contacts {
    Csv(CsvFile),
    Xlsx(Box<XlsxFile>),
}

fn check(options: &SampleOptions) -> anyhow::Result<()> {
    let most = match options.format {
        Format::Csv => ROWS_MAX,
        Format::Xlsx => SHEET_ROWS_MAX,
    };
    ensure!((1..=most).contains(&options.rows), "--rows is {}; choose 1 to {most}.", options.rows);
    for (name, percent) in
        [("--dirt", options.dirt), ("--duplicates", options.duplicates), ("--engagement", options.engagement)]
    {
        ensure!((0.0..=100.0).contains(&percent), "{name} is {percent}; choose a percentage from 0 to 100.");
    }
    Ok(())
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(BufWriter::with_capacity(1 << 18, file))
}
