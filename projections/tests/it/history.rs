//! A record's history.

use std::collections::BTreeMap;

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::change::{KeptRule, KeptValue};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::events::RequestEvent;
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::received::Subject;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::history::project::History;
use pivotal_projections::audience::history::query::{HistoryEntry, count, page};
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::requests::project::PrivacyRequests;
use serde_json::json;
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{
    ADA, account_created, admin, change, client_user, contact_changed, contact_created, fields, minute,
};

async fn entries(ground: &Ground, id: Uuid, args: PageArgs) -> Vec<(String, HistoryEntry)> {
    page(&ground.test.pools.read, &ground.opener(), &admin(), Entity::Contact, id, &args).await.unwrap().rows
}

#[tokio::test]
async fn each_event_says_who_when_from_where_and_what_with_old_and_new_value() {
    let ground = Ground::new().await;
    let (id, account) = (Uuid::now_v7(), Uuid::now_v7());
    ground.account(account, vec![account_created(fields(&[("name", "Acme")]))]).await;
    ground
        .contact(
            id,
            vec![contact_created(
                fields(&[("full_name", "Ada"), ("email", "ada@example.com")]),
                Some(account),
            )],
        )
        .await;
    let import = Uuid::now_v7();
    let source = Source::Import { id: import, row: 12 };
    let changed = ContactEvent::ContactFieldsChanged {
        source: source.clone(),
        at: minute(3),
        changes: BTreeMap::from([
            ("job_title".to_owned(), change(None, Some("VP Sales"))),
            ("seniority_level".to_owned(), change(None, Some("VP"))),
        ]),
        derived: vec!["seniority_level".into()],
        kept: BTreeMap::from([(
            "full_name".to_owned(),
            KeptValue { candidate: "ADA".into(), rule: KeptRule::SourcePriority },
        )]),
    };
    let position = ground.append::<Contact>(id, vec![changed], &source).await;
    ground.project(Contacts).await;
    ground.project(History).await;

    let rows = entries(&ground, id, PageArgs::first(10)).await;
    let newest = &rows[0].1;
    assert_eq!(
        (newest.position, newest.sequence, newest.title.as_str(), newest.at),
        (position, 2, "Job title changed", minute(3))
    );
    assert_eq!(
        (newest.source.as_str(), newest.source_label.as_str(), newest.import_id, newest.import_row),
        (format!("import:{import}#12").as_str(), "Import, row 12", Some(import), Some(12))
    );
    assert_eq!((newest.actor_id, newest.role.as_str(), newest.undoable), (Some(ADA), "admin", true));
    let said: Vec<_> = newest
        .changes
        .iter()
        .map(|change| {
            (
                change.field.as_str(),
                change.old.clone(),
                change.new.clone(),
                change.kept,
                change.derived,
                change.rule,
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("job_title", None, Some(json!("VP Sales")), false, false, None),
            ("seniority_level", None, Some(json!("VP")), false, true, None),
            ("full_name", Some(json!("Ada")), Some(json!("ADA")), true, false, Some("source_priority")),
        ]
    );
    let created = &rows[1].1;
    assert_eq!((created.title.as_str(), created.source_label.as_str()), ("Created", "Typed in"));
    assert!(
        created.changes.iter().any(|change| change.field == "account" && change.new == Some(json!("Acme")))
    );
    assert_eq!(count(&ground.test.pools.read, &admin(), Entity::Contact, id).await.unwrap(), 2);
}

#[tokio::test]
async fn history_is_paged_newest_first_in_both_directions() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let mut events = vec![contact_created(fields(&[("email", "a@example.com")]), None)];
    events.extend((0..6).map(|n| contact_changed("city", None, Some(&format!("City {n}")))));
    ground.contact(id, events).await;
    ground.project(Contacts).await;
    ground.project(History).await;
    let first = entries(&ground, id, PageArgs::first(3)).await;
    assert_eq!(first.iter().map(|(_, entry)| entry.sequence).collect::<Vec<_>>(), [7, 6, 5]);
    let next =
        entries(&ground, id, PageArgs { first: 3, after: Some(first[2].0.clone()), before: None }).await;
    assert_eq!(next.iter().map(|(_, entry)| entry.sequence).collect::<Vec<_>>(), [4, 3, 2]);
    let back =
        entries(&ground, id, PageArgs { first: 3, after: None, before: Some(next[0].0.clone()) }).await;
    assert_eq!(back.iter().map(|(_, entry)| entry.sequence).collect::<Vec<_>>(), [7, 6, 5]);
}

