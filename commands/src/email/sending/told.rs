//! A campaign that is told of at once, as one that was sent: sample data, which writes to nobody. Everybody in its audience has one
//! outcome, and what came back stands in the log as if providers and people had told it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::audience::AudienceDefinition;
use pivotal_domain::campaigns::campaigns::content::EmailContent;
use pivotal_domain::campaigns::campaigns::facts::{
    ABOUT, AudienceTaken, CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION, CHUNK, CampaignFact,
};
use pivotal_domain::campaigns::campaigns::happened::ConfirmationCode;
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, VersionTaken};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::outcome::{Became, By, Reason};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_log::clock::ManualClock;
use pivotal_log::reader;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::judge::key_of;
use super::settle::{Told, settle};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::tracking::brought::{Answer, Said, tell_answers};
use crate::error::CommandError;
use crate::execute::{after, execute, execute_new, no_jobs};

/// Between the launch and the first mails, and between some mails and the next.
const BEGINS: TimeDelta = TimeDelta::minutes(2);
const PAUSES: TimeDelta = TimeDelta::minutes(40);
/// Mails that left together.
const TOGETHER: usize = 15;

/// A campaign as it was.
#[derive(Debug, Clone)]
pub struct ToldCampaign {
    pub id: Uuid,
    pub name: String,
    pub definition: AudienceDefinition,
    /// With one variant.
    pub content: EmailContent,
    pub schedule: Schedule,
    pub pinned: Pinned,
    /// When it was launched.
    pub at: DateTime<Utc>,
    /// At most [`CHUNK`].
    pub recipients: Vec<ToldRecipient>,
}

/// Somebody in its audience.
#[derive(Debug, Clone)]
pub struct ToldRecipient {
    pub contact: Uuid,
    pub account: Option<Uuid>,
    pub address: EmailAddress,
    /// `None`: they were sent to.
    pub left_out: Option<Reason>,
    /// What came back, and how long after their mail had left.
    pub answers: Vec<(Said, TimeDelta)>,
}

/// A recipient with their mail.
struct Mail {
    one: ToldRecipient,
    id: Uuid,
    sent_at: DateTime<Utc>,
}

/// Under an id of the caller's; told before, nothing happens. Answers the last position.
pub async fn tell_campaign(
    ctx: &Context,
    actor: &Actor,
    mut told: ToldCampaign,
) -> Result<Option<i64>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    if ctx.log.load::<Campaign>(told.id).await?.state.made.is_some() {
        return Ok(None);
    }
    told.recipients.sort_by_key(|one| one.contact);
    told.recipients.dedup_by_key(|one| one.contact);
    told.recipients.truncate(CHUNK);
    queue(ctx, &told).await?;
    let taken = take(ctx, actor, &told).await?;
    let sent = mails(&told);
    mark(ctx, &told, &sent).await?;
    launch(ctx, actor, &told, taken).await?;
    for batch in sent.chunks(TOGETHER) {
        let left = batch.first().map_or(told.at, |mail| mail.sent_at);
        let then = Context { clock: ManualClock::at(left), ..ctx.clone() };
        let outcomes = batch.iter().map(outcome).collect();
        let account = Some(told.pinned.account.clone());
        settle(&then, actor, Told { account, ..Told::new(told.id, By::Send, outcomes) }).await?;
    }
    complete(ctx, actor, &told, &sent).await?;
    let answers: Vec<Answer> = sent.iter().flat_map(|mail| answers(told.id, mail)).collect();
    tell_answers(ctx, &answers, &actor.metadata()).await
}

fn mails(told: &ToldCampaign) -> Vec<Mail> {
    let sent = told.recipients.iter().filter(|one| one.left_out.is_none());
    sent.enumerate()
        .map(|(n, one)| {
            let before = i32::try_from(n / TOGETHER).unwrap_or(i32::MAX);
            Mail { one: one.clone(), id: Uuid::now_v7(), sent_at: told.at + BEGINS + PAUSES * before }
        })
        .collect()
}

/// Rows of the guard for everybody, as a taking writes them. Those of a telling that broke off go first: no event names them.
async fn queue(ctx: &Context, told: &ToldCampaign) -> Result<(), CommandError> {
    let pool = &ctx.log.pools.write;
    sqlx::query!(
        "delete from guard.email_recipients r where r.campaign = $1
           and not exists (select from guard.email_campaigns c where c.campaign = $1)",
        told.id
    )
    .execute(pool)
    .await?;
    let all = || told.recipients.iter();
    let state = |one: &ToldRecipient| if one.left_out.is_some() { "excluded" } else { "pending" };
    // Not one of the compile-checked queries: the macro cannot describe arrays with empty places.
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, account, version, state, reason, address_key, domain, variant, due_at)
         select $1, u.contact, u.account, 1, u.state, u.reason, u.key, u.domain, 0, $2
         from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bytea[], $8::text[]) as u(contact, account, state, reason, key, domain)",
    )
    .bind(told.id)
    .bind(told.at)
    .bind(all().map(|one| one.contact).collect::<Vec<_>>())
    .bind(all().map(|one| one.account).collect::<Vec<_>>())
    .bind(all().map(state).collect::<Vec<_>>())
    .bind(all().map(|one| one.left_out.map(Reason::as_str)).collect::<Vec<_>>())
    .bind(all().map(|one| key_of(&ctx.log.blind, &one.address)).collect::<Vec<_>>())
    .bind(all().map(domain).collect::<Vec<_>>())
    .execute(pool)
    .await?;
    Ok(())
}

