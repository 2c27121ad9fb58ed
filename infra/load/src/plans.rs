//! How Postgres answers a filter, as it is compiled and as it is written by hand: a file for each, to be read beside the figures.

use std::fmt::Write;
use std::path::Path;

use anyhow::Context;
use chrono::Utc;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::custom_fields::query::definitions;
use pivotal_projections::audience::filter::Asked;
use pivotal_projections::audience::filter::columns::needs_activity;
use pivotal_projections::audience::filter::compile;
use sqlx::{PgConnection, PgPool, Postgres, QueryBuilder};

use crate::shapes::Shape;

const EXPLAIN: &str = "explain (analyze, buffers)";

/// The custom fields that are defined.
pub async fn vocabulary(url: &str) -> anyhow::Result<Vocabulary> {
    let pool = PgPool::connect(url).await?;
    let contacts = definitions(&pool, Entity::Contact).await?;
    let accounts = definitions(&pool, Entity::Account).await?;
    pool.close().await;
    Ok(Vocabulary { contacts, accounts })
}

/// Writes both plans into the folder, under the filter's number and name, with what was measured before them.
pub async fn save(
    folder: &Path,
    (number, shape): (usize, &Shape),
    measured: &str,
    connection: &mut PgConnection,
    vocabulary: &Vocabulary,
) -> anyhow::Result<()> {
    let mut query = compiled(shape, vocabulary)?;
    let sql = query.sql().to_owned();
    let ours: Vec<String> = query
        .build_query_scalar()
        .fetch_all(&mut *connection)
        .await
        .with_context(|| format!("the plan of {sql}"))?;
    let by_hand = format!("{EXPLAIN} {}", shape.sql);
    let by_hand: Vec<String> = sqlx::query_scalar(&by_hand).fetch_all(&mut *connection).await?;
    let mut text = String::new();
    writeln!(text, "{}: {measured}\n\n{:#}\n", shape.name, shape.filter)?;
    writeln!(text, "As compiled\n\n{sql}\n\n{}\n", ours.join("\n"))?;
    writeln!(text, "By hand\n\n{}\n\n{}", shape.sql, by_hand.join("\n"))?;
    std::fs::create_dir_all(folder)?;
    let name: String = shape.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    std::fs::write(folder.join(format!("{number:02}-{name}.txt")), text)?;
    Ok(())
}

/// The count as the lists ask it, of somebody who may see everything.
fn compiled(shape: &Shape, vocabulary: &Vocabulary) -> anyhow::Result<QueryBuilder<'static, Postgres>> {
    let filter = parse_with(shape.entity, &shape.filter, vocabulary)?;
    let from = match (shape.entity, needs_activity(&filter)) {
        (Entity::Contact, false) => "read.contacts c",
        (Entity::Contact, true) => "read.contacts c left join read.contact_activity a on a.contact_id = c.id",
        (Entity::Account, false) => "read.accounts c",
        (Entity::Account, true) => "read.accounts c left join read.account_activity a on a.account_id = c.id",
    };
    let mut query = QueryBuilder::new(format!(
        "{EXPLAIN} select count(*) from {from} where true and not c.archived and not c.erased and "
    ));
    let asked = Asked { filter, asking: Asking::at(Utc::now()) };
    compile::push(&mut query, &Actor::system("bench"), &asked);
    Ok(query)
}
