//! A contact as the API shows it.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, InputObject, Json, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::segments::exclusions::{MISSING, status_field};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_projections::audience::accounts::query::AccountRow;
use pivotal_projections::audience::contacts::query::{self, ContactRow};
use pivotal_projections::audience::import_outcome::ImportOutcome;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::app::Core;
use crate::asked;
use crate::errors::ApiError;
use crate::graphql::audience::accounts::types::Account;
use crate::graphql::audience::lists::input::InListsInput;
use crate::graphql::audience::record::{Whose, import_of, may_on, owner, source_words};
use crate::graphql::core;
use crate::graphql::loaders::{
    self, AccountKey, ContactFieldsKey, ContactStatusKey, RestrictionNameKey, TeamKey,
};
use crate::policy::directive::allow;

/// A person at a company. Carries the columns lists show; `fields` has every field by catalogue key.
#[derive(Debug, Default, SimpleObject)]
#[graphql(complex)]
pub struct Contact {
    pub id: Uuid,
    pub full_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub job_title: Option<String>,
    pub seniority_level: Option<String>,
    pub department: Option<String>,
    pub email: Option<String>,
    pub direct_phone: Option<String>,
    pub mobile_phone: Option<String>,
    pub account_id: Option<Uuid>,
    pub account_name: Option<String>,
    pub account_domain: Option<String>,
    /// How the contact came to its account: auto (by the email's domain), manual, import.
    pub account_link: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub timezone: Option<String>,
    pub linkedin_url: Option<String>,
    pub lifecycle: Option<String>,
    pub tags: Vec<String>,
    pub owner_id: Option<Uuid>,
    pub owner_name: Option<String>,
    /// The client who supplied it: it may be used for that client only. Null: for everybody.
    pub client_restriction_id: Option<Uuid>,
    pub archived: bool,
    /// The contact that this one was merged into. It stands in no list then; open that one instead.
    pub merged_into: Option<Uuid>,
    /// Nothing personal is left.
    pub erased: bool,
    /// ui, api, seed, system, import:<id>#<row>, ...
    pub source: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// For `expectedVersion`.
    pub version: i64,
    #[graphql(skip)]
    pub whose: Whose,
    /// Loaded with the page because the query asks for them.
    #[graphql(skip)]
    pub loaded: Loaded,
}

#[derive(Debug, Default)]
pub struct Loaded {
    pub fields: Option<Map<String, Value>>,
    pub statuses: HashMap<Channel, String>,
    /// Inner none: there is none, or it may not be seen.
    pub account: Option<Option<AccountRow>>,
}

impl Contact {
    pub fn of(row: ContactRow, names: &HashMap<Uuid, String>) -> Self {
        let (owner_id, owner_name) = owner(row.owner.as_deref(), names);
        Contact {
            id: row.id,
            whose: Whose { team: row.team, owner: row.owner },
            full_name: row.full_name,
            first_name: row.first_name,
            last_name: row.last_name,
            job_title: row.job_title,
            seniority_level: row.seniority_level,
            department: row.department,
            email: row.email,
            direct_phone: row.direct_phone,
            mobile_phone: row.mobile_phone,
            account_id: row.account_id,
            account_name: row.account_name,
            account_domain: row.account_domain,
            account_link: row.account_link,
            city: row.city,
            country: row.country,
            timezone: row.timezone,
            linkedin_url: row.linkedin_url,
            lifecycle: row.lifecycle,
            tags: row.tags,
            owner_id,
            owner_name,
            client_restriction_id: row.client_restriction,
            archived: row.archived,
            merged_into: row.merged_into,
            erased: row.erased,
            source: row.source,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
            loaded: Loaded::default(),
        }
    }

    /// How it can be reached at this moment.
    async fn status(&self, ctx: &Context<'_>, channel: Channel) -> Result<String> {
        let of_fields = || self.loaded.fields.as_ref()?.get(status_field(channel))?.as_str();
        let loaded = self.loaded.statuses.get(&channel).map(String::as_str);
        if let Some(status) = loaded.or_else(of_fields) {
            return Ok(status.to_owned());
        }
        let status = loaders::of(ctx)?.load_one(ContactStatusKey(channel, self.id)).await?;
        // Between the row and this it may have gone.
        Ok(status.unwrap_or_else(|| MISSING.to_owned()))
    }
}

#[ComplexObject]
impl Contact {
    /// Whether you may archive or restore it: by your role, and by whose it is.
    async fn may_archive(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(may_on(ctx, Permission::ContactsArchive, &self.whose).await?)
    }

    /// none, unsubscribed, suppressed, bounced, invalid, unverified, sendable: the first that holds at this moment.
    async fn email_status(&self, ctx: &Context<'_>) -> Result<String> {
        self.status(ctx, Channel::Email).await
    }

