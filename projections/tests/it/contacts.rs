//! The contacts read model.

use std::collections::{BTreeMap, BTreeSet};

use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, fields as catalogue};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query::{self, ContactRow};
use pivotal_projections::audience::{accounts, contacts};
use uuid::Uuid;

use crate::support::records::{
    account_changed, account_created, admin, agent, client_user, contact_changed, contact_created, fields,
    minute,
};
use crate::support::{Ground, settle};

async fn get(ground: &Ground, id: Uuid) -> ContactRow {
    query::get(&ground.test.pools.read, &admin(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn the_columns_of_both_sheets_are_those_of_their_tables() {
    let ground = Ground::new().await;
    for sheet in [&contacts::LAYOUT.sheet, &accounts::LAYOUT.sheet] {
        let ours: BTreeSet<(String, String)> =
            sheet.columns.iter().map(|column| (column.name.to_owned(), column.sql_type.to_owned())).collect();
        let theirs: Vec<(String, String)> = sqlx::query_as(
            "select a.attname::text, replace(format_type(a.atttypid, null), 'timestamp with time zone', 'timestamptz') from pg_attribute a where a.attrelid = ('read.' || $1)::regclass and a.attnum > 0 and not a.attisdropped",
        )
        .bind(sheet.table)
        .fetch_all(&ground.test.pools.read)
        .await
        .unwrap();
        assert_eq!(ours, theirs.into_iter().collect(), "{}", sheet.table);
    }
}

#[tokio::test]
async fn every_writable_field_of_the_catalogue_comes_back_as_it_was_written() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let value = |kind: FieldKind| match kind {
        FieldKind::Number => FieldValue::Number(42),
        FieldKind::Bool => FieldValue::Bool(true),
        FieldKind::Money => FieldValue::Money { amount: "12000000.50".into(), currency: "USD".into() },
        FieldKind::Multi(_) => FieldValue::List(vec!["one, \"two\"".into(), "three\\".into()]),
        FieldKind::Date => "2026-03-01".into(),
        FieldKind::DateTime => "2026-03-01T10:00:00Z".into(),
        FieldKind::Ref(_) => Uuid::from_u128(9).to_string().into(),
        _ => "Zoë's \\ tab\there".into(),
    };
    let mut written: BTreeMap<String, FieldValue> = catalogue(Entity::Contact)
        .iter()
        .filter(|def| def.writable && def.key != "account")
        .map(|def| (def.key.to_owned(), value(def.kind)))
        .collect();
    written.insert("custom.region".into(), "EMEA".into());
    ground.contact(id, vec![contact_created(written.clone(), None)]).await;
    ground.project(Contacts).await;

    let read = query::fields(&ground.test.pools.read, &admin(), &[id]).await.unwrap().remove(&id).unwrap();
    for (key, value) in written {
        assert_eq!(read.get(&key), Some(&serde_json::to_value(value).unwrap()), "{key}");
    }
}

#[tokio::test]
async fn a_row_follows_its_contact_whatever_the_batches_are() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let mut worker = ground.worker(Contacts);
    ground
        .contact(
            id,
            vec![
                contact_created(
                    fields(&[("full_name", "Ada Byron"), ("email", "ada@example.com"), ("custom.a", "1")]),
                    None,
                ),
                contact_changed("job_title", None, Some("Analyst")),
            ],
        )
        .await;
    settle(&mut worker).await;
    let row = get(&ground, id).await;
    assert_eq!(
        (row.full_name.as_deref(), row.job_title.as_deref(), row.version),
        (Some("Ada Byron"), Some("Analyst"), 2)
    );
    assert_eq!((row.email_status.as_str(), row.phone_status.as_str()), ("unverified", "none"));

    ground
        .contact(
            id,
            vec![
                contact_changed("job_title", Some("Analyst"), None),
                contact_changed("email_verification_status", None, Some("valid")),
                contact_changed("custom.a", Some("1"), Some("2")),
            ],
        )
        .await;
    settle(&mut worker).await;
    let row = get(&ground, id).await;
    assert_eq!(
        (row.job_title, row.email_status.as_str(), row.version, row.updated_at),
        (None, "sendable", 5, minute(1))
    );
    let all = query::fields(&ground.test.pools.read, &admin(), &[id]).await.unwrap().remove(&id).unwrap();
    assert_eq!(all.get("custom.a").and_then(|value| value.as_str()), Some("2"));
    assert_eq!(all.get("full_name").and_then(|value| value.as_str()), Some("Ada Byron"));
}

#[tokio::test]
async fn a_contact_shows_its_account_in_every_order_of_arrival() {
    let ground = Ground::new().await;
    let (account, early, late) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let mut worker = ground.worker(Contacts);
    // Linked before the account is known, in a batch of its own.
    ground.contact(early, vec![contact_created(fields(&[("email", "a@acme.example")]), Some(account))]).await;
    settle(&mut worker).await;
    assert_eq!(get(&ground, early).await.account_name, None);
    ground
        .account(account, vec![account_created(fields(&[("name", "Acme"), ("domain", "acme.example")]))])
        .await;
    settle(&mut worker).await;
    assert_eq!(get(&ground, early).await.account_name.as_deref(), Some("Acme"));

    // Account renamed and contact linked in one batch.
    ground.account(account, vec![account_changed("name", Some("Acme"), Some("Acmé Holding"))]).await;
    ground.contact(late, vec![contact_created(fields(&[("email", "b@acme.example")]), None)]).await;
    let linked = ContactEvent::ContactAccountLinked {
        source: Source::Ui,
        at: minute(2),
        account: AccountLink { account_id: account, how: LinkKind::Auto },
        previous: None,
    };
    ground.contact(late, vec![linked]).await;
    settle(&mut worker).await;
    for id in [early, late] {
        let row = get(&ground, id).await;
        assert_eq!(
            (row.account_name.as_deref(), row.account_domain.as_deref()),
            (Some("Acmé Holding"), Some("acme.example"))
        );
    }
    assert_eq!(get(&ground, late).await.account_link.as_deref(), Some("auto"));

    ground
        .contact(
            late,
            vec![ContactEvent::ContactAccountUnlinked {
                source: Source::Ui,
                at: minute(3),
                previous: AccountLink { account_id: account, how: LinkKind::Auto },
            }],
        )
        .await;
    settle(&mut worker).await;
    let row = get(&ground, late).await;
    assert_eq!((row.account_id, row.account_name, row.account_link), (None, None, None));
}

#[tokio::test]
async fn an_erased_contact_leaves_nothing_but_its_id() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let values = fields(&[
        ("full_name", "Erasmus Secret"),
        ("email", "secret@example.com"),
        ("job_title", "Secret agent"),
        ("custom.note", "secret"),
        ("country", "DK"),
        ("mobile_phone", "+12025550111"),
    ]);
    ground.contact(id, vec![contact_created(values, Some(Uuid::now_v7()))]).await;
    let mut worker = ground.worker(Contacts);
    settle(&mut worker).await;
    ground
        .contact(
            id,
            vec![ContactEvent::ContactErased { source: Source::Ui, at: minute(5), request: "R-1".into() }],
        )
        .await;
    settle(&mut worker).await;

    let row = get(&ground, id).await;
    assert!(row.erased);
    let stored: serde_json::Value =
        sqlx::query_scalar("select jsonb_strip_nulls(to_jsonb(c)) from read.contacts c where id = $1")
            .bind(id)
            .fetch_one(&ground.test.pools.read)
            .await
            .unwrap();
    let keys: Vec<&str> = stored.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "archived",
            "created_at",
            "custom",
            "email_status",
            "erased",
            "id",
            "phone_status",
            "position",
            "sequence",
            "updated_at"
        ]
    );
    let everything = ground.dump("read.contacts").await.concat().to_lowercase();
    assert!(!everything.contains("secret") && !everything.contains("555"), "{everything}");
    assert_eq!(
        query::count(&ground.test.pools.read, &admin(), &query::ContactFilter::default()).await.unwrap(),
        0
    );
}

