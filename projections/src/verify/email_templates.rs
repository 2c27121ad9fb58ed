//! Email templates against the log, and their versions against what the log says of their content.

use std::collections::HashMap;

use pivotal_domain::email::templates::EmailTemplate;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::email::templates::SPEC;

const PART: Part = Part::EmailTemplates;
const TABLE: &str = "email_templates";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    // The hash as the domain makes it: each part behind its length.
    let rows = sqlx::query!(
        r#"select id, name, brand, tags, status, archived, revision, versions, approved, created_by, version,
             encode(sha256(int8send(octet_length(subject)::bigint) || convert_to(subject, 'UTF8')
               || int8send(octet_length(preheader)::bigint) || convert_to(preheader, 'UTF8')
               || int8send(octet_length(mjml)::bigint) || convert_to(mjml, 'UTF8')
               || int8send(octet_length(coalesce(plain, ''))::bigint) || convert_to(coalesce(plain, ''), 'UTF8')), 'hex') as "hash!"
           from read.email_templates"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<EmailTemplate>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for template in &page {
            let row = rows.remove(&template.id);
            let state = &template.shown.state;
            let same = row.as_ref().zip(state.made.as_ref()).map(|(row, made)| {
                let number = |counted: u32| i32::try_from(counted).unwrap_or(i32::MAX);
                let versions = i32::try_from(made.versions.len()).unwrap_or(i32::MAX);
                (row.name.as_str(), row.status.as_str(), row.archived, row.created_by)
                    == (made.details.name.as_str(), made.status.as_str(), state.archived, made.by)
                    && (row.revision, row.versions, row.approved)
                        == (number(made.revision), versions, made.approved.map(number))
                    && row.brand == made.details.brand
                    && row.tags == made.details.tags
                    && row.hash == made.draft.hash()
            });
            judge(PART, TABLE, template.id, &template.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    versions(snapshot, report).await
}

async fn versions(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let wrong = sqlx::query!(
        "select template_id, number from read.email_template_versions
         where hash <> encode(sha256(int8send(octet_length(subject)::bigint) || convert_to(subject, 'UTF8')
           || int8send(octet_length(preheader)::bigint) || convert_to(preheader, 'UTF8')
           || int8send(octet_length(mjml)::bigint) || convert_to(mjml, 'UTF8')
           || int8send(octet_length(coalesce(plain, ''))::bigint) || convert_to(coalesce(plain, ''), 'UTF8')), 'hex')"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for version in wrong {
        let row = format!("email_template_versions {} {}", version.template_id, version.number);
        report.differs(PART, row, "the content is not what was submitted");
    }
    Ok(())
}
