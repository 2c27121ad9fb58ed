//! Reading the test mailbox. It holds links that let people in, so it is open to administrators only.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::error::CommandError;
use crate::ports::mailer::{KeptMail, Mailbox, OpenedMail};

/// As many as a page shows.
const MOST: i64 = 200;

/// The newest first.
pub async fn kept_mails(mailbox: &dyn Mailbox, actor: &Actor) -> Result<Vec<KeptMail>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    Ok(mailbox.newest(MOST).await?)
}

/// One of them, opened. Whoever shows its HTML keeps it from running.
pub async fn kept_mail(
    mailbox: &dyn Mailbox,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<OpenedMail>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    Ok(mailbox.find(id).await?)
}
