//! Facts of items to rows, a chunk at a time.

use std::collections::HashMap;

use pivotal_domain::audience::domain_sets::facts::{
    ItemJudged, ItemRetracted, ItemsMatched, ItemsRead, LineText, Verdict,
};
use uuid::Uuid;

use crate::runner::{ApplyError, Target};
use crate::sheet::encode;

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

pub async fn read(target: &mut Target<'_>, read: ItemsRead) -> Result<(), ApplyError> {
    let schema = target.schema;
    let texts: HashMap<u32, LineText> = read.texts.into_iter().map(|text| (text.number, text)).collect();
    let given = |of: u32| texts.get(&of).and_then(|text| text.given.as_deref()).map(cleaned);
    let notes = |of: u32| texts.get(&of).and_then(|text| text.notes.as_deref()).map(cleaned);
    let items = &read.items;
    let sql = format!(
        "insert into {schema}.domain_set_items (domain_set_id, number, domain, account_name, repaired, resembles, given, notes)
         select $1, u.* from unnest($2::int[], $3::text[], $4::text[], $5::bool[], $6::text[], $7::text[], $8::text[]) as u on conflict do nothing"
    );
    sqlx::query(&sql)
        .bind(read.domain_set_id)
        .bind(items.iter().map(|item| row(item.number)).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.domain.clone()).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.account_name.as_deref().map(cleaned)).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.repaired).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.resembles.map(|one| one.as_str())).collect::<Vec<_>>())
        .bind(items.iter().map(|item| given(item.number)).collect::<Vec<_>>())
        .bind(items.iter().map(|item| notes(item.number)).collect::<Vec<_>>())
        .execute(&mut *target.connection)
        .await?;
    let invalid = &read.invalid;
    if !invalid.is_empty() {
        let sql = format!(
            "insert into {schema}.domain_set_invalid (domain_set_id, number, code, given)
             select $1, u.* from unnest($2::int[], $3::text[], $4::text[]) as u on conflict do nothing"
        );
        sqlx::query(&sql)
            .bind(read.domain_set_id)
            .bind(invalid.iter().map(|line| row(line.number)).collect::<Vec<_>>())
            .bind(invalid.iter().map(|line| line.code.clone()).collect::<Vec<_>>())
            .bind(invalid.iter().map(|line| given(line.number)).collect::<Vec<_>>())
            .execute(&mut *target.connection)
            .await?;
    }
    // The list shows how far it is while the file is read.
    let sql = format!(
        "update {schema}.domain_sets set items = items + $2, repeated = repeated + $3, invalid = invalid + $4 where id = $1 and state = 'reading'"
    );
    sqlx::query(&sql)
        .bind(read.domain_set_id)
        .bind(items.len() as i64)
        .bind(i64::try_from(read.repeated).unwrap_or(i64::MAX))
        .bind(invalid.len() as i64)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The account that it is stays known when another takes its place.
fn remembered(next: &str) -> String {
    format!(
        "former = case when account_id is not null and account_id is distinct from {next} and account_id <> all(former) then former || account_id else former end"
    )
}

/// Found again, it goes on counting; `counts` is true or false of the account that it is next.
fn since(next: &str, counts: &str, at: &str) -> String {
    format!(
        "since = case when not ({counts}) then null when status = 'matched' and account_id = {next} then since else {at} end"
    )
}

pub async fn matched(target: &mut Target<'_>, matched: ItemsMatched) -> Result<(), ApplyError> {
    let schema = target.schema;
    let remembered = remembered("u.account");
    let since = since("u.account", "u.account is not null and u.via <> 'fuzzy'", "$8");
    let sql = format!(
        "update {schema}.domain_set_items i set account_id = u.account, via = u.via, confidence = u.confidence, likeness = u.likeness, stub = u.stub, matched_at = $8, {remembered}, {since},
           status = case when u.account is null then 'unknown' when u.via = 'fuzzy' then 'fuzzy' else 'matched' end
         from (select n.number, case when r.account_id is null then n.account end as account, case when r.account_id is null then n.via end as via,
                 case when r.account_id is null then n.confidence end as confidence, case when r.account_id is null then n.likeness end as likeness, n.stub
               from unnest($2::int[], $3::uuid[], $4::text[], $5::smallint[], $6::text[], $7::bool[]) as n(number, account, via, confidence, likeness, stub)
               left join {schema}.domain_set_rejections r on r.domain_set_id = $1 and r.number = n.number and r.account_id = n.account) u
         where i.domain_set_id = $1 and i.number = u.number and i.judged_by is null"
    );
    let items = &matched.items;
    sqlx::query(&sql)
        .bind(matched.domain_set_id)
        .bind(items.iter().map(|item| row(item.number)).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.hit.map(|hit| hit.account)).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.hit.map(|hit| hit.via.as_str())).collect::<Vec<_>>())
        .bind(items.iter().map(|item| item.hit.map(|hit| i16::from(hit.confidence))).collect::<Vec<_>>())
        .bind(
            items
                .iter()
                .map(|item| item.hit.and_then(|hit| hit.by).map(|by| by.as_str()))
                .collect::<Vec<_>>(),
        )
        .bind(items.iter().map(|item| item.hit.is_some_and(|hit| hit.stub)).collect::<Vec<_>>())
        .bind(matched.at)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

