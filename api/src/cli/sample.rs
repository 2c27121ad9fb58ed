//! `pivotal sample`: files for tests, measurements and demonstrations.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use pivotal_infra::sample::{Format, SampleOptions, Vendor, generate};

use super::say::say;

#[derive(Debug, Args)]
pub struct SampleCommand {
    /// Rows below the heading
    #[arg(long, default_value_t = 1_000)]
    rows: u64,
    /// Percent of rows with something wrong or odd about them
    #[arg(long, default_value_t = 10.0)]
    dirt: f64,
    /// Percent of rows about a person of an earlier row
    #[arg(long, default_value_t = 10.0)]
    duplicates: f64,
    /// The same seed gives the same file
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Whose headings: plain, hubspot, salesforce, european, zoominfo, apollo, cognism, sales-navigator
    #[arg(long, visible_alias = "style", default_value = "plain")]
    vendor: Vendor,
    /// Which file: csv, xlsx
    #[arg(long, default_value = "csv")]
    format: Format,
    /// Percent of the contacts with an email that were written to and called; 0 makes no engagement.jsonl
    #[arg(long, default_value_t = 0.0)]
    engagement: f64,
    /// The last day on which any of them was
    #[arg(long, default_value = "2026-06-30")]
    until: NaiveDate,
    /// Folder for contacts, truth and engagement
    #[arg(long, default_value = "sample")]
    out: PathBuf,
}

impl SampleCommand {
    pub fn run(&self) -> anyhow::Result<()> {
        let SampleCommand { rows, dirt, duplicates, seed, vendor, format, engagement, until, .. } = *self;
        let options = SampleOptions { rows, dirt, duplicates, seed, vendor, format, engagement, until };
        let summary = generate(&options, &self.out)?;
        say(format!(
            "{} rows: {} to be created, {} merged, {} rejected; {} accounts.",
            summary.rows, summary.created, summary.merged_in_file, summary.rejected, summary.accounts
        ));
        if let Some(engagement) = &summary.engagement {
            say(format!("{} facts about {} contacts.", engagement.facts, engagement.contacts));
        }
        for file in &summary.files {
            say(file.display().to_string());
        }
        Ok(())
    }
}
