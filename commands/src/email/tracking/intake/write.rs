//! One append of what was told: the signals with the keys that let each in once, outcomes of mails of which nobody knew whether they
//! left, replies, and what follows.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::bounces::reply::Class;
use pivotal_domain::email::bounces::soft;
use pivotal_domain::email::replies::{Matched, Received, ReplyKind};
use pivotal_domain::email::sending::facts::{MOST_OUTCOMES, Outcome};
use pivotal_domain::email::sending::outcome::State;
use pivotal_domain::email::sending::policy::{EmailPolicy, ID as POLICY};
use pivotal_domain::email::tracking::facts::{
    AGENT_MAX, EMAIL_SIGNALS_RECORDED, EMAIL_USER_AGENT_SEEN, MOST, SignalsRecorded, TrackingFact,
    UserAgentSeen,
};
use pivotal_domain::email::tracking::signal::{Key16, Kind, Signal};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane};
use pivotal_log::error::LogError;
use sqlx::PgPool;
use uuid::Uuid;

use super::facts::{fact_of, outcome_of, settled};
use super::follow::{self, Consequence, Follow};
use super::found::find;
use super::health;
use super::told::{Answer, Told};
use crate::context::Context;
use crate::email::replies::receive::{self, Came};
use crate::email::tracking::matching::Mail;
use crate::email::tracking::told_by;
use crate::error::CommandError;
use crate::execute::ATTEMPTS;

/// A mail that is being handed over is settled within this time; afterwards what is told of it settles it.
const HANDED_OVER_WITHIN: TimeDelta = TimeDelta::minutes(5);

/// What became of a chunk.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    /// Rows that tell of mails which are being handed over right now: they come again.
    pub waiting: HashSet<i64>,
}

/// `account`: of the provider; none for what we saw ourselves.
pub(super) async fn write(
    ctx: &Context,
    source: &'static str,
    account: Option<&str>,
    told: &[Told],
) -> Result<Written, CommandError> {
    for _ in 0..ATTEMPTS {
        let fresh = fresh(&ctx.log.pools.write, told).await?;
        let found = find(ctx, account.unwrap_or_default(), &fresh).await?;
        let mut gathered = Gathered::default();
        for told in fresh {
            let mail = found.mail_of(told);
            gathered.add(told, mail, ctx.now());
        }
        let append = gathered.append(ctx, source, account).await?;
        if append.is_empty() {
            return Ok(Written { waiting: gathered.waiting });
        }
        match ctx.log.append(append).await {
            Ok(_) => {
                count(source, &gathered.signals);
                gathered.keep_words(&ctx.log.pools.write).await?;
                health::count(ctx, &gathered.signals).await?;
                return Ok(Written { waiting: gathered.waiting });
            }
            Err(LogError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Conflict)
}

/// By what they tell, and by who told it.
fn count(source: &'static str, signals: &[(Key16, Signal)]) {
    let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
    for (_, signal) in signals {
        *counts.entry(signal.k.as_str()).or_default() += 1;
    }
    for (kind, count) in counts {
        metrics::counter!("pivotal_email_signals_total", "source" => source, "kind" => kind).increment(count);
    }
}

/// What was not let in before, each once.
async fn fresh<'a>(pool: &PgPool, told: &'a [Told]) -> Result<Vec<&'a Told>, CommandError> {
    let keys: Vec<Vec<u8>> = told.iter().map(|told| told.key.0.to_vec()).collect();
    let known = sqlx::query_scalar!("select key from guard.email_signal_keys where key = any($1)", &keys)
        .fetch_all(pool)
        .await?;
    let mut seen: HashSet<Key16> = known.iter().map(|key| Key16::of(key)).collect();
    Ok(told.iter().filter(|told| seen.insert(told.key)).collect())
}

/// What a chunk comes to.
#[derive(Default)]
struct Gathered {
    waiting: HashSet<i64>,
    signals: Vec<(Key16, Signal)>,
    /// Mails of which nobody knew whether they left, by their id.
    settled: BTreeMap<Uuid, Mail>,
    consequences: Vec<Consequence>,
    /// Soft bounces that count, by the address.
    soft: BTreeMap<Vec<u8>, Vec<(Consequence, DateTime<Utc>)>>,
    replies: Vec<Came>,
    agents: BTreeMap<Key16, String>,
    words: Vec<(Uuid, Uuid, DateTime<Utc>, Kind, String)>,
}

