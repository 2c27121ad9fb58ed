//! Finding a person wherever they are held: by what guards and log know, so that nothing that is committed is missed.
//!
//! What they were known by before and not any more leads nowhere: no key of it is kept.

use std::collections::BTreeSet;

use pivotal_domain::audience::contacts::{Contact, keys};
use pivotal_domain::audience::exports::Export;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_domain::suppression::requests::error::RequestError;
use pivotal_domain::suppression::requests::outcome::Holdings;
use pivotal_domain::suppression::requests::received::Subject;
use pivotal_domain::suppression::requests::{Request, Taken};
use pivotal_domain::suppression::suppressions::key::SuppressedKey;
use pivotal_log::append::Lane;
use uuid::Uuid;

use crate::audience::contacts::erase::one_person;
use crate::audience::exports::expire::with_a_file;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::{Key, claim_owners, key_owners};
use crate::ports::phone_book::PhoneBook;
use crate::suppression::consents::withdraw;
use crate::suppression::guard::hash;

/// Everything that is held about a person, by its ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Archived ones and those that were merged, too; never an erased one.
    pub contacts: Vec<Uuid>,
    pub suppressions: Vec<Uuid>,
    pub tasks: Vec<Uuid>,
    pub notes: Vec<Uuid>,
    /// By which the contacts came.
    pub imports: Vec<Uuid>,
    /// Whose files may hold them.
    pub exports: Vec<Uuid>,
    pub holdings: Holdings,
}

/// Of a request, for who may handle it. Nobody is found any more once they are erased.
pub async fn found_by(
    ctx: &Context,
    book: &dyn PhoneBook,
    actor: &Actor,
    id: Uuid,
) -> Result<Found, CommandError> {
    authorise_all(actor, Permission::PrivacyRequests)?;
    let request = ctx.log.load::<Request>(id).await?.state;
    let taken = request.taken.ok_or(RequestError::Unknown)?;
    find(ctx, book, &taken.subject, taken.contact).await
}

pub(super) async fn find(
    ctx: &Context,
    book: &dyn PhoneBook,
    subject: &Subject,
    contact: Option<Uuid>,
) -> Result<Found, CommandError> {
    let contacts = contacts(ctx, book, subject, contact).await?;
    let ids: Vec<Uuid> = contacts.iter().map(|(id, _)| *id).collect();
    let suppressions = suppressions_of(ctx, &keys_of(subject, &contacts)).await?;
    let (tasks, notes) = work(ctx, &ids).await?;
    let (imports, exports) = (imports(ctx, &ids).await?, exports(ctx, &ids).await?);
    let consents: Vec<Uuid> = ids.iter().map(|id| id_of(*id)).collect();
    let statements: usize =
        ctx.log.load_many::<Consent>(&consents).await?.iter().map(|one| one.state.statements.len()).sum();
    let holdings = Holdings {
        contacts: ids.len() as u64,
        events: events(ctx, &ids, &consents).await?,
        consents: statements as u64,
        suppressions: suppressions.len() as u64,
        tasks: tasks.len() as u64,
        notes: notes.len() as u64,
        imports: imports.len() as u64,
        exports: exports.len() as u64,
        // Every file would have to be read: `rows` does that for an answer.
        import_rows: 0,
    };
    Ok(Found { contacts: ids, suppressions, tasks, notes, imports, exports, holdings })
}

/// Who is erased by a request for it.
pub(super) async fn contacts_of(
    ctx: &Context,
    book: &dyn PhoneBook,
    taken: &Taken,
) -> Result<Vec<Uuid>, CommandError> {
    let found = contacts(ctx, book, &taken.subject, taken.contact).await?;
    Ok(found.into_iter().map(|(id, _)| id).collect())
}

/// Whoever has the address or the number or was chosen, with everything that is one person with them.
async fn contacts(
    ctx: &Context,
    book: &dyn PhoneBook,
    subject: &Subject,
    chosen: Option<Uuid>,
) -> Result<Vec<(Uuid, Contact)>, CommandError> {
    let mut named: BTreeSet<Uuid> = chosen.into_iter().collect();
    if let Some(email) = &subject.email {
        let key = |scope: &'static str| -> [Key; 1] { [(scope, email.clone())] };
        named.extend(claim_owners(ctx, Lane::Interactive, &key(keys::EMAIL)).await?.into_values());
        let others = key_owners(ctx, Lane::Interactive, &key(keys::SECONDARY_EMAIL)).await?;
        named.extend(others.into_values().flatten());
    }
    if let Some(phone) = &subject.phone {
        named.extend(book.contacts_with(phone).await.map_err(CommandError::unexpected)?);
    }
    let mut all = BTreeSet::new();
    for id in named {
        if !all.contains(&id) {
            all.extend(one_person(ctx, id).await?);
        }
    }
    let all: Vec<Uuid> = all.into_iter().collect();
    let loaded = ctx.log.load_many::<Contact>(&all).await?;
    let there = |contact: &Contact| match contact.record.standing {
        Standing::Active | Standing::Archived => true,
        Standing::Absent | Standing::Erased => false,
    };
    let found = all.into_iter().zip(loaded).map(|(id, loaded)| (id, loaded.state));
    Ok(found.filter(|(_, contact)| there(contact)).collect())
}

