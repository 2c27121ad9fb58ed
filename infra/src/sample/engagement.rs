//! What happened to the contacts of a sample: emails sent, opened, clicked and answered, and calls.
//!
//! One JSON object a line, a contact's facts together and in the order of time; docs/SAMPLE.md has the format. Like the
//! rows, a contact's facts depend on nothing but seed and row. A few lines stand twice with one id, as providers
//! report some facts twice: whoever takes them in must count them once, as the totals here do.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};

use chrono::{DateTime, Duration, NaiveTime, SecondsFormat, Utc};
use serde::Serialize;

use super::random::Random;
use super::{SampleOptions, outcome};

/// The facts of the file, repeated lines not counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct EngagementSummary {
    pub contacts: u64,
    pub facts: u64,
    /// Lines beyond the facts, each the same as one before.
    pub repeated: u64,
    pub by_kind: BTreeMap<&'static str, u64>,
    /// Opens and clicks by mail programs and scanners rather than people; among `by_kind` too.
    pub by_machines: u64,
    pub by_disposition: BTreeMap<&'static str, u64>,
}

/// Days before the last one over which they are spread.
const DAYS: u64 = 180;
const CAMPAIGNS: u64 = 6;

/// Of 100 calls.
const DISPOSITIONS: [(&str, u64); 8] = [
    ("no_answer", 38),
    ("voicemail", 22),
    ("busy", 8),
    ("callback", 9),
    ("not_interested", 12),
    ("qualified", 6),
    ("dnc", 2),
    ("wrong_number", 3),
];

#[derive(Debug, Clone, Serialize)]
struct Fact<'a> {
    id: String,
    kind: &'static str,
    at: String,
    email: &'a str,
    /// Of the contact's row, as a spreadsheet counts.
    row: u64,
    campaign: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    machine: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentiment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disposition: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<u64>,
}

pub struct Writer {
    file: BufWriter<File>,
    options: SampleOptions,
    /// Nothing is later.
    end: DateTime<Utc>,
    summary: EngagementSummary,
}

impl Writer {
    pub fn new(options: &SampleOptions, file: BufWriter<File>) -> Writer {
        let end = options.until.and_time(NaiveTime::MIN).and_utc() + Duration::days(1) - Duration::seconds(1);
        Writer { file, options: options.clone(), end, summary: EngagementSummary::default() }
    }

    /// The facts about the contact of this row, if it is one of those that were worked.
    pub fn contact(&mut self, row: u64, email: &str) -> anyhow::Result<()> {
        let mut random = Random::new(self.options.seed, row, 20);
        if !random.percent(self.options.engagement) {
            return Ok(());
        }
        self.summary.contacts += 1;
        let mut facts = self.emails(row, email, &mut random);
        facts.extend(self.calls(row, email, &mut random));
        facts.retain(|(at, _)| *at <= self.end);
        facts.sort_by_key(|(at, _)| *at);
        for (number, (at, mut fact)) in (0..).zip(facts) {
            fact.at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
            fact.id = id(self.options.seed, row, number);
            self.count(&fact);
            let line = serde_json::to_string(&fact)?;
            writeln!(self.file, "{line}")?;
            if random.percent(1.0) {
                self.summary.repeated += 1;
                writeln!(self.file, "{line}")?;
            }
        }
        Ok(())
    }

    pub fn end(mut self) -> anyhow::Result<EngagementSummary> {
        self.file.flush()?;
        Ok(self.summary)
    }

    fn count(&mut self, fact: &Fact<'_>) {
        self.summary.facts += 1;
        *self.summary.by_kind.entry(fact.kind).or_default() += 1;
        self.summary.by_machines += u64::from(fact.machine == Some(true));
        if let Some(disposition) = fact.disposition {
            *self.summary.by_disposition.entry(disposition).or_default() += 1;
        }
    }

