mod digest;
mod due;
mod waits;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use serde_json::{Value, json};
use uuid::Uuid;

use super::catalogue::{CATALOGUE, row, rows_for};
use super::events::NotificationEvent;
use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Whom};
use super::reads::{AGGREGATES, FACTS};
use super::words::{Shown, Tone, Words, counted, grouped};
use super::*;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::bulk::events::BulkEvent;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::domain_sets::events::DomainSetEvent;
use crate::audience::exports::events::ExportEvent;
use crate::audience::imports::events::ImportEvent;
use crate::audience::saved_views::events::SavedViewEvent;
use crate::audience::survivorship::events::SurvivorshipEvent;
use crate::campaigns::campaigns::events::CampaignEvent;
use crate::email::replies::events::EmailReplyEvent;
use crate::identity::actor::Actor;
use crate::identity::clients::events::ClientEvent;
use crate::identity::role::Role;
use crate::suppression::requests::events::RequestEvent;
use crate::suppression::retention::events::RetentionEvent;
use crate::work::tasks::events::TaskEvent;

type Preferences = TestFramework<NotificationPreferences>;

const ADA: Uuid = Uuid::from_u128(1);
const BEN: Uuid = Uuid::from_u128(2);
const RECORD: Uuid = Uuid::from_u128(3);
const WORK: Uuid = Uuid::from_u128(4);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn set(kinds: &[&str]) -> NotificationCommand {
    let in_app_off = kinds.iter().map(ToString::to_string).collect();
    NotificationCommand::SetPreferences { in_app_off, at: at() }
}

fn chosen(kinds: &[&str], before: &[&str]) -> NotificationEvent {
    let texts = |kinds: &[&str]| kinds.iter().map(ToString::to_string).collect();
    NotificationEvent::NotificationPreferencesSet {
        at: at(),
        in_app_off: texts(kinds),
        previous: texts(before),
    }
}

/// What the row of a kind makes of a payload that somebody caused.
fn tells(kind: &str, about: Uuid, by: Option<Uuid>, payload: &Value) -> Vec<News> {
    (row(kind).unwrap().tells)(&Happened { about, by, payload }).unwrap()
}

fn given(owner: Uuid, source: &str) -> Value {
    json!({ "ContactFieldsChanged": { "source": source, "at": at(), "changes": { "owner": { "new": owner } } } })
}

fn words(kind: &str, name: Option<&str>, details: &Details, subject: Option<Subject>) -> Words {
    (row(kind).unwrap().words)(&Shown { by: Some("Ben"), subject, name, details })
}

#[test]
fn kinds_are_switched_off_once_and_in_the_order_of_the_table() {
    Preferences::with(())
        .given_no_previous_events()
        .when(set(&["view_shared", "import_ended", "view_shared"]))
        .then_expect_events(vec![chosen(&["import_ended", "view_shared"], &[])]);
    let given = || Preferences::with(()).given(vec![chosen(&["import_ended"], &[])]);
    given().when(set(&["import_ended"])).then_expect_events(vec![]);
    given().when(set(&[])).then_expect_events(vec![chosen(&[], &["import_ended"])]);
    given().when(set(&["weather"])).then_expect_error(NotificationError::UnknownKind("weather".into()));
}

