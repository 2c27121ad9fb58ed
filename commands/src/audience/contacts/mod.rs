//! Use cases on contacts.

mod alone;
pub mod archive;
pub mod create;
pub mod erase;
pub mod erase_job;
pub mod on_account_domain;
pub mod restore;
pub mod restore_values;
pub mod undo;
pub mod update;

use std::collections::BTreeMap;

use pivotal_domain::audience::accounts::keys::DOMAIN as ACCOUNT_DOMAIN;
use pivotal_domain::audience::contacts::events::AccountLink;
use pivotal_domain::audience::contacts::{Contact, keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Lane, NewJob};
use uuid::Uuid;

use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;
use crate::lookup::{Key, claim_owners};

impl Guarded for Contact {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }

    fn custom(&self) -> Option<(Entity, &RecordState)> {
        Some((Entity::Contact, &self.record))
    }
}

/// `ui` or `api`, as the actor came in.
pub(super) fn source_of(actor: &Actor) -> Source {
    actor.source.parse().unwrap_or(Source::Api)
}

/// The account whose domain the email has (AUD-3), if there is one.
async fn account_by_email(ctx: &Context, email: Option<&str>) -> Result<Option<AccountLink>, CommandError> {
    let Some(domain) = email.and_then(keys::linking_domain) else { return Ok(None) };
    let owner =
        crate::lookup::claim_owner(ctx, pivotal_domain::audience::accounts::keys::DOMAIN, &domain).await?;
    Ok(owner.map(|account_id| AccountLink {
        account_id,
        how: pivotal_domain::audience::contacts::events::LinkKind::Auto,
    }))
}

/// Who comes back from the archive without an account is linked to the one that their email's domain got meanwhile.
async fn link_when_restored(
    ctx: &Context,
    id: Uuid,
) -> Result<impl Fn(&Contact, &Contact) -> Result<Vec<NewJob>, CommandError> + use<>, CommandError> {
    let contact = ctx.log.load::<Contact>(id).await?.state;
    let email = contact.record.text("email");
    let waiting = email.and_then(keys::linking_domain).zip(account_by_email(ctx, email).await?);
    Ok(move |before: &Contact, after: &Contact| match &waiting {
        Some((domain, link))
            if !before.record.is_active() && after.record.is_active() && after.account.is_none() =>
        {
            Ok(vec![on_account_domain::job(link.account_id, vec![domain.clone()])?])
        }
        _ => Ok(Vec::new()),
    })
}

/// The same for many: the jobs for those who came back, as they are now.
pub(in crate::audience) async fn link_restored(
    ctx: &Context,
    restored: &[Contact],
) -> Result<Vec<NewJob>, CommandError> {
    let waits = |contact: &&Contact| contact.record.is_active() && contact.account.is_none();
    let emails = restored.iter().filter(waits).filter_map(|contact| contact.record.text("email"));
    let mut domains: Vec<String> = emails.filter_map(keys::linking_domain).collect();
    domains.sort_unstable();
    domains.dedup();
    if domains.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: Vec<Key> = domains.into_iter().map(|domain| (ACCOUNT_DOMAIN, domain)).collect();
    let mut by_account: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for ((_, domain), account) in claim_owners(ctx, Lane::Bulk, &wanted).await? {
        by_account.entry(account).or_default().push(domain);
    }
    by_account.into_iter().map(|(account, domains)| on_account_domain::job(account, domains)).collect()
}

/// Where the account is at home, for reading phones without `+`. Asked only where the answer matters: a phone is among the
/// fields, and the contact says no country.
pub(in crate::audience) async fn country_of_account(
    ctx: &Context,
    account: Option<Uuid>,
) -> Result<Option<String>, CommandError> {
    let Some(account) = account else { return Ok(None) };
    let account = ctx.log.load::<pivotal_domain::audience::accounts::Account>(account).await?.state;
    Ok(account.record.text("hq_country").map(str::to_owned))
}

/// A link chosen by a person; the account must exist and be usable.
async fn manual_link(ctx: &Context, account_id: Option<Uuid>) -> Result<Option<AccountLink>, CommandError> {
    let Some(account_id) = account_id else { return Ok(None) };
    let account = ctx.log.load::<pivotal_domain::audience::accounts::Account>(account_id).await?;
    if !account.state.record.is_active() {
        return Err(CommandError::rejected(Rejection::of_field(
            "accountId",
            "ACCOUNT_NOT_FOUND",
            "There is no active account with this id. Choose another, or restore it first.",
        )));
    }
    Ok(Some(AccountLink { account_id, how: pivotal_domain::audience::contacts::events::LinkKind::Manual }))
}
