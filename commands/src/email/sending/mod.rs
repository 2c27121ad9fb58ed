//! Sending: what a campaign's audience becomes, recipient by recipient. Rows are claimed, mails marked before they leave, answers told as
//! facts; what nobody knows is looked up and never sent again by itself (ADR 22).

mod answered;
pub mod answers;
pub mod chunk;
pub mod claims;
mod earlier;
pub mod gauges;
pub mod health;
pub mod judge;
pub mod keeper;
pub mod letters;
pub mod links;
pub mod look_up;
mod needs;
pub mod pace;
pub mod pausing;
pub mod pipeline;
pub mod policy;
pub mod queue;
pub mod recipients;
pub mod sender;
pub mod settle;
pub mod stop;
mod telling;
#[cfg(test)]
mod tests;
pub mod told;
pub mod unknown;
pub mod winner;
pub mod wording;

use self::claims::Claims;
use self::letters::Words;
use self::links::TrackingLinks;
use crate::context::Context;
use crate::ports::email_provider::accounts::EmailAccounts;

/// What sending needs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sending {
    pub ctx: Context,
    pub accounts: EmailAccounts,
    pub links: TrackingLinks,
    pub claims: Claims,
    pub words: Words,
}

impl Sending {
    pub fn new(ctx: Context, accounts: EmailAccounts, links: TrackingLinks) -> Self {
        let claims = Claims::new(&ctx.log.pools);
        Sending { ctx, accounts, links, claims, words: Words::default() }
    }
}
