//! From when until when a record is in a list. Every statement says which lists it made longer or shorter, so that counts follow
//! without counting anew.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::lists::facts::{ListFact, Named};
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use uuid::Uuid;

use super::project::Moved;
use crate::runner::Target;

/// How much longer or shorter lists became in a batch, and when last.
#[derive(Debug, Default)]
pub struct Counted {
    lists: BTreeMap<Uuid, (i64, DateTime<Utc>)>,
}

impl Counted {
    fn note(&mut self, changed: Vec<(Uuid, i64)>, at: DateTime<Utc>) {
        for (list, by) in changed {
            let (members, last) = self.lists.entry(list).or_insert((0, at));
            *members += by;
            *last = at.max(*last);
        }
    }

    pub async fn save(self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "insert into {}.list_counts as held (list_id, members, changed_at)
             select * from unnest($1::uuid[], $2::bigint[], $3::timestamptz[])
             on conflict (list_id) do update set members = held.members + excluded.members, changed_at = greatest(held.changed_at, excluded.changed_at)",
            target.schema
        );
        let (lists, changes): (Vec<Uuid>, Vec<(i64, DateTime<Utc>)>) = self.lists.into_iter().unzip();
        let (members, at): (Vec<i64>, Vec<DateTime<Utc>>) = changes.into_iter().unzip();
        sqlx::query(&sql).bind(lists).bind(members).bind(at).execute(&mut *target.connection).await?;
        Ok(())
    }
}

/// Writes what one entry of the log does to intervals.
pub struct Intervals<'a> {
    connection: &'a mut PgConnection,
    schema: &'static str,
    position: i64,
    counted: &'a mut Counted,
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked. They look members up by record, which is
// what the primary key begins with: a rebuild has no other index at first.

impl<'a> Intervals<'a> {
    pub fn of(target: &'a mut Target<'_>, entry: &Entry, counted: &'a mut Counted) -> Self {
        Intervals {
            connection: &mut *target.connection,
            schema: target.schema,
            position: entry.position,
            counted,
        }
    }

    pub async fn fact(&mut self, fact: ListFact) -> Result<(), sqlx::Error> {
        match fact {
            ListFact::ListRecordsAdded(named) => self.added(&named).await,
            ListFact::ListRecordsRemoved(named) => self.removed(&named).await,
            ListFact::ListChangeUndone(named) => {
                self.leave_again(&named).await?;
                self.come_back(&named).await
            }
        }
    }

    pub async fn moved(&mut self, at: DateTime<Utc>, record: Uuid, moved: Moved) -> Result<(), sqlx::Error> {
        match moved {
            Moved::Gone => self.gone(at, record).await,
            Moved::Into(survivor) => self.follow(at, record, survivor).await,
            Moved::BackFrom(survivor) => self.part(at, record, survivor).await,
        }
    }

