//! Suppressing one or many: effective with the commit, in every process.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::command::{Added, SuppressionCommand};
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::{Append, JobProgress, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::{covers, forbidden, id_of};
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::ATTEMPTS;
use crate::suppression::guard::hash;

/// Lines that may be pasted at once; more come as a file.
pub const MOST: usize = 1_000;
/// Suppressions of one append.
pub const CHUNK: usize = 250;
/// Longest value that is looked at, in characters: no key of any kind is longer.
const LONGEST: usize = 400;

#[derive(Debug, Clone)]
pub struct AddSuppressions {
    pub entries: Vec<Entry>,
    pub reach: Reach,
    pub reason: Reason,
    /// `None`: for good.
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
    /// Of numbers without a country code.
    pub country: Option<Country>,
}

/// One line as it was pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `None`: told by its shape.
    pub kind: Option<Kind>,
    pub value: String,
}

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddedSuppressions {
    /// Of what was read, in its order, each once.
    pub ids: Vec<Uuid>,
    pub added: usize,
    /// Suppressed before, for the same or a weightier reason.
    pub already: usize,
    pub refused: Vec<Refused>,
    pub position: Option<i64>,
}

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// From 1.
    pub line: usize,
    pub value: String,
    pub code: String,
    pub message: String,
}

/// Lines that cannot be read are named and left out; the others are suppressed.
pub async fn add_suppressions(
    ctx: &Context,
    actor: &Actor,
    input: AddSuppressions,
) -> Result<AddedSuppressions, CommandError> {
    let scope = authorise(actor, Permission::SuppressionsAdd)?;
    if !input.entries.iter().any(|entry| !entry.value.trim().is_empty()) {
        return Err(CommandError::rejected(Rejection::of_field(
            "entries",
            "SUPPRESSION_EMPTY",
            "Name at least one email, phone number, domain or account.",
        )));
    }
    if input.entries.len() > MOST {
        return Err(CommandError::rejected(Rejection::of_field(
            "entries",
            "SUPPRESSIONS_TOO_MANY",
            "At most 1,000 lines are taken at once. Upload a file instead.",
        )));
    }
    let mut done = AddedSuppressions::default();
    let mut keys: Vec<(usize, SuppressedKey)> = Vec::new();
    for (line, entry) in (1..).zip(&input.entries) {
        if entry.value.trim().is_empty() {
            continue;
        }
        match read(entry, input.country) {
            Ok(key) => keys.push((line, key)),
            Err((code, message)) => {
                let value = entry.value.chars().take(LONGEST).collect();
                done.refused.push(Refused { line, value, code, message });
            }
        }
    }
    may_add(actor, scope, &input, &keys)?;
    check_reach(ctx, input.reach).await?;
    let unknown = unknown_accounts(ctx, &keys).await?;
    let mut seen = HashSet::new();
    let mut known = Vec::with_capacity(keys.len());
    for (line, key) in keys {
        if unknown.contains(key.value()) && key.kind() == Kind::Account {
            let (code, message) = ("SUPPRESSION_ACCOUNT_UNKNOWN", "There is no such account.");
            let value = key.into_value();
            done.refused.push(Refused { line, value, code: code.into(), message: message.into() });
        } else if seen.insert(key.clone()) {
            known.push(key);
        }
    }
    done.refused.sort_by_key(|refused| refused.line);
    let terms = Terms {
        reach: input.reach,
        reason: input.reason,
        until: input.until,
        note: input.note,
        source: actor.source.clone(),
    };
    for chunk in known.chunks(CHUNK) {
        let Chunk { ids, added, position } =
            add_chunk(ctx, Lane::Interactive, &actor.metadata(), &terms, chunk, |_| None).await?;
        done.added += added;
        done.already += ids.len() - added;
        done.ids.extend(ids);
        done.position = position.or(done.position);
    }
    Ok(done)
}

fn read(entry: &Entry, country: Option<Country>) -> Result<SuppressedKey, (String, String)> {
    if entry.value.chars().count() > LONGEST {
        return Err((
            "SUPPRESSION_SHAPELESS".into(),
            "This is longer than any email, number or domain.".into(),
        ));
    }
    let read = match entry.kind {
        Some(kind) => SuppressedKey::parse(kind, &entry.value, country),
        None => SuppressedKey::read(&entry.value, country),
    };
    read.map_err(|error| (error.code().to_owned(), sentence(&error.to_string())))
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), chars.as_str()))
}

