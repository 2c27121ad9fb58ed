//! The sample company: some forty accounts and three hundred contacts to look around in, made by the same use cases as
//! everything else, a few of them twice for the queue of duplicates, some that must not be contacted, some who said that they may be and a few that a
//! client supplied; with lists, segments and a domain set of them, email templates with a snippet, a draft of a campaign and one that was sent. Adding twice changes nothing; removing archives what
//! the seed made, and nothing else.
//!
//! Names are invented, domains end in `.test` or `.example`, phone numbers are from ranges kept for fiction.

pub mod add;
pub mod campaigns;
pub mod clients;
pub mod companies;
pub mod consents;
pub mod custom_fields;
pub mod domain_sets;
pub mod email_snippets;
pub mod email_templates;
pub mod email_verifications;
pub mod legal_holds;
pub mod lists;
pub mod people;
pub mod remove;
pub mod requests;
pub mod segments;
pub mod sent_campaign;
pub mod status;
pub mod supplied;
pub mod suppressions;
pub mod twins;
pub mod work;

use std::collections::HashMap;

use futures::future::BoxFuture;
use futures::{StreamExt, TryStreamExt, stream};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::{Key, claim_owners, key_owners};
use pivotal_domain::audience::{accounts, contacts};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::Lane;
use uuid::Uuid;

/// Commands waiting at once: they share commits, and leave room for people.
const AT_ONCE: usize = 16;

/// Stands as the source of everything in the seed: a file or a person wins against it.
fn seeder() -> Actor {
    Actor::system("seed")
}

/// Runs commands several at once. Answers the last position. Boxed one by one: the compiler cannot tell the lifetimes of
/// a lazy iterator of futures apart.
async fn together(commands: Vec<Command<'_>>) -> Result<Option<i64>, CommandError> {
    let positions: Vec<Option<i64>> = stream::iter(commands).buffer_unordered(AT_ONCE).try_collect().await?;
    Ok(positions.into_iter().flatten().max())
}

type Command<'a> = BoxFuture<'a, Result<Option<i64>, CommandError>>;

/// Who holds the sample's domains, by domain.
async fn accounts_held(ctx: &Context) -> Result<HashMap<String, Uuid>, CommandError> {
    let keys: Vec<Key> =
        companies::ALL.iter().map(|company| (accounts::keys::DOMAIN, company.domain())).collect();
    Ok(claim_owners(ctx, Lane::Interactive, &keys)
        .await?
        .into_iter()
        .map(|((_, domain), id)| (domain, id))
        .collect())
}

/// Who holds the sample's email addresses, by address; also whoever took one over in a merge.
async fn contacts_held(ctx: &Context) -> Result<HashMap<String, Uuid>, CommandError> {
    let emails: Vec<String> = people::all().into_iter().map(|person| person.email).collect();
    let keys = |scope: &'static str| emails.iter().map(|email| (scope, email.clone())).collect::<Vec<Key>>();
    let merged = key_owners(ctx, Lane::Interactive, &keys(contacts::keys::SECONDARY_EMAIL)).await?;
    let merged = merged.into_iter().filter_map(|((_, email), ids)| Some((email, *ids.first()?)));
    let held = claim_owners(ctx, Lane::Interactive, &keys(contacts::keys::EMAIL)).await?;
    Ok(merged.chain(held.into_iter().map(|((_, email), id)| (email, id))).collect())
}
