//! Two hundred active segments on an installation of this size: how long until they are filled, how soon one change moves who is in
//! them, and how long until they have settled when many contacts came in. At every end each has exactly the members that SQL by hand
//! finds, and what finding them once takes by hand is the reference.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_infra::sample::{SampleOptions, generate};
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::audience::ground;
use crate::by_hand::{self, LISTED};
use crate::client::Client;
use crate::definitions::{self, CITY, Definition};
use crate::p4_edit::Percentiles;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

const SEGMENTS: usize = 200;
/// Contacts that are moved in and out again, one at a time.
const CONTACTS: i64 = 10;
/// Companies likewise: one of their contacts is waited for.
const COMPANIES: i64 = 5;
/// Issue 6: one change.
const CHANGE_MS: f64 = 2_000.0;
/// Issue 6: 100,000 contacts that came in.
const IMPORT_S: f64 = 60.0;
/// Nothing comes of waiting longer: for one change, and for all segments.
const GIVE_UP_CHANGE: Duration = Duration::from_secs(60);
const GIVE_UP: Duration = Duration::from_secs(2_700);
const POLL: Duration = Duration::from_millis(5);
const POLL_ALL: Duration = Duration::from_millis(100);

/// Active segments that wait for a look at all records, or are under it.
const UNSETTLED: &str = "select count(*) from read.segments s left join jobs.segment_refreshes r on r.segment_id = s.id
     where s.active and not s.archived and (r.segment_id is null or r.settled < s.wanted or r.looking_for is not null)";
const HEAD: &str = "select greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts))";

/// A segment of the bench in the product.
#[derive(Debug)]
struct Made {
    id: Uuid,
    definition: Definition,
}

pub async fn measure(product: &Product, rows: u64) -> anyhow::Result<Vec<Measured>> {
    let client = product.client().await?;
    let mut connection = by_hand::connect(&product.database_url().await?).await?;
    ground(product, &client, &mut connection).await?;
    let contacts = by_hand::count(&mut connection, "true").await?;
    let began = Instant::now();
    let made = make(&client, &mut connection).await?;
    settled(&mut connection).await?;
    let filled = began.elapsed().as_secs_f64();
    let checked = check(&mut connection, &made).await?;
    say(&format!(
        "SEGMENTS filled in {filled:.1} s: {} members; by hand {:.1} s; {:.0} MB",
        checked.members,
        checked.took,
        product.memory()?
    ));
    let measured = change_and_import(product, &client, &mut connection, (made.as_slice(), rows)).await;
    // Whatever comes next in this database is not to be slowed down by them.
    switch_off(&client, &made).await?;
    let (changes, imported) = measured?;
    let mut all = vec![Measured {
        bar: "SEGMENTS",
        what: format!(
            "{SEGMENTS} segments made on {contacts} contacts, first asked for to all filled; {} members, exactly those of SQL by hand",
            checked.members
        ),
        ours: format!("{filled:.1} s"),
        reference: format!(
            "each found once by hand {:.1} s, one {}",
            checked.took,
            checked.each.show("ms", 0)
        ),
        ratio: format!("{:.1}x", filled / checked.took),
        wanted: "information",
        met: None,
    }];
    all.extend([changes, imported]);
    Ok(all)
}

async fn change_and_import(
    product: &Product,
    client: &Client,
    connection: &mut PgConnection,
    (made, rows): (&[Made], u64),
) -> anyhow::Result<(Measured, Measured)> {
    let changes = changes(client, connection, made).await?;
    Ok((changes, import(product, client, connection, (made, rows)).await?))
}

