//! Where news become rows: finds the people, sums up, keeps what is asked for.
//!
//! News of a batch are gathered and written when something is about to change whom they reach (a new user, a choice, a mark of
//! having read), and at the end. What comes out depends on the order of the log alone, not on how it was cut into batches.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::identity::notifications::digest::MailPreferences;
use pivotal_domain::identity::notifications::news::{
    Counted, Details, JOINS_WITHIN_MINUTES, News, Told, Whom,
};
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use super::{KEPT_DAYS, KEPT_MOST};

/// One piece of news, and where it stands in the log.
#[derive(Debug)]
pub struct Heard {
    pub position: i64,
    pub kind: &'static str,
    pub at: DateTime<Utc>,
    pub by: Option<Uuid>,
    pub news: News,
}

#[derive(Debug)]
pub struct Desk<'a> {
    connection: &'a mut PgConnection,
    schema: &'static str,
    waiting: Vec<Heard>,
    /// Who was told something: what they have too much of goes at the end.
    told: BTreeSet<Uuid>,
}

/// Work, kind, user, name of the number.
type Tally = (Uuid, &'static str, Uuid, &'static str);

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

impl<'a> Desk<'a> {
    pub fn new(connection: &'a mut PgConnection, schema: &'static str) -> Self {
        Desk { connection, schema, waiting: Vec::new(), told: BTreeSet::new() }
    }

    pub fn hear(&mut self, news: impl Iterator<Item = Heard>) {
        self.waiting.extend(news);
    }

