//! The table of docs/BENCHMARKS.md: one line per bar, kept from earlier runs where this run measured something else.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context;

const BEGIN: &str = "<!-- measured: begin -->";
const END: &str = "<!-- measured: end -->";

/// What one bar came to.
#[derive(Debug, Clone)]
pub struct Measured {
    pub bar: &'static str,
    pub what: String,
    /// min / median / max, with its unit.
    pub ours: String,
    pub reference: String,
    pub ratio: String,
    pub wanted: &'static str,
    /// Nothing where no bar is set.
    pub met: Option<bool>,
}

#[derive(Debug)]
pub struct Report {
    path: PathBuf,
    lines: BTreeMap<String, String>,
}

impl Report {
    pub fn new(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let table =
            text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map_or("", |(table, _)| table);
        let lines = table
            .lines()
            .filter(|line| !line.starts_with("| ---") && !line.starts_with("| bar |"))
            .filter_map(|line| Some((line.split('|').nth(1)?.trim().to_owned(), line.to_owned())))
            .collect();
        Ok(Report { path: path.to_owned(), lines })
    }

    pub fn add_all(&mut self, all: Vec<Measured>) -> anyhow::Result<()> {
        all.into_iter().try_for_each(|one| self.add(one))
    }

    /// Written at once: a later bar that fails loses nothing.
    pub fn add(&mut self, one: Measured) -> anyhow::Result<()> {
        let verdict = match one.met {
            Some(true) => "met",
            Some(false) => "**missed**",
            None => "",
        };
        let line = format!(
            "| {} | {} | {} | {} | {} | {} | {verdict} | {} |",
            one.bar,
            one.what,
            one.ours,
            one.reference,
            one.ratio,
            one.wanted,
            commit()
        );
        say(&line);
        self.lines.insert(one.bar.to_owned(), line);
        self.write()
    }

    pub fn finish(self) -> anyhow::Result<()> {
        self.write()
    }

    fn write(&self) -> anyhow::Result<()> {
        let text = std::fs::read_to_string(&self.path)
            .unwrap_or_else(|_| format!("# Benchmarks\n\n{BEGIN}\n{END}\n"));
        let (before, rest) = text.split_once(BEGIN).context("docs/BENCHMARKS.md has lost its markers")?;
        let (_, after) = rest.split_once(END).context("docs/BENCHMARKS.md has lost its markers")?;
        let mut keys: Vec<&String> = self.lines.keys().collect();
        // By number; what has none comes last.
        keys.sort_by_key(|key| {
            let digits: String =
                key.trim_start_matches('P').chars().take_while(char::is_ascii_digit).collect();
            (digits.parse::<u32>().unwrap_or(u32::MAX), (*key).clone())
        });
        let table: String = keys.iter().map(|key| format!("{}\n", self.lines[*key])).collect();
        let head = "| bar | what | ours (min / median / max) | reference, same run | ratio | bar | | commit |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";
        std::fs::write(&self.path, format!("{before}{BEGIN}\n{head}{table}{END}{after}"))
            .context("docs/BENCHMARKS.md cannot be written")
    }
}

/// Prints a line of progress.
#[expect(clippy::print_stdout, reason = "a command line tool speaks on its standard output")]
pub fn say(line: &str) {
    println!("{line}");
}

/// min / median / max.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    pub min: f64,
    pub median: f64,
    pub max: f64,
}

impl Spread {
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| {
            values.get(((values.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(f64::NAN)
        };
        Spread { min: at(0.0), median: at(0.5), max: at(1.0) }
    }

    pub fn show(&self, unit: &str, digits: usize) -> String {
        format!("{:.digits$} / {:.digits$} / {:.digits$} {unit}", self.min, self.median, self.max)
    }
}

fn commit() -> String {
    let output = std::process::Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    output
        .ok()
        .and_then(|output| String::from_utf8(output.stdout).ok())
        .map_or_else(|| "?".into(), |text| text.trim().to_owned())
}
