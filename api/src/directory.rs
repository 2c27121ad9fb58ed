//! Users, to show by name beside what they did and to tell whose a record is. Who may see the record may see who worked
//! on it; people of client organisations see neither.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use moka::future::Cache;
use pivotal_domain::audience::record::reach::KnownOwner;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::identity::page::PageRequest;
use pivotal_projections::identity::users::query::users;
use sqlx::PgPool;
use uuid::Uuid;

/// A new name is seen this much later at most.
const KEPT: Duration = Duration::from_secs(5);
const PAGE: i64 = 200;

pub type Names = Arc<HashMap<Uuid, String>>;

#[derive(Debug, Clone)]
pub struct Directory {
    pool: PgPool,
    everybody: Cache<(), Everybody>,
}

/// What is known of all users, read together.
#[derive(Debug, Clone)]
struct Everybody {
    names: Names,
    staff: Names,
    active: Names,
    teams: Arc<HashMap<Uuid, Vec<Uuid>>>,
    by_email: Arc<HashMap<String, Uuid>>,
}

impl Directory {
    pub fn new(pool: PgPool) -> Self {
        Directory { pool, everybody: Cache::builder().max_capacity(1).time_to_live(KEPT).build() }
    }

    /// Everybody's name by id. Read at most once per few seconds, whoever asks.
    pub async fn names(&self) -> Result<Names, Arc<sqlx::Error>> {
        Ok(self.everybody().await?.names)
    }

    /// As [`Self::names`], of those whom records can belong to: people of the house, not of clients.
    pub async fn staff(&self) -> Result<Names, Arc<sqlx::Error>> {
        Ok(self.everybody().await?.staff)
    }

    /// As [`Self::staff`], of those who can sign in: who is gone gets no new work.
    pub async fn active_staff(&self) -> Result<Names, Arc<sqlx::Error>> {
        Ok(self.everybody().await?.active)
    }

    /// The user whom a record's `owner` names, by id or by email, as commands look it up.
    pub async fn owner(&self, text: Option<&str>) -> Result<Option<KnownOwner>, Arc<sqlx::Error>> {
        let Some(text) = text else { return Ok(None) };
        let everybody = self.everybody().await?;
        let by_email = || everybody.by_email.get(&text.trim().to_lowercase()).copied();
        let found = text.parse::<Uuid>().ok().or_else(by_email);
        Ok(found.map(|user_id| KnownOwner {
            text: text.to_owned(),
            user_id,
            team_ids: everybody.teams.get(&user_id).cloned().unwrap_or_default(),
        }))
    }

    async fn everybody(&self) -> Result<Everybody, Arc<sqlx::Error>> {
        self.everybody.try_get_with((), self.read()).await
    }

    async fn read(&self) -> Result<Everybody, sqlx::Error> {
        let (system, mut after) = (Actor::system("system"), None);
        let (mut names, mut staff, mut active) = (HashMap::new(), HashMap::new(), HashMap::new());
        let (mut teams, mut by_email) = (HashMap::new(), HashMap::new());
        loop {
            let page = users(&self.pool, &system, PageRequest::new(PAGE, after)).await?;
            after = page.rows.last().map(|row| row.id);
            for row in page.rows {
                by_email.insert(row.email.to_lowercase(), row.id);
                if row.client_id.is_none() {
                    staff.insert(row.id, row.name.clone());
                    if row.active {
                        active.insert(row.id, row.name.clone());
                    }
                }
                names.insert(row.id, row.name);
                teams.insert(row.id, row.team_ids);
            }
            if !page.has_next {
                return Ok(Everybody {
                    names: Arc::new(names),
                    staff: Arc::new(staff),
                    active: Arc::new(active),
                    teams: Arc::new(teams),
                    by_email: Arc::new(by_email),
                });
            }
        }
    }
}
