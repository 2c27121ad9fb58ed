//! `pivotal sample`: files for tests, measurements and demonstrations.

use std::path::PathBuf;

use clap::Args;
use pivotal_infra::sample::{SampleOptions, Style, generate};

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
    /// Whose headings: hubspot, salesforce, apollo, plain
    #[arg(long, default_value = "plain")]
    style: Style,
    /// Folder for contacts.csv, truth.csv and truth.json
    #[arg(long, default_value = "sample")]
    out: PathBuf,
}

impl SampleCommand {
    pub fn run(&self) -> anyhow::Result<()> {
        let SampleCommand { rows, dirt, duplicates, seed, style, .. } = *self;
        let summary = generate(&SampleOptions { rows, dirt, duplicates, seed, style }, &self.out)?;
        say(format!(
            "{} rows: {} to be created, {} merged, {} rejected; {} accounts.",
            summary.rows, summary.created, summary.merged_in_file, summary.rejected, summary.accounts
        ));
        for file in &summary.files {
            say(file.display().to_string());
        }
        Ok(())
    }
}
