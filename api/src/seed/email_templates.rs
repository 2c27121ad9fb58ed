//! Email templates of the sample, put together of blocks: an invitation that waits for somebody to approve it, and news that somebody
//! approved. Found again by their names.

use pivotal_commands::context::Context;
use pivotal_commands::email::templates::archive::archive_template;
use pivotal_commands::email::templates::create::{CreateTemplate, create_template};
use pivotal_commands::email::templates::review::{approve_template, submit_template};
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::development::LOGINS;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::email::templates::blocks::{Align, Block, Document, Style};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::keys;
use pivotal_domain::email::templates::{EmailTemplate, Standing};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::keys as users;
use uuid::Uuid;

use super::seeder;

const INVITATION: &str = "Webinar invitation";
const NEWS: &str = "Product news";
/// Where the button of the news leads.
pub(super) const STORY: &str = "https://northwind.example/stories/forecast";

/// Makes what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    if named(ctx, INVITATION).await?.is_none() {
        last = submitted(ctx, INVITATION, invitation()).await?.1.max(last);
    }
    if named(ctx, NEWS).await?.is_none() {
        let (id, position) = submitted(ctx, NEWS, news()).await?;
        last = position.max(last);
        // By another than who wrote it, as everywhere.
        if let Some(approver) = approver(ctx).await? {
            last = approve_template(ctx, &approver, id, 1).await?.position.max(last);
        }
    }
    Ok(last)
}

/// Archives them. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for name in [INVITATION, NEWS] {
        if let Some(id) = named(ctx, name).await? {
            last = archive_template(ctx, &seeder(), id).await?.position.max(last);
        }
    }
    Ok(last)
}

/// The invitation.
pub(super) async fn found(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    named(ctx, INVITATION).await
}

/// The news, once they are approved.
pub(super) async fn approved(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    let Some(id) = named(ctx, NEWS).await? else { return Ok(None) };
    let made = ctx.log.load::<EmailTemplate>(id).await?.state.made;
    let version = made.as_ref().and_then(|made| made.version(1));
    Ok(version.filter(|version| version.standing == Standing::Approved).map(|_| id))
}

async fn named(ctx: &Context, name: &str) -> Result<Option<Uuid>, CommandError> {
    claim_owner(ctx, keys::NAME, &name.to_lowercase()).await
}

async fn submitted(ctx: &Context, name: &str, content: Content) -> Result<(Uuid, Option<i64>), CommandError> {
    let details = Details {
        name: name.to_owned(),
        brand: Some("Northwind".to_owned()),
        tags: vec!["sample".to_owned()],
    };
    let input = CreateTemplate { details, content: Some(content), idempotency_key: None };
    let made = create_template(ctx, &seeder(), input).await?;
    Ok((made.id, submit_template(ctx, &seeder(), made.id).await?.position.max(made.position)))
}

/// The administrator among the development users, who come before the sample.
async fn approver(ctx: &Context) -> Result<Option<Actor>, CommandError> {
    let Some(login) = LOGINS.iter().find(|login| login.role == Role::Admin) else { return Ok(None) };
    let id = claim_owner(ctx, users::EMAIL, login.email).await?;
    Ok(id.map(|user_id| Actor { user_id, name: login.name.to_owned(), ..seeder() }))
}

fn invitation() -> Content {
    let text = |text: &str| Block::Text { text: text.to_owned(), align: Align::Left };
    let blocks = vec![
        Block::Heading { text: "Demand that closes".to_owned(), level: 1, align: Align::Left },
        text(
            "Hello {{contact.first_name|there}},\n\nhow do teams like yours at {{account.name|your company}} decide whom to call first? **Forty minutes, three answers**, and time for your questions.",
        ),
        Block::Button {
            label: "Save my seat".to_owned(),
            url: "https://northwind.example/webinar".to_owned(),
            align: Align::Left,
        },
        Block::Divider,
        text("See you there,\n{{sender.name|the Northwind team}}"),
        Block::Footer { text: String::new() },
    ];
    Content {
        subject: "{{contact.first_name|You}}, forty minutes on demand that closes".to_owned(),
        preheader: "Three answers, and time for your questions.".to_owned(),
        mjml: String::new(),
        blocks: Some(Document { style: Style::default(), blocks }),
        text: None,
    }
}

fn news() -> Content {
    let text = |text: &str| Block::Text { text: text.to_owned(), align: Align::Left };
    let blocks = vec![
        Block::Heading { text: "Forecasts you can defend".to_owned(), level: 1, align: Align::Left },
        text(
            "Hello {{contact.first_name|there}},\n\nhow a team of nine at a freight company stopped guessing what next quarter brings, and what it took them.",
        ),
        Block::Button { label: "Read the story".to_owned(), url: STORY.to_owned(), align: Align::Left },
        Block::Divider,
        text("Until next month,\n{{sender.name|the Northwind team}}"),
        Block::Footer { text: String::new() },
    ];
    Content {
        subject: "Forecasts you can defend".to_owned(),
        preheader: "What a team of nine changed, and what it took them.".to_owned(),
        mjml: String::new(),
        blocks: Some(Document { style: Style::default(), blocks }),
        text: None,
    }
}
