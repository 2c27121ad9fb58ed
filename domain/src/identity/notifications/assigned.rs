//! Somebody else made me the owner of records. One by one in the app they join up; of a bulk change or an import they are
//! counted, and told when it has ended.

use serde::Deserialize;
use serde_json::Error;
use std::collections::HashMap;

use super::news::{Counted, Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words, counted};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::FieldChange;
use crate::audience::record::source::Source;

/// What is read of an event of a record; the name of it is the only key around this.
#[derive(Debug, Deserialize)]
struct Given {
    source: Option<Source>,
    #[serde(default)]
    fields: Created,
    #[serde(default)]
    changes: Changed,
}

#[derive(Debug, Default, Deserialize)]
struct Created {
    owner: Option<FieldValue>,
}

#[derive(Debug, Default, Deserialize)]
struct Changed {
    owner: Option<FieldChange>,
}

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let events: HashMap<String, Given> = happened.read()?;
    let Some((name, given)) = events.into_iter().next() else { return Ok(Vec::new()) };
    let (subject, number) = match name.as_str() {
        "ContactCreated" | "ContactFieldsChanged" => (SubjectKind::Contact, "contacts"),
        "AccountCreated" | "AccountFieldsChanged" => (SubjectKind::Account, "accounts"),
        // A piece of work has ended.
        _ => return Ok(vec![News::Settle { work: happened.about }]),
    };
    let owner = given.fields.owner.or(given.changes.owner.and_then(|change| change.new));
    let (Some(owner), Some(source)) = (owner.as_ref().and_then(FieldValue::as_text), given.source) else {
        return Ok(Vec::new());
    };
    let (whom, except) = (Whom::Owner(owner.to_owned()), happened.by);
    Ok(match source {
        Source::Ui | Source::Api | Source::Automation { .. } => vec![News::Tell(Told {
            whom,
            except,
            subject: Some(Subject { kind: subject, id: happened.about }),
            details: Details::of(Outcome::Done, &[(number, 1)]),
            joins: true,
        })],
        Source::Import { id: work, .. } | Source::Bulk { id: work } | Source::Weighed { bulk: work, .. } => {
            vec![News::Count(Counted { work, whom, except, number })]
        }
        // What an undo or a merge gives back was somebody's before, and sample data is nobody's work.
        Source::Undo { .. }
        | Source::ImportUndo { .. }
        | Source::BulkUndo { .. }
        | Source::Merge { .. }
        | Source::Verification { .. }
        | Source::Enrichment
        | Source::Seed
        | Source::System => Vec::new(),
    })
}

/// What "owner is me" is in the address of a list.
const MINE: &str =
    "?filter=%7B%22field%22%3A%22owner%22%2C%22op%22%3A%22equals%22%2C%22value%22%3A%22me%22%7D";

pub fn words(shown: &Shown<'_>) -> Words {
    let (contacts, accounts) = (shown.details.number("contacts"), shown.details.number("accounts"));
    let one = shown.subject.filter(|_| contacts + accounts == 1);
    let what = match (shown.name, contacts, accounts) {
        (Some(name), ..) if one.is_some() => name.to_owned(),
        (_, 1, 0) => "A contact".to_owned(),
        (_, 0, 1) => "An account".to_owned(),
        (_, contacts, 0) => counted(contacts, "contact", "contacts"),
        (_, 0, accounts) => counted(accounts, "account", "accounts"),
        (_, contacts, accounts) => format!(
            "{} and {}",
            counted(contacts, "contact", "contacts"),
            counted(accounts, "account", "accounts")
        ),
    };
    let were = if contacts + accounts == 1 { "was" } else { "were" };
    let by = shown.by.map(|by| format!(" by {by}")).unwrap_or_default();
    let list = if contacts > 0 { "/contacts" } else { "/accounts" };
    Words {
        title: format!("{what} {were} assigned to you{by}"),
        text: None,
        link: one.map_or_else(|| format!("{list}{MINE}"), |subject| format!("{list}/{}", subject.id)),
        tone: Tone::Neutral,
    }
}
