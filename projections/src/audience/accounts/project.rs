//! Events of accounts to rows of `accounts`, and of contacts to the number of contacts.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::members::Members;
use super::{LAYOUT, SPEC};
use crate::audience::columns::{Misfit, key_of};
use crate::audience::phone_validity::says::say;
use crate::audience::record::{At, RecordCells};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::Row;

/// Until a status is given.
const STATUS: &str = "active";

#[derive(Debug, Clone, Copy, Default)]
pub struct Accounts;

#[async_trait]
impl Projection for Accounts {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// Which account a contact belongs to is not personal, and nothing else of a contact is read here.
    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut accounts: Vec<(&Entry, AccountEvent)> = Vec::new();
        let mut contacts: Vec<(&Entry, ContactEvent)> = Vec::new();
        for entry in batch.entries() {
            if entry.about_type == "account" {
                accounts.push((entry, batch.event(entry)?))
            } else {
                contacts.push((entry, batch.event(entry)?))
            }
        }
        write_accounts(&accounts, target).await?;
        Members::load(target.connection, target.schema, &contacts)
            .await?
            .apply(&contacts)
            .save(target.connection, target.schema)
            .await?;
        Ok(())
    }
}

async fn write_accounts(
    accounts: &[(&Entry, AccountEvent)],
    target: &mut Target<'_>,
) -> Result<(), ApplyError> {
    let created: HashSet<Uuid> =
        accounts.iter().filter(|(entry, _)| entry.sequence == 1).map(|(entry, _)| entry.about_id).collect();
    let older: Vec<Uuid> = accounts
        .iter()
        .map(|(entry, _)| entry.about_id)
        .filter(|id| !created.contains(id))
        .collect::<HashSet<_>>()
        .into_iter()
        .collect();
    let mut held: HashMap<Uuid, Row> = LAYOUT.sheet.load(target.connection, target.schema, &older).await?;
    let mut order = Vec::new();
    let mut new = HashSet::new();
    for (entry, event) in accounts {
        let id = entry.about_id;
        let row = held.entry(id).or_insert_with(|| {
            new.insert(id);
            LAYOUT.blank()
        });
        order.push(id);
        apply(row, event, &At::of(entry)).map_err(|misfit| refused(entry, misfit.to_string()))?;
    }
    let (mut inserts, mut updates) = (Vec::new(), Vec::new());
    for id in order {
        // Every account once, however many events it has.
        let Some(mut row) = held.remove(&id) else { continue };
        finish(&mut row);
        if new.contains(&id) { inserts.push(row) } else { updates.push(row) }
    }
    LAYOUT.sheet.copy(target.connection, target.schema, &inserts).await?;
    LAYOUT.sheet.upsert(target.connection, target.schema, updates).await?;
    Ok(())
}

fn apply(row: &mut Row, event: &AccountEvent, at: &At) -> Result<(), Misfit> {
    let mut record = RecordCells { layout: &LAYOUT, row };
    match event {
        AccountEvent::AccountCreated { source, at: when, fields, .. } => {
            record.created(at, source, *when);
            record.write(fields.iter().map(|(key, value)| (key, Some(value))))?;
        }
        AccountEvent::AccountFieldsChanged { at: when, changes, .. } => {
            record.touched(at, *when);
            record.write(changes.iter().map(|(key, change)| (key, change.new.as_ref())))?;
        }
        AccountEvent::AccountArchived { at: when, .. } => record.archived(at, *when, true),
        AccountEvent::AccountRestored { at: when, .. } => record.archived(at, *when, false),
        AccountEvent::AccountMerged { at: when, .. } => record.touched(at, *when),
        AccountEvent::AccountMergedInto { at: when, survivor, .. } => {
            record.merged(at, *when, Some(*survivor))
        }
        AccountEvent::AccountUnmerged { at: when, .. } => record.merged(at, *when, None),
    }
    Ok(())
}

/// What follows from other columns. Called once per row and batch.
fn finish(row: &mut Row) {
    let sheet = &LAYOUT.sheet;
    row.set(sheet.at("name_key"), key_of(row.get(sheet.at("name"))));
    if row.get(sheet.at("status")).is_none() {
        row.set(sheet.at("status"), Some(STATUS.to_owned()));
    }
    let (validity, line) = (sheet.at("main_phone_validity"), sheet.at("main_phone_line"));
    say(row, [validity, line], &[sheet.at("main_phone_e164"), sheet.at("main_phone")]);
}
