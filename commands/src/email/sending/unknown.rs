//! What a person found out about mails of which nobody knew whether they left. Nothing is sent again by it.

use std::collections::HashMap;

use pivotal_domain::email::sending::facts::{MOST_OUTCOMES, Outcome};
use pivotal_domain::email::sending::outcome::{Became, By, Reason};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::settle::{Settled, Told, settle};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// Named at once.
pub const MOST: usize = 1_000;
/// Facts of one append.
const FACTS: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Was {
    Sent,
    NotSent,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettleUnknown {
    pub campaign: Uuid,
    /// `None`: all of them.
    pub contacts: Option<Vec<Uuid>>,
    pub was: Was,
}

/// Those that are not unknown any more are left as they are.
pub async fn settle_unknown(
    ctx: &Context,
    actor: &Actor,
    input: SettleUnknown,
) -> Result<Settled, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let SettleUnknown { campaign, contacts, was } = input;
    if contacts.as_ref().is_some_and(|contacts| contacts.len() > MOST) {
        return Err(CommandError::rejected(Rejection::of_field(
            "contactIds",
            "RECIPIENTS_TOO_MANY",
            "Name at most 1,000 recipients at once, or settle all of them.",
        )));
    }
    let known = sqlx::query_scalar!(
        r#"select exists (select from guard.email_campaigns where campaign = $1) as "known!""#,
        campaign
    );
    if !known.fetch_one(&ctx.log.pools.write).await? {
        return Err(CommandError::NotFound(
            "There is no such campaign, or nothing of it was sent yet.".into(),
        ));
    }
    let mut done = Settled::default();
    loop {
        let outcomes = unknown(ctx, campaign, contacts.as_deref(), was).await?;
        let before = done.count;
        for (account, outcomes) in outcomes {
            let told = Told { account, ..Told::new(campaign, By::Person, outcomes) };
            let settled = settle(ctx, actor, told).await?;
            done.count += settled.count;
            done.position = settled.position.or(done.position);
        }
        // None are left, or somebody else was faster with all of them.
        if done.count == before {
            return Ok(done);
        }
    }
}

/// Some of them, by the account they went through.
async fn unknown(
    ctx: &Context,
    campaign: Uuid,
    contacts: Option<&[Uuid]>,
    was: Was,
) -> Result<HashMap<Option<String>, Vec<Outcome>>, CommandError> {
    let rows = sqlx::query!(
        r#"select r.contact, r.message as "message!", r.variant, r.domain, r.attempts, c.account as "account?"
           from guard.email_recipients r left join guard.email_campaigns c on c.campaign = r.campaign
           where r.campaign = $1 and r.state = 'unknown' and r.message is not null and ($2::uuid[] is null or r.contact = any($2))
           order by r.contact limit $3"#,
        campaign,
        contacts,
        (FACTS * MOST_OUTCOMES) as i64
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let (became, reason) = match was {
        Was::Sent => (Became::Sent, None),
        Was::NotSent => (Became::Failed, Some(Reason::Person)),
    };
    let mut outcomes: HashMap<Option<String>, Vec<Outcome>> = HashMap::new();
    for row in rows {
        outcomes.entry(row.account).or_default().push(Outcome {
            m: Some(row.message),
            v: row.variant.and_then(|place| u8::try_from(place).ok()),
            d: row.domain,
            n: u16::try_from(row.attempts).ok(),
            ..Outcome::new(row.contact, became, reason)
        });
    }
    Ok(outcomes)
}
