//! A filter as clients send it, together with who asks.

use pivotal_commands::audience::custom_fields::vocabulary;
use pivotal_commands::audience::filter::unseen;
use pivotal_domain::audience::exports::list::{IN_LISTS_MAX, InDomainSet, InLists, ListFilter};
use pivotal_domain::audience::fields::catalogue::{CUSTOM_PREFIX, Entity};
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::field::ACCOUNT_PREFIX;
use pivotal_domain::audience::filter::limits::{TEXT_MAX, VALUES_MAX};
use pivotal_domain::audience::filter::parse::{json_of, parse_with};
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::search::question::check_size;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::filter::Asked;
use pivotal_projections::page::QueryError;
use serde_json::Value;

use crate::app::Core;
use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::policy::Rule;

/// Who asks, now, in their time zone; UTC when they do not say.
pub fn asking(core: &Core, actor: &Actor, time_zone: Option<&str>) -> ApiResult<Asking> {
    let asking = Asking {
        me: vec![actor.user_id.to_string(), actor.email.clone()],
        ..Asking::at(core.context.clock.now())
    };
    Ok(match time_zone {
        Some(name) => asking.in_zone(name)?,
        None => asking,
    })
}

/// Refuses what no list means: it would be looked for value by value. The limits are those of the filter language.
pub fn check_values(values: &[(&str, &[String])], texts: &[(&str, Option<&str>)]) -> ApiResult<()> {
    for (name, values) in values {
        if values.len() > VALUES_MAX {
            let detail = format!("`{name}` has {} values; a filter takes {VALUES_MAX}.", values.len());
            return Err(ApiError::new(BAD_FILTER, detail));
        }
    }
    let listed =
        values.iter().flat_map(|(name, values)| values.iter().map(move |text| (*name, text.as_str())));
    let single = texts.iter().filter_map(|(name, text)| text.map(|text| (*name, text)));
    match listed.chain(single).find(|(_, text)| text.chars().count() > TEXT_MAX) {
        Some((name, _)) => {
            let detail = format!("A text in `{name}` is longer than the {TEXT_MAX} characters of a filter.");
            Err(ApiError::new(BAD_FILTER, detail))
        }
        None => Ok(()),
    }
}

/// Of a list that a job or the log keeps: refused now, and not by a job that fails.
pub fn check_kept(filter: &ListFilter) -> ApiResult<()> {
    for text in [&filter.q, &filter.job_title_contains].into_iter().flatten() {
        check_size(text).map_err(QueryError::from)?;
    }
    let lists = [
        ("country", filter.country.as_slice()),
        ("seniorityLevel", filter.seniority_level.as_slice()),
        ("department", filter.department.as_slice()),
        ("industry", filter.industry.as_slice()),
    ];
    check_values(&lists, &[("status", filter.status.as_deref())])?;
    check_people(filter.in_domain_set.as_ref())?;
    check_lists(filter.in_lists.as_ref())
}

/// What is asked of the people of a domain set.
pub fn check_people(people: Option<&InDomainSet>) -> ApiResult<()> {
    let Some(people) = people else { return Ok(()) };
    let lists = [("seniority", people.seniority.as_slice()), ("department", people.department.as_slice())];
    check_values(&lists, &[("title", people.title.as_deref())])
}

/// Each list is looked into for itself.
pub fn check_lists(lists: Option<&InLists>) -> ApiResult<()> {
    match lists.map_or(0, InLists::named) {
        count if count > IN_LISTS_MAX => {
            let detail = format!("`inLists` names {count} lists; a filter takes {IN_LISTS_MAX}.");
            Err(ApiError::new(BAD_FILTER, detail))
        }
        _ => Ok(()),
    }
}

/// From GraphQL.
pub async fn of_json(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    filter: Option<&Value>,
    time_zone: Option<&str>,
) -> ApiResult<Option<Asked>> {
    let Some(filter) = filter.filter(|filter| !filter.is_null()) else { return Ok(None) };
    let asking = asking(core, actor, time_zone)?;
    Ok(Some(Asked { filter: read(core, actor, entity, filter).await?, asking }))
}

/// From a query string.
pub async fn of_text(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    filter: Option<&str>,
    time_zone: Option<&str>,
) -> ApiResult<Option<Asked>> {
    let Some(filter) = filter.filter(|filter| !filter.trim().is_empty()) else { return Ok(None) };
    let asking = asking(core, actor, time_zone)?;
    Ok(Some(Asked { filter: read(core, actor, entity, &json_of(filter)?).await?, asking }))
}

/// To find records by it: the groups that it names must be shared with whoever asks.
pub async fn read(core: &Core, actor: &Actor, entity: Entity, filter: &Value) -> ApiResult<Filter> {
    let filter = read_to_show(core, actor, entity, filter).await?;
    check_groups(core, actor, &filter).await?;
    Ok(filter)
}

/// To say what it means, which names nothing that is not shared. By the definitions as the log has them: who defined a field a
/// moment ago can filter by it.
pub async fn read_to_show(core: &Core, actor: &Actor, entity: Entity, filter: &Value) -> ApiResult<Filter> {
    let vocabulary = match names_custom(filter) {
        true => vocabulary(&core.context).await?,
        false => Vocabulary::none(),
    };
    let filter = parse_with(entity, filter, &vocabulary)?;
    check_reach(actor, &filter)?;
    Ok(filter)
}

/// Who may not see companies asks for no contacts by them, and the other way round. The lists would answer as if there were
/// none; so it is said.
pub fn check_reach(actor: &Actor, filter: &Filter) -> ApiResult<()> {
    match filter.other() {
        Some(other) => Rule::Needs(permission_to_view(other)).check(Some(actor)),
        None => Ok(()),
    }
}

/// By asking who is in a list, a segment or a domain set somebody would learn its members; so one that is not shared with them is
/// refused, as one that is not there.
pub async fn check_groups(core: &Core, actor: &Actor, filter: &Filter) -> ApiResult<()> {
    Ok(filter.without_groups(&unseen(&core.context, actor, filter).await?)?)
}

fn names_custom(filter: &Value) -> bool {
    let is_custom =
        |field: &str| field.strip_prefix(ACCOUNT_PREFIX).unwrap_or(field).starts_with(CUSTOM_PREFIX);
    match filter {
        Value::Object(object) => object.iter().any(|(key, value)| match (key.as_str(), value) {
            ("field", Value::String(field)) => is_custom(field),
            ("value", _) => false,
            (_, value) => names_custom(value),
        }),
        Value::Array(items) => items.iter().any(names_custom),
        _ => false,
    }
}