/// Makes a segment; its id.
pub async fn create(
    client: &Client,
    connection: &mut PgConnection,
    name: &str,
    entity: &str,
    filter: &Value,
) -> anyhow::Result<Uuid> {
    let input = json!({"entity": entity, "name": name, "filter": filter});
    client.mutate("segmentCreate", "SegmentCreateInput", input, "position").await?;
    // It is told once the read model shows it.
    let began = Instant::now();
    loop {
        if let Some(id) = named(connection, name).await? {
            return Ok(id);
        }
        ensure!(began.elapsed() < GIVE_UP_CHANGE, "the segment {name} does not show");
        tokio::time::sleep(POLL).await;
    }
}

async fn named(connection: &mut PgConnection, name: &str) -> anyhow::Result<Option<Uuid>> {
    let sql = "select id from read.segments where name = $1 and not archived";
    Ok(sqlx::query_scalar(sql).bind(name).fetch_optional(connection).await?)
}

/// Waits until all records were looked at for every active segment.
pub async fn settled(connection: &mut PgConnection) -> anyhow::Result<()> {
    let began = Instant::now();
    loop {
        let waiting: i64 = sqlx::query_scalar(UNSETTLED).fetch_one(&mut *connection).await?;
        if waiting == 0 {
            return shown(connection).await;
        }
        ensure!(began.elapsed() < GIVE_UP, "{waiting} segments are not settled after {GIVE_UP:?}");
        tokio::time::sleep(POLL_ALL).await;
    }
}

/// Waits until what was written about members up to now is in their read model.
async fn shown(connection: &mut PgConnection) -> anyhow::Result<()> {
    let head: i64 = sqlx::query_scalar(HEAD).fetch_one(&mut *connection).await?;
    reached(connection, "select position from read.checkpoints where name = 'segments'", head).await
}

async fn reached(connection: &mut PgConnection, sql: &str, position: i64) -> anyhow::Result<()> {
    let began = Instant::now();
    loop {
        let at: Option<i64> = sqlx::query_scalar(sql).fetch_optional(&mut *connection).await?;
        if at.is_some_and(|at| at >= position) {
            return Ok(());
        }
        ensure!(began.elapsed() < GIVE_UP, "{position} of the log is not reached after {GIVE_UP:?}: {sql}");
        tokio::time::sleep(POLL).await;
    }
}

/// All of them, switched on. In a database that was kept they are there already.
async fn make(client: &Client, connection: &mut PgConnection) -> anyhow::Result<Vec<Made>> {
    let define = "mutation($id: UUID!, $filter: JSON!) { segmentDefine(id: $id, filter: $filter) { userErrors { message } } }";
    let mut made = Vec::with_capacity(SEGMENTS);
    for definition in definitions::all(SEGMENTS) {
        let id = match named(connection, &definition.name).await? {
            Some(id) => {
                done(client, define, json!({"id": id, "filter": definition.filter}), "segmentDefine").await?;
                switch(client, id, true).await?;
                id
            }
            None => {
                let entity = match definition.entity {
                    Entity::Contact => "CONTACT",
                    Entity::Account => "ACCOUNT",
                };
                create(client, connection, &definition.name, entity, &definition.filter).await?
            }
        };
        made.push(Made { id, definition });
    }
    client.followed().await?;
    Ok(made)
}

async fn switch_off(client: &Client, made: &[Made]) -> anyhow::Result<()> {
    for one in made {
        switch(client, one.id, false).await?;
    }
    Ok(())
}

async fn switch(client: &Client, id: Uuid, active: bool) -> anyhow::Result<()> {
    let query = "mutation($id: UUID!, $active: Boolean!) { segmentSwitch(id: $id, active: $active) { userErrors { message } } }";
    done(client, query, json!({"id": id, "active": active}), "segmentSwitch").await
}

async fn done(client: &Client, query: &str, variables: Value, mutation: &str) -> anyhow::Result<()> {
    let answer = client.graphql(query, variables).await?;
    let errors = answer[mutation]["userErrors"].as_array().context("no answer")?;
    ensure!(errors.is_empty(), "{mutation}: {errors:?}");
    Ok(())
}

