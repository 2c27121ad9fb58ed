use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::Aggregate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::command::{PreviewEnd, SurvivorshipCommand};
use super::error::SurvivorshipError;
use super::order::{Order, SourceKind};
use super::outcome::Difference;
use super::rules::{Orders, Rules, is_weighed};
use super::weigh::{Weighed, weigh};
use super::*;
use crate::audience::bulk::weighed::events_of;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::provenance::{Origin, Trail, TrailEvent};
use crate::audience::record::change::WriteRule;
use crate::audience::record::moment::RecordEvent;
use crate::audience::record::source::Source;
use crate::audience::record::write::{Candidate, Write};

fn on(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
}

fn import(number: u128) -> Source {
    Source::Import { id: Uuid::from_u128(number), row: 2 }
}

fn bulk() -> Uuid {
    Uuid::from_u128(77)
}

/// A contact with its way there, as the log would tell it.
#[derive(Default)]
struct Life {
    contact: Contact,
    trail: Trail,
    position: i64,
}

impl Life {
    fn born() -> Self {
        let mut life = Life::default();
        let values =
            values(&[("email", "ada@example.com"), ("job_title", "Analyst")], WriteRule::BySource, None);
        let write = Write { source: import(1), at: on(1), values };
        let events = life.contact.decide(ContactCommand::Create { write, account: None }).unwrap();
        life.happened(events);
        life
    }

    fn happened(&mut self, events: Vec<ContactEvent>) {
        for event in events {
            self.position += 1;
            let origin = Origin {
                position: self.position,
                sequence: self.position,
                at: event.at(),
                source: event.source().clone(),
                actor: "system".into(),
                role: "system".into(),
                restored_from: None,
            };
            self.contact.apply(event.clone());
            event.tell(&mut self.trail, &origin);
        }
    }

    fn write(&mut self, source: Source, day: u32, title: Option<&str>, rule: WriteRule) -> &mut Self {
        let values = match title {
            Some(title) => values(&[("job_title", title)], rule, None),
            None => BTreeMap::from([("job_title".to_owned(), Candidate::cleared())]),
        };
        let write = Write { source, at: on(day), values };
        let events = self.contact.decide(ContactCommand::Write(write)).unwrap();
        self.happened(events);
        self
    }

    fn typed(&mut self, day: u32, title: &str) -> &mut Self {
        self.write(Source::Ui, day, Some(title), WriteRule::Overwrite)
    }

    fn imported(&mut self, number: u128, day: u32, title: &str) -> &mut Self {
        self.write(import(number), day, Some(title), WriteRule::BySource)
    }

    fn weighed(&self, rules: &Rules) -> Vec<Weighed> {
        weigh(Entity::Contact, &self.trail, rules)
    }

    /// The title that the rules would give it, if another.
    fn title_by(&self, rules: &Rules) -> Option<FieldValue> {
        self.weighed(rules).into_iter().find(|one| one.field == "job_title").map(|one| one.then)
    }

    fn title(&self) -> Option<&str> {
        self.contact.record.text("job_title")
    }

    fn apply(&mut self, rules: &Rules, day: u32) {
        let weighed = self.weighed(rules);
        let events = events_of(&self.contact, Uuid::nil(), &weighed, bulk(), on(day)).unwrap();
        self.happened(events);
    }
}

fn values(
    fields: &[(&str, &str)],
    rule: WriteRule,
    order: Option<std::sync::Arc<Order>>,
) -> BTreeMap<String, Candidate> {
    let one = |(key, value): &(&str, &str)| {
        ((*key).to_owned(), Candidate::given((*value).into(), rule).ordered(order.clone()))
    };
    fields.iter().map(one).collect()
}

/// Imports count most for job titles; everything else is as it is by itself.
fn imports_first() -> Rules {
    let order = vec![
        vec![SourceKind::Import],
        vec![SourceKind::Person],
        vec![SourceKind::Automation],
        vec![SourceKind::Sample, SourceKind::System],
    ];
    let fields = BTreeMap::from([("job_title".to_owned(), Order::new(order).unwrap())]);
    Rules::new(Entity::Contact, Order::default(), fields).unwrap()
}

