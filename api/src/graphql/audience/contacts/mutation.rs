//! Changing contacts.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::erase::{EraseContact, erase_contact};
use pivotal_commands::audience::contacts::restore::{RestoreContact, restore_contact};
use pivotal_commands::audience::contacts::restore_values::restore_contact_values;
use pivotal_commands::audience::contacts::undo::{UndoContact, undo_contact};
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::contacts as domain;
use pivotal_projections::audience::contacts::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::Contact;
use crate::errors::ApiResult;
use crate::graphql::audience::record::{
    RecordActionInput, RecordInput, RecordRestoreValuesInput, RecordUndoInput, RecordUpdateInput, field_map,
};
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ContactMutation;

#[derive(Debug, InputObject)]
pub struct ContactEraseInput {
    pub id: Uuid,
    /// The person's request this carries out, as a ticket number. No personal data.
    pub request: String,
    /// Erasing cannot be undone.
    pub confirm: bool,
}

#[derive(Debug, SimpleObject)]
pub struct ContactPayload {
    /// After the change; null when it was refused, or the list has not caught up (then ask again with the position).
    pub contact: Option<Contact>,
    /// In the log; null when nothing had to change.
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ContactMutation {
    #[graphql(directive = allow::apply("CONTACTS_EDIT".into()))]
    async fn contact_create(&self, ctx: &Context<'_>, input: RecordInput) -> Result<ContactPayload> {
        let fields = match outcome(field_map(input.fields.0))? {
            Ok(fields) => fields,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input =
            CreateContact { fields, account_id: input.account_id, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { create_contact(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("CONTACTS_EDIT".into()))]
    async fn contact_update(&self, ctx: &Context<'_>, input: RecordUpdateInput) -> Result<ContactPayload> {
        let fields = match outcome(field_map(input.fields.0))? {
            Ok(fields) => fields,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = UpdateContact {
            id: input.id,
            fields,
            account_id: input.account_id,
            unlink_account: input.unlink_account.unwrap_or(false),
            expected_version: input.expected_version,
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { update_contact(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("CONTACTS_ARCHIVE".into()))]
    async fn contact_archive(&self, ctx: &Context<'_>, input: RecordActionInput) -> Result<ContactPayload> {
        let input =
            ArchiveContact { id: input.id, reason: input.reason, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { archive_contact(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("CONTACTS_ARCHIVE".into()))]
    async fn contact_restore(&self, ctx: &Context<'_>, input: RecordActionInput) -> Result<ContactPayload> {
        let input = RestoreContact { id: input.id, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { restore_contact(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    /// Erases the person everywhere, for good. A hash keeps what must stay suppressed suppressed.
    #[graphql(directive = allow::apply("CONTACTS_ERASE".into()))]
    async fn contact_erase(&self, ctx: &Context<'_>, input: ContactEraseInput) -> Result<ContactPayload> {
        let input = EraseContact { id: input.id, request: input.request, confirm: input.confirm };
        let done =
            run(ctx, |context, actor| async move { erase_contact(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    /// Brings back what fields held at another moment, as an ordinary edit: nothing is restored that could not be typed.
    #[graphql(directive = allow::apply("CONTACTS_EDIT".into()))]
    async fn contact_restore_values(
        &self,
        ctx: &Context<'_>,
        input: RecordRestoreValuesInput,
    ) -> Result<ContactPayload> {
        let input = match outcome(input.into_command())? {
            Ok(input) => input,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let done =
            run(ctx, |context, actor| async move { restore_contact_values(&context, &actor, input).await })
                .await?;
        Ok(payload(ctx, done).await?)
    }

    /// Takes back one event (by its position) with a compensating one; refuses fields changed since unless forced.
    #[graphql(directive = allow::apply("CONTACTS_EDIT".into()))]
    async fn contact_undo(&self, ctx: &Context<'_>, input: RecordUndoInput) -> Result<ContactPayload> {
        let input = UndoContact {
            id: input.id,
            position: input.position,
            force: input.force.unwrap_or(false),
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { undo_contact(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }
}

fn refused(user_errors: Vec<UserError>) -> ContactPayload {
    ContactPayload { contact: None, position: None, user_errors }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::Contact>, Vec<UserError>>,
) -> ApiResult<ContactPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let contact = if stale { None } else { one(ctx, done.id).await? };
    Ok(ContactPayload { contact, position: done.position, user_errors: Vec::new() })
}