    pub async fn newcomer(&mut self, user: Uuid, email: String, teams: Vec<Uuid>) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql = format!(
            "insert into {}.notification_inboxes (user_id, email, teams) values ($1, $2, $3)
             on conflict (user_id) do update set email = excluded.email, teams = excluded.teams",
            self.schema
        );
        let email = email.to_lowercase();
        sqlx::query(&sql).bind(user).bind(email).bind(teams).execute(&mut *self.connection).await.map(drop)
    }

    pub async fn readdress(&mut self, user: Uuid, email: String) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql = format!("update {}.notification_inboxes set email = $2 where user_id = $1", self.schema);
        let email = email.to_lowercase();
        sqlx::query(&sql).bind(user).bind(email).execute(&mut *self.connection).await.map(drop)
    }

    pub async fn regroup(&mut self, user: Uuid, teams: Vec<Uuid>) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql = format!("update {}.notification_inboxes set teams = $2 where user_id = $1", self.schema);
        sqlx::query(&sql).bind(user).bind(teams).execute(&mut *self.connection).await.map(drop)
    }

    pub async fn prefer(&mut self, user: Uuid, in_app_off: Vec<String>) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql =
            format!("update {}.notification_inboxes set in_app_off = $2 where user_id = $1", self.schema);
        sqlx::query(&sql).bind(user).bind(in_app_off).execute(&mut *self.connection).await.map(drop)
    }

    pub async fn prefer_mail(
        &mut self,
        user: Uuid,
        mail: MailPreferences,
        at: DateTime<Utc>,
    ) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql = format!(
            "update {}.notification_inboxes set at_once = $2, digest_off = $3, digest_every = $4, digest_hour = $5, digest_zone = $6, mail_set_at = $7
             where user_id = $1",
            self.schema
        );
        sqlx::query(&sql)
            .bind(user)
            .bind(mail.at_once)
            .bind(mail.digest_off)
            .bind(mail.digest.every.as_str())
            .bind(i16::from(mail.digest.hour))
            .bind(mail.digest.time_zone)
            .bind(at)
            .execute(&mut *self.connection)
            .await
            .map(drop)
    }

    pub async fn read_some(
        &mut self,
        user: Uuid,
        ids: Vec<i64>,
        at: DateTime<Utc>,
    ) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql = format!(
            "update {}.notifications set read_at = $3 where user_id = $1 and id = any($2) and read_at is null",
            self.schema
        );
        sqlx::query(&sql).bind(user).bind(ids).bind(at).execute(&mut *self.connection).await.map(drop)
    }

    /// What was told before this position.
    pub async fn read_all(
        &mut self,
        user: Uuid,
        position: i64,
        at: DateTime<Utc>,
    ) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        let sql = format!(
            "update {}.notifications set read_at = $3 where user_id = $1 and id < $2 and read_at is null",
            self.schema
        );
        sqlx::query(&sql).bind(user).bind(position).bind(at).execute(&mut *self.connection).await.map(drop)
    }

    /// Writes what waits, and lets go of what is too old or too much.
    pub async fn close(mut self) -> Result<(), sqlx::Error> {
        self.deliver().await?;
        self.forget_old().await
    }

    async fn deliver(&mut self) -> Result<(), sqlx::Error> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let owners = self.owners(&waiting).await?;
        let mut tallies: BTreeMap<Tally, (i64, Option<Uuid>)> = BTreeMap::new();
        for heard in waiting {
            match &heard.news {
                News::Count(Counted { work, whom, except, number }) => {
                    for user in self.people(whom, &owners).await? {
                        if Some(user) != *except {
                            let tally = tallies.entry((*work, heard.kind, user, number)).or_default();
                            *tally = (tally.0 + 1, heard.by);
                        }
                    }
                }
                News::Settle { work } => {
                    self.save(std::mem::take(&mut tallies)).await?;
                    self.settle(*work, &heard).await?;
                }
                News::Tell(told) => {
                    for user in self.people(&told.whom, &owners).await? {
                        if Some(user) != told.except {
                            self.tell(user, &heard, told).await?;
                        }
                    }
                }
            }
        }
        self.save(tallies).await
    }

    /// The users whom texts name as owners, looked up together: an import names as many as it has rows.
    async fn owners(&mut self, waiting: &[Heard]) -> Result<HashMap<String, Uuid>, sqlx::Error> {
        let owner = |heard: &Heard| match &heard.news {
            News::Tell(Told { whom: Whom::Owner(text), .. })
            | News::Count(Counted { whom: Whom::Owner(text), .. }) => Some(text.trim().to_lowercase()),
            News::Tell(_) | News::Count(_) | News::Settle { .. } => None,
        };
        let texts: BTreeSet<String> = waiting.iter().filter_map(owner).collect();
        if texts.is_empty() {
            return Ok(HashMap::new());
        }
        let ids: Vec<Uuid> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        let texts: Vec<String> = texts.into_iter().collect();
        let sql = format!(
            "select user_id, email from {}.notification_inboxes where user_id = any($1) or email = any($2)",
            self.schema
        );
        let found: Vec<(Uuid, String)> =
            sqlx::query_as(&sql).bind(ids).bind(texts).fetch_all(&mut *self.connection).await?;
        Ok(found.into_iter().flat_map(|(id, email)| [(id.to_string(), id), (email, id)]).collect())
    }

    async fn people(
        &mut self,
        whom: &Whom,
        owners: &HashMap<String, Uuid>,
    ) -> Result<Vec<Uuid>, sqlx::Error> {
        match whom {
            Whom::User(user) => Ok(vec![*user]),
            Whom::Owner(text) => Ok(owners.get(&text.trim().to_lowercase()).copied().into_iter().collect()),
            Whom::Team(team) => {
                let sql = format!(
                    "select user_id from {}.notification_inboxes where $1 = any(teams) order by user_id",
                    self.schema
                );
                sqlx::query_scalar(&sql).bind(team).fetch_all(&mut *self.connection).await
            }
        }
    }

    async fn tell(&mut self, user: Uuid, heard: &Heard, told: &Told) -> Result<(), sqlx::Error> {
        if told.joins && self.join(user, heard, &told.details).await? {
            return Ok(());
        }
        let subject = told.subject.map(|subject| (subject.kind.as_str(), subject.id)).unzip();
        self.insert(user, heard, heard.by, subject, &told.details).await
    }

    /// Adds to one that tells the same already. False: there is none.
    async fn join(&mut self, user: Uuid, heard: &Heard, details: &Details) -> Result<bool, sqlx::Error> {
        let sql = format!(
            "select id, details from {0}.notifications
             where user_id = $1 and kind = $2 and caused_by is not distinct from $3 and read_at is null and told_at > $4
               and id >= coalesce((select id from {0}.notifications where user_id = $1 order by id desc offset $5 limit 1), 0)
             order by id desc limit 1",
            self.schema
        );
        let found: Option<(i64, Json<Details>)> = sqlx::query_as(&sql)
            .bind(user)
            .bind(heard.kind)
            .bind(heard.by)
            .bind(heard.at - TimeDelta::minutes(JOINS_WITHIN_MINUTES))
            // What is too much may be gone already, or not yet.
            .bind(KEPT_MOST - 1)
            .fetch_optional(&mut *self.connection)
            .await?;
        let Some((id, Json(mut sum))) = found else { return Ok(false) };
        sum.add(details);
        // Several are no one record any more.
        let sql = format!(
            "update {}.notifications set details = $3, subject_kind = null, subject_id = null where user_id = $1 and id = $2",
            self.schema
        );
        sqlx::query(&sql).bind(user).bind(id).bind(Json(sum)).execute(&mut *self.connection).await?;
        Ok(true)
    }

    /// For whoever is there and wants to be told of the kind, in the app or by mail. The first that an entry of the log tells somebody stands.
    async fn insert(
        &mut self,
        user: Uuid,
        heard: &Heard,
        by: Option<Uuid>,
        subject: (Option<&str>, Option<Uuid>),
        details: &Details,
    ) -> Result<(), sqlx::Error> {
        let sql = format!(
            "insert into {0}.notifications (user_id, id, kind, told_at, caused_by, subject_kind, subject_id, details, in_app)
             select user_id, $2, $3, $4, $5, $6, $7, $8, $3 <> all(in_app_off) from {0}.notification_inboxes
             where user_id = $1 and ($3 <> all(in_app_off) or $3 = any(at_once) or (digest_every <> 'off' and $3 <> all(digest_off)))
             on conflict (user_id, id) do nothing",
            self.schema
        );
        sqlx::query(&sql)
            .bind(user)
            .bind(heard.position)
            .bind(heard.kind)
            .bind(heard.at)
            .bind(by)
            .bind(subject.0)
            .bind(subject.1)
            .bind(Json(details))
            .execute(&mut *self.connection)
            .await?;
        self.told.insert(user);
        Ok(())
    }

    async fn save(&mut self, tallies: BTreeMap<Tally, (i64, Option<Uuid>)>) -> Result<(), sqlx::Error> {
        if tallies.is_empty() {
            return Ok(());
        }
        let mut columns = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for ((work, kind, user, number), (records, by)) in tallies {
            columns.0.push(work);
            columns.1.push(kind);
            columns.2.push(user);
            columns.3.push(number);
            columns.4.push(records);
            columns.5.push(by);
        }
        let sql = format!(
            "insert into {}.notification_tallies as held (work, kind, user_id, number, records, caused_by)
             select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::bigint[], $6::uuid[])
             on conflict (work, kind, user_id, number) do update set records = held.records + excluded.records, caused_by = excluded.caused_by",
            self.schema
        );
        sqlx::query(&sql)
            .bind(columns.0)
            .bind(columns.1)
            .bind(columns.2)
            .bind(columns.3)
            .bind(columns.4)
            .bind(columns.5)
            .execute(&mut *self.connection)
            .await
            .map(drop)
    }

    /// Tells each person what was counted for them.
    async fn settle(&mut self, work: Uuid, heard: &Heard) -> Result<(), sqlx::Error> {
        let sql = format!(
            "delete from {}.notification_tallies where work = $1 and kind = $2 returning user_id, number, records, caused_by",
            self.schema
        );
        let counted: Vec<(Uuid, String, i64, Option<Uuid>)> =
            sqlx::query_as(&sql).bind(work).bind(heard.kind).fetch_all(&mut *self.connection).await?;
        let mut sums: BTreeMap<Uuid, (Details, Option<Uuid>)> = BTreeMap::new();
        for (user, number, records, by) in counted {
            let (details, caused_by) = sums.entry(user).or_default();
            details.numbers.insert(number, records.unsigned_abs());
            *caused_by = by;
        }
        for (user, (details, by)) in sums {
            self.insert(user, heard, by, (None, None), &details).await?;
        }
        Ok(())
    }

    /// Counted from each person's newest, not from a clock: a rebuild lets go of the same.
    async fn forget_old(&mut self) -> Result<(), sqlx::Error> {
        if self.told.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "delete from {0}.notifications old using (
               select user_id, id, row_number() over newest as place, told_at, max(told_at) over (partition by user_id) as last
               from {0}.notifications where user_id = any($1) window newest as (partition by user_id order by id desc)
             ) n where old.user_id = n.user_id and old.id = n.id and (n.place > $2 or n.told_at < n.last - make_interval(days => $3))",
            self.schema
        );
        let told: Vec<Uuid> = std::mem::take(&mut self.told).into_iter().collect();
        sqlx::query(&sql)
            .bind(told)
            .bind(KEPT_MOST)
            .bind(KEPT_DAYS)
            .execute(&mut *self.connection)
            .await
            .map(drop)
    }
}
