//! Samples of what happens to contacts, accounts and what people keep beside them. The files beside this one are never edited, once
//! they are on main: whoever changes one makes every log that holds the event unreadable.

use chrono::{DateTime, TimeZone, Utc};
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::custom_fields::events::CustomFieldEvent;
use pivotal_domain::audience::enrichment::events::{
    AskedOutside, Because, Classifier, ENRICHMENT_ASKED, ENRICHMENT_ASKED_VERSION, ENRICHMENT_ENDED,
    ENRICHMENT_ENDED_VERSION, EnrichmentEvent, EnrichmentFact, LookEnded, Suggested,
};
use pivotal_domain::audience::exports::events::{
    ExportEvent, ExportFormat, Removal, Request, Restricted, Written,
};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::{FieldChange, KeptRule, KeptValue};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::saved_views::View;
use pivotal_domain::audience::saved_views::content::{ViewContent, ViewSort};
use pivotal_domain::audience::saved_views::events::SavedViewEvent;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{check, check_fact};

pub fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// One value of every kind a field can hold.
fn fields(name: &str) -> BTreeMap<String, FieldValue> {
    BTreeMap::from([
        (name.to_owned(), "Ada Lovelace".into()),
        ("employees".to_owned(), FieldValue::Number(120)),
        ("do_not_call".to_owned(), FieldValue::Bool(true)),
        ("tags".to_owned(), FieldValue::List(vec!["a".into(), "b".into()])),
        ("revenue".to_owned(), FieldValue::Money { amount: "12000000.50".into(), currency: "USD".into() }),
        ("custom.badge".to_owned(), "B-7".into()),
    ])
}

fn changes() -> BTreeMap<String, FieldChange> {
    BTreeMap::from([
        ("country".to_owned(), FieldChange { old: None, new: Some("GB".into()) }),
        ("city".to_owned(), FieldChange { old: Some("London".into()), new: None }),
        ("job_title".to_owned(), FieldChange { old: Some("Analyst".into()), new: Some("Countess".into()) }),
    ])
}

fn kept() -> BTreeMap<String, KeptValue> {
    [KeptRule::SourcePriority, KeptRule::Newer, KeptRule::FillEmpty, KeptRule::Never]
        .into_iter()
        .enumerate()
        .map(|(n, rule)| (format!("custom.k{n}"), KeptValue { candidate: "other".into(), rule }))
        .collect()
}

fn link(how: LinkKind) -> AccountLink {
    AccountLink { account_id: id(5), how }
}

#[test]
fn contacts() {
    check(
        ContactEvent::NAMES,
        vec![
            ContactEvent::ContactCreated {
                source: Source::Import { id: id(1), row: 12 },
                at: at(),
                fields: fields("full_name"),
                derived: vec!["full_name".into()],
                account: Some(link(LinkKind::Import)),
            },
            ContactEvent::ContactFieldsChanged {
                source: Source::Undo { position: 42 },
                at: at(),
                changes: changes(),
                derived: vec!["country".into()],
                kept: kept(),
            },
            ContactEvent::ContactAccountLinked {
                source: Source::Ui,
                at: at(),
                account: link(LinkKind::Manual),
                previous: Some(link(LinkKind::Auto)),
            },
            ContactEvent::ContactAccountUnlinked {
                source: Source::Api,
                at: at(),
                previous: link(LinkKind::Manual),
            },
            ContactEvent::ContactArchived {
                source: Source::Automation { id: id(3) },
                at: at(),
                reason: Some("left the company".into()),
            },
            ContactEvent::ContactRestored { source: Source::System, at: at() },
            ContactEvent::ContactErased { source: Source::Ui, at: at(), request: "DSR-17".into() },
            ContactEvent::ContactMerged {
                source: Source::Bulk { id: id(6) },
                at: at(),
                absorbed: vec![id(7), id(8)],
                values: BTreeMap::from([("email".to_owned(), id(7))]),
            },
            ContactEvent::ContactMergedInto { source: Source::Bulk { id: id(6) }, at: at(), survivor: id(4) },
            ContactEvent::ContactUnmerged {
                source: Source::BulkUndo { bulk: id(6), rank: 0 },
                at: at(),
                survivor: id(4),
            },
        ],
    );
}

#[test]
fn accounts() {
    check(
        AccountEvent::NAMES,
        vec![
            AccountEvent::AccountCreated {
                source: Source::Seed,
                at: at(),
                fields: fields("name"),
                derived: vec!["employees".into()],
            },
            AccountEvent::AccountFieldsChanged {
                source: Source::Import { id: id(1), row: 0 },
                at: at(),
                changes: changes(),
                derived: vec!["country".into()],
                kept: kept(),
            },
            AccountEvent::AccountArchived { source: Source::Ui, at: at(), reason: Some("merged".into()) },
            AccountEvent::AccountRestored { source: Source::Ui, at: at() },
            AccountEvent::AccountMerged {
                source: Source::Bulk { id: id(6) },
                at: at(),
                absorbed: vec![id(7), id(8)],
                values: BTreeMap::from([("domain".to_owned(), id(7))]),
            },
            AccountEvent::AccountMergedInto { source: Source::Bulk { id: id(6) }, at: at(), survivor: id(5) },
            AccountEvent::AccountUnmerged {
                source: Source::BulkUndo { bulk: id(6), rank: 0 },
                at: at(),
                survivor: id(5),
            },
        ],
    );
}

