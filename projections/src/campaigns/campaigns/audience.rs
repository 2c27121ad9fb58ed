//! Who is in an audience: lists of contacts taken together, without those of other lists. Asked by the very conditions of the lists on
//! the screen, as one viewer sees them.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::audience::segments::exclusions::{MISSING, REFUSED};
use pivotal_domain::campaigns::campaigns::left_out::LeftOut;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_log::pools::Pools;
use sqlx::{ConnectOptions, Executor, FromRow, PgConnection, PgPool, Postgres, QueryBuilder};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::audience::contacts::query::{self as contacts, ContactFilter};
use crate::audience::contacts::status;
use crate::audience::engagement;
use crate::audience::exports::read::List;
use crate::audience::filter::columns::needs_activity;
use crate::cancellable::cancellable;
use crate::page::QueryError;
use crate::suppression::suppressions::of_contacts as suppressed;
use crate::suppression::{consent_rules, consents, suppressions};

/// Members per round trip.
const PAGE: i64 = 5_000;
/// Pages read ahead of whoever takes them.
const AHEAD: usize = 1;
/// Domains that are told of.
const DOMAINS: i64 = 20;
/// Reasons that one scan finds. Nobody has another's address, so duplicates are found only where they are queued.
const REASONS: [LeftOut; 6] = [
    LeftOut::Suppressed,
    LeftOut::NoAddress,
    LeftOut::InvalidAddress,
    LeftOut::Bounced,
    LeftOut::NoConsent,
    LeftOut::Restricted,
];

/// Which contacts.
#[derive(Debug, Clone, PartialEq)]
pub struct Audience {
    pub include: Vec<ContactFilter>,
    pub exclude: Vec<ContactFilter>,
    pub channel: Channel,
    /// Nobody who is in an audience version of this campaign already.
    pub not_in_campaign: Option<Uuid>,
}

/// Somebody who is in it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct AudienceMember {
    pub id: Uuid,
    pub account_id: Option<Uuid>,
    pub email: Option<String>,
    pub account_domain: Option<String>,
    /// Of the channel, but for what is suppressed: of that the guard is asked.
    pub status: String,
    /// A [`Standing`](pivotal_domain::suppression::consents::standing::Standing).
    pub consent: String,
    pub client_restriction: Option<Uuid>,
    pub timezone: Option<String>,
    pub country: Option<String>,
}

/// How it divides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    pub total: i64,
    pub excluded: Vec<(LeftOut, i64)>,
    pub zones_unknown: i64,
    pub domains: Vec<(String, i64)>,
    pub as_of: DateTime<Utc>,
}

#[derive(Debug)]
pub struct Reading {
    pub as_of: DateTime<Utc>,
    /// Position of the log up to which everything that is read is folded.
    pub position: i64,
    /// Ascending by id. Dropping it ends the reading.
    pub pages: mpsc::Receiver<Result<Vec<AudienceMember>, sqlx::Error>>,
}

impl Audience {
    /// The projections it is read from.
    pub fn projections(&self) -> Vec<&'static str> {
        let own = [suppressions::SPEC.name, consents::SPEC.name, consent_rules::SPEC.name];
        let mut names: Vec<&'static str> =
            own.into_iter().chain(self.not_in_campaign.map(|_| super::SPEC.name)).collect();
        // The last that was heard of an address may be a bounce.
        names.extend((self.channel == Channel::Email).then_some(engagement::SPEC.name));
        for filter in self.filters() {
            names.extend(List::Contacts(filter.clone()).projections());
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    fn filters(&self) -> impl Iterator<Item = &ContactFilter> {
        self.include.iter().chain(&self.exclude)
    }

    /// Refuses texts that no list takes.
    fn check_text(&self) -> Result<(), QueryError> {
        self.filters().try_for_each(contacts::check_text)
    }

    fn from(&self) -> &'static str {
        let mut conditions = self.filters().filter_map(|filter| filter.condition.as_ref());
        if conditions.any(|asked| needs_activity(&asked.filter)) {
            contacts::WITH_ACTIVITY
        } else {
            "read.contacts c"
        }
    }

    /// What keeps out is asked for what is true, as a comparison with nothing is neither true nor false.
    fn conditions(&self, query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
        query.push(" and (false");
        for filter in &self.include {
            query.push(" or (true");
            contacts::conditions(query, actor, filter);
            query.push(")");
        }
        query.push(")");
        for filter in &self.exclude {
            query.push(" and (true");
            contacts::conditions(query, actor, filter);
            query.push(") is not true");
        }
        if let Some(campaign) = self.not_in_campaign {
            query
                .push(
                    " and not exists (select from read.campaign_members m join read.campaign_versions v
                       on v.campaign_id = m.campaign_id and v.take = m.take where m.contact_id = c.id and m.campaign_id = ",
                )
                .push_bind(campaign)
                .push(")");
        }
    }
}

