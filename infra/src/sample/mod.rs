//! `pivotal sample`: contact files as full and as messy as real ones, with the truth beside them.
//!
//! People and companies do not exist; domains (`.test`) and telephone numbers come from reserved ranges. The same
//! options give the same bytes. Rows are made one by one and streamed, so memory does not grow with the file.
//! The truth says what an import into an empty database must make of each row; it is worked out from what was put
//! into the row, not by running the importer.

mod columns;
mod companies;
mod outcome;
mod people;
mod places;
mod random;
mod rows;
#[cfg(test)]
mod tests;
mod truth;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

pub use columns::Style;
use outcome::{SampleRow, Shape};
pub use truth::SampleSummary;

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
    pub style: Style,
}

impl Default for SampleOptions {
    fn default() -> Self {
        SampleOptions { rows: 1_000, dirt: 10.0, duplicates: 10.0, seed: 1, style: Style::Plain }
    }
}

/// Most rows of one file: what a spreadsheet and the importer take.
const ROWS_MAX: u64 = 10_000_000;

/// Writes `contacts.csv`, `truth.csv` (a line per row) and `truth.json` (the totals) into `out_dir`, which is made
/// if it is not there. Files of the same names are overwritten.
pub fn generate(options: &SampleOptions, out_dir: &Path) -> anyhow::Result<SampleSummary> {
    ensure!((1..=ROWS_MAX).contains(&options.rows), "--rows is {}; choose 1 to {ROWS_MAX}.", options.rows);
    for (name, percent) in [("--dirt", options.dirt), ("--duplicates", options.duplicates)] {
        ensure!((0.0..=100.0).contains(&percent), "{name} is {percent}; choose a percentage from 0 to 100.");
    }
    std::fs::create_dir_all(out_dir)
        .with_context(|| format!("cannot make the directory {}", out_dir.display()))?;
    let columns = options.style.columns();
    let (mut file, path) = create(out_dir, "contacts.csv")?;
    let (mut truth_file, truth_path) = create(out_dir, "truth.csv")?;
    let mut summary = SampleSummary::new(options, &columns);
    let headings: Vec<&str> = columns.iter().map(|(_, heading)| *heading).collect();
    write_line(&mut file, &headings, Shape::Whole)?;
    truth::write_heading(&mut truth_file)?;
    for number in 0..options.rows {
        let row = outcome::row(options, number);
        write_row(&mut file, &columns, &row)?;
        truth::write_row(&mut truth_file, outcome::shown(number), &row)?;
        summary.count(&row);
    }
    file.flush().with_context(|| format!("cannot write {}", path.display()))?;
    truth_file.flush().with_context(|| format!("cannot write {}", truth_path.display()))?;
    let totals = out_dir.join("truth.json");
    std::fs::write(&totals, summary.to_json()?)
        .with_context(|| format!("cannot write {}", totals.display()))?;
    summary.files = vec![path, truth_path, totals];
    Ok(summary)
}

fn create(out_dir: &Path, name: &str) -> anyhow::Result<(BufWriter<File>, PathBuf)> {
    let path = out_dir.join(name);
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok((BufWriter::with_capacity(1 << 18, file), path))
}

fn write_row(
    file: &mut impl Write,
    columns: &[(&'static str, &'static str)],
    row: &SampleRow,
) -> anyhow::Result<()> {
    let cells: Vec<&str> =
        columns.iter().map(|(key, _)| row.cells.get(key).map_or("", String::as_str)).collect();
    write_line(file, &cells, row.shape)
}

/// Written by hand, since no CSV writer makes the broken lines that readers must survive.
fn write_line(file: &mut impl Write, cells: &[&str], shape: Shape) -> anyhow::Result<()> {
    // The last columns are the customer's own, so that a short row misses no field with a rule of its own.
    let cells = if shape == Shape::Short { &cells[..cells.len() - 2] } else { cells };
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            file.write_all(b",")?;
        }
        if index == 0 && shape == Shape::OpenQuote {
            file.write_all(b"\"")?;
        }
        if cell.contains([',', '"', '\n', '\r']) {
            write!(file, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            file.write_all(cell.as_bytes())?;
        }
    }
    if shape == Shape::Long {
        file.write_all(b",one,too many")?;
    }
    file.write_all(b"\n")?;
    Ok(())
}
