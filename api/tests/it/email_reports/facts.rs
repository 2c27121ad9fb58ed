//! Mails of a campaign and what is told of them, written to the log; and what a statement over the log makes of it.

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::tracking::facts::{
    ABOUT, EMAIL_HITS_JUDGED, EMAIL_SIGNALS_RECORDED, HitsJudged, SignalsRecorded, TrackingFact, VERSION,
    Verdict,
};
use pivotal_domain::email::tracking::machine::{Method, Sign};
use pivotal_domain::email::tracking::signal::{Features, Key16, Kind, Signal};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewFact};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, until};

const SENT: &str = "query($id: UUID!) { emailLedger(campaignId: $id) { sent } }";

/// The report, worked out of the facts alone.
const BY_HAND: &str = "
  with sent as (
    select distinct on (o ->> 'm') o ->> 'm' as m, o ->> 'd' as d
    from log.facts f, json_array_elements(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') as one(o)
    where f.kind = 'email_outcomes_recorded' and f.payload -> 'EmailOutcomesRecorded' ->> 'campaign' = $1 and o ->> 'o' = 's'
  ), told as (
    select f.global_position as p, one.n - 1 as n, s ->> 'm' as m, s ->> 'k' as k, (s ->> 'at')::timestamptz as at, (s ->> 'l')::int as l
    from log.facts f, json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') with ordinality as one(s, n)
    where f.kind = 'email_signals_recorded' and s ->> 'g' = $1
  ), verdicts as (
    select distinct on ((v ->> 'p')::bigint, (v ->> 'n')::int) (v ->> 'p')::bigint as p, (v ->> 'n')::int as n, (v ->> 'h')::boolean as h
    from log.facts f, json_array_elements(f.payload -> 'EmailHitsJudged' -> 'verdicts') as one(v)
    where f.kind = 'email_hits_judged' and v ->> 'g' = $1
    order by (v ->> 'p')::bigint, (v ->> 'n')::int, f.global_position desc
  ), hits as (
    select t.m, t.k, t.l, v.h from told t left join verdicts v on v.p = t.p and v.n = t.n where t.k in ('opened', 'clicked', 'trapped')
  ), firsts as (
    select m, k, min(at) as at from told group by m, k
  ), soft as (
    select s.m from firsts s left join firsts d on d.m = s.m and d.k = 'delivered'
    where s.k = 'bounced_soft' and (d.at is null or d.at <= s.at)
      and not exists (select 1 from firsts b where b.m = s.m and b.k = 'bounced_hard')
  )
  select json_build_object(
    'total', json_build_object(
      'sent', (select count(*) from sent),
      'delivered', (select count(*) from firsts where k = 'delivered'),
      'bouncedHard', (select count(*) from firsts where k = 'bounced_hard'),
      'bouncedSoft', (select count(*) from soft),
      'complained', (select count(*) from firsts where k = 'complained'),
      'unsubscribed', (select count(*) from firsts where k = 'unsubscribed'),
      'replied', (select count(*) from firsts where k = 'replied'),
      'opened', (select count(distinct m) from hits where k = 'opened' and h is not true),
      'clicked', (select count(distinct m) from hits where k = 'clicked' and h is not true),
      'opens', (select count(*) from hits where k = 'opened' and h is not true),
      'clicks', (select count(*) from hits where k = 'clicked' and h is not true),
      'machineOpened', (select count(distinct m) from hits where k = 'opened' and h),
      'machineClicked', (select count(distinct m) from hits where k = 'clicked' and h),
      'machineOpens', (select count(*) from hits where k = 'opened' and h),
      'machineClicks', (select count(*) from hits where k = 'clicked' and h),
      'unjudged', (select count(*) from hits where h is null)
    ),
    'domains', (select json_agg(json_build_array(d, sent, delivered, clicked, complained) order by d) from (
      select d, count(*) as sent, count(*) filter (where exists (select 1 from firsts f where f.m = sent.m and f.k = 'delivered')) as delivered,
        count(*) filter (where exists (select 1 from hits h where h.m = sent.m and h.k = 'clicked' and h.h is not true)) as clicked,
        count(*) filter (where exists (select 1 from firsts f where f.m = sent.m and f.k = 'complained')) as complained
      from sent group by d) by_domain),
    'links', (select json_agg(json_build_array(l, clicked, clicks, machine) order by l) from (
      select l, count(distinct m) filter (where h is not true) as clicked, count(*) filter (where h is not true) as clicks,
        count(*) filter (where h) as machine from hits where k = 'clicked' group by l) by_link),
    'hours', (select json_agg(json_build_array(hour, delivered) order by hour) from (
      select extract(epoch from date_trunc('hour', at, 'UTC'))::bigint as hour, count(*) as delivered
      from firsts where k = 'delivered' group by 1) by_hour)
  )";

/// A mail that left: itself, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct Mail {
    pub message: Uuid,
    pub contact: Uuid,
}

