//! A campaign's mails to colleagues, through the very account they will leave by, to see them where they will be read. Outside of the
//! ledger: nobody of the audience gets one. The jobs hold ids only.

use std::sync::Arc;

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::decide::SEEDS_MAX;
use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, Made};
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::email::templates::tags::fields::{
    PREFERENCES_URL, SENDER_ADDRESS, UNSUBSCRIBE_URL, VIEW_URL,
};
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::wording::{content_of, own};
use super::{Outside, made, take};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::sending::wording::{Making, Wording};
use crate::email::templates::values::shown_to;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::ports::email_provider::content::{Content, Piece};
use crate::ports::email_provider::email::{Email, Party, Unsubscribe};
use crate::ports::email_provider::{HandOver, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedTest {
    pub id: Uuid,
    /// Users of ours.
    pub to: Vec<Uuid>,
    /// Whose values it shows; fallbacks unless said.
    pub contact: Option<Uuid>,
}

/// The payload of a job: one variant to one colleague.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wanted {
    campaign: Uuid,
    digest: String,
    variant: char,
    to: Uuid,
    contact: Option<Uuid>,
    asker: Asker,
}

/// The names of those it goes to come with it. What cannot be made is refused at once.
pub async fn seed_test(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    input: SeedTest,
) -> Result<(Executed<Campaign>, Vec<String>), CommandError> {
    authorise_all(actor, Permission::CampaignsEdit)?;
    let SeedTest { id, mut to, contact } = input;
    to.sort_unstable();
    to.dedup();
    let names = colleagues(ctx, &to).await?;
    let Made { content, brand, .. } = made(ctx, id).await?;
    let content = content.ok_or(CampaignError::ContentMissing)?;
    for variant in &content.variants {
        written(ctx, outside, actor, (&content, variant, brand), contact, Uuid::nil()).await?;
    }
    let digest = content.digest();
    let variants: Vec<char> = content.variants.iter().map(|variant| variant.key).collect();
    let (users, keys) = (to.clone(), variants.clone());
    let command = CampaignCommand::SeedTested { to, digest: digest.clone(), variants, at: ctx.now() };
    let done = execute::<Campaign, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        |_, _| {
            let pairs = users.iter().flat_map(|user| keys.iter().map(move |key| (*user, *key)));
            let wanted = |(to, variant): (Uuid, char)| Wanted {
                campaign: id,
                digest: digest.clone(),
                variant,
                to,
                contact,
                asker: Asker::of(actor),
            };
            pairs.map(wanted).map(|wanted| job(actor, id, &wanted)).collect()
        },
    )
    .await?;
    Ok((done, names))
}

fn job(actor: &Actor, id: Uuid, wanted: &Wanted) -> Result<NewJob, CommandError> {
    let kind = kinds::CAMPAIGN_SEED_TEST;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, wanted)?;
    take::of(actor, id, &mut job);
    Ok(job)
}

/// People of the house who can be written to.
async fn colleagues(ctx: &Context, to: &[Uuid]) -> Result<Vec<String>, CommandError> {
    if to.is_empty() || to.len() > SEEDS_MAX {
        return Err(CampaignError::SeedRecipients.into());
    }
    let mut names = Vec::with_capacity(to.len());
    for user in ctx.log.load_many::<User>(to).await? {
        let user = user.state;
        if user.role.is_none_or(|role| role.is_client()) || user.disabled || user.email.is_empty() {
            return Err(CommandError::rejected(Rejection::of_field(
                "to",
                "SEED_RECIPIENT_UNKNOWN",
                "Tests go to colleagues who can sign in, and one of these cannot. Choose others.",
            )));
        }
        names.push(user.name);
    }
    Ok(names)
}

/// A mail without its reader.
struct Written {
    account: String,
    from: Party,
    reply_to: Option<Party>,
    unsubscribe: Option<Unsubscribe>,
    content: Arc<Content>,
    values: Vec<String>,
}

