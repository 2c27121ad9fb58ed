//! An account as the API shows it.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, InputObject, Json, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_projections::audience::accounts::query::{self, AccountRow};
use pivotal_projections::audience::contacts;
use pivotal_projections::audience::import_outcome::ImportOutcome;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::app::Core;
use crate::asked;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::contacts::query as contact_query;
use crate::graphql::audience::lists::input::InListsInput;
use crate::graphql::audience::record::{Whose, import_of, may_on, owner, source_words};
use crate::graphql::connection::{ContactConnection, cost};
use crate::graphql::core;
use crate::graphql::loaders::{self, AccountFieldsKey, AccountKey, RestrictionNameKey, TeamKey};
use crate::policy::directive::allow;

/// A company. Carries the columns lists show; `fields` has every field by catalogue key.
#[derive(Debug, Default, SimpleObject)]
#[graphql(complex)]
pub struct Account {
    pub id: Uuid,
    pub name: Option<String>,
    pub domain: Option<String>,
    pub alternate_domains: Vec<String>,
    pub industry: Option<String>,
    pub employees_size_range: Option<String>,
    pub staff_count: Option<i64>,
    /// {"amount": "12000000", "currency": "USD"}
    pub annual_revenue: Option<Json<Value>>,
    pub hq_city: Option<String>,
    pub hq_country: Option<String>,
    pub main_phone: Option<String>,
    pub linkedin_url: Option<String>,
    pub tags: Vec<String>,
    /// active, stub (made on the side, little is known), archived.
    pub status: String,
    pub owner_id: Option<Uuid>,
    pub owner_name: Option<String>,
    /// The client who supplied it: it may be used for that client only. Null: for everybody.
    pub client_restriction_id: Option<Uuid>,
    pub contact_count: i64,
    pub archived: bool,
    /// The account that this one was merged into. It stands in no list then; open that one instead.
    pub merged_into: Option<Uuid>,
    /// ui, api, seed, system, import:<id>#<row>, ...
    pub source: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    #[graphql(skip)]
    pub parent_id: Option<Uuid>,
    #[graphql(skip)]
    pub whose: Whose,
    /// Loaded with the page because the query asks for them.
    #[graphql(skip)]
    pub loaded_fields: Option<Map<String, Value>>,
}

impl Account {
    pub fn of(row: AccountRow, names: &HashMap<Uuid, String>) -> Self {
        let (owner_id, owner_name) = owner(row.owner.as_deref(), names);
        let revenue = row.annual_revenue_amount.zip(row.annual_revenue_currency);
        Account {
            id: row.id,
            whose: Whose { team: row.team, owner: row.owner },
            name: row.name,
            domain: row.domain,
            alternate_domains: row.alternate_domains,
            industry: row.industry,
            employees_size_range: row.employees_size_range,
            staff_count: row.staff_count,
            annual_revenue: revenue
                .map(|(amount, currency)| Json(json!({ "amount": amount, "currency": currency }))),
            hq_city: row.hq_city,
            hq_country: row.hq_country,
            main_phone: row.main_phone,
            linkedin_url: row.linkedin_url,
            tags: row.tags,
            status: row.status,
            owner_id,
            owner_name,
            client_restriction_id: row.client_restriction,
            contact_count: row.contact_count,
            archived: row.archived,
            merged_into: row.merged_into,
            source: row.source,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
            parent_id: row.parent,
            loaded_fields: None,
        }
    }
}

#[ComplexObject]
impl Account {
    /// Whether you may archive or restore it: by your role, and by whose it is.
    async fn may_archive(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(may_on(ctx, Permission::AccountsArchive, &self.whose).await?)
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
        if let Some(fields) = &self.loaded_fields {
            return Ok(Json(fields.clone()));
        }
        let fields = loaders::of(ctx)?.load_one(AccountFieldsKey(self.id)).await?;
        Ok(Json(fields.unwrap_or_default()))
    }

    /// The company it belongs to.
    async fn parent(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let Some(id) = self.parent_id else { return Ok(None) };
        let row = loaders::of(ctx)?.load_one(AccountKey(id)).await?;
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(row.map(|row| Account::of(row, &names)))
    }

    #[graphql(directive = allow::apply("CONTACTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn contacts(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ContactConnection> {
        let filter = contacts::query::ContactFilter {
            account_id: Some(self.id),
            archived: Some(false),
            ..contacts::query::ContactFilter::default()
        };
        Ok(contact_query::list(ctx, first, after, None, filter, None).await?)
    }
}

/// All conditions must hold.
#[derive(Debug, InputObject, Default)]
pub struct AccountFilter {
    /// Every word is looked for in the name, and as the beginning of the domain.
    pub q: Option<String>,
    pub industry: Option<Vec<String>>,
    /// Of the head office.
    pub country: Option<Vec<String>>,
    pub status: Option<String>,
    /// null: archived ones too.
    #[graphql(default_with = "Some(false)")]
    pub archived: Option<bool>,
    /// Accounts that this import made or changed.
    pub import_id: Option<Uuid>,
    /// created, updated, unchanged, merged_in_file or matches_archived; together with importId.
    pub import_outcome: Option<String>,
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

impl AccountFilter {
    /// Refuses what is too much for a list. How long the texts to search for may be is said where they are searched for.
    fn check(&self) -> ApiResult<()> {
        let lists = [
            ("industry", self.industry.as_deref().unwrap_or_default()),
            ("country", self.country.as_deref().unwrap_or_default()),
        ];
        asked::check_values(&lists, &[("status", self.status.as_deref())])
    }

    pub async fn into_query(
        filter: Option<AccountFilter>,
        core: &Core,
        actor: &Actor,
    ) -> ApiResult<query::AccountFilter> {
        let Some(filter) = filter else {
            return Ok(query::AccountFilter { archived: Some(false), ..query::AccountFilter::default() });
        };
        filter.check()?;
        let (condition, zone) = (filter.condition.as_deref(), filter.time_zone.as_deref());
        let condition = asked::of_json(core, actor, catalogue::Entity::Account, condition, zone).await?;
        let outcome = filter.import_outcome.as_deref().map(str::parse::<ImportOutcome>).transpose()?;
        Ok(query::AccountFilter {
            import_outcome: outcome,
            q: filter.q,
            industry: filter.industry.unwrap_or_default(),
            country: filter.country.unwrap_or_default(),
            status: filter.status,
            archived: filter.archived,
            import_id: filter.import_id,
            ids: filter.ids,
            except: filter.except.unwrap_or_default(),
            in_lists: InListsInput::read(filter.in_lists)?,
            condition,
            ..query::AccountFilter::default()
        })
    }
}
