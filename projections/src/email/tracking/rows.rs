//! Mails and their hits, read and written. The schema is a parameter (a rebuild writes beside the rows in use), so the statements
//! cannot be compile-checked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::signal::{Features, Kind};
use sqlx::Row;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use uuid::Uuid;

use super::message::{First, Hit, Message, Touches};
use crate::runner::Target;

/// Kinds whose first moment has a column, with the column of its code where it has one.
const FIRSTS: [(Kind, &str, Option<&str>); 9] = [
    (Kind::Accepted, "accepted_at", None),
    (Kind::Delivered, "delivered_at", None),
    (Kind::BouncedHard, "bounced_at", Some("bounce_code")),
    (Kind::BouncedSoft, "soft_bounced_at", Some("soft_bounce_code")),
    (Kind::Dropped, "dropped_at", Some("dropped_code")),
    (Kind::Complained, "complained_at", None),
    (Kind::Unsubscribed, "unsubscribed_at", None),
    (Kind::Replied, "replied_at", None),
    (Kind::AutoReplied, "auto_replied_at", None),
];

/// The mails there are of these; with their hits, of those of the second.
pub(super) async fn load(
    target: &mut Target<'_>,
    ids: &BTreeSet<Uuid>,
    of_hits: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Message>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let wanted: Vec<Uuid> = ids.iter().copied().collect();
    let sql = format!("select * from {}.email_messages where message_id = any($1)", target.schema);
    let stored = sqlx::query(&sql).bind(&wanted).fetch_all(&mut *target.connection).await?;
    let mut messages = BTreeMap::new();
    for row in &stored {
        let mut message = message(row)?;
        message.hits = of_hits.contains(&message.id).then(BTreeMap::new);
        messages.insert(message.id, message);
    }
    let wanted: Vec<Uuid> = of_hits.iter().copied().filter(|id| messages.contains_key(id)).collect();
    if wanted.is_empty() {
        return Ok(messages);
    }
    let sql = format!(
        "select message_id, position, n, kind, at, link, features, verdict, rule, rules from {}.email_hits where message_id = any($1)",
        target.schema
    );
    for row in &sqlx::query(&sql).bind(&wanted).fetch_all(&mut *target.connection).await? {
        let id: Uuid = row.try_get("message_id")?;
        let place = (row.try_get("position")?, row.try_get("n")?);
        let held = messages.get_mut(&id).and_then(|message| message.hits.as_mut());
        if let (Some(hits), Some(hit)) = (held, hit(row)?) {
            hits.insert(place, hit);
        }
    }
    Ok(messages)
}

fn message(row: &PgRow) -> Result<Message, sqlx::Error> {
    let mut firsts = BTreeMap::new();
    for (kind, at, code) in FIRSTS {
        let Some(at) = row.try_get::<Option<DateTime<Utc>>, _>(at)? else { continue };
        let code = match code {
            Some(code) => row.try_get(code)?,
            None => None,
        };
        firsts.insert(kind, First { at, code });
    }
    Ok(Message {
        id: row.try_get("message_id")?,
        campaign: row.try_get("campaign_id")?,
        contact: row.try_get("contact_id")?,
        variant: row.try_get("variant")?,
        domain: row.try_get("domain")?,
        sent_at: row.try_get("sent_at")?,
        firsts,
        deferrals: row.try_get("deferrals")?,
        touches: Touches {
            opened_at: row.try_get("opened_at")?,
            clicked_at: row.try_get("clicked_at")?,
            opens: row.try_get("opens")?,
            clicks: row.try_get("clicks")?,
            machine_opened_at: row.try_get("machine_opened_at")?,
            machine_clicked_at: row.try_get("machine_clicked_at")?,
            machine_opens: row.try_get("machine_opens")?,
            machine_clicks: row.try_get("machine_clicks")?,
            unjudged: row.try_get("unjudged")?,
        },
        hits: None,
    })
}

fn hit(row: &PgRow) -> Result<Option<Hit>, sqlx::Error> {
    let Some(kind) = Kind::parse(row.try_get("kind")?) else { return Ok(None) };
    Ok(Some(Hit {
        kind,
        at: row.try_get("at")?,
        link: row.try_get("link")?,
        features: row.try_get::<Json<Option<Features>>, _>("features")?.0,
        verdict: row.try_get::<Option<i16>, _>("verdict")?.map(|verdict| verdict == 1),
        rule: row.try_get("rule")?,
        rules: row.try_get("rules")?,
    }))
}

pub(super) async fn write(
    target: &mut Target<'_>,
    messages: &BTreeMap<Uuid, Message>,
) -> Result<(), sqlx::Error> {
    if messages.is_empty() {
        return Ok(());
    }
    write_messages(target, messages).await?;
    write_hits(target, messages).await
}

