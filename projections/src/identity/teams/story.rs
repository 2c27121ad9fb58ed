//! What happened to a team, in words, read from the log itself: its name, its archiving, and who came and went.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::teams::events::TeamEvent;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_log::reader;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::identity::reach::Reach;
use crate::page::QueryError;

/// Enough for any honest team; the log keeps all.
pub const MOST: usize = 500;

/// One event of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    /// What it was before.
    pub text: Option<String>,
}

/// What happened to a team, newest first; nothing for whoever does not see all users. `names`: of users.
pub async fn told(
    Reading { pool, opener }: Reading<'_>,
    actor: &Actor,
    id: Uuid,
    names: &HashMap<Uuid, String>,
) -> Result<Vec<Told>, QueryError> {
    if !Reach::of(actor, Permission::UsersView).all {
        return Ok(Vec::new());
    }
    let mut entries = reader::read_record(pool, "team", id).await.map_err(QueryError::Database)?;
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    // Who is in which team stands with each person: there are hundreds of ours at most, with few events each.
    let ours = sqlx::query_scalar!("select id from read.users where client_id is null")
        .fetch_all(pool)
        .await
        .map_err(QueryError::Database)?;
    let people = reader::read_records_told(pool, "user", &ours).await.map_err(QueryError::Database)?;
    let grouping =
        people.into_iter().filter(|entry| entry.name == "UserCreated" || entry.name == "UserTeamsChanged");
    entries.extend(grouping);
    let opened = opener.open(&entries, |_| true).await?;
    let mut told = Vec::new();
    for entry in opened.entries() {
        let words = if entry.about_type == "team" {
            // An event of a newer release is shown as what it is called.
            Some(opened.event::<TeamEvent>(entry).map_or_else(|_| (entry.name.clone(), None), of_team))
        } else {
            let who = names.get(&entry.about_id).map_or("Somebody who is gone", String::as_str);
            opened.event::<UserEvent>(entry).ok().and_then(|event| of_person(event, id, who))
        };
        let Some((title, text)) = words else { continue };
        let metadata = entry.metadata();
        told.push(Told {
            position: entry.position,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            text,
        });
    }
    told.sort_unstable_by_key(|one| std::cmp::Reverse(one.position));
    told.truncate(MOST);
    Ok(told)
}

/// Title and free text.
fn of_team(event: TeamEvent) -> (String, Option<String>) {
    match event {
        TeamEvent::TeamCreated { name, .. } => (format!("Created as {name}"), None),
        TeamEvent::TeamRenamed { name, previous, .. } => {
            (format!("Renamed to {name}"), Some(format!("Before: {previous}")))
        }
        TeamEvent::TeamArchived { .. } => ("Archived".to_owned(), None),
        TeamEvent::TeamRestored { .. } => ("Restored".to_owned(), None),
    }
}

/// Nothing, where it is about other teams.
fn of_person(event: UserEvent, team: Uuid, who: &str) -> Option<(String, Option<String>)> {
    let (before, now) = match event {
        UserEvent::UserCreated { teams, .. } => (false, teams.contains(&team)),
        UserEvent::UserTeamsChanged { teams, previous, .. } => {
            (previous.contains(&team), teams.contains(&team))
        }
        _ => return None,
    };
    match (before, now) {
        (false, true) => Some((format!("{who} joined"), None)),
        (true, false) => Some((format!("{who} left"), None)),
        _ => None,
    }
}
