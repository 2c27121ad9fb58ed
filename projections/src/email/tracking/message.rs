//! What holds of one mail, whatever the order in which it is told, and however often.

use std::collections::BTreeMap;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use pivotal_domain::email::tracking::facts::Verdict;
use pivotal_domain::email::tracking::signal::{Features, Kind, Signal};
use uuid::Uuid;

/// The first time something was told, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct First {
    pub at: DateTime<Utc>,
    pub code: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub id: Uuid,
    pub campaign: Uuid,
    pub contact: Uuid,
    /// By its place.
    pub variant: Option<i16>,
    pub domain: Option<String>,
    pub sent_at: DateTime<Utc>,
    /// Of all kinds but hits and deferrals.
    pub firsts: BTreeMap<Kind, First>,
    pub deferrals: i32,
    pub touches: Touches,
    /// By position and place. Only of a mail whose hits change.
    pub hits: Option<BTreeMap<(i64, i32), Hit>>,
}

/// What hits come to. What is not judged counts as a person's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Touches {
    pub opened_at: Option<DateTime<Utc>>,
    pub clicked_at: Option<DateTime<Utc>>,
    pub opens: i32,
    pub clicks: i32,
    pub machine_opened_at: Option<DateTime<Utc>>,
    pub machine_clicked_at: Option<DateTime<Utc>>,
    pub machine_opens: i32,
    pub machine_clicks: i32,
    pub unjudged: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub kind: Kind,
    pub at: DateTime<Utc>,
    pub link: Option<i32>,
    pub features: Option<Features>,
    pub verdict: Option<bool>,
    pub rule: Option<String>,
    pub rules: Option<i16>,
}

/// One line of the counts: what, and whether by a program.
pub type Line = (&'static str, bool);

/// What a mail adds to a line: the moment it is of, and hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub at: DateTime<Utc>,
    pub hits: i64,
}

impl Message {
    pub fn sent(id: Uuid, campaign: Uuid, contact: Uuid, sent_at: DateTime<Utc>) -> Self {
        Message {
            id,
            campaign,
            contact,
            variant: None,
            domain: None,
            sent_at,
            firsts: BTreeMap::new(),
            deferrals: 0,
            touches: Touches::default(),
            hits: Some(BTreeMap::new()),
        }
    }

    /// A hit is noted only in a mail whose hits are at hand.
    pub fn note(&mut self, (position, place): (i64, i32), signal: Signal) {
        let Signal { k, at, l, d, f, .. } = signal;
        match k {
            Kind::Deferred => self.deferrals += 1,
            kind if kind.is_hit() => {
                let Some(hits) = &mut self.hits else { return };
                hits.entry((position, place)).or_insert(Hit {
                    kind,
                    at,
                    link: l.map(i32::from),
                    features: f,
                    verdict: None,
                    rule: None,
                    rules: None,
                });
            }
            kind => {
                let new = First { at, code: d };
                let held = self.firsts.entry(kind).or_insert_with(|| new.clone());
                if new < *held {
                    *held = new;
                }
            }
        }
    }

    /// Of several verdicts on one hit, the last one in the log holds.
    pub fn judge(&mut self, verdict: &Verdict, rules: u16) {
        let place = (verdict.p, i32::try_from(verdict.n).unwrap_or(i32::MAX));
        let Some(hit) = self.hits.as_mut().and_then(|hits| hits.get_mut(&place)) else { return };
        hit.verdict = Some(verdict.h);
        hit.rule = verdict.r.map(|sign| sign.as_str().to_owned());
        hit.rules = i16::try_from(rules).ok();
    }

    /// Works out anew what the hits come to, where they are at hand.
    pub fn count_hits(&mut self) {
        let Some(hits) = &self.hits else { return };
        let mut touches = Touches::default();
        let first = |held: &mut Option<DateTime<Utc>>, at: DateTime<Utc>| {
            *held = Some(held.map_or(at, |held| held.min(at)));
        };
        for hit in hits.values() {
            touches.unjudged += i32::from(hit.verdict.is_none());
            match (hit.kind, hit.verdict == Some(true)) {
                (Kind::Opened, false) => {
                    first(&mut touches.opened_at, hit.at);
                    touches.opens += 1;
                }
                (Kind::Opened, true) => {
                    first(&mut touches.machine_opened_at, hit.at);
                    touches.machine_opens += 1;
                }
                (Kind::Clicked, false) => {
                    first(&mut touches.clicked_at, hit.at);
                    touches.clicks += 1;
                }
                (Kind::Clicked, true) => {
                    first(&mut touches.machine_clicked_at, hit.at);
                    touches.machine_clicks += 1;
                }
                // A trap is nothing that anybody could have wanted.
                _ => {}
            }
        }
        self.touches = touches;
    }

