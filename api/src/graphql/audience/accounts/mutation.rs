//! Changing accounts.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::accounts::archive::{ArchiveAccount, archive_account};
use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::accounts::restore::{RestoreAccount, restore_account};
use pivotal_commands::audience::accounts::restore_values::restore_account_values;
use pivotal_commands::audience::accounts::undo::{UndoAccount, undo_account};
use pivotal_commands::audience::accounts::update::{UpdateAccount, update_account};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::accounts as domain;
use pivotal_projections::audience::accounts::SPEC;

use super::query::one;
use super::types::Account;
use crate::errors::ApiResult;
use crate::graphql::audience::record::{
    RecordActionInput, RecordInput, RecordRestoreValuesInput, RecordUndoInput, RecordUpdateInput, field_map,
};
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct AccountMutation;

#[derive(Debug, SimpleObject)]
pub struct AccountPayload {
    /// After the change; null when it was refused, or the list has not caught up (then ask again with the position).
    pub account: Option<Account>,
    /// In the log; null when nothing had to change.
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl AccountMutation {
    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn account_create(&self, ctx: &Context<'_>, input: RecordInput) -> Result<AccountPayload> {
        let fields = match outcome(field_map(input.fields.0))? {
            Ok(fields) => fields,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = CreateAccount { fields, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { create_account(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn account_update(&self, ctx: &Context<'_>, input: RecordUpdateInput) -> Result<AccountPayload> {
        let fields = match outcome(field_map(input.fields.0))? {
            Ok(fields) => fields,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = UpdateAccount {
            id: input.id,
            fields,
            expected_version: input.expected_version,
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { update_account(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("ACCOUNTS_ARCHIVE".into()))]
    async fn account_archive(&self, ctx: &Context<'_>, input: RecordActionInput) -> Result<AccountPayload> {
        let input =
            ArchiveAccount { id: input.id, reason: input.reason, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { archive_account(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("ACCOUNTS_ARCHIVE".into()))]
    async fn account_restore(&self, ctx: &Context<'_>, input: RecordActionInput) -> Result<AccountPayload> {
        let input = RestoreAccount { id: input.id, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { restore_account(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    /// Brings back what fields held at another moment, as an ordinary edit: nothing is restored that could not be typed.
    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn account_restore_values(
        &self,
        ctx: &Context<'_>,
        input: RecordRestoreValuesInput,
    ) -> Result<AccountPayload> {
        let input = match outcome(input.into_command())? {
            Ok(input) => input,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let done =
            run(ctx, |context, actor| async move { restore_account_values(&context, &actor, input).await })
                .await?;
        Ok(payload(ctx, done).await?)
    }

    /// Takes back one event (by its position) with a compensating one; refuses fields changed since unless forced.
    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn account_undo(&self, ctx: &Context<'_>, input: RecordUndoInput) -> Result<AccountPayload> {
        let input = UndoAccount {
            id: input.id,
            position: input.position,
            force: input.force.unwrap_or(false),
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { undo_account(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }
}

fn refused(user_errors: Vec<UserError>) -> AccountPayload {
    AccountPayload { account: None, position: None, user_errors }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::Account>, Vec<UserError>>,
) -> ApiResult<AccountPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let account = if stale { None } else { one(ctx, done.id).await? };
    Ok(AccountPayload { account, position: done.position, user_errors: Vec::new() })
}