#[test]
fn the_table_names_each_kind_once_and_only_what_the_log_knows() {
    let kinds: BTreeSet<&str> = CATALOGUE.iter().map(|row| row.kind).collect();
    assert_eq!(kinds.len(), CATALOGUE.len());
    let known: BTreeSet<&str> = [
        ContactEvent::NAMES,
        AccountEvent::NAMES,
        ImportEvent::NAMES,
        BulkEvent::NAMES,
        ExportEvent::NAMES,
        SurvivorshipEvent::NAMES,
        SavedViewEvent::NAMES,
        TaskEvent::NAMES,
        RequestEvent::NAMES,
        RetentionEvent::NAMES,
        ClientEvent::NAMES,
        DomainSetEvent::NAMES,
        CampaignEvent::NAMES,
        EmailReplyEvent::NAMES,
        &[
            "campaign_needs_somebody",
            "duplicates_looked",
            "email_verification_ended",
            "enrichment_ended",
            "phone_lookup_ended",
            "privacy_request_due",
            "task_due",
        ],
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect();
    for row in CATALOGUE {
        assert!(!row.for_whom.is_empty() && row.reads().count() > 0, "{}", row.kind);
        for name in row.reads() {
            assert!(known.contains(name), "{}: there is no {name}", row.kind);
        }
    }
    for aggregate in ["contact", "bulk", "saved_view", "task", "user", "notification_preferences"] {
        assert!(AGGREGATES.contains(&aggregate), "{aggregate}");
    }
    for fact in ["duplicates_looked", "enrichment_ended", "notifications_read", "notifications_all_read"] {
        assert!(FACTS.contains(&fact), "{fact}");
    }
}

#[test]
fn a_role_is_offered_what_it_can_be_told_of() {
    let offered = |role: Role| -> Vec<&str> {
        let client_id = role.is_client().then_some(WORK);
        rows_for(&Actor { role, client_id, ..Actor::system("ui") }).map(|row| row.kind).collect()
    };
    assert_eq!(offered(Role::Admin).len(), CATALOGUE.len());
    assert_eq!(offered(Role::Agent), ["records_assigned", "tasks_assigned", "tasks_due", "view_shared"]);
    assert_eq!(offered(Role::ClientUser), [] as [&str; 0]);
}

#[test]
fn a_matched_domain_set_is_told_to_who_brought_it_if_it_took_a_while() {
    let matched = |exact: u64, fuzzy: u64| {
        let matched = json!({ "exact": exact, "fuzzy": fuzzy, "unknown": 10, "stubs": 0 });
        json!({ "DomainSetMatched": { "at": at(), "job": WORK, "matched": matched } })
    };
    assert_eq!(tells("domain_set_matched", RECORD, Some(ADA), &matched(200, 0)), []);
    let news = tells("domain_set_matched", RECORD, Some(ADA), &matched(4_000, 3));
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.details.outcome), (&Whom::User(ADA), Outcome::Attention));
    let said = words("domain_set_matched", Some("Targets"), &told.details, told.subject);
    assert_eq!(said.title, "Matching finished: Targets");
    assert_eq!(said.text.as_deref(), Some("4,000 matched, 3 to review, 10 unknown"));
    assert_eq!(said.link, format!("/domain-sets/{RECORD}"));
    let failed =
        json!({ "DomainSetMatchingFailed": { "at": at(), "job": WORK, "error": "The file is gone." } });
    let news = tells("domain_set_matched", RECORD, Some(ADA), &failed);
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!(words("domain_set_matched", None, &told.details, told.subject).title, "Matching failed");
}

#[test]
fn the_owner_of_a_campaign_hears_of_what_they_did_not_do_themselves() {
    let paused = json!({ "CampaignPaused": { "at": at(), "reason": "complaints", "owner": BEN } });
    let news = tells("campaign_paused", WORK, None, &paused);
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.except), (&Whom::User(BEN), None));
    let said = words("campaign_paused", Some("Spring"), &told.details, told.subject);
    assert_eq!(said.title, "Campaign paused: Spring");
    assert_eq!(said.text.as_deref(), Some("Too many recipients reported it as spam."));
    assert_eq!(said.link, format!("/campaigns/{WORK}"));
    let ledger = json!({ "sent": 1_200, "excluded": 3, "unknown": 1 });
    let completed = json!({ "CampaignCompleted": { "at": at(), "ledger": ledger, "owner": BEN } });
    let news = tells("campaign_completed", WORK, Some(ADA), &completed);
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((told.except, told.details.outcome), (Some(ADA), Outcome::Attention));
    let said = words("campaign_completed", None, &told.details, told.subject);
    assert_eq!(said.text.as_deref(), Some("1,200 sent, 3 left out, 1 nobody knows of"));
    let taken_back =
        |by: &str| json!({ "CampaignUnscheduled": { "at": at(), "by": by, "faults": ["X"], "owner": BEN } });
    assert_eq!(tells("campaign_launch_failed", WORK, Some(ADA), &taken_back("person")), []);
    let news = tells("campaign_launch_failed", WORK, None, &taken_back("start"));
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    let said = words("campaign_launch_failed", Some("Spring"), &told.details, told.subject);
    assert_eq!(said.title, "Launch of a campaign failed: Spring");
}