#[tokio::test]
async fn who_may_see_what_is_part_of_the_query() {
    let ground = Ground::new().await;
    let (mine, other, me) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    ground
        .contact(
            mine,
            vec![contact_created(fields(&[("email", "m@example.com"), ("owner", &me.to_string())]), None)],
        )
        .await;
    ground.contact(other, vec![contact_created(fields(&[("email", "o@example.com")]), None)]).await;
    ground.project(Contacts).await;
    let pool = &ground.test.pools.read;
    let filter = query::ContactFilter::default();
    assert_eq!(query::count(pool, &admin(), &filter).await.unwrap(), 2);
    // Not even one whose owner the agent is: an agent's own are those in the agent's queues.
    assert_eq!(query::count(pool, &agent(me), &filter).await.unwrap(), 0);
    assert_eq!(query::count(pool, &client_user(), &filter).await.unwrap(), 0);
    assert!(query::get(pool, &agent(me), mine).await.unwrap().is_none());
    assert!(query::get(pool, &agent(me), other).await.unwrap().is_none());
    assert!(query::get(pool, &client_user(), mine).await.unwrap().is_none());
    assert!(query::fields(pool, &agent(me), &[mine, other]).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_value_that_does_not_fit_its_column_stops_the_projection_without_telling_the_value() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    ground
        .contact(
            id,
            vec![contact_created(
                fields(&[("email", "a@example.com"), ("consent_at", "last tuesday, said Jane")]),
                None,
            )],
        )
        .await;
    assert_eq!(
        settle(&mut ground.worker(Contacts)).await,
        pivotal_projections::runner::worker::Step::Stopped
    );
    let error: String = sqlx::query_scalar("select error from read.checkpoints where name = 'contacts'")
        .fetch_one(&ground.test.pools.read)
        .await
        .unwrap();
    assert_eq!(
        error,
        "ContactCreated at position 1 cannot be applied: the field consent_at holds something that is not a moment in time"
    );
}
