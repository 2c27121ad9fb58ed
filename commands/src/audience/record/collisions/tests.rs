//! Two people with the same record open: the second to save the same field hears of it.

use futures::future::join_all;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::state::RecordState;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::audience::accounts::create::{CreateAccount, create_account};
use crate::audience::accounts::update::{UpdateAccount, update_account};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::audience::contacts::update::{UpdateContact, update_contact};
use crate::identity::testing::{Setup, code, system};

/// A record of either kind, just made.
struct Open {
    t: Setup,
    entity: Entity,
    id: Uuid,
}

/// What saving led to: the version, and the record's fields.
type Saved = Result<(i64, RecordState), CommandError>;

impl Open {
    async fn new(entity: Entity) -> Self {
        let t = Setup::new().await;
        let (ctx, by) = (&t.ctx, &system());
        let id = match entity {
            Entity::Contact => {
                let fields = json!({ "email": "ada@example.com" }).as_object().cloned().unwrap();
                let new = CreateContact { fields, account_id: None, idempotency_key: None };
                create_contact(ctx, by, new).await.unwrap().id
            }
            Entity::Account => {
                let fields = json!({ "name": "Nordwerk" }).as_object().cloned().unwrap();
                create_account(ctx, by, CreateAccount { fields, idempotency_key: None }).await.unwrap().id
            }
        };
        Open { t, entity, id }
    }

    async fn save(&self, fields: Value, expected: impl Into<Option<i64>>) -> Saved {
        self.save_as(fields, expected, None).await
    }

    async fn save_as(&self, fields: Value, expected: impl Into<Option<i64>>, key: Option<&str>) -> Saved {
        let (ctx, by, id) = (&self.t.ctx, &system(), self.id);
        let (expected_version, idempotency_key) = (expected.into(), key.map(str::to_owned));
        let fields = fields.as_object().cloned().unwrap();
        match self.entity {
            Entity::Contact => {
                let (account_id, unlink_account) = (None, false);
                let change = UpdateContact {
                    id,
                    fields,
                    account_id,
                    unlink_account,
                    expected_version,
                    idempotency_key,
                };
                update_contact(ctx, by, change).await.map(|done| (done.sequence, done.state.record))
            }
            Entity::Account => {
                let change = UpdateAccount { id, fields, expected_version, idempotency_key };
                update_account(ctx, by, change).await.map(|done| (done.sequence, done.state.record))
            }
        }
    }

    /// A field of text, its label, and another field.
    fn named(&self) -> (&'static str, &'static str, &'static str) {
        match self.entity {
            Entity::Contact => ("job_title", "Job title", "city"),
            Entity::Account => ("hq_city", "HQ city", "hq_street"),
        }
    }
}