#[test]
fn a_record_given_to_somebody_is_told_to_them_and_not_to_the_giver() {
    let payload = given(BEN, "ui");
    let news = tells("records_assigned", RECORD, Some(ADA), &payload);
    let News::Tell(told) = &news[0] else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.except), (&Whom::Owner(BEN.to_string()), Some(ADA)));
    assert_eq!(told.subject, Some(Subject { kind: SubjectKind::Contact, id: RECORD }));
    assert!(told.joins && told.details.number("contacts") == 1);
    let other = json!({ "ContactFieldsChanged": { "source": "ui", "at": at(), "changes": { "city": { "new": "Ribe" } } } });
    assert_eq!(tells("records_assigned", RECORD, Some(ADA), &other), []);
    let taken = json!({ "AccountFieldsChanged": { "source": "ui", "at": at(), "changes": { "owner": { "old": "x" } } } });
    assert_eq!(tells("records_assigned", RECORD, Some(ADA), &taken), []);
}

#[test]
fn records_of_one_piece_of_work_are_counted_and_told_at_its_end() {
    for source in [format!("bulk:{WORK}"), format!("import:{WORK}#7")] {
        let news = tells("records_assigned", RECORD, Some(ADA), &given(BEN, &source));
        let [News::Count(counted)] = news.as_slice() else { panic!("{news:?}") };
        assert_eq!((counted.work, counted.number, counted.except), (WORK, "contacts", Some(ADA)));
    }
    let ended = json!({ "BulkCompleted": { "at": at(), "counts": { "selected": 1, "changed": 1, "unchanged": 0, "refused": 0 } } });
    assert_eq!(tells("records_assigned", WORK, Some(ADA), &ended), [News::Settle { work: WORK }]);
    for source in ["seed".to_owned(), "undo:9".into(), format!("bulk-undo:{WORK}@100")] {
        assert_eq!(tells("records_assigned", RECORD, Some(ADA), &given(BEN, &source)), [], "{source}");
    }
}

#[test]
fn a_bulk_change_is_told_of_when_it_was_large_or_did_not_simply_go_well() {
    let completed = |selected: u64, refused: u64| {
        let counts = json!({ "selected": selected, "changed": selected - refused, "unchanged": 0, "refused": refused });
        json!({ "BulkCompleted": { "at": at(), "counts": counts } })
    };
    let heard = |payload: Value, by| tells("bulk_ended", WORK, by, &payload).len();
    assert_eq!(heard(completed(250, 0), Some(ADA)), 0);
    assert_eq!(heard(completed(251, 0), Some(ADA)), 1);
    assert_eq!(heard(completed(2, 1), Some(ADA)), 1);
    assert_eq!(heard(completed(9_000, 1), None), 0, "the system hears nothing");
    let failed = json!({ "BulkFailed": { "at": at(), "counts": {"selected": 0, "changed": 0, "unchanged": 0, "refused": 0}, "error": "x" } });
    let news = tells("bulk_ended", WORK, Some(ADA), &failed);
    let News::Tell(told) = &news[0] else { panic!() };
    assert_eq!((told.details.outcome, &told.whom), (Outcome::Failed, &Whom::User(ADA)));
}

#[test]
fn a_view_is_told_to_the_team_it_is_newly_shared_with() {
    let view = |team: Option<Uuid>| {
        let sharing =
            team.map_or_else(|| json!({"with": "private"}), |team| json!({"with": "team", "team": team}));
        json!({ "owner": ADA, "entity": "contact", "name": "Germans", "sharing": sharing, "content": { "columns": ["email"] } })
    };
    let created = json!({ "SavedViewCreated": { "at": at(), "view": view(Some(BEN)) } });
    let news = tells("view_shared", RECORD, Some(ADA), &created);
    let News::Tell(told) = &news[0] else { panic!() };
    assert_eq!((&told.whom, told.except), (&Whom::Team(BEN), Some(ADA)));
    let changed = |before: Option<Uuid>, now: Option<Uuid>| json!({ "SavedViewChanged": { "at": at(), "view": view(now), "previous": view(before) } });
    assert_eq!(tells("view_shared", RECORD, Some(ADA), &changed(None, Some(BEN))).len(), 1);
    assert_eq!(tells("view_shared", RECORD, Some(ADA), &changed(Some(BEN), Some(BEN))), []);
    assert_eq!(tells("view_shared", RECORD, Some(ADA), &changed(Some(BEN), None)), []);
}