pub async fn judged(target: &mut Target<'_>, judged: ItemJudged) -> Result<(), ApplyError> {
    let schema = target.schema;
    let ItemJudged { domain_set_id, number, verdict, account, by, at, .. } = judged;
    match verdict {
        Verdict::Confirmed | Verdict::Assigned => {
            let sql = format!(
                "delete from {schema}.domain_set_rejections where domain_set_id = $1 and number = $2 and account_id = $3"
            );
            let query = sqlx::query(&sql).bind(domain_set_id).bind(row(number)).bind(account);
            query.execute(&mut *target.connection).await?;
            // What was found keeps how it was found; anything else is a person's own word.
            let (remembered, since) = (remembered("$3"), since("$3", "true", "$5"));
            let sql = format!(
                "update {schema}.domain_set_items set via = case when kept then via else 'manual' end, confidence = case when kept then confidence else 100 end,
                   likeness = case when kept then likeness end, stub = kept and stub, account_id = $3, status = 'matched', judged_by = $4, judged_at = $5, {remembered}, {since}
                 from (select coalesce($6 and i.account_id = $3, false) as kept from {schema}.domain_set_items i where i.domain_set_id = $1 and i.number = $2) k
                 where domain_set_id = $1 and number = $2"
            );
            sqlx::query(&sql)
                .bind(domain_set_id)
                .bind(row(number))
                .bind(account)
                .bind(by)
                .bind(at)
                .bind(verdict == Verdict::Confirmed)
                .execute(&mut *target.connection)
                .await?;
        }
        Verdict::Rejected => {
            let sql = format!(
                "insert into {schema}.domain_set_rejections (domain_set_id, number, account_id, by, at) values ($1, $2, $3, $4, $5)
                 on conflict (domain_set_id, number, account_id) do update set by = excluded.by, at = excluded.at"
            );
            let query =
                sqlx::query(&sql).bind(domain_set_id).bind(row(number)).bind(account).bind(by).bind(at);
            query.execute(&mut *target.connection).await?;
            let remembered = remembered("null::uuid");
            let sql = format!(
                "update {schema}.domain_set_items set account_id = null, via = null, confidence = null, likeness = null, stub = false, status = 'unknown', since = null, {remembered},
                   judged_by = null, judged_at = null where domain_set_id = $1 and number = $2 and account_id = $3"
            );
            let query = sqlx::query(&sql).bind(domain_set_id).bind(row(number)).bind(account);
            query.execute(&mut *target.connection).await?;
        }
    }
    Ok(())
}

/// What was said since stands: the item is let be then.
pub async fn retracted(target: &mut Target<'_>, retracted: ItemRetracted) -> Result<(), ApplyError> {
    let schema = target.schema;
    let ItemRetracted { domain_set_id, number, said, by, at, not, hit, settled, .. } = retracted;
    let sql = format!(
        "delete from {schema}.domain_set_rejections where domain_set_id = $1 and number = $2 and account_id = $3"
    );
    let query = sqlx::query(&sql).bind(domain_set_id).bind(row(number)).bind(said.account);
    query.execute(&mut *target.connection).await?;
    let sql = format!(
        "insert into {schema}.domain_set_rejections (domain_set_id, number, account_id, by, at)
         select $1, $2, account, $4, $5 from unnest($3::uuid[]) as account on conflict do nothing"
    );
    let query = sqlx::query(&sql).bind(domain_set_id).bind(row(number)).bind(not).bind(by).bind(at);
    query.execute(&mut *target.connection).await?;
    let remembered = remembered("$3::uuid");
    let counts = "$3::uuid is not null and not ($8::uuid is null and $4 = 'fuzzy')";
    let since = since("$3::uuid", counts, "$11::timestamptz");
    let sql = format!(
        "update {schema}.domain_set_items set account_id = $3, via = $4, confidence = $5, likeness = $6, stub = $7, judged_by = $8, judged_at = $9, {remembered}, {since},
           status = case when $3::uuid is null then 'unknown' when $8::uuid is null and $4 = 'fuzzy' then 'fuzzy' else 'matched' end
         where domain_set_id = $1 and number = $2 and judged_at is not distinct from $10::timestamptz"
    );
    let held_by = (said.verdict != Verdict::Rejected).then_some(said.at);
    sqlx::query(&sql)
        .bind(domain_set_id)
        .bind(row(number))
        .bind(hit.map(|hit| hit.account))
        .bind(hit.map(|hit| hit.via.as_str()))
        .bind(hit.map(|hit| i16::from(hit.confidence)))
        .bind(hit.and_then(|hit| hit.by).map(|by| by.as_str()))
        .bind(hit.is_some_and(|hit| hit.stub))
        .bind(settled.map(|said| said.by))
        .bind(settled.map(|said| said.at))
        .bind(held_by)
        .bind(at)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// What lines say beside domain and company is gone.
pub async fn forget(target: &mut Target<'_>, set: Uuid) -> Result<(), ApplyError> {
    let schema = target.schema;
    for table in ["domain_set_items", "domain_set_invalid"] {
        let columns = if table == "domain_set_items" { "given = null, notes = null" } else { "given = null" };
        let sql = format!("update {schema}.{table} set {columns} where domain_set_id = $1");
        sqlx::query(&sql).bind(set).execute(&mut *target.connection).await?;
    }
    Ok(())
}

fn row(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn cleaned(text: &str) -> String {
    encode::text(text)
}
