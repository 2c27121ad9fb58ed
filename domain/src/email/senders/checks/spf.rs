//! Who may send for a domain, as its SPF record says (RFC 7208). Only what it takes to know whether a provider may: records are
//! followed through their includes, and no mail is judged.

use std::net::IpAddr;

use super::reason::Reason;
use super::{Check, RecordKind, Subject};

/// Terms that cost a look-up; more is an error (section 4.6.4).
pub const MOST_LOOK_UPS: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// `+`, which may be left out: what matches may send.
    passes: bool,
    /// In lower case: `include`, `ip4`, ...
    name: String,
    /// Behind the colon, or the slash.
    value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Record {
    terms: Vec<Term>,
    redirect: Option<String>,
}

const MECHANISMS: [&str; 8] = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"];

/// Whether a TXT record is one of SPF.
pub fn is_spf(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    text == "v=spf1" || text.starts_with("v=spf1 ")
}

fn read(text: &str) -> Option<Record> {
    let mut record = Record::default();
    for word in text.split_ascii_whitespace().skip(1) {
        let lower = word.to_ascii_lowercase();
        if let Some((name, value)) = lower.split_once('=').filter(|(name, _)| !name.contains([':', '/'])) {
            match (name, value.is_empty()) {
                ("redirect", false) if record.redirect.is_none() => record.redirect = Some(value.to_owned()),
                ("redirect", _) => return None,
                // Other modifiers say nothing about who may send.
                _ => {}
            }
            continue;
        }
        let (passes, rest) = match lower.strip_prefix(['-', '~', '?']) {
            Some(rest) => (false, rest),
            None => (true, lower.strip_prefix('+').unwrap_or(&lower)),
        };
        let (name, value) = match rest.find([':', '/']) {
            Some(at) => (&rest[..at], rest[at..].trim_start_matches(':')),
            None => (rest, ""),
        };
        let needs = matches!(name, "include" | "ip4" | "ip6" | "exists");
        if !MECHANISMS.contains(&name) || (needs && value.is_empty()) {
            return None;
        }
        record.terms.push(Term { passes, name: name.to_owned(), value: value.to_owned() });
    }
    Some(record)
}

/// Following a record through its includes, question by question.
#[derive(Debug, Clone)]
pub struct Walk {
    domain: String,
    waiting: Vec<String>,
    asked: Vec<String>,
    look_ups: usize,
    records: Vec<Record>,
    /// The texts of the domain's own records.
    own: Vec<String>,
    problem: Option<Reason>,
}

impl Walk {
    pub fn new(domain: &str) -> Self {
        Walk {
            domain: domain.to_owned(),
            waiting: vec![domain.to_owned()],
            asked: Vec::new(),
            look_ups: 0,
            records: Vec::new(),
            own: Vec::new(),
            problem: None,
        }
    }

    /// Whose TXT records are to be asked for next; none: it is over.
    pub fn ask(&mut self) -> Option<String> {
        if self.problem.is_some() {
            return None;
        }
        let name = self.waiting.pop()?;
        self.asked.push(name.clone());
        Some(name)
    }

    /// What was said of the last name. `None`: nobody answered.
    pub fn heard(&mut self, texts: Option<&[String]>) {
        let Some(texts) = texts else { return self.ends(Reason::NoAnswer) };
        let first = self.asked.len() == 1;
        let records: Vec<&String> = texts.iter().filter(|text| is_spf(text)).collect();
        if first {
            self.own = records.iter().map(|text| text.trim().to_owned()).collect();
        }
        match (records.as_slice(), first) {
            ([], true) => self.ends(Reason::SpfMissing),
            ([_, _, ..], true) => self.ends(Reason::SpfSeveral),
            ([text], true) => match read(text) {
                Some(record) => self.follow(record),
                None => self.ends(Reason::SpfSyntax),
            },
            ([text], false) => match read(text) {
                Some(record) => self.follow(record),
                None => self.ends(Reason::SpfIncludeBroken),
            },
            (_, false) => self.ends(Reason::SpfIncludeBroken),
        }
    }

    fn ends(&mut self, problem: Reason) {
        self.problem = self.problem.or(Some(problem));
    }

