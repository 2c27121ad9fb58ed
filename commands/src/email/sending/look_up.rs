//! Mails that were marked and of which nobody said what became: their process died or hangs, or the provider did not answer. Asked of
//! the provider where it can say, each minute; known to nobody in the end. Nothing is sent again unless it certainly was not taken.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::sending::facts::{MOST_OUTCOMES, Outcome};
use pivotal_domain::email::sending::outcome::{Became, By, Reason};
use pivotal_domain::email::sending::tries::again;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::Sending;
use super::answers::Handed;
use super::judge::key_of;
use super::recipients::{Is, Recipient, recipients};
use super::settle::{Told, settle};
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::jobs::schedules::Schedule;
use crate::ports::email_provider::{Asked, LookedUp};

pub const SCHEDULE: Schedule =
    Schedule { name: "email-settle", kind: kinds::EMAIL_SETTLE, cron: "* * * * *" };

/// No hand-over lasts as long.
const ABANDONED: TimeDelta = TimeDelta::minutes(5);
/// For how long a provider is asked that cannot say.
const ASKED_FOR: TimeDelta = TimeDelta::hours(24);

/// The handler of [`kinds::EMAIL_SETTLE`].
#[derive(Clone)]
pub struct SettlesEmails(pub Sending);

impl JobHandler for SettlesEmails {
    const KIND: &'static str = kinds::EMAIL_SETTLE.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let mut after = None;
        loop {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            after = match look(&self.0, after).await? {
                Some(last) => Some(last),
                None => return Ok(JobEnd::Done),
            };
        }
    }
}

/// A mail of which nobody said what became.
struct Marked {
    campaign: Uuid,
    account: String,
    /// Of the address that it went to.
    address_key: Vec<u8>,
    marked_at: DateTime<Utc>,
    handed: Handed,
}

/// Where the next page begins.
pub type Place = (DateTime<Utc>, Uuid);

/// What follows for one of them.
enum Found {
    Outcome(Outcome),
    NotTaken,
    /// Asked again in a minute.
    Later,
}

/// One page of them, the oldest first. Answers where the next begins; `None`: there is none.
pub async fn look(sending: &Sending, after: Option<Place>) -> Result<Option<Place>, CommandError> {
    let now = sending.ctx.now();
    let marked = abandoned(sending, after, now).await?;
    let Some(last) = marked.last().map(|one| (one.marked_at, one.handed.message)) else { return Ok(None) };
    let addresses = addresses(sending, &marked).await?;
    let mut found: Vec<(Marked, Found)> = Vec::with_capacity(marked.len());
    let mut silent = HashSet::new();
    for (one, address) in marked.into_iter().zip(addresses) {
        let became = ask(sending, &one, address, now, &mut silent).await;
        found.push((one, became));
    }
    // Campaigns and accounts in their order: a fact is of one of each.
    found.sort_by(|(one, _), (other, _)| (one.campaign, &one.account).cmp(&(other.campaign, &other.account)));
    for of_one in found
        .chunk_by(|(one, _), (other, _)| (one.campaign, &one.account) == (other.campaign, &other.account))
    {
        write(sending, of_one, now).await?;
    }
    Ok(Some(last))
}

/// Where each of them went. `None`: whom it went to has another address by now. By that one the provider would not find the mail, and
/// it would be sent a second time.
async fn addresses(sending: &Sending, marked: &[Marked]) -> Result<Vec<Option<EmailAddress>>, CommandError> {
    const MERGES: usize = 8;
    let mut wanted: Vec<Uuid> = marked.iter().map(|one| one.handed.contact).collect();
    let mut found: Vec<Option<EmailAddress>> = vec![None; marked.len()];
    for _ in 0..MERGES {
        let known = recipients(&sending.ctx, &wanted).await?;
        let mut merged = false;
        for (((recipient, contact), address), one) in
            known.iter().zip(&mut wanted).zip(&mut found).zip(marked)
        {
            if address.is_some() {
                continue;
            }
            *address = address_of(sending, recipient, &one.address_key);
            if let (true, Is::MergedInto(survivor)) = (address.is_none(), recipient.is) {
                *contact = survivor;
                merged = true;
            }
        }
        if !merged {
            break;
        }
    }
    Ok(found)
}

/// The recipient's address, if it is the one that this key stands for.
fn address_of(sending: &Sending, recipient: &Recipient, key: &[u8]) -> Option<EmailAddress> {
    let address = EmailAddress::parse(recipient.email.as_deref()?).ok()?;
    (key_of(&sending.ctx.log.blind, &address) == key).then_some(address)
}

