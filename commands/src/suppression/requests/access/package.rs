//! Both forms of the answer in one ZIP.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::gather::PersonalData;
use super::layout;
use crate::error::CommandError;
use crate::suppression::requests::pdf;

pub(super) fn package(person: &PersonalData) -> Result<Vec<u8>, CommandError> {
    let json = serde_json::to_vec_pretty(person)?;
    let document = pdf::render("Your personal data", &layout::blocks(person))?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("person.json", json), ("person.pdf", document)] {
        zip.start_file(name, SimpleFileOptions::default()).map_err(CommandError::unexpected)?;
        zip.write_all(&content).map_err(CommandError::unexpected)?;
    }
    Ok(zip.finish().map_err(CommandError::unexpected)?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use chrono::DateTime;
    use uuid::Uuid;
    use zip::ZipArchive;

    use super::super::gather::Asked;
    use super::*;
    use crate::ports::audiences::{AudienceKind, Membership};

    #[test]
    fn the_file_holds_both_forms() {
        let person = PersonalData {
            request: Asked {
                id: Uuid::from_u128(1),
                received_at: DateTime::UNIX_EPOCH,
                answered_at: DateTime::UNIX_EPOCH,
                name: Some("Slavoj Žižek 山".into()),
                email: Some("slavoj@example.com".into()),
                phone: None,
            },
            contacts: vec![],
            audiences: vec![Membership {
                contact: Uuid::from_u128(2),
                kind: AudienceKind::Segment,
                audience: Uuid::from_u128(3),
                name: "Leaders".into(),
                since: Some(DateTime::UNIX_EPOCH),
                why: "The segment was defined so.".into(),
                until: None,
                why_until: None,
            }],
            consents: vec![],
            suppressions: vec![],
            tasks: vec![],
            notes: vec![],
            imports: vec![],
            file_rows: vec![],
            exports: vec![],
        };
        let mut zip = ZipArchive::new(Cursor::new(package(&person).unwrap())).unwrap();
        let mut json = String::new();
        zip.by_name("person.json").unwrap().read_to_string(&mut json).unwrap();
        assert!(json.contains("Slavoj Žižek 山") && json.contains("\"kind\": \"segment\""), "{json}");
        let mut pdf = Vec::new();
        zip.by_name("person.pdf").unwrap().read_to_end(&mut pdf).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
    }
}
