//! Bringing along what another system knows to have happened.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::engagement::record::{
    RecordEngagement, RefusedEntry, Told, record_engagement,
};
use pivotal_domain::audience::engagement::entry::Entry;

use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EngagementMutation;

#[derive(Debug, InputObject)]
pub struct EngagementRecordInput {
    /// The system that tells it, in its own name. Its keys are its own.
    pub system: String,
    /// At most 1,000.
    pub entries: Vec<EngagementEntryInput>,
}

#[derive(Debug, InputObject)]
pub struct EngagementEntryInput {
    /// What the system knows it by; told again, it is let in once.
    pub key: String,
    /// The contact's id or email.
    pub contact: String,
    /// sent, delivered, opened, clicked, replied, bounced, complained, unsubscribed, called.
    pub did: String,
    /// When it happened: 2026-03-01T10:00:00Z.
    pub at: String,
    /// The campaign's id.
    pub campaign: Option<String>,
    /// A program opened or clicked it in the contact's place.
    #[graphql(default)]
    pub machine: bool,
}

impl From<EngagementEntryInput> for Entry {
    fn from(input: EngagementEntryInput) -> Self {
        let EngagementEntryInput { key, contact, did, at, campaign, machine } = input;
        Entry { key, contact, did, at, campaign, machine }
    }
}

/// `recorded`, `repeated` and those refused add up to the entries.
#[derive(Debug, SimpleObject)]
pub struct EngagementRecordPayload {
    pub recorded: i32,
    /// Let in before, or told twice.
    pub repeated: i32,
    pub refused: Vec<EngagementEntryRefused>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct EngagementEntryRefused {
    /// Its place among the entries; the first is 1.
    pub entry: i32,
    pub key: String,
    pub code: String,
    pub message: String,
}

impl From<RefusedEntry> for EngagementEntryRefused {
    fn from(refused: RefusedEntry) -> Self {
        let RefusedEntry { entry, key, code, message } = refused;
        EngagementEntryRefused { entry: counted(entry), key, code: code.to_owned(), message }
    }
}

#[Object]
impl EngagementMutation {
    /// Writes down what another system knows to have happened to contacts. What cannot be let in is told entry by entry; the
    /// others are kept.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn engagement_record(
        &self,
        ctx: &Context<'_>,
        input: EngagementRecordInput,
    ) -> Result<EngagementRecordPayload> {
        let EngagementRecordInput { system, entries } = input;
        let input = RecordEngagement { system, entries: entries.into_iter().map(Entry::from).collect() };
        let done = run(ctx, |context, actor| async move { record_engagement(&context, &actor, input).await });
        let (told, user_errors) = match done.await? {
            Ok(told) => (told, Vec::new()),
            Err(user_errors) => (Told::default(), user_errors),
        };
        Ok(EngagementRecordPayload {
            recorded: counted(told.recorded),
            repeated: counted(told.repeated),
            refused: told.refused.into_iter().map(EngagementEntryRefused::from).collect(),
            position: told.position,
            user_errors,
        })
    }
}

fn counted(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