impl Gathered {
    fn add(&mut self, told: &Told, mail: Option<(&Mail, Matched)>, now: DateTime<Utc>) {
        let Some((mail, matched)) = mail else { return self.of_nobody(told) };
        let unsettled = matches!(mail.state, State::Sending | State::Unknown);
        let under_way = mail.state == State::Sending
            && mail.marked_at.is_some_and(|marked| marked > now - HANDED_OVER_WITHIN);
        if under_way {
            self.waiting.insert(told.row);
            return;
        }
        let consequence = |follow: Follow| Consequence {
            follow,
            at: told.at,
            message: Some(mail.message),
            contact: Some(mail.contact),
            address_key: Some(mail.address_key.clone()),
            address: told.address.clone(),
        };
        self.consequences.extend(told.follow.map(consequence));
        if let Some(answer) = &told.reply {
            self.replies.push(came(answer, told.at, Some(mail), matched));
        }
        // A try that was handed back never left, whoever tells of it; a new one has a new id.
        if !matches!(mail.state, State::Sending | State::Unknown | State::Sent | State::Failed) {
            metrics::counter!("pivotal_email_signals_of_nobody_total").increment(1);
            return;
        }
        if unsettled && told.kind.shows_it_left() {
            self.settled.insert(mail.message, mail.clone());
        }
        if told.kind == Kind::BouncedSoft && counts(told.detail) {
            // The moment it is suppressed until is known when all of them are.
            let one = consequence(Follow::SoftBounces(told.at));
            self.soft.entry(mail.address_key.clone()).or_default().push((one, told.at));
        }
        let agent = told.features.as_ref().and_then(|features| features.agent);
        if let (Some(key), Some(text)) = (agent, &told.agent) {
            self.agents.insert(key, text.chars().take(AGENT_MAX).collect());
        }
        if let Some(words) = &told.words {
            self.words.push((mail.message, mail.contact, told.at, told.kind, words.clone()));
        }
        let signal = Signal {
            m: mail.message,
            g: mail.campaign,
            c: mail.contact,
            k: told.kind,
            at: told.at,
            l: told.link,
            s: told.reach.map(|reach| reach.to_string()),
            d: told.detail.map(ToOwned::to_owned),
            f: told.features.clone(),
        };
        self.signals.push((told.key, signal));
    }

    /// It is about no mail that we know. A provider's word of somebody who complained or left holds all the same.
    fn of_nobody(&mut self, told: &Told) {
        metrics::counter!("pivotal_email_signals_of_nobody_total").increment(1);
        if let (true, Some(follow), Some(address)) = (told.proven, told.follow, &told.address) {
            self.consequences.push(Consequence {
                follow,
                at: told.at,
                message: None,
                contact: None,
                address_key: None,
                address: Some(address.clone()),
            });
        }
        let person = told.reply.as_ref().filter(|answer| answer.kind != ReplyKind::Automatic);
        if let Some(answer) = person {
            self.replies.push(came(answer, told.at, None, Matched::None));
        }
    }

    async fn append(
        &mut self,
        ctx: &Context,
        source: &'static str,
        account: Option<&str>,
    ) -> Result<Append, CommandError> {
        let (metadata, now) = (told_by(source), ctx.now());
        self.suppress_for_soft_bounces(ctx, now).await?;
        let mut append = Append::new(Lane::Bulk);
        self.settle(&mut append, &metadata, now)?;
        self.tell_agents(ctx, &mut append, &metadata).await?;
        for chunk in self.signals.chunks(MOST) {
            let recorded = SignalsRecorded {
                batch: Uuid::now_v7(),
                source: source.to_owned(),
                account: account.filter(|name| !name.is_empty()).map(ToOwned::to_owned),
                received_at: now,
                keys: chunk.iter().map(|(key, _)| *key).collect(),
                signals: chunk.iter().map(|(_, signal)| signal.clone()).collect(),
            };
            let batch = recorded.batch;
            let fact = TrackingFact::EmailSignalsRecorded(recorded);
            append.facts.push(fact_of(EMAIL_SIGNALS_RECORDED, batch, &fact, &metadata)?);
        }
        let named = self.consequences.iter().filter_map(|one| one.contact);
        let named = named.chain(self.replies.iter().filter_map(|came| came.received.contact));
        let contacts = follow::contacts(ctx, named).await?;
        follow::add(ctx, &mut append, &self.consequences, &contacts, &metadata).await?;
        receive::add(ctx, &mut append, &self.replies, &contacts, &metadata).await?;
        Ok(append)
    }

