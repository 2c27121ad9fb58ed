//! A page of an audience: who of it is left out from the start and why, when each is due and with which variant; and all of it as rows.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::restriction::may_be_used_for;
use pivotal_domain::audience::segments::exclusions::{MISSING, REFUSED};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::Made;
use pivotal_domain::campaigns::campaigns::facts::{
    ABOUT, AudienceTaken, CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION, CampaignFact,
};
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::email::sending::hours::{due_at, zone_of};
use pivotal_domain::email::sending::outcome::Reason;
use pivotal_domain::email::sending::variants::{place_of, variant_of};
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::append::NewFact;
use uuid::Uuid;

use super::super::judge::{key_of, key_of_nobody};
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::audience_source::Member;
use crate::suppression::guard::{Contacted, suppressed};

/// What `email_status` says of an address that reaches nobody.
const INVALID: &str = "invalid";
const BOUNCED: &str = "bounced";

/// One who was taken.
#[derive(Debug, Clone)]
pub struct Queued {
    pub contact: Uuid,
    pub account: Option<Uuid>,
    pub left_out: Option<Reason>,
    pub suppression: Option<Uuid>,
    key: Vec<u8>,
    domain: Option<String>,
    zone: Option<String>,
    variant: Option<i16>,
    due_at: DateTime<Utc>,
}

/// Puts members of one campaign into the guard.
pub struct Queue<'a> {
    ctx: &'a Context,
    campaign: Uuid,
    version: i16,
    take: Uuid,
    schedule: Schedule,
    client: Option<Uuid>,
    brand: Uuid,
    weights: Vec<u16>,
    share: Option<u8>,
    winner: Option<u8>,
    /// Those of client, campaign and brand for which anything is suppressed at all.
    reaches: HashSet<String>,
}

