//! Adding what is missing.

use futures::FutureExt;
use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::accounts::restore::{RestoreAccount, restore_account};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::restore::{RestoreContact, restore_contact};
use pivotal_commands::audience::duplicates::find::{FindDuplicates, find_duplicates};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_domain::audience::fields::catalogue::Entity;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    accounts_held, campaigns, clients, companies, consents, contacts_held, custom_fields, domain_sets,
    email_snippets, email_templates, email_verifications, legal_holds, lists, people, requests, seeder,
    segments, sent_campaign, supplied, suppressions, together, twins, work,
};

/// Makes what is not there and brings back what was removed. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    // The fields before what stands in them.
    let (defined, theirs) = &custom_fields::add(ctx).await?;
    // Accounts first: their domains are what links the people.
    let held = accounts_held(ctx).await?;
    let accounts = companies::ALL.iter().enumerate();
    let accounts = accounts.map(|(number, company)| {
        let fields = company.fields(number);
        account(ctx, held.get(&company.domain()).copied(), fields, theirs).boxed()
    });
    let last = together(accounts.collect()).await?.max(*defined);
    let last = twin_accounts(ctx, theirs).await?.max(last);
    let held = contacts_held(ctx).await?;
    let people = people::all();
    let contacts = people
        .iter()
        .map(|person| contact(ctx, held.get(&person.email).copied(), person.fields(), None, theirs).boxed());
    let last = together(contacts.collect()).await?.max(last);
    let last = twin_contacts(ctx, theirs).await?.max(last);
    if last.is_some() {
        look_for_duplicates(ctx).await?;
    }
    let last = email_verifications::add(ctx).await?.max(last);
    let last = suppressions::add(ctx).await?.max(last);
    let last = consents::add(ctx).await?.max(last);
    let last = clients::add(ctx).await?.max(last);
    let last = supplied::add(ctx).await?.max(last);
    let last = requests::add(ctx).await?.max(last);
    let last = legal_holds::add(ctx).await?.max(last);
    let last = lists::add(ctx).await?.max(last);
    let last = segments::add(ctx).await?.max(last);
    let last = domain_sets::add(ctx).await?.max(last);
    let last = email_templates::add(ctx).await?.max(last);
    let last = campaigns::add(ctx).await?.max(last);
    let last = sent_campaign::add(ctx).await?.max(last);
    // After what makes the brand.
    let last = email_snippets::add(ctx).await?.max(last);
    Ok(work::add(ctx).await?.max(last))
}

async fn twin_accounts(ctx: &Context, theirs: &[&str]) -> Result<Option<i64>, CommandError> {
    let held = twins::accounts_held(ctx).await?;
    let accounts = twins::accounts().into_iter().zip(held);
    let accounts = accounts.map(|(twin, held)| account(ctx, held, twin.fields, theirs).boxed());
    together(accounts.collect()).await
}

async fn twin_contacts(ctx: &Context, theirs: &[&str]) -> Result<Option<i64>, CommandError> {
    let at = accounts_held(ctx).await?;
    let held = twins::contacts_held(ctx, &at).await?;
    let contacts = twins::contacts().into_iter().zip(held).filter_map(|(twin, held)| {
        let account = twin.account.map(|domain| at.get(domain).copied());
        // Where the company is not there, nor is somebody who is only known by it.
        let account = match account {
            Some(None) => return None,
            Some(account) => account,
            None => None,
        };
        Some(contact(ctx, held, twin.fields, account, theirs).boxed())
    });
    together(contacts.collect()).await
}

/// So that whoever opens the queue finds something in it. At what was not looked at yet: everything, the first time.
async fn look_for_duplicates(ctx: &Context) -> Result<(), CommandError> {
    let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
    for entity in [Entity::Contact, Entity::Account] {
        find_duplicates(&queue, &seeder(), FindDuplicates { entity, whole: false }).await?;
    }
    Ok(())
}

pub(super) async fn account(
    ctx: &Context,
    held: Option<Uuid>,
    mut fields: Map<String, Value>,
    theirs: &[&str],
) -> Result<Option<i64>, CommandError> {
    let actor = seeder();
    match held {
        // Restoring what is not archived decides nothing.
        Some(id) => {
            Ok(restore_account(ctx, &actor, RestoreAccount { id, idempotency_key: None }).await?.position)
        }
        None => {
            fields.retain(|key, _| !theirs.contains(&key.as_str()));
            Ok(create_account(ctx, &actor, CreateAccount { fields, idempotency_key: None }).await?.position)
        }
    }
}

/// `account_id`: where no address links.
pub(super) async fn contact(
    ctx: &Context,
    held: Option<Uuid>,
    mut fields: Map<String, Value>,
    account_id: Option<Uuid>,
    theirs: &[&str],
) -> Result<Option<i64>, CommandError> {
    let actor = seeder();
    match held {
        Some(id) => {
            Ok(restore_contact(ctx, &actor, RestoreContact { id, idempotency_key: None }).await?.position)
        }
        None => {
            fields.retain(|key, _| !theirs.contains(&key.as_str()));
            let input = CreateContact { fields, account_id, idempotency_key: None };
            Ok(create_contact(ctx, &actor, input).await?.position)
        }
    }
}
