//! The address that a mail went to, where its reader has another by now. Somebody brings such an address in again sooner or later, and
//! whoever said no at it must not hear of us there.

use std::collections::HashMap;

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::follow::Consequence;
use crate::audience::contacts::erase_job::who;
use crate::context::Context;
use crate::error::CommandError;
use crate::suppression::guard::hash;

/// As the log knows it of the contact, and of the one that it became part of. `None`: it is among the `known`, the guard does not say where
/// the mail went, or nobody can read of it any more.
pub(super) async fn address(
    ctx: &Context,
    one: &Consequence,
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    known: &[SuppressedKey],
) -> Result<Option<SuppressedKey>, CommandError> {
    let (Some(wanted), Some(contact)) = (&one.address_key, one.contact) else { return Ok(None) };
    let is_it = |key: &SuppressedKey| hash(&ctx.log.blind, key) == *wanted;
    if known.iter().any(is_it) {
        return Ok(None);
    }
    let lead = contacts.get(&contact).map(|(lead, _)| *lead).filter(|lead| *lead != contact);
    for id in std::iter::once(contact).chain(lead) {
        let (values, _) = who(ctx, id).await?;
        let mut keys = values.iter().filter_map(|value| SuppressedKey::parse(Kind::Email, value, None).ok());
        if let Some(key) = keys.find(is_it) {
            return Ok(Some(key));
        }
    }
    Ok(None)
}
