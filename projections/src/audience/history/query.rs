//! A record's history, newest first. Which events there are comes from the read model, what they say from the log.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_log::reader::{self, Entry};
use sqlx::PgPool;
use uuid::Uuid;

use super::port::{Reading, Stretch, Tally, Wanted, activities};
use super::render::{FieldEntry, Follower, Rendered};
use crate::audience::custom_fields::query::definitions;
use crate::audience::engagement::timeline::without_campaigns;
use crate::audience::{accounts, contacts};
use crate::page::{self, Page, PageArgs, QueryError};
use crate::runner::opened::Opener;

/// One event of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    pub position: i64,
    pub sequence: i64,
    /// Of the activity: `changes`, `imports`, `standing`, ...
    pub kind: &'static str,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// `ui`, `api`, `import:<id>#<row>`, `undo:<position>`, ...
    pub source: String,
    pub source_label: String,
    pub import_id: Option<Uuid>,
    pub import_row: Option<i32>,
    /// `None`: the system itself.
    pub actor_id: Option<Uuid>,
    pub role: String,
    /// The values were taken again from the record as it was then.
    pub restored_from: Option<DateTime<Utc>>,
    pub changes: Vec<FieldEntry>,
    pub undoable: bool,
    /// The request of the register as whose answer this was done, for who may handle those.
    pub request_id: Option<Uuid>,
    /// What a mail of ours said, and which of its links was clicked, for who may see campaigns.
    pub about: Option<String>,
}

/// Everything, newest first; nothing of a record the viewer may not see. The cursor is a position.
pub async fn page(
    pool: &PgPool,
    opener: &Opener,
    actor: &Actor,
    entity: Entity,
    id: Uuid,
    args: &PageArgs,
) -> Result<Page<HistoryEntry>, QueryError> {
    timeline(Reading { pool, opener }, actor, (entity, id), &Wanted::default(), args).await
}

/// What is wanted of it, from every feature that has something to tell.
pub async fn timeline(
    reading: Reading<'_>,
    actor: &Actor,
    record: (Entity, Uuid),
    wanted: &Wanted,
    args: &PageArgs,
) -> Result<Page<HistoryEntry>, QueryError> {
    let stretch = Stretch {
        before: args.after.as_deref().map(page::decode).transpose()?,
        after: args.before.as_deref().map(page::decode).transpose()?,
        backwards: args.before.is_some(),
        limit: args.limit() + 1,
    };
    if !may_see(reading.pool, actor, record.0, record.1).await? {
        return Ok(Page { rows: Vec::new(), has_next: false, has_previous: false });
    }
    let mut entries = Vec::new();
    for activity in activities(actor).into_iter().filter(|activity| wanted.of(activity.kinds())) {
        entries.extend(activity.entries(reading, record, wanted, stretch).await?);
    }
    requests_of_register(reading.pool, actor, &mut entries).await?;
    if actor.scope(Permission::CampaignsView) != Scope::All {
        without_campaigns(&mut entries);
    }
    entries.sort_by_key(|entry| if stretch.backwards { entry.position } else { -entry.position });
    let rows = entries.into_iter().map(|entry| (page::encode(&entry.position), entry)).collect();
    Ok(Page::cut(rows, args))
}

/// Takes out what the viewer may not open, and what the register does not know: whoever erases by hand writes what they like.
async fn requests_of_register(
    pool: &PgPool,
    viewer: &Actor,
    entries: &mut [HistoryEntry],
) -> Result<(), QueryError> {
    let named: Vec<Uuid> = entries.iter().filter_map(|entry| entry.request_id).collect();
    let known = if named.is_empty() || viewer.scope(Permission::PrivacyRequests) != Scope::All {
        Vec::new()
    } else {
        sqlx::query_scalar!("select id from read.privacy_requests where id = any($1)", &named)
            .fetch_all(pool)
            .await?
    };
    for entry in entries {
        entry.request_id = entry.request_id.filter(|id| known.contains(id));
    }
    Ok(())
}

pub async fn count(pool: &PgPool, actor: &Actor, entity: Entity, id: Uuid) -> Result<i64, QueryError> {
    let rows = sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.history where entity_id = $1 and entity = $2"#,
        id,
        entity.as_str()
    );
    if may_see(pool, actor, entity, id).await? { Ok(rows.fetch_one(pool).await?) } else { Ok(0) }
}

/// How many entries there are of what is wanted.
pub async fn timeline_count(
    reading: Reading<'_>,
    actor: &Actor,
    record: (Entity, Uuid),
    wanted: &Wanted,
) -> Result<i64, QueryError> {
    let mut count = 0;
    if may_see(reading.pool, actor, record.0, record.1).await? {
        for activity in activities(actor).into_iter().filter(|activity| wanted.of(activity.kinds())) {
            count += activity.count(reading, record, wanted).await?;
        }
    }
    Ok(count)
}

