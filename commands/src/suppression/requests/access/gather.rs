//! Everything that is held about a person, read from the log itself: what they are now, and every entry with its words.
//!
//! Who of ours did something is told by their role: their names are data of other people (GDPR art. 15(4)).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::exports::Export;
use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::suppression::consents::id_of;
use pivotal_domain::suppression::requests::Taken;
use pivotal_log::reader;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::audience::imports::held_rows::HeldRow;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::audiences::Membership;
use crate::suppression::requests::find::{Found, loaded};
use crate::suppression::requests::rows::FileRows;

/// The whole answer, as `person.json` has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonalData {
    pub request: Asked,
    pub contacts: Vec<ContactPart>,
    /// Segments, lists and domain sets that the contacts are in, or were.
    pub audiences: Vec<Membership>,
    pub consents: Vec<Thing>,
    pub suppressions: Vec<Thing>,
    pub tasks: Vec<Thing>,
    pub notes: Vec<Thing>,
    pub imports: Vec<ImportPart>,
    /// What stands about the person in files that were uploaded, whether or not a contact came of it.
    pub file_rows: Vec<FileRowPart>,
    /// Files of contacts that may hold the person: who is in a file is written down nowhere.
    pub exports: Vec<ExportPart>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    pub id: Uuid,
    pub received_at: DateTime<Utc>,
    pub answered_at: DateTime<Utc>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContactPart {
    pub id: Uuid,
    /// `active`, `archived`
    pub standing: &'static str,
    pub merged_into: Option<Uuid>,
    pub company: Option<String>,
    pub fields: Vec<FieldPart>,
    pub history: Vec<EventPart>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldPart {
    pub key: String,
    pub label: String,
    pub value: Value,
    pub since: DateTime<Utc>,
    /// Where it comes from: `ui`, `api`, `import:<id>#<row>`, ...
    pub source: Option<String>,
    /// Worked out from other fields.
    pub derived: bool,
}

/// One entry of the log, as it can be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventPart {
    pub position: i64,
    pub at: DateTime<Utc>,
    pub event: String,
    pub role: String,
    pub source: String,
    pub data: Value,
}

/// Something beside the contact that tells of the person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Thing {
    pub id: Uuid,
    pub history: Vec<EventPart>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportPart {
    pub id: Uuid,
    pub name: String,
    pub uploaded_at: Option<DateTime<Utc>>,
}

