//! Runs of email verification: outcomes that add up to the facts of their chunks, and as many rows of contacts as they say.

use std::collections::HashMap;

use pivotal_domain::audience::email_verification::facts::{ASKED, RAN};
use uuid::Uuid;

use super::snapshot::Snapshot;
use super::{Part, Report, VerifyError};
use crate::audience::email_verification::SPEC;

const PART: Part = Part::EmailVerifications;

pub async fn verify(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let told = sqlx::query!(
        r#"select a.about_id as "id!", coalesce(sum(json_array_length(r.payload -> 'EmailVerificationRan' -> 'contacts')), 0)::bigint as "contacts!"
           from log.facts a left join log.facts r on r.kind = $2 and r.about_id = a.about_id and r.global_position <= $3
           where a.kind = $1 and a.global_position <= $3 group by a.about_id"#,
        ASKED, RAN, position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let rows = sqlx::query!(
        r#"select id, valid + risky + invalid + disposable + catch_all + unknown + no_email + refused as "done!",
             (select count(*) from read.email_verification_contacts c where c.run_id = v.id) as "contacts!" from read.email_verifications v"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    report.checked(PART, told.len() as i64);
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    for run in told {
        let id: Uuid = run.id.parse().unwrap_or_default();
        let mut differs = |what: &str| report.differs(PART, format!("email_verifications {id}"), what);
        let Some(row) = rows.remove(&id) else {
            differs("the row is missing");
            continue;
        };
        if row.done != run.contacts {
            differs("the outcomes differ from the sum of the chunks");
        }
        if row.contacts != run.contacts {
            differs("the rows of its contacts are not as many as the chunks tell of");
        }
    }
    for id in rows.into_keys() {
        report.differs(PART, format!("email_verifications {id}"), "the row follows from nothing in the log");
    }
    Ok(())
}
