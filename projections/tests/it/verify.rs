//! Verifying: clean when all is well, and every kind of damage named.

use pivotal_domain::audience::contacts::{Contact, keys};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::events::{FileFormat, ImportEvent, Upload};
use pivotal_domain::audience::record::source::Source;
use pivotal_log::append::{Append, GuardOp, Lane};
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::history::project::History;
use pivotal_projections::audience::imports::project::Imports;
use pivotal_projections::verify::{Part, Report, Verifier};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{contact_changed, contact_created, fields, metadata, minute};
use crate::support::story::story;

async fn verify(ground: &Ground, parts: &[Part]) -> Report {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    verifier.run(parts, |_| {}).await.unwrap()
}

/// What differs, without the guards: the story's events are written past the commands that keep them.
fn rows(report: &Report) -> Vec<String> {
    let all = report
        .differences
        .iter()
        .filter(|difference| !difference.what.contains("claim") && !difference.what.contains("match key"));
    all.map(|difference| {
        format!("{}: {}", difference.record.split(' ').next().unwrap_or_default(), difference.what)
    })
    .collect()
}

#[tokio::test]
async fn what_the_projections_made_of_a_long_story_is_what_the_log_says() {
    let ground = Ground::new().await;
    story(&ground).await;
    pivotal_log::seals::seal_to_head(&ground.test.pools.write).await.unwrap();
    let report = verify(&ground, &Part::ALL).await;
    assert_eq!(rows(&report), Vec::<String>::new());
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    let checked = |part| report.checked.iter().find(|(of, _)| *of == part).map(|(_, count)| *count);
    assert_eq!(
        (checked(Part::Contacts), checked(Part::Accounts), checked(Part::Seals)),
        (Some(30), Some(3), Some(1))
    );
}

#[tokio::test]
async fn every_damage_to_rows_is_named() {
    let ground = Ground::new().await;
    story(&ground).await;
    let clean = rows(&verify(&ground, &Part::ALL).await);
    assert!(clean.is_empty(), "{clean:?}");
    let damages = [
        (
            "update read.contacts set job_title = 'Another' where id = (select id from read.contacts where job_title is not null limit 1)",
            "contacts: job_title differs",
        ),
        (
            "update read.contacts set city = 'Nowhere' where id = (select id from read.contacts where not erased limit 1)",
            "contacts: city follows from no event",
        ),
        (
            "update read.contacts set custom = '{}' where id = (select id from read.contacts where custom <> '{}' limit 1)",
            "contacts: custom.n differs",
        ),
        (
            "update read.contacts set full_name = 'Back again' where erased and id = (select id from read.contacts where erased limit 1)",
            "contacts: full_name follows from no event",
        ),
        (
            "update read.contacts set account_name = 'Wrong' where id = (select id from read.contacts where account_name is not null limit 1)",
            "contacts: account_name or account_domain differs",
        ),
        (
            "update read.contacts set archived = not archived where id = (select id from read.contacts limit 1)",
            "contacts: archived or erased differs",
        ),
        (
            "delete from read.contacts where id = (select id from read.contacts limit 1)",
            "contacts: the row is missing",
        ),
        (
            "update read.contacts set id = gen_random_uuid() where id = (select id from read.contacts limit 1)",
            "contacts: the row is missing",
        ),
        (
            "update read.account_activity set contact_count = contact_count + 1 where account_id = (select account_id from read.account_activity limit 1)",
            "accounts: contact_count differs",
        ),
        (
            "update read.accounts set domain = 'x.example' where id = (select id from read.accounts limit 1)",
            "accounts: domain differs",
        ),
        ("delete from read.history where position = 3", "history: the row is missing"),
        ("update read.history set actor = 'somebody' where position = 3", "history: actor differs"),
        ("update read.history set at = at + interval '1 second' where position = 3", "history: time differs"),
        (
            "insert into read.history select 999999, entity, entity_id, sequence, event_type, fields, actor, source, import_id, import_row, at from read.history limit 1",
            "history: the row belongs to no event",
        ),
    ];
    let tables = ["contacts", "accounts", "account_activity", "history"];
    for table in tables {
        ground.execute(&format!("create table public.good_{table} as table read.{table}")).await;
    }
    for (damage, expected) in damages {
        ground.execute(damage).await;
        let found = rows(&verify(&ground, &[Part::Contacts, Part::Accounts, Part::History]).await);
        assert!(found.iter().any(|found| found == expected), "{damage}: {found:?}");
        for table in tables {
            ground
                .execute(&format!(
                    "truncate read.{table}; insert into read.{table} table public.good_{table}"
                ))
                .await;
        }
    }
}