/// A row of an uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileRowPart {
    pub import: Uuid,
    pub name: String,
    /// As a spreadsheet counts the lines.
    pub row: u32,
    pub cells: Vec<CellPart>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellPart {
    pub column: String,
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExportPart {
    pub id: Uuid,
    pub format: Option<&'static str>,
    /// The moment whose records it holds.
    pub as_of: Option<DateTime<Utc>>,
}

pub(super) async fn gather(
    ctx: &Context,
    id: Uuid,
    taken: &Taken,
    found: &Found,
    files: Vec<FileRows>,
) -> Result<PersonalData, CommandError> {
    let mut contacts = Vec::with_capacity(found.contacts.len());
    for (contact, state) in loaded(ctx, &found.contacts).await? {
        contacts.push(contact_part(ctx, contact, &state).await?);
    }
    let consents: Vec<Uuid> = found.contacts.iter().map(|contact| id_of(*contact)).collect();
    let mut consents = things(ctx, "consent", &consents).await?;
    consents.retain(|consent| !consent.history.is_empty());
    let mut imports = Vec::with_capacity(found.imports.len());
    for (id, import) in found.imports.iter().zip(ctx.log.load_many::<Import>(&found.imports).await?) {
        let Import { name, uploaded_at, .. } = import.state;
        imports.push(ImportPart { id: *id, name, uploaded_at });
    }
    let exports = found.exports.iter().zip(ctx.log.load_many::<Export>(&found.exports).await?);
    let exports: Vec<ExportPart> = exports
        .map(|(id, export)| ExportPart {
            id: *id,
            format: export.state.request.as_ref().map(|request| request.format.as_str()),
            as_of: export.state.written.as_ref().map(|written| written.as_of),
        })
        .collect();
    Ok(PersonalData {
        request: Asked {
            id,
            received_at: taken.received_at,
            answered_at: ctx.now(),
            name: taken.subject.name.clone(),
            email: taken.subject.email.clone(),
            phone: taken.subject.phone.clone(),
        },
        contacts,
        // Kept in no place of the log that is theirs alone: whoever asks for the whole answer adds them.
        audiences: Vec::new(),
        consents,
        suppressions: things(ctx, "suppression", &found.suppressions).await?,
        tasks: things(ctx, "task", &found.tasks).await?,
        notes: things(ctx, "note", &found.notes).await?,
        imports,
        file_rows: files.into_iter().flat_map(file_rows).collect(),
        exports,
    })
}

fn file_rows(FileRows { import, name, rows }: FileRows) -> Vec<FileRowPart> {
    let cell = |(column, value)| CellPart { column, value };
    let part = |HeldRow { row, cells }| FileRowPart {
        import,
        name: name.clone(),
        row,
        cells: cells.into_iter().map(cell).collect(),
    };
    rows.into_iter().map(part).collect()
}

async fn contact_part(ctx: &Context, id: Uuid, contact: &Contact) -> Result<ContactPart, CommandError> {
    let history = history(ctx, "contact", id).await?;
    let sources = sources(&history);
    let company = match contact.account {
        Some(link) => {
            let account = ctx.log.load::<Account>(link.account_id).await?.state;
            account.record.text("name").or_else(|| account.record.text("domain")).map(str::to_owned)
        }
        None => None,
    };
    let mut fields = Vec::with_capacity(contact.record.fields.len());
    for (key, held) in &contact.record.fields {
        fields.push(FieldPart {
            label: field(Entity::Contact, key).map_or_else(|| key.clone(), |def| def.label.to_owned()),
            value: serde_json::to_value(&held.value)?,
            since: held.at,
            source: sources.get(key).cloned(),
            derived: held.derived,
            key: key.clone(),
        });
    }
    Ok(ContactPart {
        id,
        standing: match contact.record.standing {
            Standing::Archived => "archived",
            Standing::Absent | Standing::Active | Standing::Erased => "active",
        },
        merged_into: contact.record.merged_into,
        company,
        fields,
        history,
    })
}

/// Where each field was set last.
fn sources(history: &[EventPart]) -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    for event in history {
        let Some(source) = event.data.get("source").and_then(Value::as_str) else { continue };
        for at in ["fields", "changes"] {
            let set = event.data.get(at).and_then(Value::as_object);
            sources.extend(set.into_iter().flatten().map(|(key, _)| (key.clone(), source.to_owned())));
        }
    }
    sources
}

async fn things(ctx: &Context, aggregate: &str, ids: &[Uuid]) -> Result<Vec<Thing>, CommandError> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        all.push(Thing { id: *id, history: history(ctx, aggregate, *id).await? });
    }
    Ok(all)
}

async fn history(ctx: &Context, aggregate: &str, id: Uuid) -> Result<Vec<EventPart>, CommandError> {
    let entries = reader::read_record(&ctx.log.pools.write, aggregate, id).await?;
    let keys = reader::keys_for(&ctx.log.keys, &entries).await?;
    let mut events = Vec::with_capacity(entries.len());
    for entry in &entries {
        // As it stands there, whatever this version makes of it: it is theirs to read.
        let payload: Value = entry.fact(&keys, ctx.log.upcasters())?;
        let mut data =
            payload.as_object().and_then(|payload| payload.values().next()).cloned().unwrap_or_default();
        // What was forgotten is there, and cannot be read.
        if let Some(data) = data.as_object_mut() {
            data.remove("$sealed");
        }
        let metadata = entry.metadata();
        events.push(EventPart {
            position: entry.position,
            at: entry.recorded_at,
            event: entry.name.clone(),
            role: metadata.role,
            source: metadata.source,
            data,
        });
    }
    Ok(events)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_comes_from_where_it_was_set_last() {
        let event = |data: Value| EventPart {
            position: 1,
            at: DateTime::UNIX_EPOCH,
            event: "ContactFieldsChanged".into(),
            role: "system".into(),
            source: "ui".into(),
            data,
        };
        let history = [
            event(json!({ "source": "import:7#2", "fields": { "email": "a@b.test", "city": "Ribe" } })),
            event(json!({ "source": "ui", "changes": { "city": { "new": "Esbjerg" } } })),
            event(json!({ "at": "2026-01-05T12:00:00Z" })),
        ];
        let sources = sources(&history);
        assert_eq!(sources.get("email").map(String::as_str), Some("import:7#2"));
        assert_eq!(sources.get("city").map(String::as_str), Some("ui"));
    }
}
