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
use super::audience::domain_sets::mutation::DomainSetMutation;
use super::audience::domain_sets::query::DomainSetQuery;
use super::audience::duplicates::mutation::DuplicateMutation;
use super::audience::duplicates::query::DuplicateQuery;
use super::audience::email_verification::mutation::EmailVerificationMutation;
use super::audience::email_verification::query::EmailVerificationQuery;
use super::audience::email_verification::subscription::EmailVerificationSubscription;
use super::audience::engagement::mutation::EngagementMutation;
use super::audience::enrichment::mutation::EnrichmentMutation;
use super::audience::enrichment::query::EnrichmentQuery;
use super::audience::exports::mutation::ExportMutation;
use super::audience::exports::query::ExportQuery;
use super::audience::exports::subscription::ExportSubscription;
use super::audience::filter::query::FilterQuery;
use super::audience::history::query::HistoryQuery;
use super::audience::imports::mutation::ImportMutation;
use super::audience::imports::query::ImportQuery;
use super::audience::imports::subscription::ImportSubscription;
use super::audience::lists::mutation::ListMutation;
use super::audience::lists::query::ListQuery;
use super::audience::memberships::query::MembershipQuery;
use super::audience::phone_validity::mutation::PhoneLookupMutation;
use super::audience::phone_validity::query::PhoneLookupQuery;
use super::audience::phone_validity::subscription::PhoneLookupSubscription;
use super::audience::provenance::query::ProvenanceQuery;
use super::audience::saved_views::mutation::SavedViewMutation;
use super::audience::saved_views::query::SavedViewQuery;
use super::audience::search::query::SearchQuery;
use super::audience::segments::mutation::SegmentMutation;
use super::audience::segments::query::SegmentQuery;
use super::audience::survivorship::mutation::SurvivorshipMutation;
use super::audience::survivorship::query::SurvivorshipQuery;
use super::campaigns::campaigns::mutation::CampaignMutation;
use super::campaigns::campaigns::query::CampaignQuery;
use super::campaigns::campaigns::subscription::CampaignSubscription;
use super::campaigns::campaigns::switch::SendingSwitchMutation;
use super::email::replies::mutation::EmailReplyMutation;
use super::email::replies::query::EmailReplyQuery;
use super::email::reports::query::EmailReportQuery;
use super::email::senders::brands::EmailBrandMutation;
use super::email::senders::mutation::SenderMutation;
use super::email::senders::query::SenderQuery;
use super::email::sending::mutation::SendingMutation;
use super::email::sending::query::SendingQuery;
use super::email::snippets::mutation::EmailSnippetMutation;
use super::email::snippets::query::EmailSnippetQuery;
use super::email::templates::mutation::EmailTemplateMutation;
use super::email::templates::query::EmailTemplateQuery;
use super::email::tracking::mutation::EmailTrackingMutation;
use super::first_steps::FirstStepsQuery;
use super::identity::access_rules::mutation::AccessRulesMutation;
use super::identity::access_rules::query::AccessRulesQuery;
use super::identity::api_keys::mutation::ApiKeyMutation;
use super::identity::api_keys::query::ApiKeyQuery;
use super::identity::clients::brands::ClientBrandMutation;
use super::identity::clients::lists::ClientListMutation;
use super::identity::clients::mutation::ClientMutation;
use super::identity::clients::query::ClientQuery;
use super::identity::clients::terms::ClientTermsMutation;
use super::identity::clients::view::ClientViewMutation;
use super::identity::invitations::colleagues::ColleagueMutation;
use super::identity::invitations::mutation::InvitationMutation;
use super::identity::invitations::query::InvitationQuery;
use super::identity::me::mutation::MeMutation;
use super::identity::me::query::MeQuery;
use super::identity::me::second_factor::{SecondFactorMutation, SecondFactorQuery};
use super::identity::notifications::mutation::NotificationMutation;
use super::identity::notifications::query::NotificationQuery;
use super::identity::notifications::subscription::NotificationSubscription;
use super::identity::sessions::mutation::SessionMutation;
use super::identity::sessions::query::SessionQuery;
use super::identity::teams::mutation::TeamMutation;
use super::identity::teams::query::TeamQuery;
use super::identity::users::mutation::UserMutation;
use super::identity::users::query::UserQuery;
use super::limits;
use super::log::jobs::mutation::JobMutation;
use super::log::jobs::query::JobQuery;
use super::log::jobs::subscription::JobSubscription;
use super::log::projections::mutation::ProjectionMutation;
use super::log::projections::query::ProjectionQuery;
use super::log::projections::subscription::ProjectionSubscription;
use super::log::providers::{ProviderMutation, ProviderQuery};
use super::mailbox::{MailboxMutation, MailboxQuery};
use super::sample_data::{SampleDataMutation, SampleDataQuery};
use super::suppression::consent_rules::mutation::ConsentRuleMutation;
use super::suppression::consent_rules::query::ConsentRuleQuery;
use super::suppression::consents::mutation::ConsentMutation;
use super::suppression::consents::query::ConsentQuery;
use super::suppression::legal_holds::mutation::LegalHoldMutation;
use super::suppression::legal_holds::query::LegalHoldQuery;
use super::suppression::requests::mutation::PrivacyRequestMutation;
use super::suppression::requests::query::PrivacyRequestQuery;
use super::suppression::retention::mutation::RetentionMutation;
use super::suppression::retention::query::RetentionQuery;
use super::suppression::suppressions::mutation::SuppressionMutation;
use super::suppression::suppressions::query::SuppressionQuery;
use super::work::notes::mutation::NoteMutation;
use super::work::notes::query::NoteQuery;
use super::work::tasks::mutation::TaskMutation;
use super::work::tasks::query::TaskQuery;
use crate::app::Core;