    /// Addresses to which mails have come back often enough.
    async fn suppress_for_soft_bounces(
        &mut self,
        ctx: &Context,
        now: DateTime<Utc>,
    ) -> Result<(), CommandError> {
        if self.soft.is_empty() {
            return Ok(());
        }
        let policy = ctx.log.load::<EmailPolicy>(POLICY).await?.state.policy.soft;
        let keys: Vec<Vec<u8>> = self.soft.keys().cloned().collect();
        let held = sqlx::query!(
            "select address_key, at from jobs.email_soft_bounces where address_key = any($1)",
            &keys
        )
        .fetch_all(&ctx.log.pools.write)
        .await?;
        let mut held: HashMap<Vec<u8>, Vec<DateTime<Utc>>> =
            held.into_iter().map(|row| (row.address_key, row.at)).collect();
        for (key, bounces) in std::mem::take(&mut self.soft) {
            let mut at = held.remove(&key).unwrap_or_default();
            at.extend(bounces.iter().map(|(_, at)| *at));
            let last = bounces.into_iter().max_by_key(|(_, at)| *at);
            if let Some((one, _)) = last.filter(|_| soft::is_enough(policy, &at)) {
                let until = now + TimeDelta::days(i64::from(policy.rest_days));
                self.consequences.push(Consequence { follow: Follow::SoftBounces(until), ..one });
            }
        }
        Ok(())
    }

    /// What is told of a mail shows that it left. Written before the signals: whoever reads the log knows the mail by then.
    fn settle(
        &self,
        append: &mut Append,
        metadata: &Metadata,
        at: DateTime<Utc>,
    ) -> Result<(), CommandError> {
        let mut campaigns: BTreeMap<Uuid, Vec<Outcome>> = BTreeMap::new();
        for mail in self.settled.values() {
            campaigns.entry(mail.campaign).or_default().push(outcome_of(mail));
        }
        for (campaign, outcomes) in campaigns {
            for chunk in outcomes.chunks(MOST_OUTCOMES) {
                append.facts.push(settled(campaign, chunk.to_vec(), at, metadata)?);
            }
        }
        Ok(())
    }

    /// User agents that nobody met before.
    async fn tell_agents(
        &self,
        ctx: &Context,
        append: &mut Append,
        metadata: &Metadata,
    ) -> Result<(), CommandError> {
        if self.agents.is_empty() {
            return Ok(());
        }
        let keys: Vec<Vec<u8>> = self.agents.keys().map(|key| key.0.to_vec()).collect();
        let known = sqlx::query_scalar!("select key from guard.email_user_agents where key = any($1)", &keys)
            .fetch_all(&ctx.log.pools.write)
            .await?;
        let known: HashSet<Key16> = known.iter().map(|key| Key16::of(key)).collect();
        for (key, text) in self.agents.iter().filter(|(key, _)| !known.contains(*key)) {
            let seen = TrackingFact::EmailUserAgentSeen(UserAgentSeen { key: *key, text: text.clone() });
            append.facts.push(fact_of(EMAIL_USER_AGENT_SEEN, Uuid::now_v7(), &seen, metadata)?);
        }
        Ok(())
    }

    /// For whoever looks why. Lost when the process dies between the append and this: the codes stand in the log.
    async fn keep_words(&self, pool: &PgPool) -> Result<(), CommandError> {
        if self.words.is_empty() {
            return Ok(());
        }
        let messages: Vec<Uuid> = self.words.iter().map(|one| one.0).collect();
        let contacts: Vec<Uuid> = self.words.iter().map(|one| one.1).collect();
        let at: Vec<DateTime<Utc>> = self.words.iter().map(|one| one.2).collect();
        let kinds: Vec<String> = self.words.iter().map(|one| one.3.as_str().to_owned()).collect();
        let words: Vec<String> = self.words.iter().map(|one| one.4.clone()).collect();
        sqlx::query!(
            "insert into mail.signal_words (message, contact, at, kind, words)
             select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[])",
            &messages,
            &contacts,
            &at,
            &kinds,
            &words
        )
        .execute(pool)
        .await?;
        Ok(())
    }
}

fn counts(detail: Option<&str>) -> bool {
    let class = Class::ALL.iter().find(|class| Some(class.as_str()) == detail);
    class.is_none_or(|class| soft::counts(*class))
}

fn came(answer: &Answer, at: DateTime<Utc>, mail: Option<&Mail>, matched: Matched) -> Came {
    // Whose wish it is that nobody knows cannot be done: somebody reads it.
    let kind = match (answer.kind, mail) {
        (ReplyKind::AsksToStop, None) => ReplyKind::Person,
        (kind, _) => kind,
    };
    let received = Received {
        at,
        message: mail.map(|mail| mail.message),
        campaign: mail.map(|mail| mail.campaign),
        contact: mail.map(|mail| mail.contact),
        matched,
        kind,
        away_until: answer.away_until,
        who: answer.who.clone(),
        words: answer.words.clone(),
    };
    Came { id: answer.id, received }
}