#[test]
fn a_task_is_told_to_whom_somebody_gave_it() {
    let assigned = |by: Option<Uuid>, to: Option<Uuid>| {
        let event = TaskEvent::TaskAssigned { at: at(), by, assignee: to, previous: Some(RECORD) };
        tells("tasks_assigned", WORK, by, &serde_json::to_value(event).unwrap())
    };
    let news = assigned(Some(ADA), Some(BEN));
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.except), (&Whom::User(BEN), Some(ADA)));
    assert_eq!(told.subject, Some(Subject { kind: SubjectKind::Task, id: WORK }));
    assert!(told.joins && told.details.number("tasks") == 1);
    assert_eq!(assigned(Some(ADA), None), [], "taken from somebody");
    assert_eq!(assigned(None, Some(BEN)), [], "sample data");

    let shown = |tasks, name, subject| {
        let words = words("tasks_assigned", name, &Details::of(Outcome::Done, &[("tasks", tasks)]), subject);
        (words.title, words.link)
    };
    let one = Some(Subject { kind: SubjectKind::Task, id: WORK });
    let link = format!("/tasks?task={WORK}");
    let title = "The task \"Call back\" was assigned to you by Ben".to_owned();
    assert_eq!(shown(1, Some("Call back"), one), (title, link.clone()));
    assert_eq!(shown(1, None, one), ("A task was assigned to you by Ben".to_owned(), link));
    assert_eq!(shown(3, None, None), ("3 tasks were assigned to you by Ben".to_owned(), "/tasks".to_owned()));
}

#[test]
fn a_reply_is_told_to_whom_somebody_gave_it() {
    let assigned = |to: Option<Uuid>| {
        let event = EmailReplyEvent::EmailReplyAssigned { at: at(), to, previous: None };
        tells("replies_assigned", WORK, Some(ADA), &serde_json::to_value(event).unwrap())
    };
    let news = assigned(Some(BEN));
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.except), (&Whom::User(BEN), Some(ADA)));
    assert_eq!(assigned(None), [], "taken from somebody");
    let shown = |replies, name| {
        let details = Details::of(Outcome::Done, &[("replies", replies)]);
        let words = words("replies_assigned", name, &details, told.subject);
        (words.title, words.link)
    };
    let link = format!("/campaigns/replies?open={WORK}");
    let title = "A reply of Ida was given to you by Ben".to_owned();
    assert_eq!(shown(1, Some("Ida")), (title, link.clone()));
    assert_eq!(shown(1, None), ("A reply was given to you by Ben".to_owned(), link));
    let several = ("3 replies were given to you by Ben".to_owned(), "/campaigns/replies?with=me".to_owned());
    assert_eq!(shown(3, Some("Ida")), several);
}

#[test]
fn a_request_is_told_to_whom_it_was_given_and_again_when_it_is_due() {
    let assigned = |by: Uuid, to: Option<Uuid>| {
        let event = RequestEvent::RequestAssigned { at: at(), by, assignee: to, previous: None };
        tells("requests_assigned", WORK, Some(by), &serde_json::to_value(event).unwrap())
    };
    let news = assigned(ADA, Some(BEN));
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.except), (&Whom::User(BEN), Some(ADA)));
    assert_eq!(told.subject, Some(Subject { kind: SubjectKind::PrivacyRequest, id: WORK }));
    assert_eq!(assigned(ADA, None), [], "taken from somebody");
    assert_eq!(assigned(Uuid::nil(), Some(BEN)), [], "sample data");
    let due = |overdue: bool| json!({ "PrivacyRequestDue": { "at": at(), "assignee": BEN, "due_at": at(), "overdue": overdue } });
    let news = tells("requests_due", WORK, None, &due(true));
    let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&told.whom, told.details.outcome), (&Whom::User(BEN), Outcome::Failed));
    let shown = words("requests_due", None, &told.details, told.subject);
    assert_eq!(shown.title, "The time to answer a request is over");
    assert_eq!(shown.link, format!("/compliance/requests/{WORK}"));
}