    fn follow(&mut self, record: Record) {
        let costs = |term: &&Term| matches!(term.name.as_str(), "include" | "a" | "mx" | "ptr" | "exists");
        let all = record.terms.iter().any(|term| term.name == "all");
        // A redirect counts only where nothing else says "all" (section 6.1).
        let redirect = record.redirect.clone().filter(|_| !all);
        self.look_ups += record.terms.iter().filter(costs).count() + usize::from(redirect.is_some());
        if self.look_ups > MOST_LOOK_UPS {
            return self.ends(Reason::SpfTooManyLookUps);
        }
        let includes = record.terms.iter().filter(|term| term.name == "include" && term.passes);
        // Macros stand for what only a mail has.
        let names =
            includes.map(|term| term.value.clone()).chain(redirect).filter(|name| !name.contains('%'));
        for name in names {
            if !self.asked.contains(&name) && !self.waiting.contains(&name) {
                self.waiting.push(name);
            }
        }
        self.records.push(record);
    }

    /// What follows for servers that a record names by `mechanism`; none: it is not known which they are.
    pub fn check(&self, mechanism: Option<&str>) -> Check {
        let own = self.own.join(" | ");
        let check = |reason| Check::new(Subject::Spf, reason).found(&own);
        let publish = |check: Check| match mechanism {
            Some(mechanism) => check.publish(&self.domain, RecordKind::Txt, self.with(mechanism)),
            None => check,
        };
        match self.problem {
            Some(problem @ (Reason::SpfMissing | Reason::SpfSeveral)) => publish(check(problem)),
            Some(problem) => check(problem),
            None if self.allows_everybody() => check(Reason::SpfAllowsAll),
            None => match mechanism {
                None => check(Reason::SpfServersUnknown),
                Some(mechanism) if self.allows(mechanism) => check(Reason::Right),
                Some(_) => publish(check(Reason::SpfProviderMissing)),
            },
        }
    }

    fn allows_everybody(&self) -> bool {
        self.records.iter().flat_map(|record| &record.terms).any(|term| term.passes && term.name == "all")
    }

    fn allows(&self, mechanism: &str) -> bool {
        let mechanism = mechanism.to_ascii_lowercase();
        let (name, value) = mechanism.split_once(':').unwrap_or((mechanism.as_str(), ""));
        let terms = self.records.iter().flat_map(|record| &record.terms).filter(|term| term.passes);
        terms.filter(|term| term.name == name).any(|term| term.value == value || within(&term.value, value))
    }

    /// The domain's first record with the mechanism in it, in front of what is said of all others.
    fn with(&self, mechanism: &str) -> String {
        let Some(record) = self.own.first() else { return format!("v=spf1 {mechanism} ~all") };
        let mut words: Vec<&str> = record.split_ascii_whitespace().collect();
        if words.contains(&mechanism) {
            return words.join(" ");
        }
        let last = |word: &str| {
            let word = word.to_ascii_lowercase();
            word.trim_start_matches(['+', '-', '~', '?']) == "all" || word.starts_with("redirect=")
        };
        let at = words.iter().position(|word| last(word)).unwrap_or(words.len());
        words.insert(at, mechanism);
        words.join(" ")
    }
}

/// Whether an address or a network lies in a network.
fn within(network: &str, inner: &str) -> bool {
    let (Some((network, bits)), Some((inner, length))) = (parse(network), parse(inner)) else { return false };
    let same = |of: u128, other: u128, whole: u32| {
        length >= bits
            && of.checked_shr(whole - bits).unwrap_or(0) == other.checked_shr(whole - bits).unwrap_or(0)
    };
    match (network, inner) {
        (IpAddr::V4(of), IpAddr::V4(other)) => {
            same(u128::from(of.to_bits()), u128::from(other.to_bits()), 32)
        }
        (IpAddr::V6(of), IpAddr::V6(other)) => same(of.to_bits(), other.to_bits(), 128),
        _ => false,
    }
}

/// An address with the length of its prefix.
fn parse(text: &str) -> Option<(IpAddr, u32)> {
    let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
    let address: IpAddr = address.parse().ok()?;
    let whole = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.map_or(Some(whole), |bits| bits.parse().ok())?;
    (bits <= whole).then_some((address, bits))
}