fn newest_first() -> Rules {
    Rules::new(Entity::Contact, Order::newest(), BTreeMap::new()).unwrap()
}

#[test]
fn an_order_names_every_source_once() {
    let all: Vec<Vec<SourceKind>> = SourceKind::ALL.iter().map(|kind| vec![*kind]).collect();
    assert_eq!(Order::new(all.clone()).unwrap(), Order::default());
    assert_eq!(
        Order::new(all[1..].to_vec()).unwrap_err(),
        SurvivorshipError::SourceMissing(SourceKind::Person)
    );
    let twice: Vec<_> = all.iter().cloned().chain([vec![SourceKind::Import]]).collect();
    assert_eq!(Order::new(twice).unwrap_err(), SurvivorshipError::SourceTwice(SourceKind::Import));
}

#[test]
fn rules_name_fields_that_values_can_be_written_to() {
    let of = |key: &str| {
        Rules::new(Entity::Contact, Order::default(), BTreeMap::from([(key.to_owned(), Order::newest())]))
    };
    assert_eq!(of("jobtitle").unwrap_err(), SurvivorshipError::UnknownField("jobtitle".into()));
    assert!(of("custom.tier").is_ok());
    let same = BTreeMap::from([("city".to_owned(), Order::default())]);
    let rules = Rules::new(Entity::Contact, Order::default(), same).unwrap();
    assert!(rules.is_default(), "an order that is everybody's is none of its own");
}

#[test]
fn by_themselves_rules_change_nothing_that_was_written_by_them() {
    let mut life = Life::born();
    life.typed(2, "VP").imported(2, 3, "Head");
    assert_eq!(life.title(), Some("VP"));
    assert_eq!(life.weighed(&Rules::default()), []);
}

#[test]
fn a_file_outranks_a_person_where_rules_say_so_from_then_on() {
    let mut life = Life::born();
    life.typed(2, "VP");
    let order = Orders::from(&imports_first()).of("job_title");
    let write = Write {
        source: import(2),
        at: on(3),
        values: values(&[("job_title", "Head")], WriteRule::BySource, order),
    };
    let events = life.contact.decide(ContactCommand::Write(write)).unwrap();
    life.happened(events);
    assert_eq!(life.title(), Some("Head"));
    assert!(Orders::from(&imports_first()).of("city").is_none(), "others count as they do by themselves");
}

#[test]
fn what_is_there_is_weighed_anew() {
    let mut life = Life::born();
    life.typed(2, "VP").imported(2, 3, "Head");
    assert_eq!(life.title_by(&imports_first()), Some("Head".into()));
    assert_eq!(life.title_by(&newest_first()), Some("Head".into()));
    life.typed(4, "CTO");
    assert_eq!(life.title_by(&newest_first()), None, "the newest holds");
}

#[test]
fn an_applied_value_counts_as_much_as_where_it_comes_from() {
    let mut life = Life::born();
    life.typed(2, "VP").imported(2, 3, "Head");
    life.apply(&imports_first(), 5);
    assert_eq!(life.title(), Some("Head"));
    assert_eq!(life.weighed(&imports_first()), [], "applied again, nothing happens");
    // Back to the rules of before: what the person typed wins again.
    assert_eq!(life.title_by(&Rules::default()), Some("VP".into()));
    life.apply(&Rules::default(), 6);
    assert_eq!(life.title(), Some("VP"));
    assert_eq!(life.weighed(&Rules::default()), []);
}

#[test]
fn weighing_makes_a_value_no_newer() {
    let mut life = Life::born();
    life.imported(2, 3, "Head").typed(4, "VP");
    life.apply(&imports_first(), 5);
    assert_eq!(life.title(), Some("Head"));
    assert_eq!(life.title_by(&newest_first()), Some("VP".into()), "Head is of the third, VP of the fourth");
}

#[test]
fn a_field_that_somebody_emptied_stays_empty() {
    let mut life = Life::born();
    life.write(Source::Ui, 2, None, WriteRule::Overwrite);
    assert_eq!(life.weighed(&imports_first()), []);
    life.typed(3, "VP");
    assert_eq!(life.weighed(&imports_first()), [], "what was there before it was emptied is out");
}

