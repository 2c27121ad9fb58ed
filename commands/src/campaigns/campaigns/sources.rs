//! Sources of an audience as lists of contacts: looked up in the log, so that one that was made a moment ago is there, and only those that
//! whoever asks may see.

use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::error::FilterErrors;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use crate::audience::custom_fields::vocabulary;
use crate::audience::filter::unseen;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::ports::audience_source::AudienceAsked;

/// What an audience is read with.
#[derive(Debug, Clone)]
pub struct Read {
    pub include: Vec<ListFilter>,
    pub exclude: Vec<ListFilter>,
    /// Sources that are archived or not shared with the actor, in words; nobody is in them.
    pub gone: Vec<String>,
    /// Lists into which those who were chosen still come, by name.
    pub filling: Vec<String>,
    vocabulary: Vocabulary,
}

/// A source as the actor sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// `None`: the actor does not see it, or it has no name.
    pub name: Option<String>,
    /// Of a list or a segment.
    pub entity: Option<Entity>,
    /// It is archived, or not shared with the actor.
    pub gone: bool,
}

impl Read {
    /// As the port is asked for it, now.
    pub fn asked(
        self,
        ctx: &Context,
        actor: &Actor,
        channel: Channel,
        not_in_campaign: Option<Uuid>,
    ) -> AudienceAsked {
        AudienceAsked {
            actor: actor.clone(),
            include: self.include,
            exclude: self.exclude,
            channel: channel.consent(),
            vocabulary: self.vocabulary,
            asked_at: ctx.now(),
            not_in_campaign,
        }
    }
}

/// Of a definition that was kept: what is gone since is told, and does not fail.
pub async fn read(
    ctx: &Context,
    actor: &Actor,
    definition: &AudienceDefinition,
) -> Result<Read, CommandError> {
    let mut read = Read {
        include: Vec::new(),
        exclude: Vec::new(),
        gone: Vec::new(),
        filling: filling(ctx, actor, definition).await?,
        vocabulary: vocabulary(ctx).await?,
    };
    for source in &definition.include {
        let filter = one(ctx, actor, source, &mut read).await?;
        read.include.extend(filter);
    }
    for source in &definition.exclude {
        let filter = one(ctx, actor, source, &mut read).await?;
        read.exclude.extend(filter);
    }
    Ok(read)
}

/// A list that was made of many records is filled in the background, and is short of people until that is done.
async fn filling(
    ctx: &Context,
    actor: &Actor,
    definition: &AudienceDefinition,
) -> Result<Vec<String>, CommandError> {
    let mut filling = Vec::new();
    for source in definition.sources() {
        let Source::List(id) = source else { continue };
        let list = ctx.log.load::<List>(*id).await?.state;
        let Some(made) = list.made.filter(|made| made.is_seen_by(actor)) else { continue };
        let Some(fill) = made.fill else { continue };
        if matches!(ctx.log.load::<Bulk>(fill).await?.state.state, BulkState::Asked | BulkState::Running) {
            filling.push(made.details.name);
        }
    }
    Ok(filling)
}

async fn one(
    ctx: &Context,
    actor: &Actor,
    source: &Source,
    read: &mut Read,
) -> Result<Option<ListFilter>, CommandError> {
    let seen = seen(ctx, actor, source).await?;
    let asked = filter_of(source);
    let mistakes = match asked {
        Some(asked) => mistakes(ctx, actor, asked, &read.vocabulary).await?,
        None => None,
    };
    if seen.gone {
        let of = kind(source);
        read.gone.push(
            seen.name
                .map_or_else(|| format!("a {of} that you do not see"), |name| format!("the {of} {name}")),
        );
        return Ok(None);
    }
    if let Some(errors) = mistakes {
        read.gone.push(format!("a filter that cannot be read any more ({errors})"));
        return Ok(None);
    }
    Ok(Some(source.filter(seen.entity.unwrap_or(Entity::Contact))))
}