/// What holding all segments against SQL by hand came to.
struct Checked {
    members: i64,
    /// Seconds by hand, for all.
    took: f64,
    /// Milliseconds by hand, for one.
    each: Spread,
}

/// Finds the members of each anew, as somebody would write it; they must be those that the segment has.
async fn check(connection: &mut PgConnection, made: &[Made]) -> anyhow::Result<Checked> {
    sqlx::raw_sql(
        "drop table if exists pg_temp.members_by_hand; create temp table members_by_hand (id uuid not null)",
    )
    .execute(&mut *connection)
    .await?;
    let differing = "select count(*) from members_by_hand h
         full join (select record_id from read.segment_members where segment_id = $1 and left_at is null) m on m.record_id = h.id
         where h.id is null or m.record_id is null";
    let (mut members, mut times, mut wrong) = (0, Vec::new(), Vec::new());
    for Made { id, definition } in made {
        sqlx::raw_sql("truncate members_by_hand").execute(&mut *connection).await?;
        let sql = format!("insert into members_by_hand select c.id {}", definition.sql);
        let began = Instant::now();
        let found =
            sqlx::query(&sql).execute(&mut *connection).await.with_context(|| sql.clone())?.rows_affected();
        times.push(began.elapsed().as_secs_f64() * 1000.0);
        members += i64::try_from(found)?;
        let differ: i64 = sqlx::query_scalar(differing).bind(id).fetch_one(&mut *connection).await?;
        if differ > 0 {
            wrong.push(format!("{} differs in {differ} of {found}: {}", definition.name, definition.filter));
        }
    }
    ensure!(
        wrong.is_empty(),
        "{} segments are not what SQL by hand finds: {}",
        wrong.len(),
        wrong.join("; ")
    );
    Ok(Checked { members, took: times.iter().sum::<f64>() / 1000.0, each: Spread::of(times) })
}

