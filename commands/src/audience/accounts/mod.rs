//! Use cases on accounts.

pub mod archive;
pub mod create;
pub mod restore;
pub mod restore_values;
pub mod undo;
pub mod update;

use pivotal_domain::audience::accounts::{Account, keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_log::append::NewJob;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::audience::contacts::on_account_domain;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

/// A hierarchy deeper than this is a mistake.
const DEEPEST: usize = 30;

impl Guarded for Account {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }

    fn custom(&self) -> Option<(Entity, &RecordState)> {
        Some((Entity::Account, &self.record))
    }
}

/// The wanted parent and everything above it, so that the decision can refuse a circle.
pub(in crate::audience) async fn ancestors(
    ctx: &Context,
    values: &BTreeMap<String, Candidate>,
) -> Result<Vec<Uuid>, CommandError> {
    let mut above = Vec::new();
    let mut next = values
        .get("parent")
        .and_then(|candidate| candidate.value.as_ref())
        .and_then(|value| value.as_text())
        .map(str::to_owned);
    while let Some(id) = next.take() {
        let missing = || {
            CommandError::rejected(Rejection::of_field(
                "parent",
                "ACCOUNT_NOT_FOUND",
                "There is no active account with this id. Choose another parent.",
            ))
        };
        let id: Uuid = id.parse().map_err(|_| missing())?;
        if above.contains(&id) || above.len() == DEEPEST {
            return Err(CommandError::rejected(Rejection::of_field(
                "parent",
                "ACCOUNT_PARENT_CYCLE",
                "The accounts above this parent form a circle or are more than 30 deep. Choose another parent.",
            )));
        }
        let parent = ctx.log.load::<Account>(id).await?.state;
        if above.is_empty() && !parent.record.is_active() {
            return Err(missing());
        }
        above.push(id);
        next = parent.record.text("parent").map(str::to_owned);
    }
    Ok(above)
}

/// Contacts that arrived before their account wait under its domain: a job links them (AUD-3).
pub(in crate::audience) fn link_waiting_contacts(
    account_id: Uuid,
) -> impl Fn(&Account, &Account) -> Result<Vec<NewJob>, CommandError> {
    move |before, after| {
        let had = keys::claims(before);
        let new: Vec<String> = keys::claims(after)
            .into_iter()
            .filter(|key| !had.contains(key))
            .map(|(_, domain)| domain)
            .collect();
        Ok(if new.is_empty() { vec![] } else { vec![on_account_domain::job(account_id, new)?] })
    }
}