    /// Mails of different campaigns and what became of each: opens before clicks before an answer, which ends it.
    fn emails<'a>(&self, row: u64, email: &'a str, random: &mut Random) -> Vec<(DateTime<Utc>, Fact<'a>)> {
        let mut facts = Vec::new();
        let first = random.below(CAMPAIGNS);
        for number in 0..1 + random.below(4) {
            let campaign = format!("email-{}", 1 + (first + number) % CAMPAIGNS);
            let message = format!("{}-{campaign}", outcome::shown(row));
            let fact = |kind| Fact { message: Some(message.clone()), ..fact(kind, email, row, &campaign) };
            let mut at = self.working_hour(random);
            facts.push((at, fact("email_sent")));
            if random.percent(15.0) {
                // Opened by the mail program as it arrives.
                at += Duration::seconds(2 + random.below(40) as i64);
                facts.push((at, Fact { machine: Some(true), ..fact("email_opened") }));
            }
            if random.percent(6.0) {
                at += Duration::seconds(1 + random.below(20) as i64);
                let (url, machine) = (Some(link(random)), Some(true));
                facts.push((at, Fact { url, machine, ..fact("email_clicked") }));
            }
            if !random.percent(38.0) {
                continue;
            }
            for _ in 0..1 + random.below(3) {
                at += Duration::minutes(3 + random.below(3_000) as i64);
                facts.push((at, Fact { machine: Some(false), ..fact("email_opened") }));
            }
            if random.percent(24.0) {
                at += Duration::seconds(5 + random.below(120) as i64);
                let (url, machine) = (Some(link(random)), Some(false));
                facts.push((at, Fact { url, machine, ..fact("email_clicked") }));
            }
            if random.percent(9.0) {
                at += Duration::minutes(2 + random.below(2_000) as i64);
                let sentiment =
                    Some(random.pick(&["interested", "not_interested", "out_of_office", "question"]));
                facts.push((at, Fact { sentiment, ..fact("email_replied") }));
                break;
            }
        }
        facts
    }

    /// Attempts until one settles it.
    fn calls<'a>(&self, row: u64, email: &'a str, random: &mut Random) -> Vec<(DateTime<Utc>, Fact<'a>)> {
        let mut facts = Vec::new();
        if !random.percent(40.0) {
            return facts;
        }
        let campaign = format!("phone-{}", 1 + random.below(3));
        let mut at = self.working_hour(random);
        for _ in 0..1 + random.below(4) {
            let disposition = disposition(random);
            let seconds = match disposition {
                "no_answer" | "busy" => 0,
                "voicemail" | "wrong_number" => 5 + random.below(40),
                _ => 30 + random.below(600),
            };
            let (disposition, seconds) = (Some(disposition), Some(seconds));
            facts.push((at, Fact { disposition, seconds, ..fact("call_ended", email, row, &campaign) }));
            if matches!(disposition, Some("not_interested" | "qualified" | "dnc" | "wrong_number")) {
                break;
            }
            at += Duration::days(1 + random.below(6) as i64);
        }
        facts
    }

    fn working_hour(&self, random: &mut Random) -> DateTime<Utc> {
        let day = self.options.until - Duration::days(random.below(DAYS) as i64);
        let seconds = 8 * 3600 + random.below(10 * 3600);
        day.and_time(NaiveTime::MIN).and_utc() + Duration::seconds(seconds as i64)
    }
}

fn fact<'a>(kind: &'static str, email: &'a str, row: u64, campaign: &str) -> Fact<'a> {
    Fact {
        id: String::new(),
        kind,
        at: String::new(),
        email,
        row: outcome::shown(row),
        campaign: campaign.to_owned(),
        message: None,
        url: None,
        machine: None,
        sentiment: None,
        disposition: None,
        seconds: None,
    }
}

fn link(random: &mut Random) -> String {
    random
        .pick(&["https://example.com/guide", "https://example.com/demo", "https://example.com/pricing"])
        .to_owned()
}

fn disposition(random: &mut Random) -> &'static str {
    let mut left = random.below(100);
    for (name, share) in DISPOSITIONS {
        if left < share {
            return name;
        }
        left -= share;
    }
    "no_answer"
}

/// Looks like a UUID and depends on nothing but its arguments.
fn id(seed: u64, row: u64, number: u64) -> String {
    let mut random = Random::new(seed, row.wrapping_mul(64).wrapping_add(number), 21);
    uuid::Builder::from_random_bytes(
        (u128::from(random.next()) << 64 | u128::from(random.next())).to_be_bytes(),
    )
    .into_uuid()
    .to_string()
}