    async fn added(&mut self, named: &Named) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with entered as (
               insert into {0}.list_members (list_id, record_id, entered_at, entered_position, entered_by)
               select $1, u.id, $3, $4, $5 from (select distinct id from unnest($2::uuid[]) as t(id)) u
               where not exists (select 1 from {0}.list_members m where m.record_id = u.id and m.list_id = $1 and m.left_at is null)
               returning list_id)
             select list_id, count(*) from entered group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(named.list_id)
            .bind(&named.ids)
            .bind(named.at)
            .bind(self.position)
            .bind(named.change)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, named.at);
        Ok(())
    }

    async fn removed(&mut self, named: &Named) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with gone as (
               update {0}.list_members set left_at = $3, left_position = $4, left_by = $5
               where list_id = $1 and record_id = any($2) and left_at is null returning list_id)
             select list_id, -count(*) from gone group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(named.list_id)
            .bind(&named.ids)
            .bind(named.at)
            .bind(self.position)
            .bind(named.change)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, named.at);
        Ok(())
    }

    /// Whoever the change brought in leaves, under the name of the record it became part of, too.
    async fn leave_again(&mut self, named: &Named) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with parts as (
               select record_id, entered_position, moved_to from {0}.list_members
               where list_id = $1 and record_id = any($2) and entered_by = $5 and moved_to is not null),
             forgotten as (
               update {0}.list_members m set moved_to = null from parts p
               where m.list_id = $1 and m.record_id = p.record_id and m.entered_position = p.entered_position),
             gone as (
               update {0}.list_members m set left_at = $3, left_position = $4
               where m.list_id = $1 and m.left_at is null and m.record_id = any(array(select unnest($2::uuid[]) union select moved_to from parts))
                 and case when m.record_id = any($2) then m.entered_by = $5
                   else m.came_from is not null and not exists (
                     select 1 from {0}.list_members x
                     where x.moved_to = m.record_id and x.list_id = $1 and x.record_id not in (select record_id from parts)) end
               returning m.list_id)
             select list_id, -count(*) from gone group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(named.list_id)
            .bind(&named.ids)
            .bind(named.at)
            .bind(self.position)
            .bind(named.change)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, named.at);
        Ok(())
    }

    /// Whoever the change took out comes back, as they came in before it.
    async fn come_back(&mut self, named: &Named) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with taken as (
               update {0}.list_members set left_by = null
               where list_id = $1 and record_id = any($2) and left_by = $5 returning record_id, entered_by, came_from),
             entered as (
               insert into {0}.list_members (list_id, record_id, entered_at, entered_position, entered_by, came_from)
               select $1, t.record_id, $3, $4, t.entered_by, t.came_from from taken t
               where not exists (select 1 from {0}.list_members m where m.record_id = t.record_id and m.list_id = $1 and m.left_at is null)
               returning list_id)
             select list_id, count(*) from entered group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(named.list_id)
            .bind(&named.ids)
            .bind(named.at)
            .bind(self.position)
            .bind(named.change)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, named.at);
        Ok(())
    }

    async fn gone(&mut self, at: DateTime<Utc>, record: Uuid) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with gone as (
               update {0}.list_members set left_at = $2, left_position = $3 where record_id = $1 and left_at is null returning list_id)
             select list_id, -count(*) from gone group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(record)
            .bind(at)
            .bind(self.position)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, at);
        Ok(())
    }

    /// The survivor stands where the record stood, where it does not stand already.
    async fn follow(&mut self, at: DateTime<Utc>, record: Uuid, survivor: Uuid) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with gone as (
               update {0}.list_members set left_at = $3, left_position = $4, moved_to = $2
               where record_id = $1 and left_at is null returning list_id, entered_by),
             entered as (
               insert into {0}.list_members (list_id, record_id, entered_at, entered_position, entered_by, came_from)
               select g.list_id, $2, $3, $4, g.entered_by, $1 from gone g
               where not exists (select 1 from {0}.list_members m where m.record_id = $2 and m.list_id = g.list_id and m.left_at is null)
               returning list_id)
             select list_id, sum(by)::bigint from (select list_id, -1 as by from gone union all select list_id, 1 from entered) c group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(record)
            .bind(survivor)
            .bind(at)
            .bind(self.position)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, at);
        Ok(())
    }

    /// The merge is undone: the record stands again where it stood, unless the survivor was taken out since; and the survivor
    /// leaves where it stood only for this one.
    async fn part(&mut self, at: DateTime<Utc>, record: Uuid, survivor: Uuid) -> Result<(), sqlx::Error> {
        let sql = format!(
            "with back as (
               update {0}.list_members set moved_to = null where record_id = $1 and moved_to = $2 returning list_id, entered_by, came_from, entered_position),
             entered as (
               insert into {0}.list_members (list_id, record_id, entered_at, entered_position, entered_by, came_from)
               select distinct on (b.list_id) b.list_id, $1, $3, $4, b.entered_by, b.came_from from back b
               where exists (select 1 from {0}.list_members s where s.record_id = $2 and s.list_id = b.list_id and s.left_at is null)
                 and not exists (select 1 from {0}.list_members m where m.record_id = $1 and m.list_id = b.list_id and m.left_at is null)
               order by b.list_id, b.entered_position desc
               returning list_id),
             gone as (
               update {0}.list_members s set left_at = $3, left_position = $4
               where s.record_id = $2 and s.came_from is not null and s.left_at is null and s.list_id in (select list_id from back)
                 and not exists (select 1 from {0}.list_members x where x.moved_to = $2 and x.list_id = s.list_id and x.record_id <> $1)
               returning s.list_id)
             select list_id, sum(by)::bigint from (select list_id, 1 as by from entered union all select list_id, -1 from gone) c group by list_id",
            self.schema
        );
        let changed = sqlx::query_as(&sql)
            .bind(record)
            .bind(survivor)
            .bind(at)
            .bind(self.position)
            .fetch_all(&mut *self.connection)
            .await?;
        self.counted.note(changed, at);
        Ok(())
    }
}
