//! What happened to a client, in words, read from the log itself: who changed what, and who looked at what its people see.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::details::Details;
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_domain::identity::clients::terms::Terms;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::identity::reach::Reach;
use crate::page::QueryError;

/// Enough for any honest client; the log keeps all.
pub const MOST: usize = 500;

/// One event of a client.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub position: i64,
    pub sequence: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    pub source: String,
    /// A reason, or what it was before.
    pub text: Option<String>,
    /// Of an event that sets terms: its version, and what they are.
    pub terms: Option<(i64, Terms)>,
}

/// What happened to a client, newest first; nothing for whoever does not see all clients. `names`: of users, for who owns it.
pub async fn told(
    Reading { pool, opener }: Reading<'_>,
    actor: &Actor,
    id: Uuid,
    names: &HashMap<Uuid, String>,
) -> Result<Vec<Told>, QueryError> {
    if !Reach::of(actor, Permission::ClientsView).all {
        return Ok(Vec::new());
    }
    let entries = reader::read_record(pool, "client", id).await.map_err(QueryError::Database)?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut called = Called { users: names, brands: HashMap::new(), lists: HashMap::new() };
    let mut told = Vec::with_capacity(entries.len());
    for entry in opened.entries() {
        let metadata = entry.metadata();
        let event = opened.event::<ClientEvent>(entry).ok();
        let terms = match &event {
            Some(ClientEvent::ClientTermsSet { version, terms, .. }) => Some((*version, terms.clone())),
            _ => None,
        };
        // An event of a newer release is shown as what it is called.
        let (title, text) = event.map_or_else(|| (entry.name.clone(), None), |event| called.words(event));
        told.push(Told {
            position: entry.position,
            sequence: entry.sequence,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            source: metadata.source,
            text,
            terms,
        });
    }
    told.reverse();
    told.truncate(MOST);
    Ok(told)
}

/// What things are called as the events go by.
struct Called<'a> {
    users: &'a HashMap<Uuid, String>,
    brands: HashMap<Uuid, String>,
    lists: HashMap<Uuid, String>,
}

impl Called<'_> {
    /// Title and free text.
    fn words(&mut self, event: ClientEvent) -> (String, Option<String>) {
        match event {
            ClientEvent::ClientCreated { name, .. } => (format!("Created as {name}"), None),
            ClientEvent::ClientRenamed { name, previous, .. } => {
                (format!("Renamed to {name}"), Some(format!("Before: {previous}")))
            }
            ClientEvent::ClientDetailsChanged { details, previous, .. } => changed(&details, &previous),
            ClientEvent::ClientOwnerChanged { owner, previous, .. } => {
                let before = previous.map(|user| format!("Before: {}", self.user(user)));
                match owner {
                    Some(user) => (format!("Account manager: {}", self.user(user)), before),
                    None => ("No account manager any more".to_owned(), before),
                }
            }
            ClientEvent::ClientArchived { reason, .. } => ("Archived".to_owned(), reason),
            ClientEvent::ClientRestored { .. } => ("Restored".to_owned(), None),
            ClientEvent::ClientTermsSet { version, .. } => {
                (format!("Default terms: version {version}"), None)
            }
            ClientEvent::ClientTermsWithdrawn { .. } => ("Default terms withdrawn".to_owned(), None),
            ClientEvent::ClientBrandAdded { brand, name, .. } => {
                let title = format!("Brand added: {name}");
                self.brands.insert(brand, name);
                (title, None)
            }
            ClientEvent::ClientBrandChanged { brand, name, previous, .. } => {
                let title = format!("Brand changed: {name}");
                let before = (name != previous).then(|| format!("Before: {previous}"));
                self.brands.insert(brand, name);
                (title, before)
            }
            ClientEvent::ClientBrandArchived { brand, .. } => {
                (format!("Brand archived: {}", named(&self.brands, brand)), None)
            }
            ClientEvent::ClientBrandRestored { brand, .. } => {
                (format!("Brand restored: {}", named(&self.brands, brand)), None)
            }
            ClientEvent::ClientListAdded { list, name, .. } => {
                let title = format!("List added: {name}");
                self.lists.insert(list, name);
                (title, None)
            }
            ClientEvent::ClientListRenamed { list, name, previous, .. } => {
                let title = format!("List renamed to {name}");
                self.lists.insert(list, name);
                (title, Some(format!("Before: {previous}")))
            }
            ClientEvent::ClientListFilled { list, filling, .. } => (
                format!("List filled: {}, {} companies", named(&self.lists, list), filling.entries),
                Some(format!("From {}", filling.file_name)),
            ),
            ClientEvent::ClientListUnfilled { list, filling, .. } => {
                let now = filling.map_or_else(
                    || "It holds nothing again".to_owned(),
                    |filling| format!("Again {} companies from {}", filling.entries, filling.file_name),
                );
                (format!("Last file taken back: {}", named(&self.lists, list)), Some(now))
            }
            ClientEvent::ClientListRemoved { list, .. } => {
                (format!("List removed: {}", named(&self.lists, list)), None)
            }
            ClientEvent::ClientListRestored { list, name, .. } => {
                let title = format!("List brought back: {name}");
                self.lists.insert(list, name);
                (title, None)
            }
            ClientEvent::ClientViewed { reason, until, .. } => {
                (format!("Viewed as this client, until {} UTC", until.format("%H:%M")), Some(reason))
            }
            ClientEvent::ClientViewEnded { .. } => ("Left the view as this client".to_owned(), None),
        }
    }

    fn user(&self, id: Uuid) -> String {
        self.users.get(&id).cloned().unwrap_or_else(|| "somebody who is gone".to_owned())
    }
}

fn named(names: &HashMap<Uuid, String>, id: Uuid) -> String {
    names.get(&id).cloned().unwrap_or_else(|| id.to_string())
}

fn changed(now: &Details, before: &Details) -> (String, Option<String>) {
    let parts: [(&str, &Option<String>, &Option<String>); 5] = [
        ("Legal name", &now.legal_name, &before.legal_name),
        ("Website", &now.website, &before.website),
        ("Country", &now.country, &before.country),
        ("Billing reference", &now.billing_reference, &before.billing_reference),
        ("Note", &now.note, &before.note),
    ];
    let changed: Vec<_> = parts.into_iter().filter(|(_, now, before)| now != before).collect();
    let labels: Vec<&str> = changed.iter().map(|(label, _, _)| *label).collect();
    let was: Vec<String> = changed
        .iter()
        .filter_map(|(label, _, before)| before.as_ref().map(|before| format!("{label} before: {before}")))
        .collect();
    (format!("Changed: {}", labels.join(", ")), (!was.is_empty()).then(|| was.join("\n")))
}