#[tokio::test]
async fn guards_are_held_against_the_log_in_both_directions() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let mut append = Append::new(Lane::Interactive);
    append
        .events::<Contact>(
            id,
            0,
            vec![contact_created(fields(&[("email", "a@acme.example")]), None)],
            &metadata(&Source::Ui),
        )
        .unwrap();
    append.guards = vec![
        GuardOp::Claim {
            scope: keys::EMAIL,
            key: ground.test.log.blind.key(keys::EMAIL, "a@acme.example"),
            owner: id,
        },
        GuardOp::AddKey {
            scope: keys::UNLINKED_DOMAIN,
            key: ground.test.log.blind.key(keys::UNLINKED_DOMAIN, "acme.example"),
            owner: id,
        },
    ];
    ground.test.log.append(append).await.unwrap();
    ground.project(Contacts).await;
    let report = verify(&ground, &[Part::Contacts]).await;
    assert!(report.is_clean(), "{:?}", report.differences);

    ground.execute("update guard.claims set key = 'x'").await;
    ground.execute("delete from guard.match_keys").await;
    let whats: Vec<String> = verify(&ground, &[Part::Contacts])
        .await
        .differences
        .into_iter()
        .map(|difference| difference.what)
        .collect();
    assert_eq!(
        whats,
        [
            "the claim on contact.email is missing",
            "the claim on contact.email follows from no event",
            "the match key on contact.unlinked_domain is missing"
        ]
    );
}

#[tokio::test]
async fn rows_behind_the_log_are_compared_at_their_own_position() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    ground.contact(id, vec![contact_created(fields(&[("email", "a@example.com")]), None)]).await;
    ground.project(Contacts).await;
    ground.contact(id, vec![contact_changed("city", None, Some("Oslo"))]).await;
    assert_eq!(rows(&verify(&ground, &[Part::Contacts]).await), Vec::<String>::new());
    ground.execute("update read.contacts set city = 'Oslo', sequence = 2").await;
    assert!(!rows(&verify(&ground, &[Part::Contacts]).await).is_empty());
}

#[tokio::test]
async fn what_cannot_be_compared_is_said_not_passed_over() {
    let ground = Ground::new().await;
    ground.project(Contacts).await;
    ground.execute("update log.epoch set id = gen_random_uuid()").await;
    let report = verify(&ground, &[Part::Contacts, Part::Accounts]).await;
    assert_eq!(
        report.skipped,
        ["contacts: its rows belong to another log and wait for their rebuild", "accounts: it has never run"]
    );
    assert!(!report.is_clean());
}

#[tokio::test]
async fn a_tampered_log_breaks_its_seal_and_outcomes_must_add_up() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let format =
        FileFormat { encoding: "UTF-8".into(), delimiter: ',', header_row: 1, headers: vec!["Email".into()] };
    let upload = Upload {
        name: "x".into(),
        file_name: "x.csv".into(),
        file_key: "k".into(),
        file_size: 1,
        file_hash: "h".into(),
        format,
        sheets: vec![],
        sheet: None,
        parent: None,
    };
    ground
        .append::<Import>(id, vec![ImportEvent::ImportUploaded { at: minute(0), upload }], &Source::Ui)
        .await;
    ground.project(Imports).await;
    ground.project(History).await;
    pivotal_log::seals::seal_to_head(&ground.test.pools.write).await.unwrap();
    assert!(verify(&ground, &[Part::Imports, Part::Seals]).await.is_clean());

    ground.execute("update read.imports set read_rows = 1, created = 1").await;
    ground.execute("alter table log.events disable trigger all; update log.events set recorded_at = recorded_at + interval '1 second'").await;
    let report = verify(&ground, &[Part::Imports, Part::Seals]).await;
    assert_eq!(
        rows(&report),
        [
            "imports: the outcomes differ from the sum of the chunks",
            "imports: the number of records it made differs from its outcomes",
            "log: what is stored is not what was sealed"
        ]
    );
}
