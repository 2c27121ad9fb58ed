//! A person is erased: tests of templates and of campaigns that showed their values, and are kept in the test mailbox, go. Mail that
//! has left is in the mailbox of whoever sent it to themselves.

use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::kinds;

/// Can be done again. A mail has the id of the job that sent it, and finished jobs are kept longer than mails.
pub async fn forget(ctx: &Context, contact: Uuid) -> Result<(), CommandError> {
    let tests = [kinds::EMAIL_TEST_SEND.name, kinds::CAMPAIGN_SEED_TEST.name].map(str::to_owned);
    sqlx::query!(
        "delete from mail.mailbox where id in (select id from jobs.queue where kind = any($1) and payload ->> 'contact' = $2)",
        &tests[..],
        contact.to_string()
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}
