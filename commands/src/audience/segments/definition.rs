//! A definition on its way in: read as a filter, and every group it names looked up.

use std::collections::BTreeSet;

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::audience::filter::error::FilterErrors;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::audience::segments::definition::{Named, check};
use pivotal_domain::audience::segments::error::SegmentError;
use pivotal_domain::audience::segments::uses::UsesError;
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use uuid::Uuid;

use super::used::{User, spelled, users};
use crate::audience::custom_fields::vocabulary;
use crate::audience::filter::unseen;
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// The segments, the lists and the domain sets that it names, each of which the actor sees. What is no filter is refused with every
/// mistake.
pub(super) async fn read(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    json: &Value,
) -> Result<BTreeSet<Uuid>, CommandError> {
    let filter = parse_with(entity, json, &vocabulary(ctx).await?).map_err(|errors| mistakes(&errors))?;
    check(&filter, json)?;
    let named = Named::of(json);
    for (ids, same) in [(&named.same, true), (&named.other, false)] {
        let ids: Vec<Uuid> = ids.iter().copied().collect();
        for (id, loaded) in ids.iter().zip(ctx.log.load_many::<Segment>(&ids).await?) {
            let seen = loaded.state.kept.as_ref().filter(|kept| kept.is_seen_by(actor));
            let kept = seen.ok_or_else(|| SegmentError::UsesUnknown(id.to_string()))?;
            if (kept.entity == entity) != same {
                return Err(SegmentError::UsesOther(kept.details.name.clone()).into());
            }
            if loaded.state.archived {
                return Err(SegmentError::UsesArchived(kept.details.name.clone()).into());
            }
        }
    }
    filter.without_groups(&unseen(ctx, actor, &filter).await?).map_err(|errors| mistakes(&errors))?;
    let sets: Vec<Uuid> = filter.groups(Target::DomainSet).into_iter().collect();
    let loaded = ctx.log.load_many::<DomainSet>(&sets).await?;
    if let Some(archived) = loaded.into_iter().find(|one| one.state.archived) {
        return Err(archived_set(&archived.state).into());
    }
    let lists: Vec<Uuid> = filter.groups(Target::List).into_iter().collect();
    let loaded = ctx.log.load_many::<List>(&lists).await?;
    if let Some(archived) = loaded.into_iter().find(|one| one.state.archived) {
        return Err(archived_list(&archived.state).into());
    }
    Ok(named.all().into_iter().chain(sets).chain(lists).collect())
}

/// As a refusal calls a list that is not shared with whoever asks.
const UNSEEN_LIST: &str = "a list of somebody else";

fn archived_list(list: &List) -> SegmentError {
    SegmentError::UsesArchivedList(
        list.made.as_ref().map(|made| made.details.name.clone()).unwrap_or_default(),
    )
}

fn archived_set(set: &DomainSet) -> SegmentError {
    let name = set.details.as_ref().map(|details| details.name.clone()).unwrap_or_default();
    SegmentError::UsesArchivedSet(name)
}

fn mistakes(errors: &FilterErrors) -> CommandError {
    let rejection =
        |code: &str, message: &str| Rejection::of_field("filter", code.to_owned(), message.to_owned());
    CommandError::Rejected(
        errors.0.iter().map(|error| rejection(error.code.code(), &error.message)).collect(),
    )
}

/// The refusal in names, of which the actor gets those that the actor sees.
pub(super) async fn in_names(ctx: &Context, actor: &Actor, error: UsesError) -> CommandError {
    if let UsesError::Archived(id) = &error {
        match ctx.log.load::<DomainSet>(*id).await {
            Ok(set) if set.state.is_seen_by(actor) => return archived_set(&set.state).into(),
            Ok(_) => {}
            Err(failed) => return failed.into(),
        }
        match ctx.log.load::<List>(*id).await {
            Ok(list) if list.state.made.as_ref().is_some_and(|made| made.is_seen_by(actor)) => {
                return archived_list(&list.state).into();
            }
            Ok(list) if list.exists() => {
                return SegmentError::UsesArchivedList(UNSEEN_LIST.to_owned()).into();
            }
            Ok(_) => {}
            Err(failed) => return failed.into(),
        }
    }
    let ids = match &error {
        UsesError::Archived(id) => vec![*id],
        UsesError::Circle(ids) | UsesError::Used(ids) => ids.clone(),
    };
    let users = match users(ctx, actor, &ids).await {
        Ok(users) => users,
        Err(failed) => return failed,
    };
    let names: Vec<&str> = users.iter().map(User::called).collect();
    let refused = match error {
        UsesError::Archived(_) => SegmentError::UsesArchived(names.concat()),
        UsesError::Circle(_) => SegmentError::Circle(names.join(" is defined by ")),
        UsesError::Used(_) => SegmentError::Used(users.len(), spelled(&users)),
    };
    refused.into()
}
