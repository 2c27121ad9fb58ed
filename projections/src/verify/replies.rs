//! Replies against the log, and the keys by which an erasure finds them.

use std::collections::HashMap;

use pivotal_domain::email::replies::{EmailReply, Matched, ReplyKind, keys};
use uuid::Uuid;

use super::fold::Fold;
use super::guards::{self, Holder};
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::email::replies::SPEC;
use crate::sheet::encode;

const PART: Part = Part::Replies;
const TABLE: &str = "email_replies";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let mut fold = Fold::<EmailReply>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        // Mails may be long: a page of them at a time.
        let ids: Vec<Uuid> = page.iter().map(|reply| reply.id).collect();
        let rows = sqlx::query!(
            "select id, state, kind, matched, contact_id, campaign_id, message_id, assignee, away_until, address, name, subject, text, forgotten, version
             from read.email_replies where id = any($1)",
            &ids
        )
        .fetch_all(&mut snapshot.connection)
        .await?;
        let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        for reply in &page {
            let row = rows.remove(&reply.id);
            let state = &reply.shown.state;
            let same = row.as_ref().map(|row| {
                let told = (row.contact_id, row.campaign_id, row.message_id, row.assignee, row.away_until)
                    == (state.contact, state.campaign, state.message, state.assignee, state.away_until)
                    && (Some(row.kind.as_str()), Some(row.matched.as_str()))
                        == (state.kind.map(ReplyKind::as_str), state.matched.map(Matched::as_str));
                let words = (&row.address, &row.subject, &row.text)
                    == (
                        &encode::text(&state.who.address),
                        &encode::text(&state.words.subject),
                        &encode::text(&state.words.text),
                    )
                    && row.name == state.who.name.as_deref().map(encode::text)
                    && row.state == if state.done { "done" } else { "open" };
                // Of somebody who was erased the row is empty at once; that the reply was forgotten is told a moment later.
                let emptied = row.forgotten
                    && row.state == "done"
                    && (row.address.as_str(), row.subject.as_str(), row.text.as_str()) == ("", "", "");
                told && if row.forgotten { emptied } else { !state.forgotten && (reply.unreadable || words) }
            });
            judge(PART, TABLE, reply.id, &reply.shown, row.map(|row| row.version), same, report);
        }
        let holders = page
            .iter()
            .filter(|reply| !reply.unreadable || reply.now.state.forgotten)
            .map(|reply| Holder {
                id: reply.id,
                claims: Vec::new(),
                match_keys: keys::match_keys(&reply.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, TABLE, holders, report).await?;
    }
    let stray = snapshot.strays("read.email_replies", "email_reply").await?;
    strays(PART, TABLE, stray.into_iter(), report);
    Ok(())
}