/// Nobody may send to them meanwhile, so they are marked before the campaign runs. Should this break off now, they are looked up where
/// they would have gone, as any mail whose process died.
async fn mark(ctx: &Context, told: &ToldCampaign, sent: &[Mail]) -> Result<(), CommandError> {
    let contacts: Vec<Uuid> = sent.iter().map(|mail| mail.one.contact).collect();
    let messages: Vec<Uuid> = sent.iter().map(|mail| mail.id).collect();
    let left: Vec<DateTime<Utc>> = sent.iter().map(|mail| mail.sent_at).collect();
    sqlx::query!(
        "update guard.email_recipients r set state = 'sending', message = u.message, attempts = 1, marked_at = $2,
           first_marked_at = u.sent_at, touched_at = u.sent_at
         from unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) as u(contact, message, sent_at)
         where r.campaign = $1 and r.contact = u.contact and r.state = 'pending'",
        told.id,
        ctx.now(),
        &contacts,
        &messages,
        &left
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}

/// Who is in it, as a fact; and what the event that makes it count says.
async fn take(ctx: &Context, actor: &Actor, told: &ToldCampaign) -> Result<VersionTaken, CommandError> {
    let take = Uuid::now_v7();
    let (mut x, mut excluded, mut hash) = (BTreeMap::new(), BTreeMap::new(), Sha256::new());
    for (at, one) in (0_u16..).zip(&told.recipients) {
        hash.update(one.contact.as_bytes());
        if let Some(reason) = one.left_out {
            x.insert(at, reason.as_str().to_owned());
            *excluded.entry(reason.as_str().to_owned()).or_default() += 1;
        }
    }
    let (count, out) = (told.recipients.len() as u64, x.len() as u64);
    let accounts: BTreeSet<Uuid> = told.recipients.iter().filter_map(|one| one.account).collect();
    let taken = AudienceTaken {
        campaign: told.id,
        version: 1,
        take,
        chunk: 0,
        contacts: told.recipients.iter().map(|one| one.contact).collect(),
        accounts: told.recipients.iter().map(|one| one.account).collect(),
        x,
        w: BTreeMap::new(),
    };
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: CAMPAIGN_AUDIENCE_TAKEN,
        version: CAMPAIGN_AUDIENCE_TAKEN_VERSION,
        about_type: ABOUT,
        about_id: told.id,
        payload: serde_json::to_value(CampaignFact::CampaignAudienceTaken(taken))?,
        metadata: actor.metadata(),
        personal: &[],
        subject: None,
    });
    let position = ctx.log.append(append).await?;
    Ok(VersionTaken {
        version: 1,
        take,
        position,
        as_of: told.at,
        definition: told.definition.clone(),
        count,
        accounts: accounts.len() as u64,
        hash: hex::encode(hash.finalize()),
        chunks: 1,
        pending: count - out,
        excluded,
    })
}

/// From a name to the start, decided as every campaign is.
async fn launch(
    ctx: &Context,
    actor: &Actor,
    told: &ToldCampaign,
    taken: VersionTaken,
) -> Result<(), CommandError> {
    let (at, made_at, by) = (told.at, told.at - TimeDelta::days(1), actor.user_id);
    let epoch = reader::epoch(&ctx.log.pools.write).await?;
    let commands = vec![
        CampaignCommand::Create {
            channel: Channel::Email,
            name: told.name.clone(),
            owner: by,
            client: None,
            brand: told.pinned.brand,
            copied_from: None,
            at: made_at,
        },
        CampaignCommand::DefineAudience { definition: told.definition.clone(), at: made_at },
        CampaignCommand::DefineContent { content: Box::new(told.content.clone()), at: made_at },
        CampaignCommand::DefineSchedule { schedule: told.schedule.clone(), at: made_at },
        CampaignCommand::Confirm {
            codes: vec![ConfirmationCode::LawfulBasis, ConfirmationCode::ContentChecked],
            by,
            at: made_at,
        },
        CampaignCommand::Launch {
            pinned: Box::new(told.pinned.clone()),
            faults_checked: told.pinned.digest.clone(),
            epoch,
            asked_by: by,
            at,
        },
        CampaignCommand::Taken { taken: Box::new(taken), at },
    ];
    let (mut campaign, mut events) = (Campaign::default(), Vec::new());
    for command in commands {
        let decided = campaign.decide(command)?;
        campaign = after(&campaign, &decided);
        events.extend(decided);
    }
    execute_new::<Campaign, _, _>(ctx, told.id, &actor.metadata(), None, |_| Ok(events), no_jobs).await?;
    Ok(())
}

/// Whoever keeps campaigns may have been faster: then it is so already.
async fn complete(
    ctx: &Context,
    actor: &Actor,
    told: &ToldCampaign,
    sent: &[Mail],
) -> Result<(), CommandError> {
    let (all, went) = (told.recipients.len() as u64, sent.len() as u64);
    let ledger = BTreeMap::from([("sent".to_owned(), went), ("excluded".to_owned(), all - went)]);
    let at = sent.last().map_or(told.at, |mail| mail.sent_at) + BEGINS;
    execute::<Campaign, _, _>(
        ctx,
        told.id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(CampaignCommand::Complete { ledger: ledger.clone(), at })?),
        no_jobs,
    )
    .await?;
    Ok(())
}

fn outcome(mail: &Mail) -> Outcome {
    Outcome {
        m: Some(mail.id),
        v: Some(0),
        d: domain(&mail.one),
        n: Some(1),
        ..Outcome::new(mail.one.contact, Became::Sent, None)
    }
}

fn answers(campaign: Uuid, mail: &Mail) -> impl Iterator<Item = Answer> + '_ {
    mail.one.answers.iter().map(move |(said, later)| Answer {
        message: mail.id,
        campaign,
        contact: mail.one.contact,
        at: mail.sent_at + *later,
        said: said.clone(),
    })
}

fn domain(one: &ToldRecipient) -> Option<String> {
    one.address.registrable_domain().map(|domain| domain.into_string())
}
