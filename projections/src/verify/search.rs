//! The search index: every document as the log says, and no other.
//!
//! The index has no snapshot. A document that differs counts only if neither its record nor its company has changed
//! since the snapshot was taken.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::search::document::{Company, Document};
use uuid::Uuid;

use super::contacts::companies;
use super::fold::Fold;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::search::SPEC;
use crate::audience::search::port::{Index, SearchIndex};
use crate::runner::ApplyError;

const PART: Part = Part::Search;

/// A document that is not as the log says, unless something happened to one of these.
struct Suspect {
    record: String,
    what: &'static str,
    of: Vec<Uuid>,
}

/// What the index holds and what has not been looked at yet.
struct Held {
    hashes: HashMap<Uuid, u64>,
    suspects: Vec<Suspect>,
}

pub async fn verify(
    verifier: &Verifier,
    index: &Arc<dyn SearchIndex>,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let mut held = Held { hashes: contents(index).await?, suspects: Vec::new() };
    let mut contacts = Fold::<Contact>::new(position);
    loop {
        let page = contacts.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        let companies = companies(verifier, snapshot, &page, position).await?;
        for contact in &page {
            // Erased after this snapshot: what could be found can no longer be known.
            if contact.unreadable && contact.now.state.record.standing != Standing::Erased {
                held.hashes.remove(&contact.id);
                continue;
            }
            let account = contact.shown.state.account.map(|link| link.account_id);
            let company = account.and_then(|id| companies.get(&id)).map(Company::of);
            let document = Document::of_contact(contact.id, &contact.shown.state, company.as_ref());
            held.compare("contacts", contact.id, document, account);
        }
    }
    let mut accounts = Fold::<Account>::new(position).without_personal();
    loop {
        let page = accounts.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for account in &page {
            let document = Document::of_account(account.id, &account.shown.state);
            held.compare("accounts", account.id, document, None);
        }
    }
    held.strays();
    let changed = changed_since(verifier, position, &held.suspects).await?;
    for suspect in held.suspects.iter().filter(|suspect| !suspect.of.iter().any(|id| changed.contains(id))) {
        report.differs(PART, format!("search {}", suspect.record), suspect.what);
    }
    Ok(())
}

async fn contents(index: &Arc<dyn SearchIndex>) -> Result<HashMap<Uuid, u64>, VerifyError> {
    let (mut hashes, mut from) = (HashMap::new(), Some(0));
    while let Some(at) = from {
        let part = index.contents(Index::Live, at).await.map_err(ApplyError::from)?;
        hashes.extend(part.documents);
        from = part.next;
    }
    Ok(hashes)
}

impl Held {
    fn compare(&mut self, of: &str, id: Uuid, document: Option<Document>, account: Option<Uuid>) {
        let what = match (self.hashes.remove(&id), document.map(|document| document.hash())) {
            (None, Some(_)) => "the document is missing",
            (Some(_), None) => "the document should be gone",
            (Some(held), Some(said)) if held != said => "the document differs",
            _ => return,
        };
        let concerned = [id].into_iter().chain(account).collect();
        self.suspects.push(Suspect { record: format!("{of} {id}"), what, of: concerned });
    }

    fn strays(&mut self) {
        let strays = self.hashes.keys().map(|id| Suspect {
            record: id.to_string(),
            what: "the document belongs to no event",
            of: vec![*id],
        });
        self.suspects.extend(strays);
    }
}

/// Those to whom something has happened after a position, by now.
async fn changed_since(
    verifier: &Verifier,
    position: i64,
    suspects: &[Suspect],
) -> Result<HashSet<Uuid>, sqlx::Error> {
    let ids: Vec<String> = suspects.iter().flat_map(|suspect| &suspect.of).map(Uuid::to_string).collect();
    let changed = sqlx::query_scalar!(
        "select distinct aggregate_id from log.events where aggregate_id = any($1) and aggregate_type in ('contact', 'account') and global_position > $2",
        &ids, position
    )
    .fetch_all(&verifier.pools.read)
    .await?;
    Ok(changed.iter().filter_map(|id| id.parse().ok()).collect())
}
