//! Email templates as their events say: drafts, versions that stay as they were, and where each stands.

use pivotal_domain::audience::record::source::Source;
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;
use pivotal_domain::email::templates::{EmailTemplate, Status};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::email::templates::project::EmailTemplates;
use pivotal_projections::email::templates::query::{self, TemplatesFilter};
use pivotal_projections::email::templates::story;
use pivotal_projections::page::PageArgs;
use pivotal_projections::verify::{Part, Verifier};
use uuid::Uuid;

use crate::support::records::{ADA, admin, agent, minute};
use crate::support::{Ground, settle};

const WELCOME: Uuid = Uuid::from_u128(0x21);
const OTHER: Uuid = Uuid::from_u128(0x22);
const BOB: Uuid = Uuid::from_u128(0x31);

fn content(inside: &str) -> Content {
    Content {
        subject: format!("About {inside}"),
        mjml: format!("<mjml>{inside}</mjml>"),
        ..Content::starter()
    }
}

fn created(name: &str, inside: &str) -> TemplateEvent {
    let details = Details { name: name.into(), brand: Some("Northwind".into()), tags: vec!["Berlin".into()] };
    TemplateEvent::EmailTemplateCreated { at: minute(0), by: ADA, details, content: content(inside) }
}

fn saved(revision: u32, inside: &str) -> TemplateEvent {
    TemplateEvent::EmailTemplateDraftSaved { at: minute(1), by: BOB, revision, content: content(inside) }
}

fn submitted(version: u32, inside: &str) -> TemplateEvent {
    TemplateEvent::EmailTemplateSubmitted { at: minute(2), by: ADA, version, hash: content(inside).hash() }
}

async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::EmailTemplates], |_| {}).await.unwrap();
    report.differences.into_iter().map(|difference| difference.what).collect()
}

#[tokio::test]
async fn a_version_stays_as_it_was_submitted_while_the_draft_goes_on() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailTemplates);
    let events = vec![
        created("Welcome", "one"),
        submitted(1, "one"),
        saved(2, "two"),
        submitted(2, "two"),
        TemplateEvent::EmailTemplateReturned {
            at: minute(3),
            by: BOB,
            version: 2,
            submitted_by: ADA,
            reason: "A typo".into(),
        },
        saved(3, "three"),
        submitted(3, "three"),
        TemplateEvent::EmailTemplateApproved { at: minute(4), by: BOB, version: 3, submitted_by: ADA },
        saved(4, "four"),
    ];
    ground.append::<EmailTemplate>(WELCOME, events, &Source::Ui).await;
    settle(&mut worker).await;

    let pool = &ground.test.pools.read;
    let row = query::get(pool, &admin(), WELCOME).await.unwrap().unwrap();
    assert_eq!(
        (row.status.as_str(), row.revision, row.versions, row.approved),
        (Status::Draft.as_str(), 4, 3, Some(3))
    );
    assert_eq!((row.subject.as_str(), row.created_by, row.saved_by), ("About four", ADA, BOB));
    let versions = query::versions(pool, &admin(), WELCOME).await.unwrap();
    let told: Vec<(i32, &str, Option<&str>)> =
        versions.iter().map(|one| (one.number, one.standing.as_str(), one.reason.as_deref())).collect();
    assert_eq!(told, [(3, "approved", None), (2, "returned", Some("A typo")), (1, "superseded", None)]);
    let first = query::content(pool, &admin(), WELCOME, Some(1)).await.unwrap().unwrap();
    assert_eq!(first.mjml, "<mjml>one</mjml>");
    let draft = query::content(pool, &admin(), WELCOME, None).await.unwrap().unwrap();
    assert_eq!((draft.mjml.as_str(), draft.blocks.is_some()), ("<mjml>four</mjml>", true));
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    let opener = ground.opener();
    let story = story::told(Reading { pool, opener: &opener }, WELCOME).await.unwrap();
    let titles: Vec<&str> = story.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(
        (titles[0], titles[1], titles[8]),
        ("Draft saved (revision 4)", "Version 3 approved", "Created")
    );

    ground.execute("update read.email_template_versions set mjml = 'x' where number = 1").await;
    ground.execute("update read.email_templates set mjml = 'x'").await;
    assert_eq!(differences(&ground).await, ["the row differs", "the content is not what was submitted"]);
}

#[tokio::test]
async fn templates_are_found_by_words_tags_and_status_and_by_nobody_who_may_not_see_them() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailTemplates);
    ground
        .append::<EmailTemplate>(
            WELCOME,
            vec![created("Welcome", "50% off"), submitted(1, "50% off")],
            &Source::Ui,
        )
        .await;
    let archived = TemplateEvent::EmailTemplateArchived { at: minute(5) };
    ground.append::<EmailTemplate>(OTHER, vec![created("Goodbye", "other"), archived], &Source::Ui).await;
    settle(&mut worker).await;
    let pool = &ground.test.pools.read;
    let sort = Sort { field: "name".into(), direction: Direction::Ascending };
    let found = async |filter: TemplatesFilter| {
        let page = query::page(pool, &admin(), &filter, &sort, &PageArgs::first(10)).await.unwrap();
        assert_eq!(query::count(pool, &admin(), &filter).await.unwrap(), page.rows.len() as i64);
        page.rows.into_iter().map(|(_, row)| row.name).collect::<Vec<_>>()
    };
    let all = TemplatesFilter::default;
    assert_eq!(found(all()).await, ["Goodbye", "Welcome"]);
    assert_eq!(found(TemplatesFilter { archived: Some(false), ..all() }).await, ["Welcome"]);
    assert_eq!(found(TemplatesFilter { q: Some("about 50%".into()), ..all() }).await, ["Welcome"]);
    assert_eq!(found(TemplatesFilter { status: Some(Status::InReview), ..all() }).await, ["Welcome"]);
    assert_eq!(found(TemplatesFilter { tag: Some("berlin".into()), ..all() }).await, ["Goodbye", "Welcome"]);
    assert_eq!(found(TemplatesFilter { brand: Some("NORTHWIND".into()), ..all() }).await.len(), 2);
    assert!(found(TemplatesFilter { approved: true, ..all() }).await.is_empty());

    let agent = agent(ADA);
    assert_eq!(query::count(pool, &agent, &all()).await.unwrap(), 0);
    assert!(query::get(pool, &agent, WELCOME).await.unwrap().is_none());
    assert!(query::content(pool, &agent, WELCOME, None).await.unwrap().is_none());
    assert!(query::versions(pool, &agent, WELCOME).await.unwrap().is_empty());
}
