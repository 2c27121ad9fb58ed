//! Rows of import files that hold the person of a request, also where no contact does. Every file is read, so this is looked at when
//! an answer is made, and not while somebody waits in front of a screen.

use std::collections::BTreeSet;

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::suppression::requests::outcome::RowsHeld;
use pivotal_domain::suppression::requests::received::Subject;
use uuid::Uuid;

use crate::audience::contacts::erase_job;
use crate::audience::imports::held_rows::{HeldRow, held_rows};
use crate::audience::imports::person::Person;
use crate::context::Context;
use crate::error::CommandError;

/// Of one import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileRows {
    pub import: Uuid,
    pub name: String,
    pub rows: Vec<HeldRow>,
}

/// By what the request names the person, and by everything their contacts were ever known by. Imports without a row of theirs
/// are left out.
pub(super) async fn rows_in_files(
    ctx: &Context,
    subject: &Subject,
    contacts: &[Uuid],
) -> Result<Vec<FileRows>, CommandError> {
    let (mut values, _) = who(subject);
    for contact in contacts {
        values.extend(erase_job::who(ctx, *contact).await?.0);
    }
    let person = Person::new(values);
    let mut found = Vec::new();
    for import in erase_job::imports(ctx).await? {
        let loaded = ctx.log.load::<Import>(import).await?.state;
        let rows = held_rows(ctx, import, &loaded, contacts, &person).await?;
        if !rows.is_empty() {
            found.push(FileRows { import, name: loaded.name, rows });
        }
    }
    Ok(found)
}

/// Whether everything the request names the person by is what their contacts are known by: then the erasures of those look for it
/// in every file.
pub(super) async fn known_by_contacts(
    ctx: &Context,
    subject: &Subject,
    contacts: &[Uuid],
) -> Result<bool, CommandError> {
    let (mut values, _) = who(subject);
    for contact in contacts {
        let known = erase_job::who(ctx, *contact).await?.0;
        values.retain(|value| !known.contains(value));
    }
    Ok(values.is_empty())
}

/// In numbers and ids, which stay when the person is forgotten.
pub(super) fn counted(files: &[FileRows]) -> Vec<RowsHeld> {
    files.iter().map(|file| RowsHeld { import: file.import, rows: file.rows.len() as u64 }).collect()
}

/// By what the request itself names the person. A name of one word could mean anybody.
pub(super) fn who(subject: &Subject) -> (BTreeSet<String>, BTreeSet<String>) {
    let values = subject.email.iter().chain(&subject.phone).cloned().collect();
    let names = subject.name.iter().map(|name| fold(name)).filter(|name| name.contains(' ')).collect();
    (values, names)
}
