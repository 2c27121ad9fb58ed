//! The answer as a person reads it: what they are now first, then everything that happened, nothing left out.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::gather::{EventPart, PersonalData, Thing};
use crate::suppression::requests::pdf::Block;

pub(super) fn blocks(person: &PersonalData) -> Vec<Block> {
    let asked = &person.request;
    let mut out = vec![
        Block::title("Your personal data"),
        Block::text(
            "This is everything that is held about you in our customer database, with where it came from. The file person.json beside this document holds the same for programs.",
        ),
        Block::row("Request", asked.id.to_string()),
        Block::row("Received", moment(asked.received_at)),
        Block::row("Answered", moment(asked.answered_at)),
    ];
    for (label, value) in [("Name", &asked.name), ("Email", &asked.email), ("Phone", &asked.phone)] {
        out.extend(value.as_ref().map(|value| Block::row(label, value.clone())));
    }
    if person.contacts.is_empty() {
        out.push(Block::heading("Contacts"));
        out.push(Block::text("No contact is held about you."));
    }
    for (number, contact) in (1..).zip(&person.contacts) {
        out.push(Block::heading(match person.contacts.len() {
            1 => "Contact".to_owned(),
            many => format!("Contact {number} of {many}"),
        }));
        out.push(Block::row("State", contact.standing));
        out.extend(contact.merged_into.map(|_| Block::text("It was merged into another of these contacts.")));
        out.extend(contact.company.as_ref().map(|company| Block::row("Company", company.clone())));
        for field in &contact.fields {
            let source =
                field.source.as_deref().unwrap_or(if field.derived { "worked out" } else { "unknown" });
            out.push(Block::row(field.label.clone(), shown(&field.value)));
            out.push(Block::small(format!("since {}, from {source}", moment(field.since))));
        }
        out.push(Block::heading("What happened to it"));
        events(&mut out, &contact.history);
    }
    out.push(Block::heading("Segments, lists and domain sets"));
    if person.audiences.is_empty() {
        out.push(Block::text("You are in none of them and were in none."));
    }
    for stay in &person.audiences {
        out.push(Block::row(stay.kind.label(), stay.name.clone()));
        let since = stay.since.map_or_else(String::new, |since| format!("since {}. ", moment(since)));
        out.push(Block::small(format!("{since}{}", stay.why)));
        if let Some(until) = stay.until {
            let why = stay.why_until.as_deref().unwrap_or_default();
            out.push(Block::small(format!("until {}. {why}", moment(until))));
        }
    }
    things(&mut out, "Consent", "Nothing was recorded about your consent.", &person.consents);
    things(
        &mut out,
        "Suppressions",
        "You are on no list of people who are not contacted.",
        &person.suppressions,
    );
    things(&mut out, "Tasks about you", "There are none.", &person.tasks);
    things(&mut out, "Notes about you", "There are none.", &person.notes);
    out.push(Block::heading("Files by which your data came"));
    if person.imports.is_empty() {
        out.push(Block::text("None."));
    }
    for import in &person.imports {
        out.push(Block::row(import.name.clone(), import.uploaded_at.map(moment).unwrap_or_default()));
    }
    for held in &person.file_rows {
        out.push(Block::text(format!("{}, row {}", held.name, held.row)));
        out.extend(held.cells.iter().map(|cell| Block::row(cell.column.clone(), cell.value.clone())));
    }
    out.push(Block::heading("Files that may hold your data"));
    out.push(Block::text(match person.exports.len() {
        0 => "None is kept.",
        _ => "Lists of contacts that were taken out as files and are still kept. Who is in them is not written down.",
    }));
    for export in &person.exports {
        let format = export.format.unwrap_or("file").to_uppercase();
        out.push(Block::row(format, export.as_of.map(moment).unwrap_or_default()));
    }
    out
}

fn things(out: &mut Vec<Block>, heading: &str, nothing: &str, things: &[Thing]) {
    out.push(Block::heading(heading));
    if things.is_empty() {
        out.push(Block::text(nothing));
    }
    for thing in things {
        events(out, &thing.history);
    }
}

fn events(out: &mut Vec<Block>, history: &[EventPart]) {
    for event in history {
        out.push(Block::text(format!("{}, {}", moment(event.at), event.event)));
        out.push(Block::small(format!("by {}, from {}, entry {}", event.role, event.source, event.position)));
        let mut lines = Vec::new();
        flatten("", &event.data, &mut lines);
        out.extend(lines.into_iter().map(|(label, value)| Block::row(label, value)));
    }
}

/// `changes.city.new` and its value; what is empty says nothing.
fn flatten(path: &str, value: &Value, lines: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(&path, value, lines);
            }
        }
        Value::Null => {}
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (number, item) in (1..).zip(items) {
                flatten(&format!("{path}.{number}"), item, lines);
            }
        }
        Value::Array(items) if items.is_empty() => {}
        other => lines.push((path.to_owned(), shown(other))),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

pub(in crate::suppression::requests) fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_entry_is_laid_out_line_by_line() {
        let mut lines = Vec::new();
        let data = json!({ "changes": { "city": { "old": null, "new": "Ribe" } }, "tags": ["a", "b"], "none": [], "rows": [{ "x": 1 }] });
        flatten("", &data, &mut lines);
        let line = |label: &str, value: &str| (label.to_owned(), value.to_owned());
        assert_eq!(lines, [line("changes.city.new", "Ribe"), line("rows.1.x", "1"), line("tags", "a, b")]);
    }
}
