use pivotal_domain::audience::engagement::entry::Entry;
use pivotal_domain::audience::engagement::facts::{EngagementFact, Touch};
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use super::record::{RecordEngagement, Told, record_engagement};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::error::CommandError;
use crate::identity::testing::{Setup, actor_of, code};

struct World {
    setup: Setup,
    ada: Actor,
}

impl World {
    async fn new() -> Self {
        let setup = Setup::new().await;
        let ada = actor_of(&setup.user("ada@example.com", Role::DataOps, None).await);
        World { setup, ada }
    }

    async fn contact(&self, fields: Value) -> Uuid {
        let fields = fields.as_object().unwrap().clone();
        let input = CreateContact { fields, account_id: None, idempotency_key: None };
        create_contact(&self.setup.ctx, &self.ada, input).await.unwrap().id
    }

    async fn tell(&self, entries: Vec<Entry>) -> Told {
        let input = RecordEngagement { system: "Mailer".into(), entries };
        record_engagement(&self.setup.ctx, &self.ada, input).await.unwrap()
    }

    /// All that was written, in its order.
    async fn touches(&self) -> Vec<Touch> {
        let payloads: Vec<String> = sqlx::query_scalar(
            "select payload::text from log.facts where about_type = 'engagement' order by global_position",
        )
        .fetch_all(&self.setup.ctx.log.pools.write)
        .await
        .unwrap();
        let touches = payloads.iter().flat_map(|payload| {
            let EngagementFact::EngagementRecorded(recorded) = serde_json::from_str(payload).unwrap();
            recorded.touches
        });
        touches.collect()
    }
}

fn sent(key: &str, contact: impl ToString) -> Entry {
    Entry {
        key: key.into(),
        contact: contact.to_string(),
        did: "sent".into(),
        at: "2020-03-01T10:00:00Z".into(),
        ..Entry::default()
    }
}

#[tokio::test]
async fn entries_find_contacts_by_id_and_by_email_and_the_others_are_told() {
    let world = World::new().await;
    let ada = world.contact(json!({ "email": "ada@example.com" })).await;
    let grace = world.contact(json!({ "email": "grace@example.com" })).await;
    let called = Entry { did: "called".into(), ..sent("3", grace) };
    let told = world
        .tell(vec![
            sent("1", " Ada@Example.com "),
            sent("2", "nobody@example.com"),
            called,
            sent("4", "nobody"),
            Entry { did: "read".into(), ..sent("5", grace) },
            sent("6", Uuid::now_v7()),
        ])
        .await;
    assert_eq!((told.recorded, told.repeated, told.position.is_some()), (2, 0, true));
    let refused: Vec<(usize, &str, &str)> =
        told.refused.iter().map(|refused| (refused.entry, refused.key.as_str(), refused.code)).collect();
    assert_eq!(
        refused,
        [(2, "2", "NOT_FOUND"), (4, "4", "UNREADABLE"), (5, "5", "ENTRY_DID"), (6, "6", "NOT_FOUND")]
    );
    let touches = world.touches().await;
    let kept: Vec<(Uuid, Kind)> = touches.iter().map(|touch| (touch.contact, touch.kind)).collect();
    assert_eq!(kept, [(ada, Kind::Sent), (grace, Kind::Called)]);
}

#[tokio::test]
async fn an_entry_is_let_in_once_however_often_it_is_told() {
    let world = World::new().await;
    let ada = world.contact(json!({ "email": "ada@example.com" })).await;
    let first = world.tell(vec![sent("1", ada), sent("1", ada), sent("2", ada)]).await;
    assert_eq!((first.recorded, first.repeated), (2, 1));
    let second = world.tell(vec![sent("1", ada), sent("3", ada)]).await;
    assert_eq!((second.recorded, second.repeated), (1, 1));
    let third = world.tell(vec![sent("1", ada)]).await;
    assert_eq!((third.recorded, third.repeated, third.position), (0, 1, None));
    assert_eq!(world.touches().await.len(), 3);
}

#[tokio::test]
async fn requests_at_the_same_moment_let_an_entry_in_once() {
    let world = World::new().await;
    let ada = world.contact(json!({ "email": "ada@example.com" })).await;
    let entries = || (0..20).map(|n| sent(&n.to_string(), ada)).collect::<Vec<_>>();
    let (one, other) = tokio::join!(world.tell(entries()), world.tell(entries()));
    assert_eq!((one.recorded + other.recorded, one.repeated + other.repeated), (20, 20));
    assert_eq!(world.touches().await.len(), 20);
}

#[tokio::test]
async fn a_request_that_cannot_be_read_or_may_not_be_made_keeps_nothing() {
    let world = World::new().await;
    let ada = world.contact(json!({ "email": "ada@example.com" })).await;
    let ctx = &world.setup.ctx;
    let tell = |system: &str, entries: Vec<Entry>| RecordEngagement { system: system.into(), entries };
    let nothing = record_engagement(ctx, &world.ada, tell("Mailer", Vec::new())).await;
    assert_eq!(code(nothing), "ENGAGEMENT_NO_ENTRIES");
    let many = (0..1_001).map(|n| sent(&n.to_string(), ada)).collect();
    assert_eq!(
        code(record_engagement(ctx, &world.ada, tell("Mailer", many)).await),
        "ENGAGEMENT_TOO_MANY_ENTRIES"
    );
    let named = record_engagement(ctx, &world.ada, tell("ada@example.com", vec![sent("1", ada)])).await;
    assert_eq!(code(named), "ENGAGEMENT_SYSTEM");
    let agent = actor_of(&world.setup.user("eve@example.com", Role::Agent, None).await);
    let forbidden = record_engagement(ctx, &agent, tell("Mailer", vec![sent("1", ada)])).await;
    assert!(matches!(forbidden, Err(CommandError::Forbidden(_))));
    assert!(world.touches().await.is_empty());
}
