//! The record that work is about: who may see it, and whether anything may be written about it still.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::error::ContactError;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::about::About;

use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;

/// New work is put on a record in use, by somebody who sees it. To everybody else there is no such record.
pub(super) async fn authorise_about(ctx: &Context, actor: &Actor, about: About) -> Result<(), CommandError> {
    let reach = authorise_on(actor, about.entity, permission_to_view(about.entity))?;
    match about.entity {
        Entity::Contact => {
            let reach = reach.over::<Contact>(ctx, about.id).await?;
            let contact = ctx.log.load::<Contact>(about.id).await?.state;
            reach.check(&contact.record)?;
            Ok(contact.must_be_active()?)
        }
        Entity::Account => {
            let reach = reach.over::<Account>(ctx, about.id).await?;
            let account = ctx.log.load::<Account>(about.id).await?.state;
            reach.check(&account.record)?;
            Ok(account.must_be_active()?)
        }
    }
}

/// Nothing is written about a person who was erased: it would be dropped unread, as there is no key to seal it with.
pub(super) async fn must_hold_text(ctx: &Context, about: Option<About>) -> Result<(), CommandError> {
    let Some(About { entity: Entity::Contact, id }) = about else { return Ok(()) };
    match ctx.log.load::<Contact>(id).await?.state.record.standing {
        Standing::Erased => Err(ContactError::Erased.into()),
        Standing::Absent | Standing::Active | Standing::Archived => Ok(()),
    }
}