/// An agent takes down that somebody asked not to be called, and nothing else; a client keeps its own list.
fn may_add(
    actor: &Actor,
    scope: Scope,
    input: &AddSuppressions,
    keys: &[(usize, SuppressedKey)],
) -> Result<(), CommandError> {
    let asked_for = input.reach == Reach::Global
        && input.reason == Reason::DncRequest
        && input.until.is_none()
        && input.entries.len() == 1
        && keys.iter().all(|(_, key)| key.kind() == Kind::Phone);
    if covers(actor, scope, input.reach) || (scope == Scope::Own && asked_for) {
        Ok(())
    } else {
        Err(forbidden(actor, Permission::SuppressionsAdd))
    }
}

/// That there is what the suppression goes as far as.
pub(super) async fn check_reach(ctx: &Context, reach: Reach) -> Result<(), CommandError> {
    match reach {
        Reach::Global => Ok(()),
        Reach::Client(id) if ctx.log.load::<Client>(id).await?.state.name.is_some() => Ok(()),
        Reach::Client(_) => Err(CommandError::rejected(Rejection::of_field(
            "clientId",
            "CLIENT_NOT_FOUND",
            "There is no such client organisation.",
        ))),
        Reach::Campaign(id) if ctx.log.load::<Campaign>(id).await?.state.made.is_some() => Ok(()),
        Reach::Campaign(_) => Err(CommandError::rejected(Rejection::of_field(
            "campaignId",
            "CAMPAIGN_NOT_FOUND",
            "There is no such campaign.",
        ))),
        Reach::Brand(id) if ctx.log.load::<Brand>(id).await?.state.look.is_some() => Ok(()),
        Reach::Brand(_) => Err(CommandError::rejected(Rejection::of_field(
            "brandId",
            "BRAND_NOT_FOUND",
            "There is no such brand.",
        ))),
    }
}

async fn unknown_accounts(
    ctx: &Context,
    keys: &[(usize, SuppressedKey)],
) -> Result<HashSet<String>, CommandError> {
    let accounts = keys.iter().filter(|(_, key)| key.kind() == Kind::Account);
    let ids: Vec<Uuid> = accounts.filter_map(|(_, key)| key.value().parse().ok()).collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let loaded = ctx.log.load_many::<Account>(&ids).await?;
    let unknown = ids.iter().zip(loaded).filter(|(_, account)| !account.exists());
    Ok(unknown.map(|(id, _)| id.to_string()).collect())
}

/// On which terms keys are suppressed.
#[derive(Debug, Clone)]
pub struct Terms {
    pub reach: Reach,
    pub reason: Reason,
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
    pub source: String,
}

/// What became of a chunk.
#[derive(Debug, Clone)]
pub struct Chunk {
    /// In the order of the keys.
    pub ids: Vec<Uuid>,
    pub added: usize,
    pub position: Option<i64>,
}

/// Suppresses keys that differ from each other, in one append, with the progress of the job that asks
/// (told how many of them are new).
pub async fn add_chunk(
    ctx: &Context,
    lane: Lane,
    metadata: &Metadata,
    terms: &Terms,
    keys: &[SuppressedKey],
    progress: impl Fn(usize) -> Option<JobProgress>,
) -> Result<Chunk, CommandError> {
    for _ in 0..ATTEMPTS {
        let mut append = Append::new(lane);
        let (ids, added) = add_in(ctx, &mut append, metadata, terms, keys).await?;
        append.progress = progress(added);
        if append.is_empty() {
            return Ok(Chunk { ids, added, position: None });
        }
        match ctx.log.append(append).await {
            Ok(position) => return Ok(Chunk { ids, added, position: (added > 0).then_some(position) }),
            Err(LogError::Conflict) => continue,
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Conflict)
}

/// The same as part of an append that says why. Answers with their ids, and how many are new.
pub(crate) async fn add_in(
    ctx: &Context,
    append: &mut Append,
    metadata: &Metadata,
    terms: &Terms,
    keys: &[SuppressedKey],
) -> Result<(Vec<Uuid>, usize), CommandError> {
    let ids: Vec<Uuid> = keys.iter().map(|key| id_of(&ctx.log.blind, key, terms.reach)).collect();
    let mut added = 0;
    for ((id, key), held) in ids.iter().zip(keys).zip(ctx.log.load_many::<Suppression>(&ids).await?) {
        let command = SuppressionCommand::Add(Added {
            at: ctx.now(),
            key: key.clone(),
            hash: hex::encode(hash(&ctx.log.blind, key)),
            reach: terms.reach,
            reason: terms.reason,
            until: terms.until,
            note: terms.note.clone(),
            source: terms.source.clone(),
        });
        let events = held.state.decide(command)?;
        added += usize::from(!events.is_empty());
        append.events::<Suppression>(*id, held.sequence, events, metadata)?;
    }
    Ok((ids, added))
}
