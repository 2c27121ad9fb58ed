//! Users, invitations, API keys, teams and clients, and the guards of users, invitations and the rules of access.

use std::collections::HashMap;

use pivotal_domain::identity::access_rules::{self, AccessRules};
use pivotal_domain::identity::api_keys::ApiKey;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::invitations::{self as invited, Invitation};
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::users::{User, keys};
use uuid::Uuid;

use super::fold::{Fold, Moment};
use super::guards::{self, Holder};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::identity::{api_keys, clients, invitations, teams, users};

const PART: Part = Part::Identity;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    of_users(verifier, snapshot, report).await?;
    of_invitations(verifier, snapshot, report).await?;
    of_access_rules(verifier, snapshot, report).await?;
    of_api_keys(verifier, snapshot, report).await?;
    of_teams(verifier, snapshot, report).await?;
    of_clients(verifier, snapshot, report).await
}

async fn of_users(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(users::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        "select id, name, email, role, active, second_factor, client_id, team_ids, version from read.users"
    )
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
                    && row.second_factor == state.second_factor
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

async fn of_invitations(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(invitations::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        "select id, email, role, standing, client_id, team_ids, expires_at, version from read.invitations"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Invitation>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for invitation in &page {
            let row = rows.remove(&invitation.id);
            let state = &invitation.shown.state;
            let same = row.as_ref().map(|row| {
                let role = state.role.map(|role| role.as_str()).unwrap_or_default();
                (row.role.as_str(), row.standing.as_str(), row.client_id, row.team_ids.as_slice())
                    == (role, state.standing.as_str(), state.client_id, state.teams.as_slice())
                    && row.expires_at == state.expires_at
                    && (invitation.unreadable || row.email == state.email)
            });
            let version = row.map(|row| row.version);
            judge(PART, "invitations", invitation.id, &invitation.shown, version, same, report);
        }
        let holders = page
            .iter()
            .filter(|invitation| !invitation.unreadable)
            .map(|invitation| Holder {
                id: invitation.id,
                claims: invited::keys::claims(&invitation.now.state),
                match_keys: Vec::new(),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, "invitations", holders, report).await?;
    }
    strays(PART, "invitations", rows.into_keys(), report);
    Ok(())
}

/// They have no rows, only the key that every request asks for.
async fn of_access_rules(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let mut fold = Fold::<AccessRules>::new(i64::MAX);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            return Ok(());
        }
        report.checked(PART, page.len() as i64);
        let holders = page
            .iter()
            .map(|rules| Holder {
                id: rules.id,
                claims: Vec::new(),
                match_keys: access_rules::keys::match_keys(&rules.now.state),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, "access_rules", holders, report).await?;
    }
}

async fn of_api_keys(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(api_keys::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        "select id, user_id, name, prefix, scopes, created_at, expires_at, revoked_at, version from read.api_keys"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<ApiKey>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for key in &page {
            let row = rows.remove(&key.id);
            let state = &key.shown.state;
            let same = row.as_ref().map(|row| {
                // The row has every scope that was given, the state only those that still open something.
                let known =
                    state.scopes.iter().all(|scope| row.scopes.iter().any(|one| one == scope.as_str()));
                (Some(row.user_id), row.name.as_str(), row.prefix.as_str())
                    == (state.user_id, state.name.as_str(), state.prefix.as_str())
                    && (row.created_at, row.expires_at, row.revoked_at)
                        == (state.created_at, state.expires_at, state.revoked_at)
                    && known
            });
            let version = row.map(|row| row.version);
            judge(PART, "api_keys", key.id, &key.shown, version, same, report);
        }
    }
    strays(PART, "api_keys", rows.into_keys(), report);
    Ok(())
}

async fn of_teams(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(teams::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!("select id, name, archived, version from read.teams")
        .fetch_all(&mut snapshot.connection)
        .await?;
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
            let same = row.as_ref().map(|row| {
                let state = &team.shown.state;
                (Some(row.name.as_str()), row.archived) == (state.name.as_deref(), state.archived)
            });
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
    let rows = sqlx::query!("select id, name, archived, owner_id, state, version from read.clients")
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
                let state = &client.shown.state;
                (Some(row.name.as_str()), row.archived, row.owner_id)
                    == (state.name.as_deref(), state.archived, state.owner)
                    && serde_json::from_value::<Client>(row.state.clone()).is_ok_and(|held| held == *state)
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
