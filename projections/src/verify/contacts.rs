//! Contacts: every field, its standing, its account, and what the guards hold for it.

use std::collections::{HashMap, HashSet};

use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::{Contact, keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::state::Standing;
use pivotal_log::reader::{Entry, EntryKind};
use serde_json::Value;
use uuid::Uuid;

use super::fold::{Fold, Folded};
use super::guards::{self, Holder};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::contacts::SPEC;
use crate::audience::custom_fields::query::definitions;
use crate::audience::values;

const PART: Part = Part::Contacts;
const TABLE: &str = "contacts";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let definitions = definitions(&verifier.pools.read, Entity::Contact).await?;
    let mut fold = Fold::<Contact>::new(position);
    let mut shown = 0;
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        shown += page.iter().filter(|contact| contact.shown.sequence > 0).count() as i64;
        let rows = rows(snapshot, &page).await?;
        let companies = companies(verifier, snapshot, &page, position).await?;
        for contact in &page {
            // The person was erased after this snapshot: what their row held can no longer be known.
            if contact.unreadable && contact.now.state.record.standing != Standing::Erased {
                continue;
            }
            compare(contact, rows.get(&contact.id), &companies, report);
        }
        let holders = page
            .iter()
            .filter(|contact| !contact.unreadable || contact.now.state.record.standing == Standing::Erased)
            .map(|contact| Holder {
                id: contact.id,
                claims: keys::claims(&contact.now.state)
                    .into_iter()
                    .chain(definitions.claims(Entity::Contact, &contact.now.state.record))
                    .collect(),
                match_keys: keys::match_keys(&contact.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, TABLE, holders, report).await?;
    }
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from read.contacts"#)
        .fetch_one(&mut snapshot.connection)
        .await?;
    if count != shown {
        for id in snapshot.strays("read.contacts", "contact").await? {
            report.differs(PART, format!("{TABLE} {id}"), "the row belongs to no event");
        }
    }
    Ok(())
}

fn compare(
    contact: &Folded<Contact>,
    row: Option<&Row>,
    companies: &HashMap<Uuid, Account>,
    report: &mut Report,
) {
    let record = format!("{TABLE} {}", contact.id);
    let moment = &contact.shown;
    let Some(row) = row else {
        if moment.sequence > 0 {
            report.differs(PART, record, "the row is missing");
        }
        return;
    };
    if moment.sequence == 0 {
        return report.differs(PART, record, "the row is ahead of its checkpoint");
    }
    let state = &moment.state.record;
    let mut differs = |what: &str| report.differs(PART, record.clone(), what);
    if row.sequence != moment.sequence {
        differs("sequence differs");
    }
    if (row.archived, row.erased)
        != (state.standing == Standing::Archived, state.standing == Standing::Erased)
    {
        differs("archived or erased differs");
    }
    if (Some(row.created_at), Some(row.updated_at)) != (moment.first_at, moment.last_at) {
        differs("created_at or updated_at differs");
    }
    let account = moment.state.account.map(|link| link.account_id);
    if row.account_id != account {
        differs("account differs");
    }
    let company = account.and_then(|id| companies.get(&id)).map(|account| &account.record);
    let of = |key: &str| company.and_then(|record| record.text(key));
    if (row.account_name.as_deref(), row.account_domain.as_deref()) != (of("name"), of("domain")) {
        differs("account_name or account_domain differs");
    }
    for what in super::guards::field_differences(state, &row.fields) {
        differs(&what);
    }
}

struct Row {
    sequence: i64,
    archived: bool,
    erased: bool,
    created_at: chrono::DateTime<chrono::Utc>,
    updated_at: chrono::DateTime<chrono::Utc>,
    account_id: Option<Uuid>,
    account_name: Option<String>,
    account_domain: Option<String>,
    fields: serde_json::Map<String, Value>,
}

async fn rows(snapshot: &mut Snapshot, page: &[Folded<Contact>]) -> Result<HashMap<Uuid, Row>, sqlx::Error> {
    let ids: Vec<Uuid> = page.iter().map(|contact| contact.id).collect();
    let rows = sqlx::query!(
        r#"select id, sequence, archived, erased, created_at, updated_at, account_id, account_name, account_domain, to_jsonb(c) as "record!" from read.contacts c where id = any($1)"#,
        &ids
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let fields = values::by_key(Entity::Contact, row.record, None);
            let row_of = Row {
                sequence: row.sequence,
                archived: row.archived,
                erased: row.erased,
                created_at: row.created_at,
                updated_at: row.updated_at,
                account_id: row.account_id,
                account_name: row.account_name,
                account_domain: row.account_domain,
                fields,
            };
            (row.id, row_of)
        })
        .collect())
}

/// The accounts these contacts are linked to, as they were at the projection's position.
pub(super) async fn companies(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    page: &[Folded<Contact>],
    position: i64,
) -> Result<HashMap<Uuid, Account>, VerifyError> {
    let ids: HashSet<String> = page
        .iter()
        .filter_map(|contact| contact.shown.state.account)
        .map(|link| link.account_id.to_string())
        .collect();
    let ids: Vec<String> = ids.into_iter().collect();
    let rows = sqlx::query!(
        r#"select global_position, aggregate_id, sequence, event_type, event_version, payload::text as "payload!", recorded_at, subject_id
           from log.events where aggregate_type = 'account' and aggregate_id = any($1) and global_position <= $2 order by aggregate_id, sequence"#,
        &ids, position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let entries: Vec<Entry> = rows
        .into_iter()
        .map(|row| Entry {
            kind: EntryKind::Event,
            position: row.global_position,
            about_type: "account".to_owned(),
            about_id: row.aggregate_id.parse().unwrap_or_default(),
            sequence: row.sequence,
            name: row.event_type,
            version: row.event_version,
            payload: row.payload,
            metadata: String::new(),
            recorded_at: row.recorded_at,
            subject: row.subject_id,
        })
        .collect();
    let opened = verifier.opener.open(&entries, |_| false).await?;
    let mut accounts: HashMap<Uuid, Account> = HashMap::new();
    for entry in opened.entries() {
        accounts.entry(entry.about_id).or_default().apply(opened.event::<AccountEvent>(entry)?);
    }
    Ok(accounts)
}