fn rejections(saved: Saved) -> Vec<Rejection> {
    match saved {
        Err(CommandError::Rejected(rejections)) => rejections,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn the_same_field_is_refused_by_its_label_and_stays() {
    for entity in [Entity::Contact, Entity::Account] {
        let open = Open::new(entity).await;
        let (key, label, other) = open.named();
        open.save(json!({ key: "Theirs", "custom.region": "North" }), 1).await.unwrap();
        let refused = rejections(open.save(json!({ key: "Mine", other: "Oslo" }), 1).await);
        assert_eq!(refused.len(), 1, "{entity:?}: {refused:?}");
        assert_eq!((refused[0].code.as_str(), refused[0].field.as_deref()), ("CHANGED_MEANWHILE", Some(key)));
        assert!(refused[0].message.starts_with(&format!("Somebody else changed {label} while ")));
        // To clear what another filled in is to overwrite it, too.
        assert_eq!(code(open.save(json!({ key: null }), 1).await), "CHANGED_MEANWHILE");
        let refused = rejections(open.save(json!({ "custom.region": "South" }), 1).await);
        assert!(refused[0].message.starts_with("Somebody else changed region while "), "{refused:?}");
        // Who has seen it may replace it.
        let (_, record) = open.save(json!({ key: "Mine" }), 2).await.unwrap();
        assert_eq!((record.text(key), record.text(other)), (Some("Mine"), None));
    }
}

#[tokio::test]
async fn different_fields_merge() {
    for entity in [Entity::Contact, Entity::Account] {
        let open = Open::new(entity).await;
        let (key, _, other) = open.named();
        open.save(json!({ key: "Theirs" }), 1).await.unwrap();
        let (_, record) = open.save(json!({ other: "Oslo" }), 1).await.unwrap();
        assert_eq!((record.text(key), record.text(other)), (Some("Theirs"), Some("Oslo")), "{entity:?}");
    }
}

#[tokio::test]
async fn the_same_value_is_no_collision_and_neither_is_one_that_went_away_again() {
    for entity in [Entity::Contact, Entity::Account] {
        let open = Open::new(entity).await;
        let (key, _, _) = open.named();
        open.save(json!({ key: "Oslo" }), 1).await.unwrap();
        assert_eq!(open.save(json!({ key: "Oslo" }), 1).await.unwrap().0, 2, "{entity:?}: nothing to change");
        // Both emptied it.
        open.save(json!({ key: null }), 2).await.unwrap();
        assert_eq!(open.save(json!({ key: null }), 2).await.unwrap().0, 3);
        // Seen empty, and empty again.
        let (_, record) = open.save(json!({ key: "Mine" }), 1).await.unwrap();
        assert_eq!(record.text(key), Some("Mine"));
        // Who does not say what they saw writes over it.
        assert_eq!(code(open.save(json!({ key: "Anyone's" }), None).await), "accepted");
    }
}

#[tokio::test]
async fn of_many_at_once_one_wins_and_the_others_hear_of_it() {
    for entity in [Entity::Contact, Entity::Account] {
        let open = Open::new(entity).await;
        let (key, ..) = open.named();
        let tries =
            ["One", "Two", "Three", "Four", "Five", "Six"].map(|text| open.save(json!({ key: text }), 1));
        let mut codes: Vec<String> = join_all(tries).await.into_iter().map(code).collect();
        codes.sort();
        assert_eq!(codes[5], "accepted", "{entity:?}");
        assert!(codes[..5].iter().all(|code| code == "CHANGED_MEANWHILE"), "{entity:?}: {codes:?}");
    }
}

#[tokio::test]
async fn a_repeat_is_answered_though_somebody_else_went_on_from_it() {
    for entity in [Entity::Contact, Entity::Account] {
        let open = Open::new(entity).await;
        let (key, ..) = open.named();
        let mine = || open.save_as(json!({ key: "Mine" }), 1, Some("k"));
        mine().await.unwrap();
        open.save(json!({ key: "Theirs" }), 2).await.unwrap();
        assert_eq!(mine().await.unwrap().1.text(key), Some("Theirs"), "{entity:?}");
    }
}

#[tokio::test]
async fn what_was_compared_with_an_older_record_decides_nothing() {
    let open = Open::new(Entity::Contact).await;
    let ctx = &open.t.ctx;
    let mine = Candidate::given(FieldValue::Text("Mine".into()), WriteRule::Overwrite);
    let values = BTreeMap::from([("job_title".to_owned(), mine)]);
    let find = |expected, current| Collisions::find::<ContactEvent>(ctx, open.id, expected, current, &values);
    let (compared, unasked) = (find(Some(1), 1).await.unwrap(), find(None, 1).await.unwrap());
    open.save(json!({ "job_title": "Theirs" }), None).await.unwrap();
    let now = ctx.log.load::<Contact>(open.id).await.unwrap();
    assert!(matches!(compared.refuse(&now), Err(CommandError::Conflict)));
    assert!(unasked.refuse(&now).is_ok());
    assert_eq!(
        code(find(Some(1), 1).await.unwrap().refuse(&now)),
        "Conflict",
        "the version loaded first counts"
    );
    assert_eq!(code(find(Some(1), 2).await.unwrap().refuse(&now)), "CHANGED_MEANWHILE");
}

#[tokio::test]
async fn it_starts_over_a_few_times_and_only_after_a_conflict() {
    use std::cell::Cell;
    let starts = Cell::new(0);
    let conflict = || async {
        starts.set(starts.get() + 1);
        Err::<(), _>(CommandError::Conflict)
    };
    assert_eq!(code(starting_over(Some(1), conflict).await), "Conflict");
    assert_eq!(starts.take(), STARTS);
    assert_eq!(code(starting_over(None, conflict).await), "Conflict");
    assert_eq!(starts.take(), 1);
}