async fn write_messages(
    target: &mut Target<'_>,
    messages: &BTreeMap<Uuid, Message>,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "insert into {}.email_messages (message_id, campaign_id, contact_id, variant, domain, sent_at, deferrals,
           accepted_at, delivered_at, bounced_at, bounce_code, soft_bounced_at, soft_bounce_code, dropped_at, dropped_code,
           complained_at, unsubscribed_at, replied_at, auto_replied_at,
           opened_at, clicked_at, opens, clicks, machine_opened_at, machine_clicked_at, machine_opens, machine_clicks, unjudged, shows)
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[], $5::text[], $6::timestamptz[], $7::integer[],
           $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::timestamptz[], $13::text[], $14::timestamptz[], $15::text[],
           $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[],
           $20::timestamptz[], $21::timestamptz[], $22::integer[], $23::integer[], $24::timestamptz[], $25::timestamptz[], $26::integer[], $27::integer[], $28::integer[], $29::text[])
         on conflict (message_id) do update set variant = excluded.variant, domain = excluded.domain, sent_at = excluded.sent_at,
           deferrals = excluded.deferrals, accepted_at = excluded.accepted_at, delivered_at = excluded.delivered_at,
           bounced_at = excluded.bounced_at, bounce_code = excluded.bounce_code, soft_bounced_at = excluded.soft_bounced_at,
           soft_bounce_code = excluded.soft_bounce_code, dropped_at = excluded.dropped_at, dropped_code = excluded.dropped_code,
           complained_at = excluded.complained_at, unsubscribed_at = excluded.unsubscribed_at, replied_at = excluded.replied_at,
           auto_replied_at = excluded.auto_replied_at, opened_at = excluded.opened_at, clicked_at = excluded.clicked_at,
           opens = excluded.opens, clicks = excluded.clicks, machine_opened_at = excluded.machine_opened_at,
           machine_clicked_at = excluded.machine_clicked_at, machine_opens = excluded.machine_opens,
           machine_clicks = excluded.machine_clicks, unjudged = excluded.unjudged, shows = excluded.shows",
        target.schema
    );
    let all = || messages.values();
    let at = |kind: Kind| all().map(|one| one.first(kind)).collect::<Vec<_>>();
    let code = |kind: Kind| {
        all().map(|one| one.firsts.get(&kind).and_then(|first| first.code.clone())).collect::<Vec<_>>()
    };
    sqlx::query(&sql)
        .bind(all().map(|one| one.id).collect::<Vec<_>>())
        .bind(all().map(|one| one.campaign).collect::<Vec<_>>())
        .bind(all().map(|one| one.contact).collect::<Vec<_>>())
        .bind(all().map(|one| one.variant).collect::<Vec<_>>())
        .bind(all().map(|one| one.domain.clone()).collect::<Vec<_>>())
        .bind(all().map(|one| one.sent_at).collect::<Vec<_>>())
        .bind(all().map(|one| one.deferrals).collect::<Vec<_>>())
        .bind(at(Kind::Accepted))
        .bind(at(Kind::Delivered))
        .bind(at(Kind::BouncedHard))
        .bind(code(Kind::BouncedHard))
        .bind(at(Kind::BouncedSoft))
        .bind(code(Kind::BouncedSoft))
        .bind(at(Kind::Dropped))
        .bind(code(Kind::Dropped))
        .bind(at(Kind::Complained))
        .bind(at(Kind::Unsubscribed))
        .bind(at(Kind::Replied))
        .bind(at(Kind::AutoReplied))
        .bind(all().map(|one| one.touches.opened_at).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.clicked_at).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.opens).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.clicks).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.machine_opened_at).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.machine_clicked_at).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.machine_opens).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.machine_clicks).collect::<Vec<_>>())
        .bind(all().map(|one| one.touches.unjudged).collect::<Vec<_>>())
        .bind(all().map(Message::shows).collect::<Vec<_>>())
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn write_hits(target: &mut Target<'_>, messages: &BTreeMap<Uuid, Message>) -> Result<(), sqlx::Error> {
    let rows: Vec<(&Message, (i64, i32), &Hit)> = messages
        .values()
        .flat_map(|one| one.hits.iter().flatten().map(move |(place, hit)| (one, *place, hit)))
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {}.email_hits (message_id, position, n, campaign_id, contact_id, kind, at, link, features, verdict, rule, rules)
         select * from unnest($1::uuid[], $2::bigint[], $3::integer[], $4::uuid[], $5::uuid[], $6::text[], $7::timestamptz[], $8::integer[],
           $9::jsonb[], $10::smallint[], $11::text[], $12::smallint[])
         on conflict (message_id, position, n) do update set verdict = excluded.verdict, rule = excluded.rule, rules = excluded.rules",
        target.schema
    );
    let all = || rows.iter();
    sqlx::query(&sql)
        .bind(all().map(|(one, _, _)| one.id).collect::<Vec<_>>())
        .bind(all().map(|(_, place, _)| place.0).collect::<Vec<_>>())
        .bind(all().map(|(_, place, _)| place.1).collect::<Vec<_>>())
        .bind(all().map(|(one, _, _)| one.campaign).collect::<Vec<_>>())
        .bind(all().map(|(one, _, _)| one.contact).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| hit.kind.as_str()).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| hit.at).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| hit.link).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| Json(hit.features.clone())).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| hit.verdict.map(i16::from)).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| hit.rule.clone()).collect::<Vec<_>>())
        .bind(all().map(|(_, _, hit)| hit.rules).collect::<Vec<_>>())
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}
