//! The requests of people about their data: somebody gave me one, its answer is ready, or its time runs out.

use serde_json::Error;
use uuid::Uuid;

use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words};
use crate::suppression::requests::events::RequestEvent;
use crate::suppression::requests::facts::RequestFact;

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let subject = Subject { kind: SubjectKind::PrivacyRequest, id: happened.about };
    match happened.read()? {
        // Without a giver it is sample data, which is nobody's work; without an assignee it was taken from somebody.
        RequestEvent::RequestAssigned { by, assignee: Some(assignee), .. } if by != Uuid::nil() => {
            Ok(vec![News::Tell(Told {
                whom: Whom::User(assignee),
                except: Some(by),
                subject: Some(subject),
                details: Details::default(),
                joins: false,
            })])
        }
        // Of the job's end, who asked for it stands beside the event.
        RequestEvent::RequestAnswered { .. } => Ok(happened
            .to_asker(Some(SubjectKind::PrivacyRequest), Details::of(Outcome::Done, &[("answered", 1)]))),
        _ => Ok(Vec::new()),
    }
}

pub fn words(shown: &Shown<'_>) -> Words {
    let name = shown.name.map(|name| format!(": {name}")).unwrap_or_default();
    let answered = shown.details.number("answered") > 0;
    let by = shown.by.map(|by| format!(" by {by}")).unwrap_or_default();
    Words {
        title: match answered {
            true => format!("The request is answered{name}"),
            false => format!("A request was given to you{by}{name}"),
        },
        text: None,
        link: shown.link("/compliance/requests"),
        tone: if answered { Tone::Good } else { Tone::Neutral },
    }
}

pub fn due(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let RequestFact::PrivacyRequestDue(due) = happened.read()?;
    let outcome = if due.overdue { Outcome::Failed } else { Outcome::Attention };
    Ok(vec![News::Tell(Told {
        whom: Whom::User(due.assignee),
        except: None,
        subject: Some(Subject { kind: SubjectKind::PrivacyRequest, id: happened.about }),
        details: Details::of(outcome, &[]),
        joins: false,
    })])
}

pub fn due_words(shown: &Shown<'_>) -> Words {
    let name = shown.name.map(|name| format!(": {name}")).unwrap_or_default();
    let title = match shown.details.outcome {
        Outcome::Failed => format!("The time to answer a request is over{name}"),
        _ => format!("A request must be answered within seven days{name}"),
    };
    Words { title, text: None, link: shown.link("/compliance/requests"), tone: shown.details.outcome.into() }
}