/// Refuses a definition that names what is not there or not shared, and filters that cannot be read.
pub async fn check(
    ctx: &Context,
    actor: &Actor,
    definition: &AudienceDefinition,
) -> Result<(), CommandError> {
    let vocabulary = vocabulary(ctx).await?;
    for source in definition.sources() {
        if seen(ctx, actor, source).await?.gone {
            let of = kind(source);
            let message = format!(
                "There is no {of} like this, or it is archived or not shared with you. Choose another {of}."
            );
            return Err(CommandError::rejected(Rejection::of_field(
                "include",
                "AUDIENCE_SOURCE_GONE",
                message,
            )));
        }
        if let Some(asked) = filter_of(source)
            && let Some(errors) = mistakes(ctx, actor, asked, &vocabulary).await?
        {
            let rejection = |code: &str, message: &str| {
                Rejection::of_field("filter", code.to_owned(), message.to_owned())
            };
            return Err(CommandError::Rejected(
                errors.0.iter().map(|error| rejection(error.code.code(), &error.message)).collect(),
            ));
        }
    }
    Ok(())
}

/// Whether the actor may use it, and what it is called.
pub async fn seen(ctx: &Context, actor: &Actor, source: &Source) -> Result<Seen, CommandError> {
    let may = |permission: Permission| actor.scope(permission) == Scope::All;
    let unseen = Seen { name: None, entity: None, gone: true };
    Ok(match source {
        Source::List(id) => {
            let list = ctx.log.load::<List>(*id).await?.state;
            match list.made.filter(|made| made.is_seen_by(actor)) {
                Some(made) => {
                    Seen { name: Some(made.details.name), entity: Some(made.entity), gone: list.archived }
                }
                None => unseen,
            }
        }
        Source::Segment(id) => {
            let segment = ctx.log.load::<Segment>(*id).await?.state;
            let seen = segment.kept.filter(|kept| may(Permission::SegmentsView) && kept.is_seen_by(actor));
            match seen {
                Some(kept) => {
                    Seen { name: Some(kept.details.name), entity: Some(kept.entity), gone: segment.archived }
                }
                None => unseen,
            }
        }
        Source::DomainSet { set, .. } => {
            let set = ctx.log.load::<DomainSet>(*set).await?.state;
            match may(Permission::DomainSetsView) && set.is_seen_by(actor) {
                true => {
                    let name = set.details.as_ref().map(|details| details.name.clone());
                    Seen { name, entity: None, gone: set.archived }
                }
                false => unseen,
            }
        }
        Source::Campaign { campaign, .. } => {
            let campaign = ctx.log.load::<Campaign>(*campaign).await?.state;
            match campaign.made.filter(|_| may(Permission::CampaignsView)) {
                // What was sent is told of an archived one as well.
                Some(made) => Seen { name: Some(made.details.name), entity: None, gone: false },
                None => unseen,
            }
        }
        Source::Filter(_) => Seen { name: None, entity: None, gone: false },
    })
}

/// As a person calls such a source.
pub fn kind(source: &Source) -> &'static str {
    match source {
        Source::List(_) => "list",
        Source::Segment(_) => "segment",
        Source::DomainSet { .. } => "domain set",
        Source::Filter(_) => "filter",
        Source::Campaign { .. } => "campaign",
    }
}

fn filter_of(source: &Source) -> Option<&ListFilter> {
    match source {
        Source::Filter(filter) => Some(filter),
        Source::DomainSet { with, .. } => with.as_deref(),
        Source::List(_) | Source::Segment(_) | Source::Campaign { .. } => None,
    }
}

/// `None`: it can be read, and names nothing that the actor does not see.
async fn mistakes(
    ctx: &Context,
    actor: &Actor,
    asked: &ListFilter,
    vocabulary: &Vocabulary,
) -> Result<Option<FilterErrors>, CommandError> {
    let Some(json) = &asked.condition else { return Ok(None) };
    let filter: Filter = match parse_with(Entity::Contact, json, vocabulary) {
        Ok(filter) => filter,
        Err(errors) => return Ok(Some(errors)),
    };
    if let Err(errors) = filter.without_groups(&unseen(ctx, actor, &filter).await?) {
        return Ok(Some(errors));
    }
    // Whom a domain set means changes with it: an archived one is matched with nothing new.
    let sets: Vec<Uuid> = filter.groups(Target::DomainSet).into_iter().collect();
    let loaded = ctx.log.load_many::<DomainSet>(&sets).await?;
    let archived = sets.iter().zip(loaded).filter(|(_, one)| one.state.archived).map(|(id, _)| *id).collect();
    Ok(filter.without_groups(&archived).err())
}
