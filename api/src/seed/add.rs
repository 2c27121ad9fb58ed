//! Adding what is missing.

use futures::FutureExt;
use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::accounts::restore::{RestoreAccount, restore_account};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::restore::{RestoreContact, restore_contact};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use uuid::Uuid;

use super::{accounts_held, companies, contacts_held, custom_fields, people, seeder, together};

/// Makes what is not there and brings back what was removed. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    // The fields before what stands in them.
    let (defined, theirs) = &custom_fields::add(ctx).await?;
    // Accounts first: their domains are what links the people.
    let held = accounts_held(ctx).await?;
    let accounts = companies::ALL.iter().enumerate();
    let accounts = accounts
        .map(|(number, company)| account(ctx, held.get(&company.domain()).copied(), number, theirs).boxed());
    let last = together(accounts.collect()).await?.max(*defined);
    let held = contacts_held(ctx).await?;
    let people = people::all();
    let contacts =
        people.iter().map(|person| contact(ctx, held.get(&person.email).copied(), person, theirs).boxed());
    Ok(together(contacts.collect()).await?.max(last))
}

async fn account(
    ctx: &Context,
    held: Option<Uuid>,
    number: usize,
    theirs: &[&str],
) -> Result<Option<i64>, CommandError> {
    let actor = seeder();
    match held {
        // Restoring what is not archived decides nothing.
        Some(id) => {
            Ok(restore_account(ctx, &actor, RestoreAccount { id, idempotency_key: None }).await?.position)
        }
        None => {
            let mut fields = companies::ALL[number].fields(number);
            fields.retain(|key, _| !theirs.contains(&key.as_str()));
            Ok(create_account(ctx, &actor, CreateAccount { fields, idempotency_key: None }).await?.position)
        }
    }
}

async fn contact(
    ctx: &Context,
    held: Option<Uuid>,
    person: &people::Person,
    theirs: &[&str],
) -> Result<Option<i64>, CommandError> {
    let actor = seeder();
    match held {
        Some(id) => {
            Ok(restore_contact(ctx, &actor, RestoreContact { id, idempotency_key: None }).await?.position)
        }
        None => {
            let mut fields = person.fields();
            fields.retain(|key, _| !theirs.contains(&key.as_str()));
            let input = CreateContact { fields, account_id: None, idempotency_key: None };
            Ok(create_contact(ctx, &actor, input).await?.position)
        }
    }
}
