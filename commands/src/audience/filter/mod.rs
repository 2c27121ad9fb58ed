//! What a filter may ask of whom: the lists, segments and domain sets that it names must be shared with whoever asks, and campaigns be seen.

use std::collections::BTreeSet;

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::fields::catalogue::Target;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Groups that a filter names and the actor does not see, or that are not there. By the log: one that was made a moment ago is there.
pub async fn unseen(ctx: &Context, actor: &Actor, filter: &Filter) -> Result<BTreeSet<Uuid>, CommandError> {
    let sees = |permission: Permission| actor.scope(permission) == Scope::All;
    let mut unseen = BTreeSet::new();
    let lists = ids(filter, Target::List);
    if !lists.is_empty() {
        let seen = |list: &List| list.made.as_ref().is_some_and(|made| made.is_seen_by(actor));
        let loaded = ctx.log.load_many::<List>(&lists).await?;
        let all = lists.into_iter().zip(loaded);
        unseen.extend(all.filter(|(_, one)| !seen(&one.state)).map(|(id, _)| id));
    }
    let segments = ids(filter, Target::Segment);
    if !segments.is_empty() {
        let seen = |segment: &Segment| {
            sees(Permission::SegmentsView) && segment.kept.as_ref().is_some_and(|kept| kept.is_seen_by(actor))
        };
        let loaded = ctx.log.load_many::<Segment>(&segments).await?;
        let all = segments.into_iter().zip(loaded);
        unseen.extend(all.filter(|(_, one)| !seen(&one.state)).map(|(id, _)| id));
    }
    let sets = ids(filter, Target::DomainSet);
    if !sets.is_empty() {
        let loaded = ctx.log.load_many::<DomainSet>(&sets).await?;
        let all = sets.into_iter().zip(loaded);
        let seen = |set: &DomainSet| sees(Permission::DomainSetsView) && set.is_seen_by(actor);
        unseen.extend(all.filter(|(_, one)| !seen(&one.state)).map(|(id, _)| id));
    }
    let campaigns = ids(filter, Target::Campaign);
    if !campaigns.is_empty() {
        let loaded = ctx.log.load_many::<Campaign>(&campaigns).await?;
        let all = campaigns.into_iter().zip(loaded);
        let seen = |campaign: &Campaign| sees(Permission::CampaignsView) && campaign.made.is_some();
        unseen.extend(all.filter(|(_, one)| !seen(&one.state)).map(|(id, _)| id));
    }
    Ok(unseen)
}

fn ids(filter: &Filter, target: Target) -> Vec<Uuid> {
    filter.groups(target).into_iter().collect()
}