/// How an audience divides now. Cancelled in Postgres when nobody waits for it any more.
pub async fn health(
    pool: &PgPool,
    actor: &Actor,
    audience: &Audience,
    client: Option<Uuid>,
) -> Result<Health, QueryError> {
    audience.check_text()?;
    let channel = audience.channel;
    // `offset 0` keeps Postgres from working every part out again wherever it is named.
    let mut query = QueryBuilder::new(format!(
        "with told as materialized (select case {} end as reason, domain, zoneless from (select {} as ways, {} as status, ({}) as refused, \
           {} as domain, c.timezone is null and c.country is null as zoneless, c.client_restriction is not null and c.client_restriction is distinct from ",
        reasons(channel),
        suppressed::ways(),
        status::unsuppressed(channel),
        refused(channel),
        domain_of(channel),
    ));
    query.push_bind(client).push(format!(" as restricted from {} where true", audience.from()));
    audience.conditions(&mut query, actor);
    let each: Vec<String> =
        (0..REASONS.len()).map(|place| format!("count(*) filter (where reason = {place})")).collect();
    query.push(format!(
        " offset 0) as known offset 0)
         select array[count(*), count(*) filter (where zoneless), {}] as counted, now() as as_of,
           array(select d.domain from (select domain, count(*) as people from told where reason is null and domain is not null group by 1 order by 2 desc, 1 limit {DOMAINS}) d) as domains,
           array(select d.people from (select domain, count(*) as people from told where reason is null and domain is not null group by 1 order by 2 desc, 1 limit {DOMAINS}) d) as people
         from told",
        each.join(", ")
    ));
    let found: (Vec<i64>, DateTime<Utc>, Vec<String>, Vec<i64>) = cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_as().fetch_one(connection).await })
    })
    .await?;
    Ok(told(found))
}

fn told((counted, as_of, domains, people): (Vec<i64>, DateTime<Utc>, Vec<String>, Vec<i64>)) -> Health {
    let mut counted = counted.into_iter();
    let (total, zones_unknown) = (counted.next().unwrap_or_default(), counted.next().unwrap_or_default());
    Health {
        total,
        excluded: REASONS.into_iter().zip(counted).collect(),
        zones_unknown,
        domains: domains.into_iter().zip(people).collect(),
        as_of,
    }
}

/// The place of the one reason; null for whoever can be reached.
fn reasons(channel: Channel) -> String {
    let ways = match channel {
        Channel::Email => "ways in (1, 3)",
        Channel::Phone => "ways in (2, 3)",
    };
    let holds = |reason| match reason {
        LeftOut::Suppressed => ways.to_owned(),
        LeftOut::NoAddress => format!("status = '{MISSING}'"),
        LeftOut::InvalidAddress => "status = 'invalid'".to_owned(),
        LeftOut::Bounced => "status = 'bounced'".to_owned(),
        LeftOut::NoConsent => "refused".to_owned(),
        LeftOut::Restricted => "restricted".to_owned(),
        LeftOut::Duplicate => "false".to_owned(),
    };
    let each: Vec<String> = REASONS
        .into_iter()
        .zip(0..)
        .map(|(reason, place)| format!("when {} then {place}", holds(reason)))
        .collect();
    each.join(" ")
}

fn refused(channel: Channel) -> String {
    let refused = REFUSED.iter().map(|standing| Scalar::Text(standing.as_str().to_owned())).collect();
    consents::of_contacts::condition(channel, &Predicate::In(refused))
}

fn domain_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "c.email_domain",
        Channel::Phone => "null::text",
    }
}

/// Of the audience, how many also fit another list: those without a value in some field.
pub async fn count_also(
    pool: &PgPool,
    actor: &Actor,
    audience: &Audience,
    also: &ContactFilter,
) -> Result<i64, QueryError> {
    audience.check_text()?;
    let activity = also.condition.as_ref().is_some_and(|asked| needs_activity(&asked.filter));
    let from = if activity { contacts::WITH_ACTIVITY } else { audience.from() };
    let mut query = QueryBuilder::new(format!("select count(*) from {from} where true"));
    audience.conditions(&mut query, actor);
    contacts::conditions(&mut query, actor, also);
    cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_scalar().fetch_one(connection).await })
    })
    .await
}

/// Begins to read everybody in one transaction: all of them are of one moment. The position is read inside of it.
pub async fn open(pools: &Pools, actor: &Actor, audience: &Audience) -> Result<Reading, QueryError> {
    audience.check_text()?;
    let options = pools.options().options([
        ("default_transaction_read_only", "on"),
        // A million rows in order take longer than a list may.
        ("statement_timeout", "10min"),
        // Whoever takes them may be slow to write them down.
        ("idle_in_transaction_session_timeout", "30min"),
    ]);
    let mut connection = options.application_name("pivotal audience").connect().await?;
    connection.execute("begin isolation level repeatable read, read only").await?;
    let names: Vec<String> = audience.projections().iter().map(ToString::to_string).collect();
    let at = sqlx::query!(
        r#"select now() as "now!", coalesce((select min(position) from read.checkpoints where name = any($1)), 0) as "position!""#,
        &names
    )
    .fetch_one(&mut connection)
    .await?;
    let mut query = QueryBuilder::new(format!(
        "declare audience no scroll cursor for select c.id, c.account_id, {}, c.account_domain, {} as status, {} as consent, c.client_restriction, \
           c.timezone, c.country from {} where true",
        match audience.channel {
            Channel::Email => "c.email",
            Channel::Phone => "null::text as email",
        },
        status::unsuppressed(audience.channel),
        consents::of_contacts::value(audience.channel),
        audience.from(),
    ));
    audience.conditions(&mut query, actor);
    query.push(" order by c.id");
    query.build().execute(&mut connection).await?;
    let (sender, pages) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        loop {
            let page = fetch(&mut connection).await;
            let last = page.as_ref().map_or(true, |page| (page.len() as i64) < PAGE);
            if sender.send(page).await.is_err() || last {
                return;
            }
        }
    });
    Ok(Reading { as_of: at.now, position: at.position, pages })
}

async fn fetch(connection: &mut PgConnection) -> Result<Vec<AudienceMember>, sqlx::Error> {
    sqlx::query_as(&format!("fetch {PAGE} from audience")).fetch_all(connection).await
}
