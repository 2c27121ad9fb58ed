//! Whose something is that is told of a contact: signals of mails come long after them, and perhaps after a merge.

use std::collections::HashMap;

use uuid::Uuid;

use crate::runner::Target;

/// Contacts that are another's by now, or nobody's.
#[derive(Debug, Default)]
pub(super) struct Whose {
    /// Whom each was merged into; none: it was erased.
    survivors: HashMap<Uuid, Option<Uuid>>,
}

impl Whose {
    pub async fn of(target: &mut Target<'_>, mut asked: Vec<Uuid>) -> Result<Self, sqlx::Error> {
        let sql = format!(
            "select contact_id, survivor_id from {}.engagement_merged where contact_id = any($1)",
            target.schema
        );
        let mut whose = Whose::default();
        while !asked.is_empty() {
            asked.sort_unstable();
            asked.dedup();
            let found: Vec<(Uuid, Option<Uuid>)> =
                sqlx::query_as(&sql).bind(&asked).fetch_all(&mut *target.connection).await?;
            whose.survivors.extend(found.iter().copied());
            // The survivor of one merge may be absorbed by the next.
            asked = found.into_iter().filter_map(|(_, survivor)| survivor).collect();
            asked.retain(|survivor| !whose.survivors.contains_key(survivor));
        }
        Ok(whose)
    }

    /// The last survivor, and through whom it came, the first of all first; none: whoever it was is erased.
    pub fn now(&self, contact: Uuid) -> Option<(Uuid, Vec<Uuid>)> {
        let (mut stands, mut came_by) = (contact, Vec::new());
        while let Some(survivor) = self.survivors.get(&stands) {
            let survivor = (*survivor)?;
            came_by.push(stands);
            stands = survivor;
            if came_by.contains(&stands) {
                break;
            }
        }
        Some((stands, came_by))
    }
}

/// It was merged into another one, or erased.
pub(super) async fn moves(
    target: &mut Target<'_>,
    contact: Uuid,
    survivor: Option<Uuid>,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "insert into {}.engagement_merged (contact_id, survivor_id) values ($1, $2)
         on conflict (contact_id) do update set survivor_id = excluded.survivor_id",
        target.schema
    );
    sqlx::query(&sql).bind(contact).bind(survivor).execute(&mut *target.connection).await?;
    Ok(())
}

/// The merge was taken back.
pub(super) async fn comes_back(target: &mut Target<'_>, contact: Uuid) -> Result<(), sqlx::Error> {
    let sql = format!("delete from {}.engagement_merged where contact_id = $1", target.schema);
    sqlx::query(&sql).bind(contact).execute(&mut *target.connection).await?;
    Ok(())
}
