//! Who may set or lift by hand whom a record may be used for, and for which clients there are.
//!
//! That a client's records are for that client only is a promise to the client: who manages clients answers for it, and nobody
//! else takes it back. Imports mark what they make by themselves (`imports/chunk.rs`).

use std::collections::BTreeMap;

use pivotal_domain::audience::record::change::FieldChange;
use pivotal_domain::audience::record::restriction::{CLIENT_RESTRICTION, restricted_to};
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::clients::error::ClientError;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// Refuses values that restrict a record, or lift what it is restricted to, from somebody who may not, and clients that are not
/// there. Values that say nothing about it pass.
pub async fn may_restrict(
    ctx: &Context,
    actor: &Actor,
    values: &BTreeMap<String, Candidate>,
) -> Result<(), CommandError> {
    let Some(candidate) = values.get(CLIENT_RESTRICTION) else { return Ok(()) };
    authorise_all(actor, Permission::ClientsManage)?;
    match restricted_to(candidate.value.as_ref()) {
        Some(client) => must_be_open(ctx, client, CLIENT_RESTRICTION).await,
        None => Ok(()),
    }
}

/// The same of a change that is taken back: what it says was so once, so nobody asks whether the client is still there.
pub fn may_take_back(actor: &Actor, changes: &BTreeMap<String, FieldChange>) -> Result<(), CommandError> {
    match changes.contains_key(CLIENT_RESTRICTION) {
        true => authorise_all(actor, Permission::ClientsManage),
        false => Ok(()),
    }
}

/// `field`: the input that names the client.
pub async fn must_be_open(ctx: &Context, client: Uuid, field: &str) -> Result<(), CommandError> {
    let state = ctx.log.load::<Client>(client).await?.state;
    let (error, message) = match (&state.name, state.archived) {
        (None, _) => (
            ClientError::Unknown,
            "There is no such client organisation. Choose one from the list.".to_owned(),
        ),
        (Some(name), true) => (
            ClientError::Archived,
            format!("{name} is archived. Restore it first, or choose another client."),
        ),
        (Some(_), false) => return Ok(()),
    };
    Err(CommandError::rejected(Rejection::of_field(field, error.code(), message)))
}
