//! The mails that a chunk may be about, by every way it names them.

use std::collections::HashMap;

use pivotal_domain::email::replies::Matched;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use uuid::Uuid;

use super::told::Told;
use crate::context::Context;
use crate::email::tracking::matching::{Mail, by_address, by_message, by_provider};
use crate::error::CommandError;
use crate::suppression::guard::hash;

pub(super) struct Found {
    mails: HashMap<Uuid, Mail>,
    by_provider: HashMap<String, Uuid>,
    /// By the address as it is written.
    by_address: HashMap<String, Uuid>,
}

impl Found {
    /// The mail, and by what it is known; the surest first.
    pub fn mail_of(&self, told: &Told) -> Option<(&Mail, Matched)> {
        let names = &told.names;
        let token = names.token.and_then(|id| self.mails.get(&id)).map(|mail| (mail, Matched::Token));
        let quoted = || names.quoted.iter().find_map(|id| self.mails.get(id));
        let provider = || {
            let message = names.provider.iter().find_map(|name| self.by_provider.get(name));
            message.and_then(|id| self.mails.get(id))
        };
        let thread = || quoted().or_else(provider).map(|mail| (mail, Matched::Thread));
        let address = || {
            let from = names.from.as_ref()?;
            let mail = self.mails.get(self.by_address.get(from.as_str())?)?;
            Some((mail, Matched::Address))
        };
        token.or_else(thread).or_else(address)
    }
}

pub(super) async fn find(ctx: &Context, account: &str, told: &[&Told]) -> Result<Found, CommandError> {
    let pool = &ctx.log.pools.write;
    let names: Vec<String> = told.iter().flat_map(|told| told.names.provider.iter().cloned()).collect();
    let by_provider = by_provider(pool, account, &names).await?;
    let mut keyed: Vec<(String, Vec<u8>)> = Vec::new();
    for from in told.iter().filter_map(|told| told.names.from.as_ref()) {
        if let Ok(key) = SuppressedKey::parse(Kind::Email, from.as_str(), None) {
            keyed.push((from.as_str().to_owned(), hash(&ctx.log.blind, &key)));
        }
    }
    let keys: Vec<Vec<u8>> = keyed.iter().map(|(_, key)| key.clone()).collect();
    let last = by_address(pool, &keys, ctx.now()).await?;
    let by_address: HashMap<String, Uuid> =
        keyed.into_iter().filter_map(|(from, key)| Some((from, *last.get(&key)?))).collect();
    let mut ids: Vec<Uuid> = by_provider.values().chain(by_address.values()).copied().collect();
    for told in told {
        ids.extend(told.names.token);
        ids.extend(&told.names.quoted);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(Found { mails: by_message(pool, &ids).await?, by_provider, by_address })
}