#[test]
fn events_of_an_export() {
    let filter = ListFilter {
        q: Some("ada".into()),
        archived: Some(false),
        country: vec!["GB".into()],
        ids: Some(vec![id(4)]),
        condition: Some(serde_json::json!({"all": []})),
        time_zone: Some("Europe/London".into()),
        ..ListFilter::default()
    };
    check(
        ExportEvent::NAMES,
        vec![
            ExportEvent::ExportRequested {
                at: at(),
                by: id(2),
                request: Request {
                    entity: Entity::Contact,
                    format: ExportFormat::Csv,
                    columns: vec!["email".into(), "custom.badge".into()],
                    sort: ListSort { field: "created_at".into(), descending: true },
                    filter: Some(Box::new(filter)),
                    byte_order_mark: true,
                    restricted: Restricted::Include,
                },
                job: id(9),
            },
            ExportEvent::ExportCompleted {
                at: at(),
                written: Written {
                    rows: 1,
                    as_of: at(),
                    position: 42,
                    file_key: "export/2026/01/1".into(),
                    file_size: 1024,
                    file_hash: "00ff".into(),
                    cut_cells: 0,
                    left_out: 0,
                    expires_at: at(),
                },
            },
            ExportEvent::ExportCancelled { at: at() },
            ExportEvent::ExportFailed { at: at(), error: "too many rows".into() },
            ExportEvent::ExportFileRemoved { at: at(), reason: Removal::Erasure },
            ExportEvent::ExportFilterForgotten { at: at() },
        ],
    );
}

#[test]
fn saved_views() {
    let view = View {
        owner: id(1),
        entity: Entity::Contact,
        name: "Germans".into(),
        sharing: Sharing::Team { team: id(2) },
        content: ViewContent {
            columns: vec!["full_name".into(), "email".into()],
            sort: Some(ViewSort { field: "created_at".into(), descending: true }),
            search: "tools".into(),
            quick: [("country".to_owned(), vec!["DE".to_owned()])].into(),
            filter: Some(serde_json::json!({"version": 1})),
        },
    };
    let previous = View { sharing: Sharing::Private, ..view.clone() };
    check(
        SavedViewEvent::NAMES,
        vec![
            SavedViewEvent::SavedViewCreated { at: at(), view: view.clone() },
            SavedViewEvent::SavedViewChanged { at: at(), view, previous },
            SavedViewEvent::SavedViewDeleted { at: at() },
            SavedViewEvent::SavedViewRestored { at: at() },
        ],
    );
}

#[test]
fn custom_fields() {
    let option =
        |value: &str, label: &str, retired| FieldOption { value: value.into(), label: label.into(), retired };
    let key = || "custom.tier".to_owned();
    let field = Definition {
        entity: Entity::Account,
        key: key(),
        label: "Tier".into(),
        field_type: FieldType::Choice,
        options: vec![option("Gold", "Gold", false), option("Silver", "Silver", false)],
        required: true,
        unique: false,
        default: None,
        archived: false,
    };
    let options = vec![option("Gold", "Gold partner", false), option("Silver", "Silver", true)];
    let (label, previous) = ("Level".to_owned(), "Tier".to_owned());
    check(
        CustomFieldEvent::NAMES,
        vec![
            CustomFieldEvent::CustomFieldDefined { at: at(), field: field.clone() },
            CustomFieldEvent::CustomFieldRenamed { at: at(), key: key(), label, previous },
            CustomFieldEvent::CustomFieldOptionsChanged {
                at: at(),
                key: key(),
                options,
                previous: field.options,
            },
            CustomFieldEvent::CustomFieldRequirementChanged { at: at(), key: key(), required: false },
            CustomFieldEvent::CustomFieldUniquenessChanged { at: at(), key: key(), unique: true },
            CustomFieldEvent::CustomFieldDefaultChanged {
                at: at(),
                key: key(),
                default: Some("Gold".into()),
                previous: Some("Silver".into()),
            },
            CustomFieldEvent::CustomFieldArchived { at: at(), key: key() },
            CustomFieldEvent::CustomFieldRestored { at: at(), key: key() },
        ],
    );
}

#[test]
fn enrichment() {
    let suggested = Suggested {
        industry: "Construction".into(),
        naics: Some("238160".into()),
        sic: Some("1761".into()),
        confidence: 82,
        by: Classifier::Model("small-model".into()),
        because: vec![Because { place: "description".into(), words: "roofing".into() }],
        evidence: "00ff".into(),
    };
    check(
        EnrichmentEvent::NAMES,
        vec![
            EnrichmentEvent::IndustrySuggested { at: at(), suggested },
            EnrichmentEvent::IndustrySuggestionAccepted { at: at() },
            EnrichmentEvent::IndustrySuggestionRejected {
                at: at(),
                evidence: "00ff".into(),
                reason: Some("They sell the tiles".into()),
            },
            EnrichmentEvent::IndustrySuggestionReopened { at: at(), evidence: "00ff".into() },
        ],
    );
    let asked = AskedOutside {
        account_id: id(1),
        job: id(2),
        host: "models.example.com".into(),
        model: "small-model".into(),
        fields: vec!["name".into(), "description".into()],
        sent: 812,
        received: 240,
        millis: 410,
        outcome: "answered".into(),
    };
    check_fact(ENRICHMENT_ASKED, ENRICHMENT_ASKED_VERSION, &EnrichmentFact::EnrichmentAsked(asked));
    let ended = LookEnded { job: id(2), at: at(), seen: 1_204, suggested: 37 };
    check_fact(ENRICHMENT_ENDED, ENRICHMENT_ENDED_VERSION, &EnrichmentFact::EnrichmentEnded(ended));
}
