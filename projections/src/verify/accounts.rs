//! Accounts: every field, their standing, what the guards hold for them, and how many contacts they have.

use std::collections::HashMap;

use pivotal_domain::audience::accounts::{Account, keys};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::state::Standing;
use uuid::Uuid;

use super::fold::{Fold, Folded};
use super::guards::{self, Holder};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::accounts::SPEC;
use crate::audience::custom_fields::query::definitions;
use crate::audience::values;

const PART: Part = Part::Accounts;
const TABLE: &str = "accounts";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let definitions = definitions(&verifier.pools.read, Entity::Account).await?;
    let counts = contact_counts(verifier, snapshot, position).await?;
    let mut fold = Fold::<Account>::new(position);
    let mut shown = 0;
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        shown += page.iter().filter(|account| account.shown.sequence > 0).count() as i64;
        compare(snapshot, &page, &counts, report).await?;
        let holders = page
            .iter()
            .map(|account| Holder {
                id: account.id,
                claims: keys::claims(&account.now.state)
                    .into_iter()
                    .chain(definitions.claims(Entity::Account, &account.now.state.record))
                    .collect(),
                match_keys: keys::match_keys(&account.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, TABLE, holders, report).await?;
    }
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from read.accounts"#)
        .fetch_one(&mut snapshot.connection)
        .await?;
    if count != shown {
        for id in snapshot.strays("read.accounts", "account").await? {
            report.differs(PART, format!("{TABLE} {id}"), "the row belongs to no event");
        }
    }
    Ok(())
}

async fn compare(
    snapshot: &mut Snapshot,
    page: &[Folded<Account>],
    counts: &HashMap<Uuid, i64>,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let ids: Vec<Uuid> = page.iter().map(|account| account.id).collect();
    let rows = sqlx::query!(
        r#"select c.id, c.sequence, c.archived, c.created_at, c.updated_at, c.status, coalesce(a.contact_count, 0) as "contact_count!",
             to_jsonb(c) || jsonb_build_object('annual_revenue_amount', c.annual_revenue_amount::text) as "record!"
           from read.accounts c left join read.account_activity a on a.account_id = c.id where c.id = any($1)"#,
        &ids
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    for account in page {
        let record = format!("{TABLE} {}", account.id);
        let moment = &account.shown;
        let mut differs = |what: &str| report.differs(PART, record.clone(), what);
        let row = match rows.remove(&account.id) {
            Some(_) if moment.sequence == 0 => {
                differs("the row is ahead of its checkpoint");
                continue;
            }
            Some(row) => row,
            None if moment.sequence == 0 => continue,
            None => {
                differs("the row is missing");
                continue;
            }
        };
        let state = &moment.state.record;
        if row.sequence != moment.sequence {
            differs("sequence differs");
        }
        if row.archived != (state.standing == Standing::Archived) {
            differs("archived differs");
        }
        if (Some(row.created_at), Some(row.updated_at)) != (moment.first_at, moment.last_at) {
            differs("created_at or updated_at differs");
        }
        if row.status != state.text("status").unwrap_or("active") {
            differs("status differs");
        }
        if row.contact_count != counts.get(&account.id).copied().unwrap_or_default() {
            differs("contact_count differs");
        }
        for what in guards::field_differences(state, &values::by_key(Entity::Account, row.record, None)) {
            differs(&what);
        }
    }
    Ok(())
}

/// Active contacts of each account, counted from the contacts' own events.
async fn contact_counts(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    position: i64,
) -> Result<HashMap<Uuid, i64>, VerifyError> {
    let mut counts = HashMap::new();
    let mut fold = Fold::<Contact>::new(position).without_personal();
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            return Ok(counts);
        }
        for contact in
            page.iter().map(|contact| &contact.shown.state).filter(|contact| contact.record.is_active())
        {
            if let Some(link) = contact.account {
                *counts.entry(link.account_id).or_default() += 1;
            }
        }
    }
}
