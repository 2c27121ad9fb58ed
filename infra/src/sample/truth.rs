//! The truth beside a sample file.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::engagement::EngagementSummary;
use super::outcome::{Expected, SampleRow};
use super::rows::PEOPLE_PER_COMPANY;
use super::{SampleOptions, vendors};

/// What an import of the file into an empty database must come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SampleSummary {
    pub rows: u64,
    pub created: u64,
    pub merged_in_file: u64,
    pub rejected: u64,
    /// Rows that go in without a value or with a doubt.
    pub warnings: u64,
    /// Companies that the rows which go in bring along.
    pub accounts: u64,
    pub rejected_by_code: BTreeMap<&'static str, u64>,
    pub warnings_by_code: BTreeMap<&'static str, u64>,
    /// Rows by what was done to them.
    pub rows_by_dirt: BTreeMap<&'static str, u64>,
    /// What `engagement.jsonl` holds; nothing when it was not asked for.
    pub engagement: Option<EngagementSummary>,
    pub options: Options,
    /// What each column holds, in order: `contact.<key>`, `account.<key>`, or empty for one that no field fits.
    pub columns: Vec<Column>,
    #[serde(skip)]
    pub files: Vec<PathBuf>,
    /// One bit per company.
    #[serde(skip)]
    companies: Vec<u64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Options {
    pub rows: u64,
    pub dirt: f64,
    pub duplicates: f64,
    pub seed: u64,
    pub vendor: &'static str,
    pub format: &'static str,
    pub engagement: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    pub heading: &'static str,
    pub field: &'static str,
}

impl SampleSummary {
    pub(super) fn new(options: &SampleOptions, columns: &[vendors::Column]) -> SampleSummary {
        let companies = options.rows.div_ceil(PEOPLE_PER_COMPANY);
        let known = |key: &'static str| if key.contains('.') { key } else { "" };
        SampleSummary {
            rows: 0,
            created: 0,
            merged_in_file: 0,
            rejected: 0,
            warnings: 0,
            accounts: 0,
            rejected_by_code: BTreeMap::new(),
            warnings_by_code: BTreeMap::new(),
            rows_by_dirt: BTreeMap::new(),
            engagement: None,
            options: Options {
                rows: options.rows,
                dirt: options.dirt,
                duplicates: options.duplicates,
                seed: options.seed,
                vendor: options.vendor.as_str(),
                format: options.format.as_str(),
                engagement: options.engagement,
            },
            columns: columns.iter().map(|(key, heading)| Column { heading, field: known(key) }).collect(),
            files: Vec::new(),
            companies: vec![0; companies.div_ceil(64) as usize],
        }
    }

    pub(super) fn count(&mut self, row: &SampleRow) {
        self.rows += 1;
        *self.rows_by_dirt.entry(row.dirt).or_default() += 1;
        match row.expected {
            Expected::Created => self.created += 1,
            Expected::MergedInFile { .. } => self.merged_in_file += 1,
            Expected::Rejected { code } => {
                self.rejected += 1;
                *self.rejected_by_code.entry(code).or_default() += 1;
                return;
            }
        }
        self.warnings += u64::from(!row.warnings.is_empty());
        for (_, code) in &row.warnings {
            *self.warnings_by_code.entry(code).or_default() += 1;
        }
        let (word, bit) = ((row.company / 64) as usize, 1 << (row.company % 64));
        if self.companies[word] & bit == 0 {
            self.companies[word] |= bit;
            self.accounts += 1;
        }
    }

    pub(super) fn to_json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

pub(super) fn write_heading(file: &mut impl Write) -> anyhow::Result<()> {
    file.write_all(b"row,outcome,into,code,warnings,dirt\n")?;
    Ok(())
}

/// `row` as a spreadsheet counts; `warnings` as `<field>:<code>` between `|`, without a field `:<code>`.
pub(super) fn write_row(file: &mut impl Write, shown: u64, row: &SampleRow) -> anyhow::Result<()> {
    let (outcome, into, code) = match row.expected {
        Expected::Created => ("created", String::new(), ""),
        Expected::MergedInFile { into } => ("merged_in_file", into.to_string(), ""),
        Expected::Rejected { code } => ("rejected", String::new(), code),
    };
    let warnings: Vec<String> = row.warnings.iter().map(|(field, code)| format!("{field}:{code}")).collect();
    writeln!(file, "{shown},{outcome},{into},{code},{},{}", warnings.join("|"), row.dirt)?;
    Ok(())
}
