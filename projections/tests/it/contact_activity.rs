//! When something was last, of each contact: whatever is told, merged, taken back and erased, it is what its rows come to.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::engagement::facts::Touch;
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::engagement::project::Engagement;
use pivotal_projections::rebuild::Rebuilder;
use pivotal_projections::rebuild::request;
use pivotal_projections::runner::worker::Step;
use pivotal_projections::verify::Part;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::engagement::{created, id, told};
use crate::support::records::minute;
use crate::support::{Ground, settle};

const ROUNDS: u128 = 10;
/// Contacts of a round.
const PEOPLE: u128 = 4;

#[derive(Debug, Clone)]
enum Happens {
    Told(Vec<Thing>),
    Merged(u128, u128),
    TakenBack(u128),
    Erased(u128),
    /// The batch ends here.
    Shown,
}

#[derive(Debug, Clone, Copy)]
struct Thing {
    contact: u128,
    kind: Kind,
    at: i64,
    machine: bool,
}

fn happens() -> impl Strategy<Value = Vec<Happens>> {
    let one = 0..PEOPLE;
    let thing = (one.clone(), prop::sample::select(Kind::ALL), 0i64..500, any::<bool>()).prop_map(
        |(contact, kind, at, machine)| Thing {
            contact,
            kind,
            at,
            machine: machine && kind.can_be_a_machine(),
        },
    );
    let step = prop_oneof![
        6 => prop::collection::vec(thing, 1..6).prop_map(Happens::Told),
        2 => (one.clone(), one.clone()).prop_map(|(one, other)| Happens::Merged(one, other)),
        2 => one.clone().prop_map(Happens::TakenBack),
        1 => one.prop_map(Happens::Erased),
        2 => Just(Happens::Shown),
    ];
    prop::collection::vec(step, 4..16)
}

/// What anybody would expect: every thing with whose it is and whose it was before.
#[derive(Default)]
struct Expected {
    things: Vec<(u128, Vec<u128>, Thing)>,
    merged: BTreeMap<u128, u128>,
    erased: Vec<u128>,
}

type Latest = [Option<DateTime<Utc>>; 6];

impl Expected {
    fn is_one(&self, contact: u128) -> bool {
        !self.merged.contains_key(&contact) && !self.erased.contains(&contact)
    }

    /// Who that is by now, and through whom it came; none: who was erased.
    fn standing(&self, contact: u128) -> Option<(u128, Vec<u128>)> {
        let (mut whose, mut before) = (contact, Vec::new());
        while let Some(survivor) = self.merged.get(&whose) {
            before.push(whose);
            whose = *survivor;
        }
        (!self.erased.contains(&whose)).then_some((whose, before))
    }

    fn tell(&mut self, things: Vec<Thing>) {
        for thing in things {
            if let Some((whose, before)) = self.standing(thing.contact) {
                self.things.push((whose, before, thing));
            }
        }
    }

    fn merge(&mut self, absorbed: u128, survivor: u128) {
        self.merged.insert(absorbed, survivor);
        for (whose, before, _) in self.things.iter_mut().filter(|(whose, ..)| *whose == absorbed) {
            before.push(absorbed);
            *whose = survivor;
        }
    }

    fn take_back(&mut self, absorbed: u128) {
        self.merged.remove(&absorbed);
        for (whose, before, _) in &mut self.things {
            if let Some(place) = before.iter().position(|one| *one == absorbed) {
                before.truncate(place);
                *whose = absorbed;
            }
        }
    }

    fn latest(&self, round: u128) -> BTreeMap<Uuid, Latest> {
        let mut all: BTreeMap<Uuid, Latest> = BTreeMap::new();
        for (whose, _, thing) in self.things.iter().filter(|(.., thing)| !thing.machine) {
            let latest = all.entry(person(round, *whose)).or_default();
            let own = match thing.kind {
                Kind::Sent => Some(0),
                Kind::Opened => Some(1),
                Kind::Clicked => Some(2),
                Kind::Replied => Some(3),
                Kind::Called => Some(4),
                Kind::Delivered | Kind::Bounced | Kind::Complained | Kind::Unsubscribed => None,
            };
            for place in own.into_iter().chain([5]) {
                latest[place] = latest[place].max(Some(minute(thing.at)));
            }
        }
        all
    }
}

fn person(round: u128, n: u128) -> Uuid {
    id(1 + round * PEOPLE + n)
}

