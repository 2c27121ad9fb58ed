//! What a campaign by mail says. That what it points at is there, and that its subjects can be read, is asked when it is kept; whether it
//! may be sent, before it is.

use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::email::templates::tags::Merged;
use pivotal_domain::email::templates::tags::fields::Vocabulary;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::run;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::templates::vocabulary;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;

pub async fn define_content(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    content: EmailContent,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsEdit)?;
    let sender = ctx.log.load::<SenderProfile>(content.sender).await?.state;
    if sender.setup.is_none() {
        return Err(SenderError::Unknown.into());
    }
    let known = vocabulary(ctx).await?;
    let templates: Vec<Uuid> = content.variants.iter().map(|variant| variant.template).collect();
    let loaded = ctx.log.load_many::<EmailTemplate>(&templates).await?;
    for (variant, template) in content.variants.iter().zip(loaded) {
        check(variant, template.state, &known)?;
    }
    let content = Box::new(content);
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::DefineContent {
        content: content.clone(),
        at,
    })
    .await
}

fn check(variant: &Variant, template: EmailTemplate, known: &Vocabulary) -> Result<(), CommandError> {
    let made = template.made.ok_or(TemplateError::NotFound)?;
    if made.version(variant.version).is_none() {
        return Err(TemplateError::NoSuchVersion(variant.version).into());
    }
    let Some(subject) = &variant.subject else { return Ok(()) };
    let read = Merged::parse(subject).and_then(|subject| known.check(&subject));
    read.map_err(|error| {
        let message = format!("In the subject of variant {}: {}.", variant.key, error.fault);
        CommandError::rejected(Rejection::of_field("subject", "TAG_UNKNOWN", message))
    })
}
