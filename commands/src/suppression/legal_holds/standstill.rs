//! Deleting rows and files, of which no append decides, while nobody places a hold.

use sqlx::{Postgres, Transaction};

use super::guard::{Holds, SCOPE};
use crate::context::Context;
use crate::error::CommandError;

/// From its beginning to its end no hold comes to stand: whoever places one waits for it, and whoever appends in the same lane waits
/// behind them. So nothing slow is done in it, and nothing is appended, which would wait for itself.
#[derive(Debug)]
pub struct Standstill {
    /// As they stand until the end.
    pub holds: Holds,
    /// Where rows are deleted. Dropped without [`Self::end`], it takes them back.
    pub transaction: Transaction<'static, Postgres>,
}

impl Standstill {
    pub async fn begin(ctx: &Context) -> Result<Self, CommandError> {
        let mut transaction = ctx.log.pools.write.begin().await?;
        sqlx::query_scalar!("select last from guard.changes where scope = $1 for share", SCOPE)
            .fetch_one(&mut *transaction)
            .await?;
        // Elsewhere than in the transaction, and after the lock: what was committed before it is seen.
        let holds = Holds::read(ctx).await?;
        Ok(Standstill { holds, transaction })
    }

    pub async fn end(self) -> Result<(), CommandError> {
        Ok(self.transaction.commit().await?)
    }
}
