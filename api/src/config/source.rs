//! Where settings come from: the environment, then the file `.env` of the working directory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr;

/// What is wrong with the settings. All problems are told at once.
#[derive(Debug, thiserror::Error)]
#[error("the settings cannot be used:\n{}", .0.iter().map(|problem| format!("  - {problem}")).collect::<Vec<_>>().join("\n"))]
pub struct ConfigError(pub Vec<String>);

/// Settings by name, with a memory of which were asked for.
#[derive(Debug, Default)]
pub struct Source {
    values: BTreeMap<String, String>,
    known: BTreeSet<String>,
    problems: Vec<String>,
}

/// Set for the tools beside the binary (the web app's dev server, the fault tests); none of our business.
const OF_OTHERS: &[&str] = &["PIVOTAL_API", "PIVOTAL_MOCK", "PIVOTAL_FAILPOINT", "PIVOTAL_TEST_CHILD"];

impl Source {
    pub fn of_process(folder: &Path) -> Result<Self, ConfigError> {
        let mut values = match std::fs::read_to_string(folder.join(".env")) {
            Ok(text) => parse_env_file(&text)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => BTreeMap::new(),
            Err(error) => return Err(ConfigError(vec![format!(".env cannot be read: {error}")])),
        };
        // The environment wins: what is set for one run must not be undone by a file.
        values.extend(
            std::env::vars_os()
                .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))),
        );
        Ok(Source::of(values))
    }

    pub fn of(values: BTreeMap<String, String>) -> Self {
        Source { values, ..Source::default() }
    }

    /// Empty counts as unset, as in `docker-compose.yml`.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.known.insert(name.to_owned());
        self.values.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// `expects` completes "must be ...".
    pub fn parsed<T: FromStr>(&mut self, name: &str, expects: &str, default: T) -> T {
        let Some(text) = self.text(name) else { return default };
        text.parse().unwrap_or_else(|_| {
            self.problem(format!("{name} is \"{text}\"; it must be {expects}"));
            default
        })
    }

    pub fn flag(&mut self, name: &str, default: bool) -> bool {
        match self.text(name).as_deref() {
            None => default,
            Some("1" | "true" | "yes" | "on") => true,
            Some("0" | "false" | "no" | "off") => false,
            Some(other) => {
                let message = format!("{name} is \"{other}\"; it must be true or false");
                self.problem(message);
                default
            }
        }
    }

    pub fn problem(&mut self, problem: String) {
        self.problems.push(problem);
    }

    /// Refuses settings of ours that nobody asked for: a misspelt one would be ignored in silence.
    pub fn finish(mut self) -> Result<(), ConfigError> {
        let unknown: Vec<String> = self
            .values
            .keys()
            .filter(|name| name.starts_with("PIVOTAL_"))
            .filter(|name| !self.known.contains(*name) && !OF_OTHERS.contains(&name.as_str()))
            .cloned()
            .collect();
        for name in unknown {
            let problem = match nearest(&name, &self.known) {
                Some(near) => format!("{name} is not a setting. Did you mean {near}?"),
                None => format!("{name} is not a setting. See .env.example for all of them"),
            };
            self.problems.push(problem);
        }
        if self.problems.is_empty() { Ok(()) } else { Err(ConfigError(self.problems)) }
    }
}

fn nearest<'a>(name: &str, known: &'a BTreeSet<String>) -> Option<&'a str> {
    known
        .iter()
        .map(|known| (distance(name, known), known.as_str()))
        .min()
        .filter(|(distance, _)| *distance <= 6)
        .map(|(_, known)| known)
}

/// Levenshtein's, on names of a few dozen bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.bytes().enumerate() {
            let here = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], here);
        }
    }
    row[b.len()]
}

/// Lines `NAME=value`; `#` starts a comment line, quotes around a value are taken off.
pub fn parse_env_file(text: &str) -> Result<BTreeMap<String, String>, ConfigError> {
    let mut values = BTreeMap::new();
    let mut problems = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim().trim_start_matches("export ");
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once('=') {
            Some((name, value)) => {
                let value = value.trim();
                let quoted = |quote| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
                let value = quoted('"').or_else(|| quoted('\'')).unwrap_or(value);
                values.insert(name.trim().to_owned(), value.to_owned());
            }
            None => problems.push(format!(".env line {} is not NAME=value", number + 1)),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(ConfigError(problems)) }
}