/// What there is to filter by.
pub async fn tally(reading: Reading<'_>, actor: &Actor, record: (Entity, Uuid)) -> Result<Tally, QueryError> {
    let mut tally = Tally::default();
    if may_see(reading.pool, actor, record.0, record.1).await? {
        for activity in activities(actor) {
            activity.tally(reading, record, &mut tally).await?;
        }
    }
    Ok(tally)
}

/// Whoever sees the record sees what happened to it.
pub(crate) async fn may_see(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    id: Uuid,
) -> Result<bool, QueryError> {
    Ok(match entity {
        Entity::Contact => contacts::query::get(pool, actor, id).await?.is_some(),
        Entity::Account => accounts::query::get(pool, actor, id).await?.is_some(),
    })
}

/// What each event says, by sequence, with the role it was done in. The whole record is read: a lost candidate is shown
/// beside the value that was there, and that stands in an earlier event.
pub(super) async fn render(
    pool: &PgPool,
    opener: &Opener,
    entity: Entity,
    id: Uuid,
) -> Result<HashMap<i64, Said>, QueryError> {
    let entries = reader::read_record(pool, entity.as_str(), id).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut follower = Follower::new(definitions(pool, entity).await?);
    let mut said = HashMap::with_capacity(entries.len());
    match entity {
        Entity::Account => {
            for entry in opened.entries() {
                let rendered = match opened.event::<AccountEvent>(entry) {
                    Ok(event) => follower.account(&event),
                    Err(_) => unreadable(entry),
                };
                said.insert(entry.sequence, Said::of(rendered, entry));
            }
        }
        Entity::Contact => {
            let events: Vec<(&Entry, Option<ContactEvent>)> =
                opened.entries().iter().map(|entry| (entry, opened.event(entry).ok())).collect();
            let names = account_names(
                pool,
                events.iter().filter_map(|(_, event)| event.as_ref()).flat_map(accounts_in).collect(),
            )
            .await?;
            for (entry, event) in &events {
                let rendered = event.as_ref().map_or_else(
                    || unreadable(entry),
                    |event| follower.contact(event, &|id| names.get(&id).cloned()),
                );
                said.insert(entry.sequence, Said::of(rendered, entry));
            }
            // The values are gone with the person's key; what is left must not be taken back into being.
            if events.iter().any(|(_, event)| matches!(event, Some(ContactEvent::ContactErased { .. }))) {
                said.values_mut().for_each(|said| said.rendered.undoable = false);
            }
        }
    }
    Ok(said)
}

/// An event in words, with what its metadata says.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub rendered: Rendered,
    pub role: String,
    pub restored_from: Option<DateTime<Utc>>,
}

impl Said {
    fn of(rendered: Rendered, entry: &Entry) -> Self {
        let metadata = entry.metadata();
        let restored_from = metadata.restored_from;
        let rendered = if restored_from.is_some() { rendered.brought_back() } else { rendered };
        Said { rendered, role: metadata.role, restored_from }
    }
}

/// Written by a newer release: shown as what it is called, and never undone by this one.
fn unreadable(entry: &Entry) -> Rendered {
    Rendered { title: entry.name.clone(), ..Rendered::default() }
}

fn accounts_in(event: &ContactEvent) -> Vec<Uuid> {
    match event {
        ContactEvent::ContactCreated { account, .. } => account.iter().map(|link| link.account_id).collect(),
        ContactEvent::ContactAccountLinked { account, previous, .. } => {
            std::iter::once(account).chain(previous).map(|link| link.account_id).collect()
        }
        ContactEvent::ContactAccountUnlinked { previous, .. } => vec![previous.account_id],
        _ => Vec::new(),
    }
}

pub(crate) async fn account_names(
    pool: &PgPool,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, String>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select id, name as "name!" from read.contact_accounts where id = any($1) and name is not null"#,
        &ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Names of imports, for whoever may see what came from them.
pub async fn import_names(pool: &PgPool, ids: Vec<Uuid>) -> Result<HashMap<Uuid, String>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows =
        sqlx::query!("select id, name from read.imports where id = any($1)", &ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Where something came from, in words.
pub fn source_label(source: &str, import: Option<&str>, row: Option<i32>) -> String {
    match source.split(':').next().unwrap_or_default() {
        "ui" => "Typed in".to_owned(),
        "api" => "API".to_owned(),
        "seed" => "Sample data".to_owned(),
        "enrichment" => "Industry suggestion".to_owned(),
        "verification" => "Verification".to_owned(),
        "undo" => "Undo".to_owned(),
        "import-undo" => "Undo of an import".to_owned(),
        "bulk" => "In bulk".to_owned(),
        "merge" => "Merged record".to_owned(),
        "bulk-undo" => "Undo of a bulk change".to_owned(),
        "suppression-import" => "Suppression file".to_owned(),
        "weighed" => "Survivorship rules".to_owned(),
        "automation" => "Automation".to_owned(),
        "import" => {
            let name = import.map_or_else(|| "Import".to_owned(), |name| format!("Import {name}"));
            row.map_or(name.clone(), |row| format!("{name}, row {row}"))
        }
        _ => "System".to_owned(),
    }
}