async fn latest(ground: &Ground) -> BTreeMap<Uuid, Latest> {
    type Moment = Option<DateTime<Utc>>;
    let rows: Vec<(Uuid, Moment, Moment, Moment, Moment, Moment, Moment)> = sqlx::query_as(
        "select contact_id, last_emailed_at, last_opened_at, last_clicked_at, last_replied_at, last_called_at, last_activity_at from read.contact_activity",
    )
    .fetch_all(&ground.test.pools.read)
    .await
    .unwrap();
    rows.into_iter()
        .map(|(id, sent, opened, clicked, replied, called, any)| {
            (id, [sent, opened, clicked, replied, called, any])
        })
        .collect()
}

async fn happen(ground: &Ground, round: u128, expected: &mut Expected, step: Happens) {
    let (source, at) = (Source::Ui, minute(0));
    match step {
        Happens::Told(things) => {
            let touches: Vec<Touch> = things
                .iter()
                .map(|thing| Touch {
                    contact: person(round, thing.contact),
                    kind: thing.kind,
                    channel: thing.kind.channel(),
                    campaign: None,
                    at: minute(thing.at),
                    machine: thing.machine,
                })
                .collect();
            told(ground, touches).await;
            expected.tell(things);
        }
        Happens::Merged(absorbed, survivor) => {
            if absorbed != survivor && expected.is_one(absorbed) && expected.is_one(survivor) {
                let survivor_id = person(round, survivor);
                let merged = ContactEvent::ContactMergedInto { source, at, survivor: survivor_id };
                ground.contact(person(round, absorbed), vec![merged]).await;
                expected.merge(absorbed, survivor);
            }
        }
        Happens::TakenBack(absorbed) => {
            let survivor = expected.merged.get(&absorbed).copied();
            // Whom they were merged into may be part of another by now.
            if let Some(survivor) = survivor.filter(|survivor| expected.standing(*survivor).is_some()) {
                let unmerged =
                    ContactEvent::ContactUnmerged { source, at, survivor: person(round, survivor) };
                ground.contact(person(round, absorbed), vec![unmerged]).await;
                expected.take_back(absorbed);
            }
        }
        Happens::Erased(contact) => {
            if expected.is_one(contact) {
                let erased = ContactEvent::ContactErased { source, at, request: "DSR-17".into() };
                ground.contact(person(round, contact), vec![erased]).await;
                expected.erased.push(contact);
                expected.things.retain(|(whose, ..)| *whose != contact);
            }
        }
        Happens::Shown => {}
    }
}

#[tokio::test]
async fn it_is_what_all_facts_of_a_contact_come_to() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    let (mut runner, strategy) = (TestRunner::default(), happens());
    let mut all: BTreeMap<Uuid, Latest> = BTreeMap::new();
    for round in 0..ROUNDS {
        for n in 0..PEOPLE {
            ground.contact(person(round, n), vec![created(1 + n)]).await;
        }
        let steps = strategy.new_tree(&mut runner).unwrap().current();
        let mut expected = Expected::default();
        for step in steps.clone() {
            let shown = matches!(step, Happens::Shown);
            happen(&ground, round, &mut expected, step).await;
            if shown {
                assert_eq!(settle(&mut worker).await, Step::Idle);
            }
        }
        assert_eq!(settle(&mut worker).await, Step::Idle);
        all.extend(expected.latest(round));
        assert_eq!(latest(&ground).await, all, "{steps:?}");
        assert_eq!(ground.differences(Part::Engagement).await, Vec::<String>::new(), "{steps:?}");
    }
    // And so it is when all of it is read once more.
    drop(worker);
    let requested = request::request(&ground.test.pools.write, "engagement", "a test", "ada").await.unwrap();
    let mut rebuilder = Rebuilder::new(&ground.test.pools, ground.opener(), vec![Arc::new(Engagement)]);
    assert_eq!(rebuilder.next(&CancellationToken::new()).await.unwrap(), Some(requested));
    let done = request::get(&ground.test.pools.read, requested).await.unwrap().unwrap();
    assert_eq!((done.state.as_str(), done.same, done.error), ("done", Some(true), None));
    assert_eq!(latest(&ground).await, all);
}

#[tokio::test]
async fn older_news_and_what_programs_do_change_nothing() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    ground.contact(person(0, 0), vec![created(1)]).await;
    let opened = |at: i64, machine: bool| Touch {
        contact: person(0, 0),
        kind: Kind::Opened,
        channel: Kind::Opened.channel(),
        campaign: None,
        at: minute(at),
        machine,
    };
    told(&ground, vec![opened(9, true)]).await;
    settle(&mut worker).await;
    assert!(latest(&ground).await.is_empty(), "nobody did anything yet");
    told(&ground, vec![opened(5, false)]).await;
    settle(&mut worker).await;
    told(&ground, vec![opened(3, false), opened(7, true)]).await;
    settle(&mut worker).await;
    let fifth = Some(minute(5));
    assert_eq!(latest(&ground).await[&person(0, 0)], [None, fifth, None, None, None, fifth]);
}