#[test]
fn what_was_taken_back_is_out() {
    let mut life = Life::born();
    life.typed(2, "VP").imported(2, 3, "Head");
    life.write(
        Source::ImportUndo { import: Uuid::from_u128(2), rank: 100 },
        4,
        Some("CTO"),
        WriteRule::Overwrite,
    );
    let then = life.title_by(&imports_first());
    assert_eq!(then, Some("Analyst".into()), "the other import's value, not that of the one undone");
}

#[test]
fn a_column_that_must_not_write_is_obeyed() {
    let mut life = Life::born();
    life.typed(2, "VP").write(import(2), 3, Some("Head"), WriteRule::Never);
    assert_eq!(life.title_by(&imports_first()), Some("Analyst".into()));
}

#[test]
fn nobody_becomes_another_person_by_a_rule() {
    for key in ["email", "full_name", "linkedin_url", "secondary_emails"] {
        assert!(!is_weighed(Entity::Contact, key), "{key}");
    }
    for key in ["name", "domain", "alternate_domains", "parent"] {
        assert!(!is_weighed(Entity::Account, key), "{key}");
    }
    assert!(is_weighed(Entity::Contact, "job_title") && is_weighed(Entity::Account, "custom.tier"));
}

#[test]
fn rules_are_applied_as_they_were_previewed() {
    let mut rules = Survivorship::default();
    let mut ask = |command: SurvivorshipCommand| {
        let events = rules.decide(command)?;
        events.iter().for_each(|event| rules.apply(event.clone()));
        Ok::<usize, SurvivorshipError>(events.len())
    };
    let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let apply = |preview| SurvivorshipCommand::Apply { at: on(4), preview, bulk: bulk() };
    assert_eq!(ask(apply(first)), Err(SurvivorshipError::NotPreviewed));
    let preview = |job| SurvivorshipCommand::Preview { at: on(1), job, rules: imports_first() };
    assert_eq!(ask(preview(first)), Ok(1));
    assert_eq!(ask(preview(second)), Err(SurvivorshipError::Previewing));
    assert_eq!(ask(apply(first)), Err(SurvivorshipError::NotPreviewed), "it has not ended");
    let end = PreviewEnd::Done { difference: Difference::default(), expires_at: on(9) };
    assert_eq!(
        ask(SurvivorshipCommand::FinishPreview { at: on(2), job: second, end: end.clone() }),
        Ok(0),
        "another one's end is nothing"
    );
    assert_eq!(ask(SurvivorshipCommand::FinishPreview { at: on(2), job: first, end }), Ok(1));
    assert_eq!(ask(apply(first)), Ok(2), "the rules changed, and are applied");
    assert_eq!(ask(apply(first)), Ok(0), "once");
    assert_eq!(ask(SurvivorshipCommand::Change { at: on(5), rules: imports_first() }), Ok(0), "they hold");
    assert_eq!(rules.rules, imports_first());
}

/// One thing that happens to a contact's title.
#[derive(Debug, Clone)]
enum Deed {
    Typed(u8),
    Imported(u8),
    Emptied,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let one =
        prop_oneof![(0..4u8).prop_map(Deed::Typed), (0..4u8).prop_map(Deed::Imported), Just(Deed::Emptied),];
    proptest::collection::vec(one, 0..8)
}

proptest! {
    /// Whatever happened: applying rules settles it, and no value appears that nobody ever gave.
    #[test]
    fn applied_rules_have_nothing_more_to_say(deeds in deeds(), newest in any::<bool>()) {
        let mut life = Life::born();
        for (number, deed) in deeds.iter().enumerate() {
            let day = 2 + number as u32;
            match deed {
                Deed::Typed(title) => life.typed(day, &format!("T{title}")),
                Deed::Imported(title) => life.imported(2 + number as u128, day, &format!("I{title}")),
                Deed::Emptied => life.write(Source::Ui, day, None, WriteRule::Overwrite),
            };
        }
        let rules = if newest { newest_first() } else { imports_first() };
        let before = life.title().map(str::to_owned);
        life.apply(&rules, 20);
        prop_assert_eq!(life.weighed(&rules), vec![]);
        prop_assert_eq!(before.is_none(), life.title().is_none(), "an empty field stays empty, another is never emptied");
    }
}