#[tokio::test]
async fn the_read_model_holds_no_value_and_nothing_at_all_about_an_erased_person() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    ground
        .contact(
            id,
            vec![
                contact_created(fields(&[("full_name", "Secret"), ("email", "secret@example.com")]), None),
                contact_changed("full_name", Some("Secret"), Some("Secret Two")),
            ],
        )
        .await;
    ground.project(Contacts).await;
    ground.project(History).await;
    let rows = ground.dump("read.history").await.concat();
    assert!(!rows.to_lowercase().contains("secret"), "{rows}");
    assert!(rows.contains("{full_name}"));

    ground
        .contact(
            id,
            vec![ContactEvent::ContactErased { source: Source::Ui, at: minute(9), request: "R-7".into() }],
        )
        .await;
    ground.test.log.keys.destroy(id).await.unwrap();
    ground.project(Contacts).await;
    ground.project(History).await;
    assert!(!ground.dump("read.history").await.concat().contains("full_name"));
    let entries = entries(&ground, id, PageArgs::first(10)).await;
    assert_eq!(
        entries.iter().map(|(_, entry)| entry.title.as_str()).collect::<Vec<_>>(),
        ["Personal data erased (request R-7)", "Changed", "Created"]
    );
    assert!(entries.iter().all(|(_, entry)| !entry.undoable && entry.changes.is_empty()));
}

#[tokio::test]
async fn an_erasure_says_by_whose_word_and_names_the_request_to_who_may_handle_it() {
    let ground = Ground::new().await;
    let (request, typed) = (Uuid::now_v7(), Uuid::now_v7());
    let received = RequestEvent::RequestReceived {
        at: minute(0),
        by: ADA,
        kind: RequestKind::Erasure,
        came_by: CameBy::Email,
        received_at: minute(0),
        due_at: minute(9),
        subject: Subject { name: None, email: Some("secret@example.com".into()), phone: None },
        contact: None,
        hashes: Vec::new(),
        note: None,
        identity: None,
        source: "ui".into(),
    };
    ground.append::<Request>(request, vec![received], &Source::Ui).await;
    ground.project(PrivacyRequests).await;
    let manager = Actor { user_id: ADA, role: Role::CampaignManager, ..Actor::system("ui") };
    let at_request = "Personal data erased at the person's request";
    for (word, title, named) in [
        (request.to_string(), at_request, Some(request)),
        // Somebody wrote an id that is none of the register's.
        (typed.to_string(), at_request, None),
        (
            "Retention: archived contacts, kept 2 years".to_owned(),
            "Personal data erased by retention: archived contacts, kept 2 years",
            None,
        ),
        ("R-7".to_owned(), "Personal data erased (request R-7)", None),
    ] {
        let id = Uuid::now_v7();
        let erased = ContactEvent::ContactErased { source: Source::Ui, at: minute(9), request: word };
        ground
            .contact(
                id,
                vec![contact_created(fields(&[("full_name", "Secret"), ("email", "a@example.com")]), None)],
            )
            .await;
        ground.contact(id, vec![erased]).await;
        ground.project(Contacts).await;
        ground.project(History).await;
        for (viewer, expected) in [(admin(), named), (manager.clone(), None)] {
            let shown = page(
                &ground.test.pools.read,
                &ground.opener(),
                &viewer,
                Entity::Contact,
                id,
                &PageArgs::first(1),
            )
            .await
            .unwrap();
            let entry = &shown.rows[0].1;
            assert_eq!((entry.title.as_str(), entry.request_id), (title, expected), "{:?}", viewer.role);
        }
    }
}

#[tokio::test]
async fn nobody_reads_the_history_of_a_record_they_may_not_see() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    ground.contact(id, vec![contact_created(fields(&[("email", "a@example.com")]), None)]).await;
    ground.project(Contacts).await;
    ground.project(History).await;
    let hidden = page(
        &ground.test.pools.read,
        &ground.opener(),
        &client_user(),
        Entity::Contact,
        id,
        &PageArgs::first(10),
    )
    .await
    .unwrap();
    assert!(hidden.rows.is_empty());
    assert_eq!(count(&ground.test.pools.read, &client_user(), Entity::Contact, id).await.unwrap(), 0);
}
