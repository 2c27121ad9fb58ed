//! Accounts made of what is unknown: a domain, the name the file gives or the domain for one, and the status that says that a
//! person has to look at it.

use std::collections::BTreeMap;

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::audience::accounts::link_waiting_contacts;
use crate::audience::contacts::source_of;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::execute_new;

/// `None`: an account that is not in the lists (an archived one) has the domain, so it stays unknown.
pub async fn make_stub(
    ctx: &Context,
    actor: &Actor,
    domain: &str,
    name: Option<&str>,
) -> Result<Option<Uuid>, CommandError> {
    let derived = |value: &str| Candidate::derived(FieldValue::from(value));
    let values = BTreeMap::from([
        ("domain".to_owned(), derived(domain)),
        ("name".to_owned(), derived(name.unwrap_or(domain))),
        ("status".to_owned(), derived("stub")),
    ]);
    let write = Write { source: source_of(actor), at: ctx.now(), values };
    let id = Uuid::now_v7();
    let made = execute_new::<Account, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |account| Ok(account.decide(AccountCommand::Create { write, ancestors: Vec::new() })?),
        link_waiting_contacts(id),
    )
    .await;
    match made {
        Ok(_) => Ok(Some(id)),
        Err(CommandError::Rejected(rejections))
            if rejections.iter().all(|rejection| rejection.code == "DOMAIN_TAKEN") =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
