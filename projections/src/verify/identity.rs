//! Users, teams and clients, and the guards of users.

use std::collections::HashMap;

use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::users::{User, keys};
use uuid::Uuid;

use super::fold::{Fold, Moment};
use super::guards::{self, Holder};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::identity::{clients, teams, users};

const PART: Part = Part::Identity;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    of_users(verifier, snapshot, report).await?;
    of_teams(verifier, snapshot, report).await?;
    of_clients(verifier, snapshot, report).await
}

async fn of_users(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(users::SPEC, report).await? else { return Ok(()) };
    let rows =
        sqlx::query!("select id, name, email, role, active, client_id, team_ids, version from read.users")
            .fetch_all(&mut snapshot.connection)
            .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<User>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for user in &page {
            let row = rows.remove(&user.id);
            let state = &user.shown.state;
            let same = row.as_ref().map(|row| {
                let role = state.role.map(|role| role.as_str()).unwrap_or_default();
                (row.role.as_str(), row.active, row.client_id, row.team_ids.as_slice())
                    == (role, !state.disabled, state.client_id, state.teams.as_slice())
                    && (user.unreadable
                        || (row.name.as_str(), row.email.as_str())
                            == (state.name.as_str(), state.email.as_str()))
            });
            judge(PART, "users", user.id, &user.shown, row.map(|row| row.version), same, report);
        }
        let holders = page
            .iter()
            .filter(|user| !user.unreadable)
            .map(|user| Holder {
                id: user.id,
                claims: keys::claims(&user.now.state),
                match_keys: keys::match_keys(&user.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, "users", holders, report).await?;
    }
    strays(PART, "users", rows.into_keys(), report);
    Ok(())
}

async fn of_teams(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(teams::SPEC, report).await? else { return Ok(()) };
    let rows =
        sqlx::query!("select id, name, version from read.teams").fetch_all(&mut snapshot.connection).await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Team>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for team in &page {
            let row = rows.remove(&team.id);
            let same = row.as_ref().map(|row| Some(row.name.as_str()) == team.shown.state.name.as_deref());
            judge(PART, "teams", team.id, &team.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, "teams", rows.into_keys(), report);
    Ok(())
}

async fn of_clients(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(clients::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!("select id, name, archived, version from read.clients")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Client>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for client in &page {
            let row = rows.remove(&client.id);
            let same = row.as_ref().map(|row| {
                (Some(row.name.as_str()), row.archived)
                    == (client.shown.state.name.as_deref(), client.shown.state.archived)
            });
            judge(PART, "clients", client.id, &client.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, "clients", rows.into_keys(), report);
    Ok(())
}

pub(super) fn judge<A>(
    part: Part,
    table: &str,
    id: Uuid,
    shown: &Moment<A>,
    version: Option<i64>,
    same: Option<bool>,
    report: &mut Report,
) {
    let record = format!("{table} {id}");
    match (version, same) {
        (None, _) if shown.sequence > 0 => report.differs(part, record, "the row is missing"),
        (Some(_), _) if shown.sequence == 0 => {
            report.differs(part, record, "the row is ahead of its checkpoint")
        }
        (Some(version), _) if version != shown.sequence => report.differs(part, record, "version differs"),
        (Some(_), Some(false)) => report.differs(part, record, "the row differs"),
        _ => {}
    }
}

pub(super) fn strays(part: Part, table: &str, ids: impl Iterator<Item = Uuid>, report: &mut Report) {
    for id in ids {
        report.differs(part, format!("{table} {id}"), "the row belongs to no event");
    }
}
