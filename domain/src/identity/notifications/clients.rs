//! The clients somebody looks after: one was given to them, archived or restored.

use serde_json::Error;
use uuid::Uuid;

use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words};
use crate::identity::clients::events::ClientEvent;

const GIVEN: &str = "given";
const ARCHIVED: &str = "archived";
const RESTORED: &str = "restored";

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    // Without somebody who did it, it is sample data, which is nobody's work.
    let Some(by) = happened.by.filter(|by| !by.is_nil()) else { return Ok(Vec::new()) };
    let tell = |whom: Uuid, what: &'static str| {
        vec![News::Tell(Told {
            whom: Whom::User(whom),
            except: Some(by),
            subject: Some(Subject { kind: SubjectKind::Client, id: happened.about }),
            details: Details::of(Outcome::Done, &[(what, 1)]),
            joins: false,
        })]
    };
    Ok(match happened.read()? {
        ClientEvent::ClientOwnerChanged { owner: Some(owner), .. } => tell(owner, GIVEN),
        ClientEvent::ClientArchived { owner: Some(owner), .. } => tell(owner, ARCHIVED),
        ClientEvent::ClientRestored { owner: Some(owner), .. } => tell(owner, RESTORED),
        _ => Vec::new(),
    })
}

pub fn words(shown: &Shown<'_>) -> Words {
    let by = shown.by.map(|by| format!(" by {by}")).unwrap_or_default();
    let archived = shown.details.number(ARCHIVED) > 0;
    let title = if shown.details.number(GIVEN) > 0 {
        let name = shown.name.map(|name| format!(": {name}")).unwrap_or_default();
        format!("A client was given to you{by}{name}")
    } else {
        let name = shown.name.unwrap_or("A client you look after");
        format!("{name} was {}{by}", if archived { ARCHIVED } else { RESTORED })
    };
    Words {
        title,
        text: archived.then(|| "Its people cannot sign in, and nothing new is done for it.".to_owned()),
        link: shown.link("/clients"),
        tone: if archived { Tone::Warning } else { Tone::Neutral },
    }
}
