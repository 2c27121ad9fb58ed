//! Which contacts count for which account. The projection's own memory: events say where a contact goes, not where
//! it was when it was archived.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use uuid::Uuid;

/// A contact's account, and whether the contact is active.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Member {
    account: Option<Uuid>,
    active: bool,
}

impl Member {
    fn counts_for(self) -> Option<Uuid> {
        self.account.filter(|_| self.active)
    }
}

/// The members a batch is about.
#[derive(Debug, Default)]
pub struct Members {
    before: HashMap<Uuid, Member>,
    after: HashMap<Uuid, Member>,
}

const NOBODY: Member = Member { account: None, active: true };

// The schema is a parameter of a rebuild, so the statements below cannot be compile-checked.

impl Members {
    pub async fn load(
        connection: &mut PgConnection,
        schema: &str,
        contacts: &[(&Entry, ContactEvent)],
    ) -> Result<Self, sqlx::Error> {
        let created: HashSet<Uuid> = contacts
            .iter()
            .filter(|(entry, _)| entry.sequence == 1)
            .map(|(entry, _)| entry.about_id)
            .collect();
        let older: HashSet<Uuid> = contacts
            .iter()
            .filter(|(_, event)| moves(event))
            .map(|(entry, _)| entry.about_id)
            .filter(|id| !created.contains(id))
            .collect();
        if older.is_empty() {
            return Ok(Members::default());
        }
        let ids: Vec<Uuid> = older.into_iter().collect();
        let sql = format!(
            "select contact_id, account_id, active from {schema}.account_members where contact_id = any($1)"
        );
        let rows: Vec<(Uuid, Option<Uuid>, bool)> =
            sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
        Ok(Members {
            before: rows.into_iter().map(|(id, account, active)| (id, Member { account, active })).collect(),
            after: HashMap::new(),
        })
    }

    pub fn apply(mut self, contacts: &[(&Entry, ContactEvent)]) -> Self {
        for (entry, event) in contacts {
            let id = entry.about_id;
            let now = self.after.get(&id).or(self.before.get(&id)).copied().unwrap_or(NOBODY);
            let next = match event {
                ContactEvent::ContactCreated { account, .. } => {
                    Member { account: account.map(|link| link.account_id), active: true }
                }
                ContactEvent::ContactAccountLinked { account, .. } => {
                    Member { account: Some(account.account_id), ..now }
                }
                ContactEvent::ContactAccountUnlinked { .. } => Member { account: None, ..now },
                ContactEvent::ContactArchived { .. } | ContactEvent::ContactMergedInto { .. } => {
                    Member { active: false, ..now }
                }
                ContactEvent::ContactRestored { .. } | ContactEvent::ContactUnmerged { .. } => {
                    Member { active: true, ..now }
                }
                ContactEvent::ContactErased { .. } => Member { account: None, active: false },
                ContactEvent::ContactFieldsChanged { .. } | ContactEvent::ContactMerged { .. } => continue,
            };
            self.after.insert(id, next);
        }
        self
    }

    /// Which rows exist depends on the state alone, not on how the log was cut into batches: whoever is where everybody
    /// begins has none. A rebuild could otherwise not be compared with the rows in use.
    pub async fn save(self, connection: &mut PgConnection, schema: &str) -> Result<(), sqlx::Error> {
        let mut counts: HashMap<Uuid, i64> = HashMap::new();
        let (mut ids, mut accounts, mut active) = (Vec::new(), Vec::new(), Vec::new());
        let mut gone = Vec::new();
        for (id, after) in &self.after {
            let before = self.before.get(id).copied().unwrap_or(NOBODY);
            if before == *after {
                continue;
            }
            if *after == NOBODY {
                gone.push(*id);
            } else {
                ids.push(*id);
                accounts.push(after.account);
                active.push(after.active);
            }
            if let Some(account) = before.counts_for() {
                *counts.entry(account).or_default() -= 1;
            }
            if let Some(account) = after.counts_for() {
                *counts.entry(account).or_default() += 1;
            }
        }
        if !gone.is_empty() {
            sqlx::query(&format!("delete from {schema}.account_members where contact_id = any($1)"))
                .bind(gone)
                .execute(&mut *connection)
                .await?;
        }
        if !ids.is_empty() {
            let sql = format!(
                "insert into {schema}.account_members (contact_id, account_id, active) select * from unnest($1::uuid[], $2::uuid[], $3::boolean[])
                 on conflict (contact_id) do update set account_id = excluded.account_id, active = excluded.active"
            );
            sqlx::query(&sql).bind(ids).bind(accounts).bind(active).execute(&mut *connection).await?;
        }
        counts.retain(|_, count| *count != 0);
        if !counts.is_empty() {
            save_counts(connection, schema, counts).await?;
        }
        Ok(())
    }
}

async fn save_counts(
    connection: &mut PgConnection,
    schema: &str,
    counts: HashMap<Uuid, i64>,
) -> Result<(), sqlx::Error> {
    let (accounts, counts): (Vec<Uuid>, Vec<i64>) = counts.into_iter().unzip();
    let sql = format!(
        "insert into {schema}.account_activity as held (account_id, contact_count) select * from unnest($1::uuid[], $2::bigint[])
         on conflict (account_id) do update set contact_count = held.contact_count + excluded.contact_count"
    );
    sqlx::query(&sql).bind(&accounts).bind(&counts).execute(&mut *connection).await?;
    if counts.iter().any(|count| *count < 0) {
        let sql = format!(
            "delete from {schema}.account_activity where account_id = any($1) and contact_count = 0 and open_lead_count is null and last_activity_at is null and last_campaign_at is null"
        );
        sqlx::query(&sql).bind(&accounts).execute(connection).await?;
    }
    Ok(())
}

/// What changes fields, or adds another record's, moves no contact.
fn moves(event: &ContactEvent) -> bool {
    !matches!(event, ContactEvent::ContactFieldsChanged { .. } | ContactEvent::ContactMerged { .. })
}
