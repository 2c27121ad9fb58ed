//! A small file that the sample's client supplied: its people and companies may be used for that client only (ADR 18). It goes in
//! as anybody's file does: uploaded, mapped, started, and run by the worker. The import's id is fixed, so every run finds it.

use bytes::Bytes;
use futures::{FutureExt, StreamExt, stream};
use pivotal_commands::audience::imports::cancel::cancel_import;
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::audience::imports::upload::{UploadImport, upload_import_as};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::{Key, claim_owners};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::{accounts, contacts};
use pivotal_log::append::Lane;
use serde_json::Map;
use uuid::Uuid;

use super::add::{account, contact};
use super::{clients, seeder, together};

/// The import's id.
pub const IMPORT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_5eed_f11e_0000);

const FILE_NAME: &str = "norhavn-event-guests.csv";

/// The heading of each column and where it goes.
const COLUMNS: [(&str, Entity, &str); 10] = [
    ("First name", Entity::Contact, "first_name"),
    ("Last name", Entity::Contact, "last_name"),
    ("Email", Entity::Contact, "email"),
    ("Job title", Entity::Contact, "job_title"),
    ("Country", Entity::Contact, "country"),
    ("Tags", Entity::Contact, "tags"),
    ("Company", Entity::Account, "name"),
    ("Website", Entity::Account, "domain"),
    ("Company country", Entity::Account, "hq_country"),
    ("Company tags", Entity::Account, "tags"),
];

/// Nobody of the sample proper is among them: what was there before a client's file stays free.
pub const ROWS: [[&str; COLUMNS.len()]; 4] = [
    [
        "Sunniva",
        "Haaland",
        "sunniva.haaland@vestkyst-sjomat.test",
        "Supply Chain Director",
        "NO",
        "sample",
        "Vestkyst Seafood",
        "vestkyst-sjomat.test",
        "NO",
        "sample",
    ],
    [
        "Torbjorn",
        "Myhre",
        "torbjorn.myhre@vestkyst-sjomat.test",
        "Procurement Manager",
        "NO",
        "sample",
        "Vestkyst Seafood",
        "vestkyst-sjomat.test",
        "NO",
        "sample",
    ],
    [
        "Malin",
        "Sjoberg",
        "malin.sjoberg@kaldfors.test",
        "Head of Logistics",
        "SE",
        "sample",
        "Kaldfors Cold Storage",
        "kaldfors.test",
        "SE",
        "sample",
    ],
    [
        "Aksel",
        "Brandt",
        "aksel.brandt@kaldfors.test",
        "Operations Manager",
        "DK",
        "sample",
        "Kaldfors Cold Storage",
        "kaldfors.test",
        "SE",
        "sample",
    ],
];

const EMAIL: usize = 2;
const DOMAIN: usize = 7;

/// Where its records say that they come from.
pub fn source() -> Source {
    Source::Import { id: IMPORT, row: 0 }
}

/// The file as the client sent it.
pub fn file() -> String {
    let headings = COLUMNS.map(|(heading, ..)| heading);
    let lines = std::iter::once(headings).chain(ROWS);
    lines.map(|cells| cells.join(",") + "\n").collect()
}

/// Sends the file in, as far as that was not done, or brings back what was removed of it. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let Some(client) = clients::held(ctx).await? else { return Ok(None) };
    let actor = seeder();
    let mut last = None;
    let mut state = ctx.log.load::<Import>(IMPORT).await?.state.state;
    if state == ImportState::Absent {
        let body = stream::iter([Ok(Bytes::from(file()))]).boxed();
        let upload = UploadImport { file_name: FILE_NAME.to_owned(), sheet: None, body };
        let uploaded = upload_import_as(ctx, &actor, IMPORT, upload).await?;
        (state, last) = (uploaded.state.state, uploaded.position);
    }
    if state == ImportState::Uploaded {
        let mapped = map_import(ctx, &actor, mapped(client)).await?;
        (state, last) = (mapped.state.state, mapped.position.max(last));
    }
    if state == ImportState::Mapped {
        return Ok(start_import(ctx, &actor, IMPORT, false).await?.position.max(last));
    }
    Ok(restore(ctx).await?.max(last))
}

fn mapped(client: Uuid) -> MapImport {
    let columns = COLUMNS.iter().zip(0u32..);
    let columns = columns.map(|((_, entity, field), column)| ColumnMapping {
        column,
        entity: (*entity).into(),
        field: (*field).to_owned(),
        rule: WriteRule::BySource,
    });
    MapImport {
        id: IMPORT,
        name: Some("Guests of the Norhavn event".to_owned()),
        default_country: Some("NO".to_owned()),
        mapping: columns.collect(),
        kind: ImportKind::Both,
        supplied_by: Some(client),
    }
}

async fn restore(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let (accounts, contacts) = held(ctx).await?;
    // Whoever has an id is brought back; there are no fields to make one of.
    let accounts = accounts.into_iter().map(|id| account(ctx, Some(id), Map::new(), &[]).boxed());
    let last = together(accounts.collect()).await?;
    let contacts = contacts.into_iter().map(|id| contact(ctx, Some(id), Map::new(), None, &[]).boxed());
    Ok(together(contacts.collect()).await?.max(last))
}

/// So that nothing comes in behind the removal. What was stopped in that second does not come when the sample is added again.
pub(super) async fn stop(ctx: &Context) -> Result<(), CommandError> {
    if ctx.log.load::<Import>(IMPORT).await?.state.state == ImportState::Running {
        cancel_import(ctx, &seeder(), IMPORT).await?;
    }
    Ok(())
}

/// Accounts and contacts that hold the file's domains and addresses.
pub(super) async fn held(ctx: &Context) -> Result<(Vec<Uuid>, Vec<Uuid>), CommandError> {
    let keys = |scope: &'static str, column: usize| {
        let mut keys: Vec<Key> = ROWS.iter().map(|row| (scope, row[column].to_owned())).collect();
        // Two of a company stand beside each other.
        keys.dedup();
        keys
    };
    let accounts =
        claim_owners(ctx, Lane::Interactive, &keys(accounts::keys::DOMAIN, DOMAIN)).await?.into_values();
    let contacts =
        claim_owners(ctx, Lane::Interactive, &keys(contacts::keys::EMAIL, EMAIL)).await?.into_values();
    Ok((accounts.collect(), contacts.collect()))
}
