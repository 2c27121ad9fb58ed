//! The schema, put together from the features.

use std::sync::Arc;

use async_graphql::{MergedObject, MergedSubscription, SDLExportOptions, Schema, SchemaBuilder};

use super::audience::accounts::mutation::AccountMutation;
use super::audience::accounts::pages::AccountPageQuery;
use super::audience::accounts::query::AccountQuery;
use super::audience::bulk::mutation::BulkMutation;
use super::audience::bulk::query::BulkQuery;
use super::audience::bulk::subscription::BulkSubscription;
use super::audience::catalogue::query::CatalogueQuery;
use super::audience::contacts::mutation::ContactMutation;
use super::audience::contacts::query::ContactQuery;
use super::audience::custom_fields::mutation::CustomFieldMutation;
use super::audience::custom_fields::query::CustomFieldQuery;
use super::audience::exports::mutation::ExportMutation;
use super::audience::exports::query::ExportQuery;
use super::audience::exports::subscription::ExportSubscription;
use super::audience::filter::query::FilterQuery;
use super::audience::history::query::HistoryQuery;
use super::audience::imports::mutation::ImportMutation;
use super::audience::imports::query::ImportQuery;
use super::audience::imports::subscription::ImportSubscription;
use super::audience::provenance::query::ProvenanceQuery;
use super::audience::saved_views::mutation::SavedViewMutation;
use super::audience::saved_views::query::SavedViewQuery;
use super::audience::search::query::SearchQuery;
use super::first_steps::FirstStepsQuery;
use super::identity::clients::mutation::ClientMutation;
use super::identity::clients::query::ClientQuery;
use super::identity::me::mutation::MeMutation;
use super::identity::me::query::MeQuery;
use super::identity::users::mutation::UserMutation;
use super::identity::users::query::UserQuery;
use super::limits;
use super::log::jobs::mutation::JobMutation;
use super::log::jobs::query::JobQuery;
use super::log::jobs::subscription::JobSubscription;
use super::log::projections::mutation::ProjectionMutation;
use super::log::projections::query::ProjectionQuery;
use super::log::projections::subscription::ProjectionSubscription;
use super::sample_data::{SampleDataMutation, SampleDataQuery};
use crate::app::Core;

#[derive(MergedObject, Default)]
pub struct Query(
    MeQuery,
    CatalogueQuery,
    FilterQuery,
    ContactQuery,
    AccountQuery,
    AccountPageQuery,
    HistoryQuery,
    ProvenanceQuery,
    ImportQuery,
    SavedViewQuery,
    CustomFieldQuery,
    SearchQuery,
    ExportQuery,
    BulkQuery,
    JobQuery,
    ProjectionQuery,
    UserQuery,
    ClientQuery,
    SampleDataQuery,
    FirstStepsQuery,
);

#[derive(MergedObject, Default)]
pub struct Mutation(
    MeMutation,
    ContactMutation,
    AccountMutation,
    ImportMutation,
    SavedViewMutation,
    CustomFieldMutation,
    ExportMutation,
    BulkMutation,
    JobMutation,
    ProjectionMutation,
    UserMutation,
    ClientMutation,
    SampleDataMutation,
);

#[derive(MergedSubscription, Default)]
pub struct Subscription(
    ImportSubscription,
    ExportSubscription,
    BulkSubscription,
    JobSubscription,
    ProjectionSubscription,
);

pub type PivotalSchema = Schema<Query, Mutation, Subscription>;

pub fn build(core: Arc<Core>) -> PivotalSchema {
    let introspection = core.config.auth.introspection;
    let builder = builder().data(core);
    if introspection { builder.finish() } else { builder.disable_introspection().finish() }
}

/// The schema's text, as committed in `api/schema.graphql`.
pub fn sdl() -> String {
    builder()
        .finish()
        .sdl_with_options(SDLExportOptions::new().sorted_fields().sorted_enum_items().sorted_arguments())
}

fn builder() -> SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .limit_depth(limits::DEPTH)
        .limit_complexity(limits::COMPLEXITY)
}
