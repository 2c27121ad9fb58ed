//! Whom a mail goes to, as the log has them at this moment: what a preview shows of a contact is what it is sent.

use std::collections::{BTreeSet, HashMap};

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::restriction::restriction_of;
use pivotal_domain::audience::record::state::{RecordState, Standing};
use pivotal_domain::email::templates::tags::render::Values;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Whether somebody can be written to at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    There,
    Archived,
    Erased,
    MergedInto(Uuid),
}

#[derive(Debug, Clone)]
pub struct Recipient {
    pub is: Is,
    pub email: Option<String>,
    pub name: String,
    /// `contact.*` and `account.*`.
    pub values: Values,
    pub account: Option<Uuid>,
    pub account_domain: Option<String>,
    /// The verification's word on the address, and why.
    pub status: Option<String>,
    pub status_reason: Option<String>,
    /// The only client they may be written to for.
    pub restriction: Option<Uuid>,
}

/// In the order asked for.
pub async fn recipients(ctx: &Context, contacts: &[Uuid]) -> Result<Vec<Recipient>, CommandError> {
    let loaded = ctx.log.load_many::<Contact>(contacts).await?;
    let links = loaded.iter().filter_map(|contact| contact.state.account);
    let ids: Vec<Uuid> = links.map(|link| link.account_id).collect::<BTreeSet<_>>().into_iter().collect();
    let accounts = ctx.log.load_many::<Account>(&ids).await?;
    let accounts: HashMap<Uuid, RecordState> =
        ids.into_iter().zip(accounts).map(|(id, account)| (id, account.state.record)).collect();
    let recipient = |contact: &Contact| {
        let account = contact.account.map(|link| link.account_id);
        of(&contact.record, account.map(|id| (id, accounts.get(&id))))
    };
    Ok(loaded.iter().map(|contact| recipient(&contact.state)).collect())
}

fn of(record: &RecordState, account: Option<(Uuid, Option<&RecordState>)>) -> Recipient {
    let text = |key: &str| record.text(key).map(ToOwned::to_owned);
    let mut values = Values::default();
    fill("contact", record, &mut values);
    let held = account.and_then(|(_, held)| held);
    if let Some(held) = held {
        fill("account", held, &mut values);
    }
    Recipient {
        is: match (record.merged_into, &record.standing) {
            (Some(survivor), _) => Is::MergedInto(survivor),
            (None, Standing::Active) => Is::There,
            (None, Standing::Archived) => Is::Archived,
            (None, Standing::Absent | Standing::Erased) => Is::Erased,
        },
        email: text("email"),
        name: text("full_name").unwrap_or_default(),
        values,
        account: account.map(|(id, _)| id),
        account_domain: held.and_then(|held| held.text("domain")).map(ToOwned::to_owned),
        status: text("email_verification_status"),
        status_reason: text("email_verification_reason"),
        restriction: restriction_of(record),
    }
}

/// Several values of one field stand with commas between them.
pub(crate) fn fill(entity: &str, record: &RecordState, values: &mut Values) {
    for (key, held) in &record.fields {
        values.set(format!("{entity}.{key}"), held.value.to_string());
    }
}