async fn written(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    (content, variant, brand): (&EmailContent, &Variant, Uuid),
    contact: Option<Uuid>,
    message: Uuid,
) -> Result<Written, CommandError> {
    let sender = ctx.log.load::<SenderProfile>(content.sender).await?.state;
    let setup = sender.setup.ok_or(SenderError::Unknown)?;
    let brand = ctx.log.load::<Brand>(brand).await?.state.look.map(|look| look.name);
    let template = ctx.log.load::<EmailTemplate>(variant.template).await?.state;
    let said = content_of(&template, variant).ok_or(TemplateError::NoSuchVersion(variant.version))?;
    let making = Making {
        utm: content.utm.clone().map(Into::into),
        own: own(outside, Some(&setup)),
        // Nobody counts what colleagues open and click: their links lead straight there.
        ..Making::default()
    };
    let wording = Wording::new(&said, None, &making)
        .map_err(|problem| CommandError::from(TemplateError::Content(vec![problem])))?;
    let from = party(&sender.who.from_name, &sender.who.from_address)?;
    let reply_to = sender.who.reply_to.as_deref().map(|address| party("", address)).transpose()?;
    let mut values = shown_to(ctx, actor, contact).await?;
    of_sender(&sender.who, &setup, brand, &mut values);
    let base = outside.links.base(setup.tracking_domain.as_deref());
    let of_mail = outside.links.of_mail(&base, Uuid::nil(), message);
    // The way out works, and leads to a page that says it is nobody's.
    let way_out = of_mail.unsubscribe();
    values.set(UNSUBSCRIBE_URL, way_out.clone());
    values.set(PREFERENCES_URL, way_out.clone());
    values.set(VIEW_URL, of_mail.view());
    let filled = wording.filled(&mut values, &of_mail);
    let mut marked = (*wording.content).clone();
    marked.subject.insert(0, Piece::Words("[Test] ".to_owned()));
    let unsubscribe = Unsubscribe::new(&way_out, None).ok();
    Ok(Written {
        account: setup.account,
        from,
        reply_to,
        unsubscribe,
        content: Arc::new(marked),
        values: filled,
    })
}

fn party(name: &str, address: &str) -> Result<Party, CommandError> {
    let address = EmailAddress::parse(address).map_err(|_| {
        let message = "The address of the sender cannot be read. Correct the sender.";
        CommandError::rejected(Rejection::of_field("senderId", "SENDER_ADDRESS_INVALID", message))
    })?;
    Ok(Party::new(name, address))
}

fn of_sender(who: &Who, setup: &Setup, brand: Option<String>, values: &mut Values) {
    values.set("sender.name", &who.from_name);
    values.set("sender.email", &who.from_address);
    values.set("sender.company", brand.unwrap_or_default());
    values.set(SENDER_ADDRESS, setup.physical_address.replace('\n', ", "));
}

/// The handler of [`kinds::CAMPAIGN_SEED_TEST`].
#[derive(Clone)]
pub struct SendsSeedTests {
    pub ctx: Context,
    pub outside: Outside,
}

impl JobHandler for SendsSeedTests {
    const KIND: &'static str = kinds::CAMPAIGN_SEED_TEST.name;

    /// A provider that is slow to answer must not keep other work waiting.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let wanted: Wanted = job.payload()?;
        let (account, email) = match self.email(job.id, wanted).await {
            Ok(Some(email)) => email,
            // Nobody to write to, or what was to be seen is not said any more.
            Ok(None) | Err(CommandError::NotFound(_)) => return Ok(JobEnd::Done),
            Err(error @ (CommandError::Rejected(_) | CommandError::Forbidden(_))) => {
                return Err(JobError::permanent(error));
            }
            Err(error) => return Err(error.into()),
        };
        let answers = self.outside.accounts.hand_over(&account, std::slice::from_ref(&email)).await;
        match answers.into_iter().next() {
            Some(HandOver::Accepted { .. }) => Ok(JobEnd::Done),
            Some(HandOver::Refused {
                refusal:
                    Refusal::DeferRecipient(_)
                    | Refusal::DeferDomain(_)
                    | Refusal::DeferAll(_)
                    | Refusal::DeferBoth(_),
                said,
            }) => Err(anyhow::anyhow!("the provider wants it later: {said}").into()),
            Some(HandOver::Refused { said, .. }) => {
                Err(JobError::permanent(anyhow::anyhow!("the provider refused it: {said}")))
            }
            Some(HandOver::Unknown { said }) => {
                Err(JobError::permanent(anyhow::anyhow!("nobody knows whether it left: {said}")))
            }
            None => Err(JobError::permanent(anyhow::anyhow!("the provider said nothing"))),
        }
    }
}

impl SendsSeedTests {
    /// With the account it leaves by. `None`: its reader is gone, or another content is said by now.
    async fn email(&self, message: Uuid, wanted: Wanted) -> Result<Option<(String, Email)>, CommandError> {
        let (ctx, outside) = (&self.ctx, &self.outside);
        let reader = ctx.log.load::<User>(wanted.to).await?.state;
        let asker = ctx.log.load::<User>(wanted.asker.user).await?.state;
        if reader.disabled || reader.email.is_empty() || asker.disabled {
            return Ok(None);
        }
        let Made { content, brand, .. } = made(ctx, wanted.campaign).await?;
        let Some(content) = content.filter(|content| content.digest() == wanted.digest) else {
            return Ok(None);
        };
        let Some(variant) = content.variant(wanted.variant) else { return Ok(None) };
        let actor = wanted.asker.actor(&asker);
        let written =
            written(ctx, outside, &actor, (&content, variant, brand), wanted.contact, message).await?;
        let Written { account, from, reply_to, unsubscribe, content, values } = written;
        let to = party(&reader.name, &reader.email)?;
        let email = Email {
            id: message,
            campaign: None,
            from,
            reply_to,
            to,
            bounces_to: None,
            unsubscribe,
            headers: Vec::new(),
            content,
            values,
        };
        Ok(Some((account, email)))
    }
}