#[test]
fn who_looks_after_a_client_hears_of_it_unless_it_was_their_own_doing() {
    let (by, owner) = (Uuid::from_u128(21), Uuid::from_u128(22));
    let at = chrono::DateTime::UNIX_EPOCH;
    let told =
        |by, event: &ClientEvent| tells("clients_of_mine", WORK, by, &serde_json::to_value(event).unwrap());
    let given = ClientEvent::ClientOwnerChanged { at, owner: Some(owner), previous: None };
    let news = told(Some(by), &given);
    let [News::Tell(one)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((&one.whom, one.except), (&Whom::User(owner), Some(by)));
    assert_eq!(told(None, &given), vec![], "sample data");
    let archived = ClientEvent::ClientArchived { at, reason: None, owner: Some(owner) };
    assert_eq!(told(Some(by), &archived).len(), 1);
    let taken = ClientEvent::ClientOwnerChanged { at, owner: None, previous: Some(owner) };
    assert_eq!(told(Some(by), &taken), vec![]);
    let subject = Some(Subject { kind: SubjectKind::Client, id: WORK });
    let said =
        words("clients_of_mine", Some("Norhavn"), &Details::of(Outcome::Done, &[("archived", 1)]), subject);
    assert!(said.title.starts_with("Norhavn was archived"), "{}", said.title);
    assert_eq!(said.link, format!("/clients/{WORK}"));
}

#[test]
fn words_count_name_and_lead_somewhere() {
    let assigned = |numbers: &[(&str, u64)], name, subject| {
        words("records_assigned", name, &Details::of(Outcome::Done, numbers), subject)
    };
    let contact = Some(Subject { kind: SubjectKind::Contact, id: RECORD });
    let many = assigned(&[("contacts", 4_210)], None, None);
    assert_eq!(many.title, "4,210 contacts were assigned to you by Ben");
    assert!(many.link.starts_with("/contacts?filter="), "{}", many.link);
    let one = assigned(&[("contacts", 1)], Some("Ada Lovelace"), contact);
    assert_eq!(one.title, "Ada Lovelace was assigned to you by Ben");
    assert_eq!(one.link, format!("/contacts/{RECORD}"));
    assert_eq!(assigned(&[("contacts", 1)], None, contact).title, "A contact was assigned to you by Ben");
    let both = assigned(&[("contacts", 2), ("accounts", 1)], None, None);
    assert_eq!(both.title, "2 contacts and 1 account were assigned to you by Ben");

    let import = Some(Subject { kind: SubjectKind::Import, id: WORK });
    let details = Details::of(Outcome::Attention, &[("created", 1_100), ("rejected", 20), ("rows", 1_120)]);
    assert_eq!(
        words("import_ended", Some("fair.csv"), &details, import),
        Words {
            title: "Import finished: fair.csv".into(),
            text: Some("1,100 created, 20 rejected".into()),
            link: format!("/contacts/imports/{WORK}"),
            tone: Tone::Warning,
        }
    );
    let unchanged = Details::of(Outcome::Done, &[("rows", 1)]);
    let text = words("import_ended", None, &unchanged, import).text;
    assert_eq!(text.as_deref(), Some("1 row, nothing to change"));
}

#[test]
fn every_kind_has_words_for_a_row_it_knows_nothing_of() {
    for outcome in [Outcome::Done, Outcome::Attention, Outcome::Stopped, Outcome::Failed] {
        for row in CATALOGUE {
            let details = Details::of(outcome, &[]);
            let words = (row.words)(&Shown { by: None, subject: None, name: None, details: &details });
            assert!(!words.title.is_empty() && words.link.starts_with('/'), "{}", row.kind);
        }
    }
}

#[test]
fn numbers_read_as_people_write_them() {
    assert_eq!(
        (grouped(0), grouped(999), grouped(1_000_000)),
        ("0".into(), "999".into(), "1,000,000".into())
    );
    assert_eq!((counted(1, "row", "rows"), counted(0, "row", "rows")), ("1 row".into(), "0 rows".into()));
}