/// Moves contacts, and companies, into a segment where nobody is, and out again.
async fn changes(client: &Client, connection: &mut PgConnection, made: &[Made]) -> anyhow::Result<Measured> {
    let [by_contact, by_company, ..] = made else { anyhow::bail!("there are no segments") };
    let sql = format!(
        "select id, id as member, city from read.contacts where {LISTED} and city <> '{CITY}' order by md5(id::text) limit $1"
    );
    let contacts: Vec<(Uuid, Uuid, String)> =
        sqlx::query_as(&sql).bind(CONTACTS).fetch_all(&mut *connection).await?;
    let sql = format!(
        "select b.id, c.id as member, b.hq_city from read.accounts b join lateral (select id from read.contacts where account_id = b.id and {LISTED} limit 1) c on true
         where not b.archived and b.hq_city <> '{CITY}' order by md5(b.id::text) limit $1"
    );
    let companies: Vec<(Uuid, Uuid, String)> =
        sqlx::query_as(&sql).bind(COMPANIES).fetch_all(&mut *connection).await?;
    ensure!(!contacts.is_empty() && !companies.is_empty(), "there is nobody to move");
    let (mut own, mut linked) = (Vec::new(), Vec::new());
    for (mutation, field, segment, records, times) in [
        ("contactUpdate", "city", by_contact.id, contacts, &mut own),
        ("accountUpdate", "hq_city", by_company.id, companies, &mut linked),
    ] {
        for (id, member, before) in records {
            for (value, is_member) in [(CITY.to_owned(), true), (before, false)] {
                let input = json!({"id": id, "fields": {field: value}});
                client.token().await?;
                let began = Instant::now();
                client.mutate(mutation, "RecordUpdateInput", input, "position").await?;
                moved(connection, (segment, member), is_member).await?;
                times.push(began.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    let (own, linked) = (Percentiles::of(own), Percentiles::of(linked));
    say(&format!("SEGMENTS one contact: {}; one company: {}", own.show(), linked.show()));
    Ok(Measured {
        bar: "SEGMENTS LIVE",
        what: format!(
            "one contact changed, asked for to who is in the segment, {SEGMENTS} active; {} changes; of a company's {} changes until its contact has moved: p95 {:.0}, max {:.0} ms",
            own.count, linked.count, linked.p95, linked.max
        ),
        ours: format!("p95 {:.0}, max {:.0} ms", own.p95, own.max),
        reference: "none".into(),
        ratio: String::new(),
        wanted: "<= 2 s",
        met: Some(own.max.max(linked.max) <= CHANGE_MS),
    })
}

/// Waits until the record is in the segment, or is not any more.
async fn moved(
    connection: &mut PgConnection,
    (segment, record): (Uuid, Uuid),
    is_member: bool,
) -> anyhow::Result<()> {
    let sql = "select exists (select from read.segment_members where segment_id = $1 and record_id = $2 and left_at is null)";
    let began = Instant::now();
    loop {
        let is: bool = sqlx::query_scalar(sql).bind(segment).bind(record).fetch_one(&mut *connection).await?;
        if is == is_member {
            return Ok(());
        }
        ensure!(
            began.elapsed() < GIVE_UP_CHANGE,
            "{record} was changed {GIVE_UP_CHANGE:?} ago, and the segment {segment} does not follow"
        );
        tokio::time::sleep(POLL).await;
    }
}

/// Brings contacts in, and waits until every segment has the right members.
async fn import(
    product: &Product,
    client: &Client,
    connection: &mut PgConnection,
    (made, rows): (&[Made], u64),
) -> anyhow::Result<Measured> {
    let folder = product.directory.join("segments");
    // In a database that was kept those of the last time are there already.
    let seed = 100_000 + u64::try_from(by_hand::count(connection, "true").await?)?;
    generate(&SampleOptions { rows, dirt: 0.0, duplicates: 0.0, seed, ..SampleOptions::default() }, &folder)?;
    let began = Instant::now();
    let import = client.import(&folder.join("contacts.csv")).await?;
    ended(client, &import).await?;
    let imported = began.elapsed().as_secs_f64();
    let head: i64 = sqlx::query_scalar(HEAD).fetch_one(&mut *connection).await?;
    reached(connection, "select position from jobs.segment_keeper", head).await?;
    settled(connection).await?;
    let total = began.elapsed().as_secs_f64();
    std::fs::remove_dir_all(&folder)?;
    let checked = check(connection, made).await?;
    let after = total - imported;
    say(&format!(
        "SEGMENTS import of {rows}: {imported:.1} s, settled {after:.1} s later; by hand {:.1} s; {:.0} MB",
        checked.took,
        product.memory()?
    ));
    let wanted = IMPORT_S * (rows as f64 / 100_000.0).max(1.0);
    Ok(Measured {
        bar: "SEGMENTS IMPORT",
        what: format!(
            "{rows} contacts imported with {SEGMENTS} active segments, import ended (after {imported:.1} s) to all settled; {} members, exactly those of SQL by hand",
            checked.members
        ),
        ours: format!("{after:.1} s"),
        reference: format!(
            "each found once by hand {:.1} s, one {}",
            checked.took,
            checked.each.show("ms", 0)
        ),
        ratio: format!("{:.1}x", after / checked.took),
        wanted: "<= 60 s for 100,000",
        met: Some(after <= wanted),
    })
}

/// Waits until the import has ended, whoever follows it.
async fn ended(client: &Client, import: &str) -> anyhow::Result<()> {
    let asked = "query($id: UUID!) { import(id: $id) { state error } }";
    loop {
        let seen = client.graphql(asked, json!({ "id": import })).await?;
        match seen["import"]["state"].as_str() {
            Some("COMPLETED") => return Ok(()),
            Some("FAILED" | "CANCELLED") => anyhow::bail!("the import ended as {}", seen["import"]),
            _ => tokio::time::sleep(POLL_ALL).await,
        }
    }
}
