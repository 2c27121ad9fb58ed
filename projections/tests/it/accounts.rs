//! The accounts read model.

use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::accounts::project::Accounts;
use pivotal_projections::audience::accounts::query::{self, AccountFilter};
use uuid::Uuid;

use crate::support::records::{account_changed, account_created, admin, contact_created, fields, minute};
use crate::support::{Ground, settle};

#[tokio::test]
async fn an_account_counts_its_active_contacts_through_everything_that_moves_them() {
    let ground = Ground::new().await;
    let (acme, bolt, contact) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    for (id, name) in [(acme, "Acme"), (bolt, "Bolt")] {
        ground.account(id, vec![account_created(fields(&[("name", name)]))]).await;
    }
    let mut worker = ground.worker(Accounts);
    let counts = async |worker: &mut _| {
        settle(worker).await;
        let row = async |id| {
            query::get(&ground.test.pools.read, &admin(), id).await.unwrap().unwrap().contact_count
        };
        (row(acme).await, row(bolt).await)
    };
    let at = minute(1);
    let link = |account_id| AccountLink { account_id, how: LinkKind::Manual };
    let steps: Vec<(Vec<ContactEvent>, (i64, i64))> = vec![
        (vec![contact_created(fields(&[("email", "a@example.com")]), Some(acme))], (1, 0)),
        (
            vec![ContactEvent::ContactAccountLinked {
                source: Source::Ui,
                at,
                account: link(bolt),
                previous: Some(link(acme)),
            }],
            (0, 1),
        ),
        (vec![ContactEvent::ContactArchived { source: Source::Ui, at, reason: None }], (0, 0)),
        (
            vec![
                ContactEvent::ContactRestored { source: Source::Ui, at },
                ContactEvent::ContactAccountLinked {
                    source: Source::Ui,
                    at,
                    account: link(acme),
                    previous: Some(link(bolt)),
                },
            ],
            (1, 0),
        ),
        (vec![ContactEvent::ContactAccountUnlinked { source: Source::Ui, at, previous: link(acme) }], (0, 0)),
        (
            vec![ContactEvent::ContactAccountLinked {
                source: Source::Ui,
                at,
                account: link(acme),
                previous: None,
            }],
            (1, 0),
        ),
        (vec![ContactEvent::ContactErased { source: Source::Ui, at, request: "R".into() }], (0, 0)),
    ];
    for (events, expected) in steps {
        ground.contact(contact, events.clone()).await;
        assert_eq!(counts(&mut worker).await, expected, "after {events:?}");
    }
}

#[tokio::test]
async fn money_status_and_archiving_show_as_lists_need_them() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let mut values = fields(&[("name", "Übung GmbH"), ("status", "stub")]);
    values.insert(
        "annual_revenue".into(),
        FieldValue::Money { amount: "12345678901234567890.12".into(), currency: "EUR".into() },
    );
    ground.account(id, vec![account_created(values)]).await;
    let mut worker = ground.worker(Accounts);
    settle(&mut worker).await;
    let pool = &ground.test.pools.read;
    let row = query::get(pool, &admin(), id).await.unwrap().unwrap();
    assert_eq!(
        (row.annual_revenue_amount.as_deref(), row.annual_revenue_currency.as_deref(), row.status.as_str()),
        (Some("12345678901234567890.12"), Some("EUR"), "stub")
    );
    let all = query::fields(pool, &admin(), &[id]).await.unwrap().remove(&id).unwrap();
    assert_eq!(
        all["annual_revenue"],
        serde_json::json!({"amount": "12345678901234567890.12", "currency": "EUR"})
    );

    ground
        .account(id, vec![AccountEvent::AccountArchived { source: Source::Ui, at: minute(1), reason: None }])
        .await;
    settle(&mut worker).await;
    assert_eq!(query::get(pool, &admin(), id).await.unwrap().unwrap().status, "archived");
    let archived =
        AccountFilter { status: Some("archived".into()), archived: Some(false), ..AccountFilter::default() };
    assert_eq!(query::count(pool, &admin(), &archived).await.unwrap(), 1);

    ground
        .account(
            id,
            vec![
                AccountEvent::AccountRestored { source: Source::Ui, at: minute(2) },
                account_changed("status", Some("stub"), Some("active")),
            ],
        )
        .await;
    settle(&mut worker).await;
    assert_eq!(query::get(pool, &admin(), id).await.unwrap().unwrap().status, "active");
    let by_word =
        AccountFilter { q: Some("ubung".into()), archived: Some(false), ..AccountFilter::default() };
    assert_eq!(query::count(pool, &admin(), &by_word).await.unwrap(), 1);
}
