//! Of the contacts that a definition finds: how many can be reached by email and by phone, and why the others cannot. One scan, one
//! reason for each contact and channel, so the parts add up to all.

use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::audience::segments::exclusions::{Exclusion, MISSING, REFUSED, invalid};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::consents::channel::Channel;
use sqlx::{PgPool, QueryBuilder};

use super::from;
use super::preview::of_contacts;
use crate::audience::contacts::{query as contacts, status};
use crate::audience::filter::Asked;
use crate::cancellable::cancellable;
use crate::page::QueryError;
use crate::suppression::consents;
use crate::suppression::suppressions::of_contacts as suppressed;

/// How the contacts can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// All of them, exactly.
    pub count: i64,
    pub channels: Vec<ByChannel>,
}

/// By one channel. Reachable and excluded add up to all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByChannel {
    pub channel: Channel,
    pub reachable: i64,
    /// Every reason, also where it is nobody's.
    pub excluded: Vec<(Exclusion, i64)>,
}

/// Of the contacts that the actor may see. Cancelled in Postgres when nobody waits for it any more.
pub async fn reach(pool: &PgPool, actor: &Actor, asked: &Asked) -> Result<Reach, QueryError> {
    let (parts, counts): (Vec<String>, Vec<String>) =
        Channel::ALL.into_iter().map(|channel| (parts(channel), counts(channel))).unzip();
    let reasons: Vec<String> = Channel::ALL.into_iter().map(reason).collect();
    // `offset 0` keeps Postgres from working every part out again wherever it is named.
    let mut query = QueryBuilder::new(format!(
        "select array[count(*), {}] from (select {} from (select {} as ways, {} from {} where true",
        counts.join(", "),
        reasons.join(", "),
        suppressed::ways(),
        parts.join(", "),
        from(asked.filter.entity, std::iter::once(&asked.filter)),
    ));
    contacts::conditions(&mut query, actor, &of_contacts(asked));
    query.push(" offset 0) as known offset 0) as told");
    let counted: Vec<i64> = cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_scalar().fetch_one(connection).await })
    })
    .await?;
    Ok(read(&counted))
}

/// What a reason follows from: the channel's status but for what is suppressed, which is a reason before it, and whether consent is
/// missing.
fn parts(channel: Channel) -> String {
    let refused = REFUSED.iter().map(|standing| Scalar::Text(standing.as_str().to_owned())).collect();
    let refused = consents::of_contacts::condition(channel, &Predicate::In(refused));
    let name = channel.as_str();
    format!("{} as {name}_status, ({refused}) as {name}_refused", status::unsuppressed(channel))
}

/// The place of the one reason in [`Exclusion::ALL`]; null for whoever can be reached.
fn reason(channel: Channel) -> String {
    let name = channel.as_str();
    let suppressed = match channel {
        Channel::Email => "ways in (1, 3)",
        Channel::Phone => "ways in (2, 3)",
    };
    let holds = |exclusion| match exclusion {
        Exclusion::Suppressed => suppressed.to_owned(),
        Exclusion::Missing => format!("{name}_status = '{MISSING}'"),
        Exclusion::Invalid => format!("{name}_status in ('{}')", invalid(channel).join("', '")),
        Exclusion::NoConsent => format!("{name}_refused"),
    };
    let each: Vec<String> = Exclusion::ALL
        .into_iter()
        .zip(0..)
        .map(|(exclusion, place)| format!("when {} then {place}", holds(exclusion)))
        .collect();
    format!("case {} end as {name}", each.join(" "))
}

/// As many as there are reasons, in their order.
fn counts(channel: Channel) -> String {
    let each: Vec<String> = (0..Exclusion::ALL.len())
        .map(|place| format!("count(*) filter (where {} = {place})", channel.as_str()))
        .collect();
    each.join(", ")
}

fn read(counted: &[i64]) -> Reach {
    let (count, rest) = counted.split_first().map_or((0, counted), |(count, rest)| (*count, rest));
    let channels =
        Channel::ALL.into_iter().zip(rest.chunks(Exclusion::ALL.len())).map(|(channel, counts)| {
            let reachable = count - counts.iter().sum::<i64>();
            let excluded = Exclusion::ALL.into_iter().zip(counts.iter().copied()).collect();
            ByChannel { channel, reachable, excluded }
        });
    Reach { count, channels: channels.collect() }
}
