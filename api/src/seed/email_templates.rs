//! An email template of the sample: an invitation put together of blocks, submitted and waiting for somebody to approve it. Found
//! again by its name.

use pivotal_commands::context::Context;
use pivotal_commands::email::templates::archive::archive_template;
use pivotal_commands::email::templates::create::{CreateTemplate, create_template};
use pivotal_commands::email::templates::review::submit_template;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::email::templates::blocks::{Align, Block, Document, Style};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::keys;
use uuid::Uuid;

use super::seeder;

const INVITATION: &str = "Webinar invitation";

/// Makes what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    if found(ctx).await?.is_some() {
        return Ok(None);
    }
    let details = Details {
        name: INVITATION.to_owned(),
        brand: Some("Northwind".to_owned()),
        tags: vec!["sample".to_owned()],
    };
    let input = CreateTemplate { details, content: Some(invitation()), idempotency_key: None };
    let made = create_template(ctx, &seeder(), input).await?;
    Ok(submit_template(ctx, &seeder(), made.id).await?.position.max(made.position))
}

/// Archives it. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    match found(ctx).await? {
        Some(id) => Ok(archive_template(ctx, &seeder(), id).await?.position),
        None => Ok(None),
    }
}

pub(super) async fn found(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    claim_owner(ctx, keys::NAME, &INVITATION.to_lowercase()).await
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