/// The mails of a campaign by the domain they went to.
async fn mails(app: &TestApp, campaign: &str) -> Vec<Mail> {
    until(app, SENT, json!({ "id": campaign }), |data| data["emailLedger"]["sent"] == 2).await;
    let rows: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "select message_id, contact_id from read.email_recipients where campaign_id = $1::uuid and state = 'sent' order by domain",
    )
    .bind(campaign)
    .fetch_all(&app.backend.context.log.pools.read)
    .await
    .unwrap();
    rows.into_iter().map(|(message, contact)| Mail { message, contact }).collect()
}

async fn append(app: &TestApp, kind: &'static str, fact: TrackingFact) -> i64 {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind,
        version: VERSION,
        about_type: ABOUT,
        about_id: Uuid::now_v7(),
        payload: serde_json::to_value(fact).unwrap(),
        metadata: Metadata::system("test"),
        personal: &[],
        subject: None,
    });
    app.backend.context.log.append(append).await.unwrap()
}

fn signal(campaign: &str, mail: Mail, k: Kind, at: DateTime<Utc>) -> Signal {
    let features = Features {
        agent: None,
        net: "other".into(),
        net_key: Key16([1; 16]),
        method: Method::Get,
        marks: 0,
        told: false,
    };
    Signal {
        m: mail.message,
        g: campaign.parse().unwrap(),
        c: mail.contact,
        k,
        at,
        l: (k == Kind::Clicked).then_some(2),
        s: None,
        d: (k == Kind::BouncedSoft).then(|| "mailbox_full".to_owned()),
        f: k.is_hit().then_some(features),
    }
}

/// Position of the fact that tells it.
async fn told(app: &TestApp, signals: Vec<Signal>) -> i64 {
    let recorded = SignalsRecorded {
        batch: Uuid::now_v7(),
        source: "webhook:sendgrid".into(),
        account: None,
        received_at: Utc::now(),
        keys: Vec::new(),
        signals,
    };
    append(app, EMAIL_SIGNALS_RECORDED, TrackingFact::EmailSignalsRecorded(recorded)).await
}

/// What two people and a program did with two mails.
pub async fn story(app: &TestApp, campaign: &str) -> Vec<Mail> {
    let mails = mails(app, campaign).await;
    let (ada, bo) = (mails[0], mails[1]);
    // Hits are young: of older ones the judge that runs beside this has a word, too.
    let at = |seconds: i64| Utc::now() - TimeDelta::seconds(seconds);
    let signals = vec![
        signal(campaign, ada, Kind::BouncedSoft, at(300)),
        signal(campaign, ada, Kind::Delivered, at(240)),
        signal(campaign, ada, Kind::Opened, at(30)),
        signal(campaign, ada, Kind::Opened, at(25)),
        signal(campaign, ada, Kind::Clicked, at(20)),
        signal(campaign, ada, Kind::Clicked, at(15)),
        signal(campaign, bo, Kind::Delivered, at(12)),
        signal(campaign, bo, Kind::Clicked, at(11)),
        signal(campaign, bo, Kind::Unsubscribed, at(10)),
        signal(campaign, bo, Kind::Complained, at(9)),
    ];
    let position = told(app, signals.clone()).await;
    // Told again by somebody else: counted once, but for hits, of which each is one.
    told(
        app,
        vec![signal(campaign, ada, Kind::Delivered, at(200)), signal(campaign, ada, Kind::Replied, at(5))],
    )
    .await;
    let programs = [2, 7];
    let hits = (0_u32..).zip(&signals).filter(|(_, signal)| signal.k.is_hit());
    let verdict = |(n, signal): (u32, &Signal)| Verdict {
        m: signal.m,
        g: signal.g,
        c: signal.c,
        k: signal.k,
        at: signal.at,
        p: position,
        n,
        l: signal.l,
        h: programs.contains(&n),
        r: programs.contains(&n).then_some(Sign::Agent),
    };
    let judged = HitsJudged { batch: Uuid::now_v7(), rules: 1, verdicts: hits.map(verdict).collect() };
    append(app, EMAIL_HITS_JUDGED, TrackingFact::EmailHitsJudged(judged)).await;
    mails
}

pub async fn by_hand(app: &TestApp, campaign: &str) -> Value {
    let pool = &app.backend.context.log.pools.read;
    sqlx::query_scalar(BY_HAND).bind(campaign).fetch_one(pool).await.unwrap()
}