/// By what the person can be contacted, each once.
pub(super) fn keys_of(subject: &Subject, contacts: &[(Uuid, Contact)]) -> Vec<SuppressedKey> {
    let held = contacts.iter().flat_map(|(_, contact)| withdraw::keys(&contact.record, &Channel::ALL));
    let mut all: Vec<SuppressedKey> = Vec::new();
    for key in subject.keys().into_iter().chain(held.map(|(_, key)| key)) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}

async fn suppressions_of(ctx: &Context, keys: &[SuppressedKey]) -> Result<Vec<Uuid>, CommandError> {
    let hashes: Vec<Vec<u8>> = keys.iter().map(|key| hash(&ctx.log.blind, key)).collect();
    let owners = sqlx::query_scalar!(
        "select owner from guard.suppressions where kind in ('email', 'phone') and key = any($1)",
        &hashes
    );
    Ok(owners.fetch_all(&ctx.log.pools.write).await?)
}

/// Tasks and notes about the contacts: their text lies under the contacts' keys.
async fn work(ctx: &Context, contacts: &[Uuid]) -> Result<(Vec<Uuid>, Vec<Uuid>), CommandError> {
    let rows = sqlx::query!(
        "select aggregate_type, aggregate_id from log.events
         where aggregate_type in ('task', 'note') and sequence = 1 and subject_id = any($1) order by global_position",
        contacts
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let of = |kind: &str| {
        let rows = rows.iter().filter(|row| row.aggregate_type == kind);
        rows.filter_map(|row| row.aggregate_id.parse().ok()).collect()
    };
    Ok((of("task"), of("note")))
}

/// Entries of the log under their keys.
pub(super) async fn events(ctx: &Context, contacts: &[Uuid], consents: &[Uuid]) -> Result<u64, CommandError> {
    let text = |ids: &[Uuid]| ids.iter().map(Uuid::to_string).collect::<Vec<String>>();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from log.events
           where (aggregate_type = 'contact' and aggregate_id = any($1)) or (aggregate_type = 'consent' and aggregate_id = any($2))"#,
        &text(contacts),
        &text(consents)
    )
    .fetch_one(&ctx.log.pools.write)
    .await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

async fn imports(ctx: &Context, contacts: &[Uuid]) -> Result<Vec<Uuid>, CommandError> {
    let contacts: Vec<String> = contacts.iter().map(Uuid::to_string).collect();
    let sources = sqlx::query_scalar!(
        r#"select distinct metadata ->> 'source' as "source!" from log.events
           where aggregate_type = 'contact' and aggregate_id = any($1) and metadata ->> 'source' like 'import:%'"#,
        &contacts
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let ids: BTreeSet<Uuid> = sources.iter().filter_map(|source| import_of(source)).collect();
    Ok(ids.into_iter().collect())
}

/// `import:<id>` or `import:<id>#<row>`.
fn import_of(source: &str) -> Option<Uuid> {
    source.strip_prefix("import:")?.split('#').next()?.parse().ok()
}

async fn exports(ctx: &Context, contacts: &[Uuid]) -> Result<Vec<Uuid>, CommandError> {
    if contacts.is_empty() {
        return Ok(Vec::new());
    }
    let ids = with_a_file(ctx).await?;
    let loaded = ctx.log.load_many::<Export>(&ids).await?;
    let of_contacts =
        |export: &Export| export.request.as_ref().is_some_and(|request| request.entity == Entity::Contact);
    Ok(ids.into_iter().zip(loaded).filter(|(_, one)| of_contacts(&one.state)).map(|(id, _)| id).collect())
}

/// The contacts themselves, of those that are not erased.
pub(super) async fn loaded(ctx: &Context, ids: &[Uuid]) -> Result<Vec<(Uuid, Contact)>, CommandError> {
    let all = ctx.log.load_many::<Contact>(ids).await?;
    Ok(ids.iter().copied().zip(all).map(|(id, one)| (id, one.state)).collect())
}
