//! The figures of a report are what anybody would count by hand, whatever is told, in whatever order, and however often it is shown.

use std::collections::{BTreeMap, BTreeSet};

use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::email::reports::figures::Figures;
use pivotal_projections::email::reports::query::{By, report};
use pivotal_projections::email::tracking::project::EmailResponses;
use pivotal_projections::verify::Part;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::email_responses::{CAMPAIGN, judged, sent, signal, told, verdict};
use crate::support::records::minute;
use crate::support::{Ground, settle};

const ROUNDS: usize = 6;
/// Mails that left, of two variants; what is told of one more is nobody's.
const MAILS: u128 = 5;

#[derive(Debug, Clone)]
enum Happens {
    /// In one fact: of which mail, what, and when.
    Told(Vec<(u128, Kind, i64)>),
    /// Of a hit among those that were told, by its place among them.
    Judged(usize, bool),
    /// The batch ends here.
    Shown,
}

fn happens() -> impl Strategy<Value = Vec<Happens>> {
    let one = (1..=MAILS + 1, prop::sample::select(Kind::ALL.to_vec()), 0i64..300);
    let step = prop_oneof![
        5 => prop::collection::vec(one, 1..8).prop_map(Happens::Told),
        4 => (any::<usize>(), any::<bool>()).prop_map(|(hit, machine)| Happens::Judged(hit, machine)),
        1 => Just(Happens::Shown),
    ];
    prop::collection::vec(step, 6..24)
}

fn variant_of(mail: u128) -> u8 {
    u8::from(mail % 2 == 1)
}

/// A request for a pixel or a link, with where it was told.
#[derive(Debug, Clone, Copy)]
struct Hit {
    mail: u128,
    kind: Kind,
    place: (i64, u32),
    machine: Option<bool>,
}

/// What is known, as plainly as it can be kept.
#[derive(Debug, Default)]
struct Expected {
    /// The earliest moment of each kind, by mail.
    firsts: BTreeMap<(u128, Kind), i64>,
    hits: Vec<Hit>,
}

impl Expected {
    fn tell(&mut self, position: i64, things: &[(u128, Kind, i64)]) {
        for (n, (mail, kind, at)) in (0..).zip(things) {
            if *mail > MAILS {
                continue;
            }
            if kind.is_hit() {
                self.hits.push(Hit { mail: *mail, kind: *kind, place: (position, n), machine: None });
            } else {
                let first = self.firsts.entry((*mail, *kind)).or_insert(*at);
                *first = (*first).min(*at);
            }
        }
    }

    fn mails(&self, mails: &[u128], kind: Kind) -> i64 {
        count(mails.iter().filter(|mail| self.firsts.contains_key(&(**mail, kind))))
    }

    /// Came back for now, and neither for good nor delivered after it.
    fn came_back(&self, mail: u128) -> bool {
        let first = |kind| self.firsts.get(&(mail, kind)).copied();
        let delivered = first(Kind::Delivered);
        first(Kind::BouncedSoft).is_some_and(|soft| delivered.is_none_or(|delivered| delivered <= soft))
            && first(Kind::BouncedHard).is_none()
    }

    /// Hits, and the mails they are of.
    fn hits(&self, mails: &[u128], kind: Kind, machine: bool) -> (i64, i64) {
        let of = |hit: &&Hit| {
            mails.contains(&hit.mail) && hit.kind == kind && (hit.machine == Some(true)) == machine
        };
        let hits: Vec<&Hit> = self.hits.iter().filter(of).collect();
        let of_mails: BTreeSet<u128> = hits.iter().map(|hit| hit.mail).collect();
        (count(hits.iter()), count(of_mails.iter()))
    }

