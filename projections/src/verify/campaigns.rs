//! Campaigns against the log, their guard, and that audience versions hold as many people as they say, and the very same.

use std::collections::HashMap;

use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::campaigns::campaigns::{Campaign, keys};
use sqlx::types::Json;
use uuid::Uuid;

use super::fold::Fold;
use super::guards::{self, Holder};
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::campaigns::campaigns::SPEC;

const PART: Part = Part::Campaigns;
const TABLE: &str = "campaigns";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        r#"select id, name, state, owner, archived, version_count, audience_count, sequence, campaign as "campaign: Json<Campaign>"
           from read.campaigns"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let guard = sqlx::query!("select campaign, state, live_version from guard.email_campaigns")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let mut guard: HashMap<Uuid, (String, i16)> =
        guard.into_iter().map(|row| (row.campaign, (row.state, row.live_version))).collect();
    let mut fold = Fold::<Campaign>::new(position).without_personal();
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for campaign in &page {
            let row = rows.remove(&campaign.id);
            let state = &campaign.shown.state;
            let same = row.as_ref().zip(state.made.as_ref()).map(|(row, made)| {
                let audience: u64 = made.versions.iter().sum();
                (row.name.as_str(), row.state.as_str(), row.owner, row.archived)
                    == (made.details.name.as_str(), made.state.as_str(), made.details.owner, state.archived)
                    && usize::try_from(row.version_count) == Ok(made.versions.len())
                    && u64::try_from(row.audience_count) == Ok(audience)
                    && row.campaign.0 == *state
            });
            judge(PART, TABLE, campaign.id, &campaign.shown, row.map(|row| row.sequence), same, report);
            // The guard goes with the log, not with the projection.
            let (held, wanted) = (guard.remove(&campaign.id), guarded(&campaign.now.state));
            if held != wanted {
                report.differs(PART, format!("email_campaigns {}", campaign.id), "the guard differs");
            }
        }
        let holders = page
            .iter()
            .map(|campaign| Holder {
                id: campaign.id,
                claims: Vec::new(),
                match_keys: keys::match_keys(&campaign.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, TABLE, holders, report).await?;
    }
    strays(PART, TABLE, rows.into_keys(), report);
    strays(PART, "email_campaigns", guard.into_keys(), report);
    versions(snapshot, report).await
}

/// What the log must have written: of a campaign by mail from its launch on.
fn guarded(campaign: &Campaign) -> Option<(String, i16)> {
    let made =
        campaign.made.as_ref().filter(|made| made.channel == Channel::Email && made.launched.is_some())?;
    // A draft that was launched and taken back has none.
    let runs = !matches!(made.state, State::Draft | State::Scheduled);
    let live = i16::try_from(made.versions.len()).unwrap_or(i16::MAX);
    runs.then(|| (made.state.as_str().to_owned(), live))
}

/// Anybody can count and hash again.
async fn versions(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let wrong = sqlx::query!(
        r#"select v.campaign_id, v.version from read.campaign_versions v
           cross join lateral (
             select count(*) as people, encode(sha256(coalesce(string_agg(uuid_send(m.contact_id), ''::bytea order by m.contact_id), ''::bytea)), 'hex') as hash
             from read.campaign_members m where m.campaign_id = v.campaign_id and m.take = v.take
           ) held
           where held.people <> v.count or held.hash <> v.hash"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for version in wrong {
        let row = format!("campaign_versions {} {}", version.campaign_id, version.version);
        report.differs(PART, row, "its members are not those that were taken");
    }
    Ok(())
}
