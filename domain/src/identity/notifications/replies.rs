//! Somebody else gave me a reply to a campaign. One after the other they join up.

use serde_json::Error;

use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words, counted};
use crate::email::replies::events::EmailReplyEvent;

/// Where they are read.
const INBOX: &str = "/campaigns/replies";

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    // Without an assignee it was taken from somebody.
    let EmailReplyEvent::EmailReplyAssigned { to: Some(to), .. } = happened.read()? else {
        return Ok(Vec::new());
    };
    Ok(vec![News::Tell(Told {
        whom: Whom::User(to),
        except: happened.by,
        subject: Some(Subject { kind: SubjectKind::EmailReply, id: happened.about }),
        details: Details::of(Outcome::Done, &[("replies", 1)]),
        joins: true,
    })])
}

pub fn words(shown: &Shown<'_>) -> Words {
    let replies = shown.details.number("replies");
    let what = match (shown.name, replies) {
        (Some(name), 1) => format!("A reply of {name} was"),
        (None, 1) => "A reply was".to_owned(),
        (_, replies) => format!("{} were", counted(replies, "reply", "replies")),
    };
    let by = shown.by.map(|by| format!(" by {by}")).unwrap_or_default();
    let link = match (shown.subject, replies) {
        (Some(reply), 1) => format!("{INBOX}?open={}", reply.id),
        _ => format!("{INBOX}?with=me"),
    };
    Words { title: format!("{what} given to you{by}"), text: None, link, tone: Tone::Neutral }
}