    pub fn first(&self, kind: Kind) -> Option<DateTime<Utc>> {
        self.firsts.get(&kind).map(|first| first.at)
    }

    /// A mail that came back for now and arrived later did arrive.
    fn came_back(&self) -> bool {
        let (soft, delivered) = (self.first(Kind::BouncedSoft), self.first(Kind::Delivered));
        soft.is_some_and(|soft| delivered.is_none_or(|delivered| delivered <= soft))
    }

    /// What is shown of it: the first that holds.
    pub fn shows(&self) -> &'static str {
        let has = |kind: Kind| self.firsts.contains_key(&kind);
        if has(Kind::Complained) {
            "complained"
        } else if has(Kind::BouncedHard) {
            "bounced_hard"
        } else if self.came_back() {
            "bounced_soft"
        } else if has(Kind::Dropped) {
            "dropped"
        } else if has(Kind::Unsubscribed) {
            "unsubscribed"
        } else if has(Kind::Replied) {
            "replied"
        } else if self.touches.clicked_at.is_some() {
            "clicked"
        } else if self.touches.opened_at.is_some() {
            "opened"
        } else if has(Kind::Delivered) {
            "delivered"
        } else if has(Kind::Accepted) {
            "accepted"
        } else {
            "sent"
        }
    }

    /// In which lines of the counts it stands.
    pub fn counted(&self) -> BTreeMap<Line, Counted> {
        let mut lines = BTreeMap::from([(("sent", false), Counted { at: self.sent_at, hits: 0 })]);
        for kind in [
            Kind::Accepted,
            Kind::Delivered,
            Kind::BouncedHard,
            Kind::Dropped,
            Kind::Complained,
            Kind::Unsubscribed,
            Kind::Replied,
            Kind::AutoReplied,
        ] {
            if let Some(at) = self.first(kind) {
                lines.insert((kind.as_str(), false), Counted { at, hits: 0 });
            }
        }
        let soft = self.first(Kind::BouncedSoft).filter(|_| self.came_back());
        if let Some(at) = soft.filter(|_| !self.firsts.contains_key(&Kind::BouncedHard)) {
            lines.insert((Kind::BouncedSoft.as_str(), false), Counted { at, hits: 0 });
        }
        let touches = &self.touches;
        for (line, at, hits) in [
            (("opened", false), touches.opened_at, touches.opens),
            (("clicked", false), touches.clicked_at, touches.clicks),
            (("opened", true), touches.machine_opened_at, touches.machine_opens),
            (("clicked", true), touches.machine_clicked_at, touches.machine_clicks),
        ] {
            if let Some(at) = at {
                lines.insert(line, Counted { at, hits: hits.into() });
            }
        }
        if touches.unjudged > 0 {
            let at = touches.opened_at.or(touches.clicked_at).unwrap_or(self.sent_at);
            lines.insert(("unjudged", false), Counted { at, hits: touches.unjudged.into() });
        }
        lines
    }

    /// Clicks of people and of programs by link.
    pub fn links(&self) -> BTreeMap<i32, (i64, i64)> {
        let mut links: BTreeMap<i32, (i64, i64)> = BTreeMap::new();
        let clicks = self.hits.iter().flat_map(BTreeMap::values).filter(|hit| hit.kind == Kind::Clicked);
        for hit in clicks {
            let Some(link) = hit.link else { continue };
            let (people, programs) = links.entry(link).or_default();
            match hit.verdict {
                Some(true) => *programs += 1,
                Some(false) | None => *people += 1,
            }
        }
        links
    }
}

/// The hour that a moment is in.
pub fn hour_of(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(TimeDelta::hours(1)).unwrap_or(at)
}