async fn abandoned(
    sending: &Sending,
    after: Option<Place>,
    now: DateTime<Utc>,
) -> Result<Vec<Marked>, CommandError> {
    let (at, message) = after.unwrap_or((DateTime::UNIX_EPOCH, Uuid::nil()));
    let rows = sqlx::query!(
        r#"select r.campaign, r.contact, r.message as "message!", r.variant, r.domain, r.attempts, r.marked_at as "marked_at!", r.first_marked_at, r.address_key, c.account
           from guard.email_recipients r join guard.email_campaigns c on c.campaign = r.campaign
           where r.state = 'sending' and r.marked_at < $1 and (r.marked_at, r.message) > ($2, $3)
           order by r.marked_at, r.message limit $4"#,
        now - ABANDONED,
        at,
        message,
        MOST_OUTCOMES as i64
    )
    .fetch_all(sending.claims.pool())
    .await?;
    let marked = rows.into_iter().map(|row| Marked {
        campaign: row.campaign,
        account: row.account,
        address_key: row.address_key,
        marked_at: row.marked_at,
        handed: Handed {
            contact: row.contact,
            message: row.message,
            variant: row.variant.and_then(|place| u8::try_from(place).ok()).unwrap_or_default(),
            domain: row.domain,
            tries: u16::try_from(row.attempts).unwrap_or_default(),
            first_at: row.first_marked_at.unwrap_or(row.marked_at),
        },
    });
    Ok(marked.collect())
}

/// `silent`: accounts that could not say something a moment ago. They are not asked again in this page: each time may take as long as an
/// answer may, and the mails of other accounts wait.
async fn ask(
    sending: &Sending,
    one: &Marked,
    address: Option<EmailAddress>,
    now: DateTime<Utc>,
    silent: &mut HashSet<String>,
) -> Found {
    let unknown = |reason: Reason| Found::Outcome(one.handed.outcome(Became::Unknown, Some(reason)));
    let looks_up_after = sending.accounts.get(&one.account).and_then(|provider| provider.looks_up_after());
    let (Some(after), Some(to)) = (looks_up_after, address) else { return unknown(Reason::ProcessDied) };
    if now - one.marked_at < longer(after) {
        return Found::Later;
    }
    let asked = Asked { id: one.handed.message, to, handed_over_at: one.marked_at };
    let answer = match silent.contains(&one.account) {
        true => LookedUp::Later { said: String::new() },
        false => sending.accounts.look_up(&one.account, &asked).await,
    };
    if matches!(answer, LookedUp::Later { .. }) {
        silent.insert(one.account.clone());
    }
    match answer {
        LookedUp::Taken { provider_id } => {
            let outcome = one.handed.outcome(Became::Sent, None);
            Found::Outcome(Outcome { p: provider_id, ..outcome })
        }
        LookedUp::NotTaken => Found::NotTaken,
        LookedUp::Later { .. } if now - one.marked_at < ASKED_FOR => Found::Later,
        LookedUp::Later { .. } => unknown(Reason::NoAnswer),
        LookedUp::Untold => unknown(Reason::ProcessDied),
    }
}

async fn write(sending: &Sending, found: &[(Marked, Found)], now: DateTime<Utc>) -> Result<(), CommandError> {
    let Some((first, _)) = found.first() else { return Ok(()) };
    let (mut outcomes, mut back) = (Vec::new(), Vec::new());
    for (one, became) in found {
        let handed = &one.handed;
        match became {
            Found::Outcome(outcome) => outcomes.push(outcome.clone()),
            // It was a try: a provider that takes nothing of somebody is not asked for ever.
            Found::NotTaken => match again(handed.tries, handed.first_at, now, TimeDelta::zero(), 0.0) {
                Some(at) => back.push(handed.back(at, true)),
                None => outcomes.push(handed.outcome(Became::Failed, Some(Reason::TriesUsedUp))),
            },
            Found::Later => {}
        }
    }
    if !back.is_empty() {
        sending.claims.hand_back(first.campaign, &back).await?;
    }
    let account = Some(first.account.clone());
    let told = Told { account, ..Told::new(first.campaign, By::Settle, outcomes) };
    settle(&sending.ctx, &Actor::system("system"), told).await?;
    Ok(())
}

/// As long as no hand-over lasts, and as the provider needs to know.
fn longer(after: Duration) -> TimeDelta {
    TimeDelta::from_std(after).unwrap_or(ASKED_FOR).max(ABANDONED)
}
