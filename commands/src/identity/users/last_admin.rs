//! There is always an active administrator: what may take one away happens one at a time.

use std::future::Future;

use pivotal_domain::identity::users::keys::{ACTIVE_ADMIN, YES};
use pivotal_log::append::Lane;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::key_owners;

/// Waiting here costs no connection; only one task of a process waits in the database.
static IN_THIS_PROCESS: Mutex<()> = Mutex::const_new(());

/// Runs `work` while nobody else, in any process, can change who is an administrator. Two administrators who disable
/// each other at the same moment would otherwise both be told that the other one is left.
pub(crate) async fn one_at_a_time<T>(
    ctx: &Context,
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    let _turn = IN_THIS_PROCESS.lock().await;
    // 7010: the lock of this rule. It ends with the transaction, also when this process dies.
    let mut tx = ctx.log.pools.write.begin().await?;
    sqlx::query!("select pg_advisory_xact_lock(7010)").execute(&mut *tx).await?;
    let outcome = work.await;
    tx.rollback().await?;
    outcome
}

/// Active administrators besides this user, as committed.
pub(crate) async fn other_active_admins(ctx: &Context, user_id: Uuid) -> Result<u64, CommandError> {
    let owners = key_owners(ctx, Lane::Interactive, &[(ACTIVE_ADMIN, YES.to_owned())]).await?;
    Ok(owners.values().flatten().filter(|owner| **owner != user_id).count() as u64)
}
