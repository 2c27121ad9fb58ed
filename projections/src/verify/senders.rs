//! Sender profiles and brands, and the keys they stand under.

use std::collections::HashMap;

use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::{SenderProfile, keys};
use uuid::Uuid;

use super::fold::Fold;
use super::guards::{self, Holder};
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::email::senders::SPEC;

const PART: Part = Part::Senders;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    of_senders(verifier, snapshot, position, report).await?;
    of_brands(verifier, snapshot, position, report).await
}

async fn of_senders(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    position: i64,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let rows = sqlx::query!(
        "select id, brand_id, from_name, from_address, archived, health, checked_at, state, version from read.email_senders"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<SenderProfile>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for sender in &page {
            let row = rows.remove(&sender.id);
            let same = row.as_ref().map(|row| {
                let state = &sender.shown.state;
                let brand = state.setup.as_ref().map(|setup| setup.brand);
                let health = state.health().map(|health| health.as_str());
                (Some(row.brand_id), row.archived, row.health.as_deref(), row.checked_at)
                    == (brand, state.archived, health, state.checked_at)
                    && (sender.unreadable
                        || ((&row.from_name, &row.from_address)
                            == (&state.who.from_name, &state.who.from_address)
                            && serde_json::from_value::<SenderProfile>(row.state.clone())
                                .is_ok_and(|held| held == *state)))
            });
            judge(PART, "email_senders", sender.id, &sender.shown, row.map(|row| row.version), same, report);
        }
        let holders = page
            .iter()
            .map(|sender| Holder {
                id: sender.id,
                claims: Vec::new(),
                match_keys: keys::match_keys(&sender.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, "email_senders", holders, report).await?;
    }
    strays(PART, "email_senders", rows.into_keys(), report);
    Ok(())
}

async fn of_brands(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    position: i64,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let rows =
        sqlx::query!("select id, name, archived, default_sender, state, version from read.email_brands")
            .fetch_all(&mut snapshot.connection)
            .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Brand>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for brand in &page {
            let row = rows.remove(&brand.id);
            let same = row.as_ref().map(|row| {
                let state = &brand.shown.state;
                let name = state.look.as_ref().map(|look| look.name.as_str());
                (Some(row.name.as_str()), row.archived, row.default_sender)
                    == (name, state.archived, state.default_sender)
                    && serde_json::from_value::<Brand>(row.state.clone()).is_ok_and(|held| held == *state)
            });
            judge(PART, "email_brands", brand.id, &brand.shown, row.map(|row| row.version), same, report);
        }
        let holders = page
            .iter()
            .map(|brand| Holder {
                id: brand.id,
                claims: keys::claims_of_brand(&brand.now.state),
                match_keys: Vec::new(),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, "email_brands", holders, report).await?;
    }
    strays(PART, "email_brands", rows.into_keys(), report);
    Ok(())
}