// By context: a merged object is a chain as long as its parts are many, and the compiler walks it only so far.
#[derive(MergedObject, Default)]
pub struct Query(
    IdentityQueries,
    AudienceQueries,
    CampaignQueries,
    EmailQueries,
    WorkQueries,
    LogQueries,
    SuppressionQueries,
    SampleDataQuery,
    FirstStepsQuery,
);

#[derive(MergedObject, Default)]
pub struct IdentityQueries(
    MeQuery,
    SecondFactorQuery,
    SessionQuery,
    NotificationQuery,
    UserQuery,
    TeamQuery,
    InvitationQuery,
    AccessRulesQuery,
    ApiKeyQuery,
    ClientQuery,
);

#[derive(MergedObject, Default)]
pub struct AudienceQueries(
    CatalogueQuery,
    FilterQuery,
    ContactQuery,
    AccountQuery,
    AccountPageQuery,
    HistoryQuery,
    ProvenanceQuery,
    ImportQuery,
    SavedViewQuery,
    SegmentQuery,
    ListQuery,
    MembershipQuery,
    CustomFieldQuery,
    SurvivorshipQuery,
    SearchQuery,
    ExportQuery,
    BulkQuery,
    DuplicateQuery,
    DomainSetQuery,
    EnrichmentQuery,
    EmailVerificationQuery,
    PhoneLookupQuery,
);

#[derive(MergedObject, Default)]
pub struct CampaignQueries(CampaignQuery);

#[derive(MergedObject, Default)]
pub struct EmailQueries(
    SenderQuery,
    EmailTemplateQuery,
    EmailSnippetQuery,
    SendingQuery,
    EmailReplyQuery,
    EmailReportQuery,
);

#[derive(MergedObject, Default)]
pub struct WorkQueries(TaskQuery, NoteQuery);

#[derive(MergedObject, Default)]
pub struct SuppressionQueries(
    SuppressionQuery,
    ConsentQuery,
    ConsentRuleQuery,
    PrivacyRequestQuery,
    RetentionQuery,
    LegalHoldQuery,
);

#[derive(MergedObject, Default)]
pub struct LogQueries(JobQuery, ProjectionQuery, MailboxQuery, ProviderQuery);

#[derive(MergedObject, Default)]
pub struct Mutation(
    IdentityMutations,
    AudienceMutations,
    CampaignMutations,
    EmailMutations,
    WorkMutations,
    LogMutations,
    SuppressionMutations,
    SampleDataMutation,
);

#[derive(MergedObject, Default)]
pub struct IdentityMutations(
    MeMutation,
    SecondFactorMutation,
    SessionMutation,
    NotificationMutation,
    UserMutation,
    TeamMutation,
    InvitationMutation,
    ColleagueMutation,
    AccessRulesMutation,
    ApiKeyMutation,
    ClientMutations,
);

#[derive(MergedObject, Default)]
pub struct ClientMutations(
    ClientMutation,
    ClientTermsMutation,
    ClientBrandMutation,
    ClientListMutation,
    ClientViewMutation,
);

#[derive(MergedObject, Default)]
pub struct AudienceMutations(
    ContactMutation,
    AccountMutation,
    ImportMutation,
    SavedViewMutation,
    SegmentMutation,
    ListMutation,
    CustomFieldMutation,
    SurvivorshipMutation,
    ExportMutation,
    BulkMutation,
    DuplicateMutation,
    DomainSetMutation,
    EngagementMutation,
    EnrichmentMutation,
    EmailVerificationMutation,
    PhoneLookupMutation,
);

#[derive(MergedObject, Default)]
pub struct CampaignMutations(CampaignMutation, SendingSwitchMutation);

#[derive(MergedObject, Default)]
pub struct EmailMutations(
    SenderMutation,
    EmailBrandMutation,
    EmailTemplateMutation,
    EmailSnippetMutation,
    SendingMutation,
    EmailReplyMutation,
    EmailTrackingMutation,
);

#[derive(MergedObject, Default)]
pub struct WorkMutations(TaskMutation, NoteMutation);

#[derive(MergedObject, Default)]
pub struct SuppressionMutations(
    SuppressionMutation,
    ConsentMutation,
    ConsentRuleMutation,
    PrivacyRequestMutation,
    RetentionMutation,
    LegalHoldMutation,
);

#[derive(MergedObject, Default)]
pub struct LogMutations(JobMutation, ProjectionMutation, MailboxMutation, ProviderMutation);

#[derive(MergedSubscription, Default)]
pub struct Subscription(
    CampaignSubscription,
    ImportSubscription,
    ExportSubscription,
    BulkSubscription,
    EmailVerificationSubscription,
    PhoneLookupSubscription,
    JobSubscription,
    ProjectionSubscription,
    NotificationSubscription,
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
