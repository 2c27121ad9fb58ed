//! A bit of everything that rows can go through.

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::all;
use pivotal_projections::runner::feed::Feed;
use uuid::Uuid;

use super::records::{
    account_changed, account_created, contact_changed, contact_created, fields, link, minute,
};
use super::{Ground, settle};

/// A bit of everything that rows can go through, in several batches.
pub async fn story(ground: &Ground) {
    let at = minute(4);
    let projections = all::projections(&ground.search);
    let feed = Feed::of(&projections);
    let mut workers: Vec<_> =
        projections.into_iter().map(|projection| ground.worker_on(projection, &feed)).collect();
    let accounts: Vec<Uuid> = (0..3).map(|_| Uuid::now_v7()).collect();
    let contacts: Vec<Uuid> = (0..30).map(|_| Uuid::now_v7()).collect();
    for (n, id) in contacts.iter().enumerate() {
        let name = format!("Pérson {n}");
        let email = format!("p{n}@acme{}.example", n % 3);
        let created = contact_created(
            fields(&[
                ("full_name", &name),
                ("email", &email),
                ("custom.n", &n.to_string()),
                ("country", "DK"),
            ]),
            (n % 2 == 0).then_some(accounts[n % 3]),
        );
        ground.contact(*id, vec![created]).await;
        if n == 15 {
            for worker in &mut workers {
                settle(worker).await;
            }
        }
    }
    for (n, id) in accounts.iter().enumerate() {
        ground
            .account(
                *id,
                vec![account_created(fields(&[
                    ("name", &format!("Acme {n}")),
                    ("domain", &format!("acme{n}.example")),
                ]))],
            )
            .await;
    }
    for worker in &mut workers {
        settle(worker).await;
    }
    ground.account(accounts[1], vec![account_changed("name", Some("Acme 1"), Some("Acme Ltd"))]).await;
    for (n, id) in contacts.iter().enumerate() {
        let events = match n % 6 {
            0 => vec![
                contact_changed("job_title", None, Some("VP")),
                contact_changed("custom.n", Some("0"), None),
            ],
            1 => vec![ContactEvent::ContactArchived { source: Source::Ui, at, reason: Some("left".into()) }],
            2 => vec![
                ContactEvent::ContactArchived { source: Source::Ui, at, reason: None },
                ContactEvent::ContactRestored { source: Source::Ui, at },
            ],
            3 => vec![ContactEvent::ContactAccountLinked {
                source: Source::Ui,
                at,
                account: link(accounts[2]),
                previous: None,
            }],
            4 => vec![ContactEvent::ContactErased { source: Source::Ui, at, request: "R".into() }],
            _ => continue,
        };
        ground.contact(*id, events).await;
        if n % 6 == 4 {
            ground.test.log.keys.destroy(*id).await.unwrap();
        }
    }
    for worker in &mut workers {
        settle(worker).await;
    }
}
