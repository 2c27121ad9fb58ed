use std::collections::{BTreeMap, BTreeSet};

use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::parse;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::filter::Asked;
use pivotal_projections::audience::segments::preview;
use serde_json::{Value, json};
use uuid::Uuid;

use super::ground::{Ground, actor};

const PEOPLE: u128 = 30;
const COMPANIES: u128 = 6;
const ROUNDS: usize = 25;
const CHANGES: usize = 12;

const COUNTRIES: &[&str] = &["DE", "AT", "US"];
const CITIES: &[&str] = &["Berlin", "Wien", "Bern"];
const INDUSTRIES: &[&str] = &["Software", "Banking"];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }

    /// One of these, or nothing in a quarter of the cases.
    fn maybe<'a>(&mut self, of: &[&'a str]) -> Option<&'a str> {
        (self.roll(4) > 0).then(|| of[self.roll(of.len())])
    }
}

fn person(n: u128) -> Uuid {
    Uuid::from_u128(0xc_0000 + n)
}

fn company(n: u128) -> Uuid {
    Uuid::from_u128(0xa_0000 + n)
}

/// What records are like now, as far as an event must say what was there before.
#[derive(Default)]
struct World {
    values: BTreeMap<(Uuid, &'static str), Option<&'static str>>,
    linked: BTreeMap<Uuid, Option<Uuid>>,
    archived: BTreeSet<Uuid>,
}

fn definitions() -> Vec<(Entity, Value)> {
    let is = |field: &str, value: &str| json!({"field": field, "op": "equals", "value": value});
    vec![
        (Entity::Contact, is("country", "DE")),
        (Entity::Contact, json!({"not": {"any": [is("country", "AT"), is("city", "Berlin")]}})),
        (Entity::Contact, json!({"all": [is("city", "Wien"), {"field": "country", "op": "has_value"}]})),
        (Entity::Contact, is("account.industry", "Software")),
        (Entity::Contact, json!({"any": [is("account.industry", "Banking"), is("country", "US")]})),
        (Entity::Contact, json!({"field": "account_name", "op": "contains", "value": "acme"})),
        (Entity::Contact, json!({"field": "account", "op": "is_empty"})),
        (Entity::Contact, json!({})),
        (Entity::Contact, json!({"field": "archived", "op": "equals", "value": true})),
        (Entity::Account, is("industry", "Software")),
        (Entity::Account, json!({"contacts": {"at_least": 2, "filter": is("country", "DE")}})),
        (Entity::Account, json!({"contacts": {"at_most": 0}})),
        (Entity::Account, json!({"field": "contact_count", "op": "at_least", "value": 4})),
    ]
}

async fn change(ground: &Ground, world: &mut World, dice: &mut Dice) {
    let id = person(dice.roll(PEOPLE as usize) as u128);
    let (source, at) = (Source::Ui, ground.ctx.now());
    match dice.roll(8) {
        0 | 1 => field(ground, world, id, ("country", dice.maybe(COUNTRIES))).await,
        2 | 3 => field(ground, world, id, ("city", dice.maybe(CITIES))).await,
        4 => {
            let id = company(dice.roll(COMPANIES as usize) as u128);
            let (key, new) = match dice.roll(2) {
                0 => ("industry", dice.maybe(INDUSTRIES)),
                _ => ("name", Some(dice.pick(&["Acme", "Globex"]))),
            };
            let old = world.values.insert((id, key), new).flatten();
            if old != new {
                ground.change_account(id, key, old, new).await;
            }
        }
        5 => {
            let to = company(dice.roll(COMPANIES as usize) as u128);
            let before = world.linked.insert(id, Some(to)).flatten();
            let link = |account_id: Uuid| AccountLink { account_id, how: LinkKind::Manual };
            let previous = before.map(link);
            if before != Some(to) {
                let linked = ContactEvent::ContactAccountLinked { source, at, account: link(to), previous };
                ground.contact(id, linked).await;
            }
        }
        6 => {
            let before = world.linked.insert(id, None).flatten();
            if let Some(account_id) = before {
                let previous = AccountLink { account_id, how: LinkKind::Manual };
                ground.contact(id, ContactEvent::ContactAccountUnlinked { source, at, previous }).await;
            }
        }
        _ if world.archived.remove(&id) => {
            ground.contact(id, ContactEvent::ContactRestored { source, at }).await;
        }
        _ => {
            world.archived.insert(id);
            ground.contact(id, ContactEvent::ContactArchived { source, at, reason: None }).await;
        }
    }
}

async fn field(
    ground: &Ground,
    world: &mut World,
    id: Uuid,
    (key, new): (&'static str, Option<&'static str>),
) {
    let old = world.values.insert((id, key), new).flatten();
    if old != new {
        ground.change_contact(id, key, old, new).await;
    }
}

#[tokio::test]
async fn whatever_happens_the_members_are_those_whom_the_definition_finds() {
    let ground = Ground::new().await;
    let (mut dice, mut world) = (Dice(2026), World::default());
    for n in 0..COMPANIES {
        ground.new_account(company(n), &[("name", "Acme")]).await;
        world.values.insert((company(n), "name"), Some("Acme"));
    }
    let mut segments = Vec::new();
    for (n, (entity, definition)) in definitions().into_iter().enumerate() {
        // Half of them find everybody there already, half see everybody come.
        if n == 6 {
            for n in 0..PEOPLE {
                ground.new_contact(person(n), &[], Some(company(n % COMPANIES))).await;
                world.linked.insert(person(n), Some(company(n % COMPANIES)));
            }
        }
        let id = ground.segment(entity, &format!("Segment {n}"), definition.clone()).await;
        segments.push((id, entity, definition));
    }
    let mut keeper = ground.keeper();
    for round in 0..ROUNDS {
        for _ in 0..CHANGES {
            change(&ground, &mut world, &mut dice).await;
        }
        // Now and then another process takes over.
        if dice.roll(5) == 0 {
            keeper = ground.keeper_after(keeper).await;
        }
        ground.settle(&mut keeper).await;
        for (id, entity, definition) in &segments {
            let filter = parse(*entity, definition).unwrap();
            let asked = Asked { filter, asking: Asking::at(ground.ctx.now()) };
            let found = preview::sample(&ground.test.pools.lists, &actor(), &asked, 500).await.unwrap();
            let found: BTreeSet<Uuid> = found.into_iter().collect();
            assert_eq!(ground.members(*id).await, found, "round {round}: {definition}");
        }
    }
    ground.end().await;
}
