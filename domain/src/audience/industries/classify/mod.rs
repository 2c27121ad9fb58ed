//! Suggests an industry from what a company says about itself, its name and its domain, by rules a person can follow.
//!
//! Words of `data/activities.tsv` count, whole phrases more than hints. What follows "for", "helps" and the like is about the
//! company's customers, and what stands before a head such as "software" or "wholesaler" about what that is for: both count
//! little. The suggestion names the words that led to it; when two industries are about as likely there is none.

mod activities;
mod text;

use std::collections::BTreeMap;

use super::codes::{Code, NAICS, SIC};
use activities::{Activities, Strength};
use text::Word;

/// What is known about a company; any part may be empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Company<'a> {
    pub name: &'a str,
    pub description: &'a str,
    /// Registrable, as the account holds it.
    pub domain: &'a str,
}

/// Where a word stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Description,
    Name,
    Domain,
}

/// A word or phrase that spoke for the industry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    pub place: Place,
    /// As the rules know it: folded, singular or plural as they write it.
    pub words: &'static str,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Of the catalogue.
    pub industry: &'static str,
    pub naics: Code,
    pub sic: Code,
    /// Percent, 40 to 99. Of suggestions with 70 and more, at least nine of ten are right on the labelled sample.
    pub confidence: u8,
    /// The strongest first.
    pub reasons: Vec<Reason>,
}

/// Below this a suggestion would cost a reviewer more than it saves.
const CONFIDENT_ENOUGH: f64 = 0.40;

/// How much a word counts by where it stands.
fn weight_of(place: Place) -> f64 {
    match place {
        Place::Description => 1.0,
        Place::Name => 1.2,
        Place::Domain => 0.8,
    }
}

/// The industry that most of what is known speaks for; nothing when too little is known or two are about as likely.
pub fn suggest(company: &Company<'_>) -> Option<Suggestion> {
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    let texts = [
        (Place::Description, text::description(company.description)),
        (Place::Name, text::name(company.name)),
        (Place::Domain, text::domain(company.domain)),
    ];
    for (place, words) in &texts {
        count(*place, words, &mut scores);
    }
    if let Some((industry, ending)) = activities::of_ending(company.domain) {
        scores.entry(industry).or_default().add(
            3.5,
            usize::MAX,
            Reason { place: Place::Domain, words: ending },
        );
    }
    decide(scores)
}

/// What speaks for one industry.
#[derive(Default)]
struct Score {
    total: f64,
    /// By activity, for the codes.
    activities: BTreeMap<usize, f64>,
    reasons: BTreeMap<Reason, f64>,
}

impl Score {
    /// A phrase counts once per place, however often it is repeated.
    fn add(&mut self, points: f64, activity: usize, reason: Reason) {
        let counted = self.reasons.entry(reason).or_insert(0.0);
        let more = (points - *counted).max(0.0);
        *counted += more;
        self.total += more;
        *self.activities.entry(activity).or_default() += more;
    }
}

fn count(place: Place, words: &[Word], scores: &mut BTreeMap<&'static str, Score>) {
    let activities = Activities::get();
    let found = activities.matches(words);
    for one in &found {
        // `food distributor` is not also `food`.
        let inside = |other: &&activities::Match| {
            other.length > one.length
                && other.start <= one.start
                && other.start + other.length >= one.start + one.length
        };
        let activity = &activities.all[one.activity];
        if found.iter().any(|other| inside(&other)) {
            continue;
        }
        let (first, last) = (&words[one.start], &words[one.start + one.length - 1]);
        let base = match one.strength {
            Strength::Says => 3.0 + (one.length - 1) as f64,
            Strength::Hints => 0.8,
        };
        let of_another = last.head.is_some_and(|industry| industry != activity.industry);
        let points = base * first.weight * if of_another { 0.3 } else { 1.0 } * weight_of(place);
        let reason = Reason { place, words: one.words };
        scores.entry(activity.industry).or_default().add(points, one.activity, reason);
    }
}

fn decide(scores: BTreeMap<&'static str, Score>) -> Option<Suggestion> {
    let mut ranked: Vec<(&'static str, Score)> = scores.into_iter().collect();
    ranked.sort_by(|(_, a), (_, b)| b.total.total_cmp(&a.total));
    let second = ranked.get(1).map_or(0.0, |(_, score)| score.total);
    let (industry, score) = ranked.into_iter().next()?;
    let margin = (score.total - second) / score.total;
    let confidence = (1.0 - (-score.total / 2.5).exp()) * (0.4 + 0.6 * margin.min(0.75) / 0.75);
    if confidence.is_nan() || confidence < CONFIDENT_ENOUGH {
        return None;
    }
    let all = &Activities::get().all;
    // The industry's usual codes, unless the words name another of its activities.
    let usual = all.iter().position(|activity| activity.industry == industry)?;
    let mut best = (usual, 0.0);
    for (&activity, &points) in score.activities.iter().filter(|(activity, _)| **activity < all.len()) {
        if points > best.1 {
            best = (activity, points);
        }
    }
    let mut reasons: Vec<(Reason, f64)> = score.reasons.into_iter().collect();
    reasons.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    Some(Suggestion {
        industry,
        naics: NAICS.lookup(all[best.0].naics)?,
        sic: SIC.lookup(all[best.0].sic)?,
        confidence: (confidence * 100.0).min(99.0) as u8,
        reasons: reasons.into_iter().filter(|(_, points)| *points > 0.0).map(|(reason, _)| reason).collect(),
    })
}