    fn figures(&self, mails: &[u128]) -> Figures {
        let (opens, opened) = self.hits(mails, Kind::Opened, false);
        let (clicks, clicked) = self.hits(mails, Kind::Clicked, false);
        let (machine_opens, machine_opened) = self.hits(mails, Kind::Opened, true);
        let (machine_clicks, machine_clicked) = self.hits(mails, Kind::Clicked, true);
        let unjudged = self.hits.iter().filter(|hit| mails.contains(&hit.mail) && hit.machine.is_none());
        Figures {
            sent: count(mails.iter()),
            accepted: self.mails(mails, Kind::Accepted),
            delivered: self.mails(mails, Kind::Delivered),
            bounced_hard: self.mails(mails, Kind::BouncedHard),
            bounced_soft: count(mails.iter().filter(|mail| self.came_back(**mail))),
            dropped: self.mails(mails, Kind::Dropped),
            complained: self.mails(mails, Kind::Complained),
            unsubscribed: self.mails(mails, Kind::Unsubscribed),
            replied: self.mails(mails, Kind::Replied),
            auto_replied: self.mails(mails, Kind::AutoReplied),
            opened,
            clicked,
            opens,
            clicks,
            machine_opened,
            machine_clicked,
            machine_opens,
            machine_clicks,
            unjudged: count(unjudged),
        }
    }
}

fn count(things: impl Iterator) -> i64 {
    i64::try_from(things.count()).unwrap()
}

async fn happen(ground: &Ground, expected: &mut Expected, step: &Happens) {
    match step {
        Happens::Told(things) => {
            let signals = things.iter().map(|(mail, kind, at)| signal(*mail, *kind, minute(*at)));
            let position = told(ground, signals.collect()).await;
            expected.tell(position, things);
        }
        Happens::Judged(which, machine) => {
            if expected.hits.is_empty() {
                return;
            }
            let which = which % expected.hits.len();
            let hit = &mut expected.hits[which];
            hit.machine = Some(*machine);
            let (position, n) = hit.place;
            judged(ground, 1, vec![verdict(hit.mail, hit.kind, position, n, *machine)]).await;
        }
        Happens::Shown => {}
    }
}

#[tokio::test]
async fn figures_are_what_anybody_would_count_whatever_is_told() {
    let (mut runner, strategy) = (TestRunner::default(), happens());
    for _ in 0..ROUNDS {
        let ground = Ground::new().await;
        let mut worker = ground.worker(EmailResponses);
        let mails: Vec<u128> = (1..=MAILS).collect();
        for mail in &mails {
            sent(&ground, *mail, variant_of(*mail)).await;
        }
        let steps = strategy.new_tree(&mut runner).unwrap().current();
        let mut expected = Expected::default();
        for step in &steps {
            happen(&ground, &mut expected, step).await;
            if matches!(step, Happens::Shown) {
                settle(&mut worker).await;
            }
        }
        settle(&mut worker).await;
        let pool = &ground.test.pools.read;
        let variants = report(pool, CAMPAIGN, By::Variant).await.unwrap();
        assert_eq!(variants.total, expected.figures(&mails), "{steps:?}");
        for row in variants.rows {
            let of: Vec<u128> =
                mails.iter().copied().filter(|mail| row.variant == Some(variant_of(*mail))).collect();
            assert_eq!(row.figures, expected.figures(&of), "{:?}: {steps:?}", row.variant);
        }
        let domains = report(pool, CAMPAIGN, By::Domain { most: 10 }).await.unwrap();
        assert_eq!((domains.rows.len(), domains.rest), (1, Some(Figures::default())));
        assert_eq!(domains.rows[0].figures, expected.figures(&mails), "{steps:?}");
        let hours = report(pool, CAMPAIGN, By::Hour).await.unwrap();
        let sum = |of: fn(&Figures) -> i64| hours.rows.iter().map(|row| of(&row.figures)).sum::<i64>();
        let total = variants.total;
        assert_eq!(
            (sum(|all| all.sent), sum(|all| all.delivered), sum(|all| all.clicked)),
            (total.sent, total.delivered, total.clicked),
            "{steps:?}"
        );
        assert_eq!(ground.differences(Part::Responses).await, Vec::<String>::new(), "{steps:?}");
    }
}
