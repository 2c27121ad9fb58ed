//! The catalogue of what can be filtered by, suggestions, and what a filter says.

use async_graphql::{Context, Json, Object, Result};
use pivotal_commands::audience::custom_fields::vocabulary;
use pivotal_commands::audience::filter::unseen;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::filter::field::{Field, ValueType};
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::print::print;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::custom_fields;
use pivotal_projections::audience::filter::{fields, suggest};
use serde_json::Value;

use super::sentence::sentence;
use super::types::{FilterCheck, FilterField, FilterMistake, FilterSuggestion};
use crate::app::Core;
use crate::asked::{check_reach, read_to_show};
use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::audience::record::Entity;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::policy::{Rule, SIGNED_IN};

#[derive(Default)]
pub struct FilterQuery;

#[Object]
impl FilterQuery {
    /// Every field that records of this entity can be filtered by, custom ones last. Needs the permission to see them.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn filter_fields(&self, ctx: &Context<'_>, entity: Entity) -> Result<Vec<FilterField>> {
        let actor = actor(ctx)?;
        let entity = may_see(actor, entity)?;
        stale(ctx, &[custom_fields::SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.lists;
        let all = fields::fields(pool, actor, entity).await.map_err(ApiError::from)?;
        Ok(all.into_iter().map(FilterField::from).collect())
    }

    /// Values of a field that begin with what was typed, the most frequent first. Needs the permission to see records.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn filter_suggestions(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        field: String,
        #[graphql(default)] prefix: String,
        #[graphql(default = 20)] limit: i32,
    ) -> Result<Vec<FilterSuggestion>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let entity = may_see(actor, entity)?;
        let vocabulary = vocabulary(&core.context).await.map_err(ApiError::from)?;
        let Some(field) = Field::named_in(entity, &field, &vocabulary) else {
            let name: String = field.chars().take(60).collect();
            let detail = format!("There is no field `{name}`. The fields are listed by filterFields.");
            return Err(ApiError::new(BAD_FILTER, detail).into());
        };
        let prefix: String = prefix.chars().take(PREFIX_MAX).collect();
        let limit = i64::from(limit).clamp(0, suggest::LIMIT_MAX);
        may_see_linked(actor, field.whose(entity))?;
        if field.value_type() == ValueType::User {
            return Ok(users(core, &prefix, limit).await?);
        }
        let pool = &core.context.log.pools.lists;
        let found =
            suggest::suggest(pool, actor, entity, &field, &prefix, limit).await.map_err(ApiError::from)?;
        Ok(found.into_iter().map(FilterSuggestion::from).collect())
    }

    /// What is wrong with a filter, condition by condition, or what it says. Needs the permission to see records.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn filter_check(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        filter: Json<Value>,
    ) -> Result<FilterCheck> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let entity = may_see(actor, entity)?;
        let vocabulary = vocabulary(&core.context).await.map_err(ApiError::from)?;
        let read = match parse_with(entity, &filter.0, &vocabulary) {
            Ok(filter) => {
                check_reach(actor, &filter)?;
                let unseen = unseen(&core.context, actor, &filter).await.map_err(ApiError::from)?;
                filter.without_groups(&unseen).map(|()| filter)
            }
            Err(errors) => Err(errors),
        };
        Ok(match read {
            Ok(filter) => FilterCheck {
                valid: true,
                errors: Vec::new(),
                sentence: Some(sentence(core, actor, &filter).await?),
                normalized: Some(Json(print(&filter))),
            },
            Err(errors) => FilterCheck {
                valid: false,
                errors: errors.0.into_iter().map(FilterMistake::from).collect(),
                sentence: None,
                normalized: None,
            },
        })
    }

    /// A filter in words: Country is Germany or Austria and job title contains "head". Needs the permission to see records.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn filter_sentence(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        filter: Json<Value>,
    ) -> Result<String> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let filter = read_to_show(core, actor, may_see(actor, entity)?, &filter.0).await?;
        Ok(sentence(core, actor, &filter).await?)
    }
}

/// Longest beginning of a value that is looked for, in characters.
const PREFIX_MAX: usize = 100;

/// Which permission depends on an argument, so no declaration can say it.
fn may_see(actor: &Actor, entity: Entity) -> ApiResult<catalogue::Entity> {
    let entity = catalogue::Entity::from(entity);
    may_see_linked(actor, entity)?;
    Ok(entity)
}

fn may_see_linked(actor: &Actor, entity: catalogue::Entity) -> ApiResult<()> {
    Rule::Needs(permission_to_view(entity)).check(Some(actor))
}

/// The viewer first, then everybody by name.
async fn users(core: &Core, typed: &str, limit: i64) -> ApiResult<Vec<FilterSuggestion>> {
    let typed = fold(typed.trim());
    let begins = |name: &str| {
        fold(name).split(' ').any(|word| word.starts_with(&typed)) || fold(name).starts_with(&typed)
    };
    let names = core.directory.staff().await.map_err(ApiError::from)?;
    let mut found: Vec<FilterSuggestion> = names
        .iter()
        .filter(|(_, name)| begins(name))
        .map(|(id, name)| FilterSuggestion { value: id.to_string(), label: name.clone(), seen: None })
        .collect();
    found.sort_by_key(|user| fold(&user.label));
    let me = FilterSuggestion { value: "me".into(), label: "Me".into(), seen: None };
    let me = begins("me").then_some(me);
    Ok(me.into_iter().chain(found).take(usize::try_from(limit).unwrap_or_default()).collect())
}
