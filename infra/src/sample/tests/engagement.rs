//! The facts beside a sample agree with its rows, with its totals and with each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use serde_json::Value;

use super::super::*;

struct Facts {
    summary: SampleSummary,
    lines: Vec<Value>,
    bytes: Vec<u8>,
    directory: PathBuf,
}

impl Drop for Facts {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.directory).ok();
    }
}

fn facts(name: &str, options: &SampleOptions) -> Facts {
    let directory = std::env::temp_dir().join(format!("pivotal-facts-{}-{name}", std::process::id()));
    let summary = generate(options, &directory).unwrap();
    let bytes = std::fs::read(directory.join("engagement.jsonl")).unwrap();
    let lines = std::str::from_utf8(&bytes).unwrap().lines();
    let lines = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    Facts { summary, lines, bytes, directory }
}

fn worked() -> SampleOptions {
    SampleOptions { rows: 4_000, dirt: 20.0, seed: 5, engagement: 60.0, ..SampleOptions::default() }
}

#[test]
fn the_totals_count_every_fact_once() {
    let facts = facts("totals", &worked());
    let engagement = facts.summary.engagement.clone().unwrap();
    let (mut ids, mut kinds, mut contacts) = (HashMap::new(), BTreeMap::new(), BTreeSet::new());
    let mut repeated = 0;
    for line in &facts.lines {
        if let Some(before) = ids.insert(line["id"].clone(), line.clone()) {
            assert_eq!(before, *line, "a repeated id tells something else");
            repeated += 1;
            continue;
        }
        *kinds.entry(line["kind"].as_str().unwrap().to_owned()).or_insert(0_u64) += 1;
        contacts.insert(line["email"].as_str().unwrap().to_owned());
    }
    assert_eq!(ids.len() as u64, engagement.facts);
    assert_eq!(repeated, engagement.repeated);
    assert!(repeated > 0, "no provider tells anything twice");
    assert_eq!(contacts.len() as u64, engagement.contacts);
    let expected: BTreeMap<String, u64> =
        engagement.by_kind.iter().map(|(kind, n)| ((*kind).to_owned(), *n)).collect();
    assert_eq!(kinds, expected);
    assert_eq!(kinds.len(), 5);
    assert_eq!(engagement.by_disposition.len(), 8);
    assert_eq!(engagement.by_disposition.values().sum::<u64>(), kinds["call_ended"]);
}

#[test]
fn facts_are_about_contacts_that_their_rows_make_and_follow_from_one_another() {
    let options = worked();
    let facts = facts("rows", &options);
    let mut last: BTreeMap<u64, String> = BTreeMap::new();
    for line in &facts.lines {
        let row = line["row"].as_u64().unwrap();
        assert_eq!(line["email"].as_str(), email_of_row(&options, row).as_deref(), "row {row}");
        let at = line["at"].as_str().unwrap().to_owned();
        assert!(at.as_str() < "2026-07-01", "{at} is after the last day");
        if let Some(before) = last.insert(row, at.clone()) {
            assert!(before <= at, "row {row}: {at} stands behind {before}");
        }
        let message = line["message"].as_str().unwrap_or_default().to_owned();
        match line["kind"].as_str().unwrap() {
            "email_sent" => assert!(!message.is_empty()),
            "call_ended" => assert!(line["disposition"].is_string() && line["seconds"].is_u64()),
            "email_opened" => assert!(line["machine"].is_boolean()),
            "email_clicked" => assert!(line["url"].as_str().unwrap().starts_with("https://example.com/")),
            "email_replied" => assert!(line["sentiment"].is_string()),
            other => panic!("{other} is described nowhere"),
        }
    }
    let about = |kind: &str| -> BTreeSet<&str> {
        let of_kind = facts.lines.iter().filter(|line| line["kind"] == kind);
        of_kind.map(|line| line["message"].as_str().unwrap()).collect()
    };
    assert!(about("email_opened").is_subset(&about("email_sent")), "opened but never sent");
    assert!(about("email_replied").is_subset(&about("email_sent")), "answered but never sent");
}

#[test]
fn the_same_options_give_the_same_facts() {
    let options = SampleOptions { rows: 300, ..worked() };
    let (first, second) = (facts("same-1", &options), facts("same-2", &options));
    let other = facts("same-3", &SampleOptions { seed: 6, ..options });
    assert_eq!(first.bytes, second.bytes);
    assert_ne!(first.bytes, other.bytes);
}

#[test]
fn nobody_asked_means_no_file() {
    let directory = std::env::temp_dir().join(format!("pivotal-facts-{}-none", std::process::id()));
    let options = SampleOptions { rows: 50, ..SampleOptions::default() };
    let summary = generate(&options, &directory).unwrap();
    assert_eq!((summary.engagement, directory.join("engagement.jsonl").exists()), (None, false));
    std::fs::remove_dir_all(directory).unwrap();
}
