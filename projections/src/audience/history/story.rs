//! What happened to a segment, a list or a domain set, in words, read from the log itself. Each tells of its own events in a
//! `story.rs`; whoever asks was shown the thing before.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::reader;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use super::port::Reading;
use crate::page::QueryError;

/// Enough for any honest audience; the log keeps all.
pub const MOST: usize = 500;

/// One event.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    pub source: String,
    pub changes: Vec<Changed>,
}

/// One part before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    pub label: &'static str,
    /// `None`: there was nothing.
    pub old: Option<Said>,
    pub new: Option<Said>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    Text(String),
    /// A filter, in the filter language.
    Definition(Value),
    /// Shared with this team.
    Team(Uuid),
}

/// An event as its feature tells it: a title, and what changed.
pub(crate) type Words = (String, Vec<Changed>);

/// What happened to it, newest first.
pub(crate) async fn told<E: LoggedEvent>(
    Reading { pool, opener }: Reading<'_>,
    id: Uuid,
    words: fn(E) -> Words,
) -> Result<Vec<Told>, QueryError> {
    let entries = reader::read_record(pool, E::AGGREGATE, id).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut told: Vec<Told> = Vec::with_capacity(entries.len());
    for entry in opened.entries() {
        let metadata = entry.metadata();
        // An event of a newer release is shown as what it is called.
        let (title, changes) =
            opened.event::<E>(entry).map_or_else(|_| (entry.name.clone(), Vec::new()), words);
        told.push(Told {
            position: entry.position,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            source: metadata.source,
            changes,
        });
    }
    told.reverse();
    told.truncate(MOST);
    name_teams(pool, &mut told).await?;
    Ok(told)
}

/// Teams as they are called now.
async fn name_teams(pool: &PgPool, told: &mut [Told]) -> Result<(), QueryError> {
    let mut said: Vec<&mut Said> = told
        .iter_mut()
        .flat_map(|one| &mut one.changes)
        .flat_map(|changed| changed.old.iter_mut().chain(&mut changed.new))
        .collect();
    let ids: Vec<Uuid> = said.iter().filter_map(|one| team_of(one)).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let rows =
        sqlx::query!("select id, name from read.teams where id = any($1)", &ids).fetch_all(pool).await?;
    let names: HashMap<Uuid, String> = rows.into_iter().map(|row| (row.id, row.name)).collect();
    for one in &mut said {
        let Some(team) = team_of(one) else { continue };
        let gone = || "A team that is gone".to_owned();
        **one = Said::Text(names.get(&team).map_or_else(gone, |name| format!("Team {name}")));
    }
    Ok(())
}

fn team_of(said: &Said) -> Option<Uuid> {
    match said {
        Said::Team(team) => Some(*team),
        Said::Text(_) | Said::Definition(_) => None,
    }
}

/// A text that is empty says nothing.
pub(crate) fn text(label: &'static str, old: Option<&str>, new: &str) -> Option<Changed> {
    let said = |text: &str| (!text.is_empty()).then(|| Said::Text(text.to_owned()));
    let old = old.unwrap_or_default();
    (old != new).then(|| Changed { label, old: said(old), new: said(new) })
}

pub(crate) fn tags(old: Option<&[String]>, new: &[String]) -> Option<Changed> {
    let old = old.map(|tags| tags.join(", "));
    text("Tags", old.as_deref(), &new.join(", "))
}

pub(crate) fn sharing(old: Option<Sharing>, new: Sharing) -> Option<Changed> {
    (old != Some(new)).then(|| Changed { label: "Who sees it", old: old.map(shared), new: Some(shared(new)) })
}

fn shared(sharing: Sharing) -> Said {
    match sharing {
        Sharing::Private => Said::Text("Only its owner".to_owned()),
        Sharing::Team { team } => Said::Team(team),
        Sharing::Everyone => Said::Text("Everyone".to_owned()),
    }
}

/// "Renamed", "Tags changed", "Name, tags changed".
pub(crate) fn details(changes: Vec<Changed>) -> Words {
    let title = match changes.as_slice() {
        [Changed { label: "Name", .. }] => "Renamed".to_owned(),
        [] => "Changed".to_owned(),
        many => {
            let labels: Vec<&str> = many.iter().map(|one| one.label).collect();
            let (first, rest) = labels.split_at(1);
            let rest: String = rest.iter().map(|label| format!(", {}", label.to_lowercase())).collect();
            format!("{}{rest} changed", first.concat())
        }
    };
    (title, changes)
}

/// An event that says all by its title.
pub(crate) fn plain(title: impl Into<String>) -> Words {
    (title.into(), Vec::new())
}