impl<'a> Queue<'a> {
    pub async fn new(
        ctx: &'a Context,
        campaign: Uuid,
        made: &Made,
        version: u16,
        take: Uuid,
    ) -> Result<Queue<'a>, CommandError> {
        let (Some(schedule), Some(content)) = (made.schedule.clone(), &made.content) else {
            return Err(CommandError::unexpected("a campaign was launched without a schedule or content"));
        };
        let narrow = [
            Some(Reach::Campaign(campaign)),
            Some(Reach::Brand(made.brand)),
            made.details.client.map(Reach::Client),
        ];
        let narrow: Vec<String> = narrow.into_iter().flatten().map(|reach| reach.to_string()).collect();
        let reaches = sqlx::query_scalar!(
            "select distinct reach from guard.suppressions where reach = any($1)",
            &narrow
        )
        .fetch_all(&ctx.log.pools.write)
        .await?;
        Ok(Queue {
            ctx,
            campaign,
            version: i16::try_from(version).map_err(CommandError::unexpected)?,
            take,
            schedule,
            client: made.details.client,
            brand: made.brand,
            weights: content.variants.iter().map(|variant| variant.weight).collect(),
            share: content.test.map(|test| test.share_percent),
            winner: made.winner.and_then(place_of),
            reaches: reaches.into_iter().collect(),
        })
    }

    /// Answers with the page, in its order. Whoever shares an address with somebody before is left out as well.
    pub async fn insert(&self, members: &[Member]) -> Result<Vec<Queued>, CommandError> {
        let now = self.ctx.now();
        let contacted: Vec<Contacted> = members.iter().map(|member| self.contacted(member)).collect();
        let mut barred: HashMap<usize, Uuid> = HashMap::new();
        for one in suppressed(&self.ctx.log.pools.write, &self.ctx.log.blind, &contacted, now).await? {
            barred.entry(one.number).or_insert(one.id);
        }
        let mut queued: Vec<Queued> = members
            .iter()
            .enumerate()
            .map(|(at, member)| self.queued(member, barred.get(&at).copied(), now))
            .collect();
        let written = self.write(&queued.iter().collect::<Vec<_>>()).await?;
        let missing = |one: &&mut Queued| !written.contains(&one.contact);
        let mut twice = Vec::new();
        for one in queued.iter_mut().filter(missing) {
            one.left_out = Some(Reason::Duplicate);
            one.suppression = None;
            one.key = key_of_nobody(&self.ctx.log.blind, one.contact);
            twice.push(one.clone());
        }
        if !twice.is_empty() {
            let written = self.write(&twice.iter().collect::<Vec<_>>()).await?;
            if written.len() != twice.len() {
                return Err(CommandError::unexpected(
                    "somebody of the audience is in the campaign already, or it is being taken anew",
                ));
            }
        }
        Ok(queued)
    }

    fn contacted(&self, member: &Member) -> Contacted {
        let known = |reach: Reach| self.reaches.contains(&reach.to_string());
        Contacted {
            email: member.email.clone(),
            phone: None,
            domain: member.account_domain.clone(),
            account: member.account,
            client: self.client.filter(|client| known(Reach::Client(*client))),
            campaign: Some(self.campaign).filter(|campaign| known(Reach::Campaign(*campaign))),
            brand: Some(self.brand).filter(|brand| known(Reach::Brand(*brand))),
        }
    }

    /// The first reason that holds, in the order in which people see them.
    fn queued(&self, member: &Member, suppression: Option<Uuid>, now: DateTime<Utc>) -> Queued {
        let address = member.email.as_deref().and_then(|email| EmailAddress::parse(email).ok());
        let zone = zone_of(member.zone.as_deref(), member.country.as_deref());
        let due = due_at(&self.schedule, zone.as_deref(), now);
        let left_out = match (member.email_status.as_str(), &address) {
            _ if suppression.is_some() => Some(Reason::Suppressed),
            (MISSING, _) => Some(Reason::NoAddress),
            (_, None) if member.email.is_none() => Some(Reason::NoAddress),
            (INVALID, _) | (_, None) => Some(Reason::InvalidAddress),
            (BOUNCED, _) => Some(Reason::Bounced),
            _ if REFUSED.contains(&member.consent) => Some(Reason::NoConsent),
            _ if !may_be_used_for(member.restriction, self.client) => Some(Reason::Restricted),
            _ if due.is_none() => Some(Reason::NotInWindow),
            _ => None,
        };
        let blind = &self.ctx.log.blind;
        Queued {
            contact: member.contact,
            account: member.account,
            left_out,
            suppression,
            key: address
                .as_ref()
                .map_or_else(|| key_of_nobody(blind, member.contact), |one| key_of(blind, one)),
            domain: address
                .as_ref()
                .and_then(EmailAddress::registrable_domain)
                .map(|domain| domain.into_string()),
            zone,
            variant: self.variant(member.contact),
            due_at: due.unwrap_or(now),
        }
    }

    /// With a winner everybody has it.
    fn variant(&self, contact: Uuid) -> Option<i16> {
        let place = self.winner.or_else(|| variant_of(self.campaign, contact, &self.weights, self.share));
        place.map(i16::from)
    }

    /// Answers with those that came in: nobody does who is in already, or whose address is; and nobody at all once another take of the
    /// version has begun. The row that says so is locked, so that it begins behind this page and clears it.
    async fn write(&self, queued: &[&Queued]) -> Result<HashSet<Uuid>, CommandError> {
        let all = || queued.iter();
        let state = |one: &&Queued| if one.left_out.is_some() { "excluded" } else { "pending" };
        let reason = |one: &&Queued| one.left_out.map(Reason::as_str);
        // Not one of the compile-checked queries: the macro cannot describe arrays with this many empty places.
        let written: Vec<Uuid> = sqlx::query_scalar(
            "with own as (select 1 from guard.email_taking where campaign = $1 and version = $2 and take = $12 for share)
             insert into guard.email_recipients (campaign, contact, account, version, state, reason, address_key, domain, zone, variant, due_at)
             select $1, u.contact, u.account, $2, u.state, u.reason, u.key, u.domain, u.zone, u.variant, u.due_at
             from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bytea[], $8::text[], $9::text[], $10::smallint[], $11::timestamptz[])
               as u(contact, account, state, reason, key, domain, zone, variant, due_at)
             where exists (select from own) order by u.contact on conflict do nothing returning contact",
        )
        .bind(self.campaign)
        .bind(self.version)
        .bind(all().map(|one| one.contact).collect::<Vec<_>>())
        .bind(all().map(|one| one.account).collect::<Vec<_>>())
        .bind(all().map(state).collect::<Vec<_>>())
        .bind(all().map(reason).collect::<Vec<_>>())
        .bind(all().map(|one| one.key.clone()).collect::<Vec<_>>())
        .bind(all().map(|one| one.domain.clone()).collect::<Vec<_>>())
        .bind(all().map(|one| one.zone.clone()).collect::<Vec<_>>())
        .bind(all().map(|one| one.variant).collect::<Vec<_>>())
        .bind(all().map(|one| one.due_at).collect::<Vec<_>>())
        .bind(self.take)
        .fetch_all(&self.ctx.log.pools.write)
        .await?;
        Ok(written.into_iter().collect())
    }
}

/// A chunk of the version as the log keeps it: ids, and of whoever was left out from the start, why.
pub fn facts(
    campaign: Uuid,
    version: u16,
    take: Uuid,
    chunk: u32,
    queued: &[Queued],
    metadata: &Metadata,
) -> Result<NewFact, CommandError> {
    let (mut x, mut w) = (BTreeMap::new(), BTreeMap::new());
    for (at, one) in (0_u16..).zip(queued) {
        if let Some(reason) = one.left_out {
            x.insert(at, reason.as_str().to_owned());
        }
        if let Some(suppression) = one.suppression {
            w.insert(at, suppression);
        }
    }
    let taken = AudienceTaken {
        campaign,
        version,
        take,
        chunk,
        contacts: queued.iter().map(|one| one.contact).collect(),
        accounts: queued.iter().map(|one| one.account).collect(),
        x,
        w,
    };
    Ok(NewFact {
        kind: CAMPAIGN_AUDIENCE_TAKEN,
        version: CAMPAIGN_AUDIENCE_TAKEN_VERSION,
        about_type: ABOUT,
        about_id: campaign,
        payload: serde_json::to_value(CampaignFact::CampaignAudienceTaken(taken))?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    })
}