    /// none, do_not_call, invalid, callable: the first that holds at this moment.
    async fn phone_status(&self, ctx: &Context<'_>) -> Result<String> {
        self.status(ctx, Channel::Phone).await
    }

    /// Where it came from in words: "Typed in", "API", "Import Fair visitors".
    async fn source_label(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(source_words(ctx, &self.source).await?)
    }

    /// Its team by name.
    async fn team_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(team) = self.whose.team else { return Ok(None) };
        Ok(loaders::of(ctx)?.load_one(TeamKey(team)).await?.map(|team| team.name))
    }

    /// The client it is for, by name.
    async fn client_restriction_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(client) = self.client_restriction_id else { return Ok(None) };
        Ok(loaders::of(ctx)?.load_one(RestrictionNameKey(client)).await?)
    }

    /// The import that made it.
    async fn import_id(&self) -> Option<Uuid> {
        import_of(&self.source)
    }

    /// Every field that has a value, by catalogue key, in natural JSON.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Json<Map<String, Value>>> {
        if let Some(fields) = &self.loaded.fields {
            return Ok(Json(fields.clone()));
        }
        let fields = loaders::of(ctx)?.load_one(ContactFieldsKey(self.id)).await?;
        Ok(Json(fields.unwrap_or_default()))
    }

    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn account(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let row = match (&self.loaded.account, self.account_id) {
            (Some(loaded), _) => loaded.clone(),
            (None, None) => None,
            (None, Some(id)) => loaders::of(ctx)?.load_one(AccountKey(id)).await?,
        };
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(row.map(|row| Account::of(row, &names)))
    }
}

/// All conditions must hold.
#[derive(Debug, InputObject, Default)]
pub struct ContactFilter {
    /// Every word is looked for in name and company, and as the beginning of email and its domain.
    pub q: Option<String>,
    pub account_id: Option<Uuid>,
    /// Contacts that this import made or changed.
    pub import_id: Option<Uuid>,
    /// With importId: created, updated, unchanged, merged_in_file, matches_archived.
    pub import_outcome: Option<String>,
    /// null: archived ones too.
    #[graphql(default_with = "Some(false)")]
    pub archived: Option<bool>,
    pub country: Option<Vec<String>>,
    pub seniority_level: Option<Vec<String>>,
    pub department: Option<Vec<String>>,
    pub job_title_contains: Option<String>,
    pub created_from: Option<DateTime<Utc>>,
    /// Exclusive.
    pub created_to: Option<DateTime<Utc>>,
    pub ids: Option<Vec<Uuid>>,
    /// Left out of what matches.
    pub except: Option<Vec<Uuid>>,
    /// Only members of lists.
    pub in_lists: Option<InListsInput>,
    /// A filter in the filter language (docs/FILTER.md), one more condition beside the others. To find archived records
    /// by it, set archived to null as well.
    #[graphql(name = "where")]
    pub condition: Option<Json<Value>>,
    /// The viewer's, as Europe/Berlin: where days begin and "today" is. UTC if not said.
    pub time_zone: Option<String>,
}

impl ContactFilter {
    /// Refuses what is too much for a list. How long the texts to search for may be is said where they are searched for.
    fn check(&self) -> Result<(), ApiError> {
        let lists = [
            ("country", self.country.as_deref().unwrap_or_default()),
            ("seniorityLevel", self.seniority_level.as_deref().unwrap_or_default()),
            ("department", self.department.as_deref().unwrap_or_default()),
        ];
        asked::check_values(&lists, &[])
    }

    pub async fn into_query(
        filter: Option<ContactFilter>,
        core: &Core,
        actor: &Actor,
    ) -> Result<query::ContactFilter, ApiError> {
        let Some(filter) = filter else {
            return Ok(query::ContactFilter { archived: Some(false), ..query::ContactFilter::default() });
        };
        filter.check()?;
        let (condition, zone) = (filter.condition.as_deref(), filter.time_zone.as_deref());
        let condition = asked::of_json(core, actor, catalogue::Entity::Contact, condition, zone).await?;
        let outcome = filter.import_outcome.as_deref().map(str::parse::<ImportOutcome>).transpose()?;
        Ok(query::ContactFilter {
            q: filter.q,
            account_id: filter.account_id,
            import_id: filter.import_id,
            import_outcome: outcome,
            archived: filter.archived,
            country: filter.country.unwrap_or_default(),
            seniority_level: filter.seniority_level.unwrap_or_default(),
            department: filter.department.unwrap_or_default(),
            job_title_contains: filter.job_title_contains,
            created_from: filter.created_from,
            created_to: filter.created_to,
            ids: filter.ids,
            except: filter.except.unwrap_or_default(),
            in_lists: InListsInput::read(filter.in_lists)?,
            condition,
            ..query::ContactFilter::default()
        })
    }
}
