//! What stands under a legal hold now, read from the guard and never from a read model: asked by every erasure and by every chunk
//! that a rule of retention deletes.
//!
//! Between what is read here and what is done about it a hold can be placed. So an append that relies on it carries
//! [`Holds::unchanged`], and what is deleted without one is deleted in a [standstill](super::standstill).
//!
//! A record that was merged is held with the one that leads it, and the other way round: they tell of one person or company.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::retention::kind::Data;
use pivotal_log::append::GuardOp;
use uuid::Uuid;

use crate::audience::contacts::erase::one_person;
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// Of `guard.changes`: which hold was placed last.
pub(super) const SCOPE: &str = "legal_hold";

/// Everything that is held, each with a hold that stands over it.
#[derive(Debug, Clone, Default)]
pub struct Holds {
    pub contacts: HashMap<Uuid, Uuid>,
    pub accounts: HashMap<Uuid, Uuid>,
    pub data: HashMap<Data, Uuid>,
    /// The one that was placed last, whatever became of it.
    last: Uuid,
}

impl Holds {
    /// As they stand at this moment. They are few: each is a case that somebody looks after.
    pub async fn read(ctx: &Context) -> Result<Self, CommandError> {
        // First: one that is placed between the two questions counts as placed since.
        let last = sqlx::query_scalar!("select last from guard.changes where scope = $1", SCOPE)
            .fetch_one(&ctx.log.pools.write)
            .await?;
        let rows = sqlx::query!("select hold, over from guard.legal_holds order by since, hold")
            .fetch_all(&ctx.log.pools.write)
            .await?;
        let mut holds = Holds { last, ..Holds::default() };
        for row in rows {
            match row.over.parse::<Over>().map_err(CommandError::unexpected)? {
                Over::Contact(id) => {
                    for one in one_person(ctx, id).await? {
                        holds.contacts.entry(one).or_insert(row.hold);
                    }
                }
                Over::Account(id) => {
                    for one in one_company(ctx, id).await? {
                        holds.accounts.entry(one).or_insert(row.hold);
                    }
                }
                Over::Data(data) => {
                    holds.data.entry(data).or_insert(row.hold);
                }
            }
        }
        Ok(holds)
    }

    /// The hold that keeps a contact: over themselves, over where they work, or over all.
    pub fn over_contact(&self, contact: Uuid, account: Option<Uuid>) -> Option<Uuid> {
        let own = self.contacts.get(&contact);
        let at_work = || account.and_then(|account| self.accounts.get(&account));
        own.or_else(at_work).or_else(|| self.data.get(&Data::Contacts)).copied()
    }

    /// What an append carries that relies on these: a hold that was placed since makes it a conflict.
    pub fn unchanged(&self) -> GuardOp {
        GuardOp::Unchanged { scope: SCOPE, last: self.last }
    }

    /// Ids of every record that is held by name.
    pub fn records(&self) -> HashSet<Uuid> {
        self.contacts.keys().chain(self.accounts.keys()).copied().collect()
    }
}

/// Refuses to erase people of whom one is held, in words that name the hold. Answers what the erasing append carries.
pub async fn refuse_held(ctx: &Context, contacts: &[Uuid]) -> Result<GuardOp, CommandError> {
    let holds = Holds::read(ctx).await?;
    if holds.contacts.is_empty() && holds.accounts.is_empty() && holds.data.is_empty() {
        return Ok(holds.unchanged());
    }
    let loaded = ctx.log.load_many::<Contact>(contacts).await?;
    for (id, loaded) in contacts.iter().zip(loaded) {
        let account = loaded.state.account.as_ref().map(|link| link.account_id);
        if let Some(hold) = holds.over_contact(*id, account) {
            return Err(held(&ctx.log.load::<LegalHold>(hold).await?.state));
        }
    }
    Ok(holds.unchanged())
}

/// Code of [`refuse_held`].
pub const HELD: &str = "LEGAL_HOLD_STANDS";

fn held(hold: &LegalHold) -> CommandError {
    let placed = hold.placed.as_ref();
    let what = match placed.map(|placed| placed.over) {
        Some(Over::Account(_)) => "the account this person belongs to",
        Some(Over::Data(_)) => "all contacts",
        Some(Over::Contact(_)) | None => "this person",
    };
    let reference = placed.and_then(|placed| placed.reference.as_deref());
    let reference = reference.map(|reference| format!(" ({reference})")).unwrap_or_default();
    let since = placed.map(|placed| placed.since.format(" since %Y-%m-%d").to_string()).unwrap_or_default();
    CommandError::rejected(Rejection::new(
        HELD,
        format!(
            "A legal hold{reference} stands over {what}{since}: nothing of it is deleted while it stands. An administrator can lift it in the Compliance Center, under Legal holds."
        ),
    ))
}

/// The account, everything it was merged into, and what was merged into that.
async fn one_company(ctx: &Context, id: Uuid) -> Result<Vec<Uuid>, CommandError> {
    let mut all = vec![id];
    let mut next = 0;
    while let Some(one) = all.get(next).copied() {
        next += 1;
        let record = ctx.log.load::<Account>(one).await?.state.record;
        for other in record.merged_into.into_iter().chain(record.absorbed) {
            if !all.contains(&other) {
                all.push(other);
            }
        }
    }
    Ok(all)
}
