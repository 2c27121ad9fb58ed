//! What merge tags stand for: fields of one contact and of its account, and who writes.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::email::templates::tags::fields::{
    PREFERENCES_URL, SENDER_ADDRESS, UNSUBSCRIBE_URL, VIEW_URL,
};
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::email::sending::recipients::fill;
use crate::error::CommandError;

/// As a mail to this contact would have them, for somebody who may see the contact; without one, tags show their fallbacks. The
/// sender is whoever looks, and the links lead nowhere: no campaign stands behind a look.
pub async fn shown_to(ctx: &Context, actor: &Actor, contact: Option<Uuid>) -> Result<Values, CommandError> {
    let mut values = Values::default();
    if let Some(contact) = contact {
        of_contact(ctx, actor, contact, &mut values).await?;
    }
    values.set("sender.name", &actor.name);
    values.set("sender.email", &actor.email);
    values.set("sender.company", "[company]");
    values.set(SENDER_ADDRESS, "[postal address]");
    for (path, page) in
        [(UNSUBSCRIBE_URL, "unsubscribe"), (PREFERENCES_URL, "preferences"), (VIEW_URL, "view")]
    {
        values.set(path, format!("https://example.invalid/{page}"));
    }
    Ok(values)
}

async fn of_contact(ctx: &Context, actor: &Actor, id: Uuid, values: &mut Values) -> Result<(), CommandError> {
    let reach = authorise_on(actor, Entity::Contact, permission_to_view(Entity::Contact))?;
    let reach = reach.over::<Contact>(ctx, id).await?;
    let contact = ctx.log.load::<Contact>(id).await?.state;
    reach.check(&contact.record)?;
    if matches!(contact.record.standing, Standing::Absent | Standing::Erased) {
        return Err(CommandError::NotFound("There is no contact with this id.".into()));
    }
    fill("contact", &contact.record, values);
    let Some(link) = contact.account else { return Ok(()) };
    // Who may not see the account sees the mail as it is without one.
    if let Ok(reach) = authorise_on(actor, Entity::Account, permission_to_view(Entity::Account)) {
        let reach = reach.over::<Account>(ctx, link.account_id).await;
        let account = ctx.log.load::<Account>(link.account_id).await?.state;
        if reach.is_ok_and(|reach| reach.check(&account.record).is_ok()) {
            fill("account", &account.record, values);
        }
    }
    Ok(())
}
