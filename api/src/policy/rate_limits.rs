//! Which fields and routes cost so much that each person and each key may ask for them only so often. Both gates count what they let
//! through; how often is a setting ([`crate::config::limits`]).

use pivotal_commands::identity::rate_limits::{Door, ask};
use pivotal_domain::identity::actor::Actor;

use crate::app::Core;
use crate::errors::ApiError;

/// Root fields of the schema.
pub const FIELDS: &[(&str, Door)] = &[
    ("search", Door::Searches),
    ("filterSuggestions", Door::Searches),
    ("suppressionCheck", Door::Searches),
    ("contacts", Door::Lists),
    ("accounts", Door::Lists),
    ("duplicates", Door::Lists),
    ("suppressions", Door::Lists),
    ("listMembers", Door::Lists),
    ("segmentMembers", Door::Lists),
    ("segmentMoved", Door::Lists),
    ("domainSetItems", Door::Lists),
    ("domainSetContacts", Door::Lists),
    ("audienceMembers", Door::Lists),
    ("emailRecipients", Door::Lists),
    ("emailTemplatePreview", Door::Previews),
    ("segmentPreview", Door::Previews),
    ("segmentBreakdown", Door::Previews),
    ("segmentReach", Door::Previews),
    ("campaignAudienceHealth", Door::Previews),
    ("campaignContentPreview", Door::Previews),
    ("bulkPreview", Door::Previews),
    ("bulkUndoPreview", Door::Previews),
    ("importPreview", Door::Previews),
    ("importUndoPreview", Door::Previews),
    ("survivorshipPreview", Door::Previews),
    ("retentionDryRunStart", Door::Previews),
    ("privacyRequestFound", Door::Previews),
    ("duplicatesFind", Door::Previews),
    ("exportStart", Door::Exports),
    ("invitationSend", Door::Mails),
    ("invitationResend", Door::Mails),
    ("colleagueInvite", Door::Mails),
    ("colleagueInvitationResend", Door::Mails),
    ("emailChangeAsk", Door::Mails),
    ("mailTest", Door::Mails),
    ("emailTemplateSendTest", Door::Mails),
    ("campaignSeedTest", Door::Mails),
    ("notificationDigestSendNow", Door::Mails),
];

/// Method and path as the OpenAPI document has them.
pub const ROUTES: &[(&str, &str, Door)] = &[
    ("GET", "/api/v1/search", Door::Searches),
    ("GET", "/api/v1/suppressions/check", Door::Searches),
    ("GET", "/api/v1/contacts", Door::Lists),
    ("GET", "/api/v1/accounts", Door::Lists),
    ("GET", "/api/v1/duplicates", Door::Lists),
    ("GET", "/api/v1/suppressions", Door::Lists),
    ("GET", "/api/v1/lists/{id}/members", Door::Lists),
    ("GET", "/api/v1/segments/{id}/members", Door::Lists),
    ("GET", "/api/v1/domain-sets/{id}/items", Door::Lists),
    ("GET", "/api/v1/campaigns/{id}/audience-versions/{version}/members", Door::Lists),
    ("GET", "/api/v1/campaigns/{id}/recipients", Door::Lists),
    ("POST", "/api/v1/domain-sets/{id}/expand", Door::Lists),
    ("POST", "/api/v1/segments/preview", Door::Previews),
    ("POST", "/api/v1/segments/breakdown", Door::Previews),
    ("POST", "/api/v1/segments/reach", Door::Previews),
    ("GET", "/api/v1/segments/{id}/run", Door::Previews),
    ("POST", "/api/v1/email-templates/preview", Door::Previews),
    ("POST", "/api/v1/bulk-changes/preview", Door::Previews),
    ("POST", "/api/v1/bulk-changes/{id}/undo/preview", Door::Previews),
    ("POST", "/api/v1/imports/{id}/preview", Door::Previews),
    ("POST", "/api/v1/imports/{id}/undo/preview", Door::Previews),
    ("POST", "/api/v1/survivorship/{entity}/preview", Door::Previews),
    ("POST", "/api/v1/retention-rules/{kind}/dry-runs", Door::Previews),
    ("GET", "/api/v1/requests/{id}/found", Door::Previews),
    ("POST", "/api/v1/duplicates/find", Door::Previews),
    ("POST", "/api/v1/exports", Door::Exports),
    ("POST", "/api/v1/lists/{id}/export", Door::Exports),
    ("GET", "/api/v1/bulk-changes/{id}/records/file", Door::Exports),
    ("GET", "/api/v1/bulk-changes/{id}/undo/left/file", Door::Exports),
    ("GET", "/api/v1/bulk-changes/{id}/undo/preview/conflicts/file", Door::Exports),
    ("GET", "/api/v1/campaigns/{id}/recipients/file", Door::Exports),
    ("GET", "/api/v1/clients/export", Door::Exports),
    ("GET", "/api/v1/consents/file", Door::Exports),
    ("GET", "/api/v1/domain-sets/{id}/file", Door::Exports),
    ("GET", "/api/v1/duplicates/file", Door::Exports),
    ("GET", "/api/v1/imports/{id}/errors.csv", Door::Exports),
    ("GET", "/api/v1/legal-holds/file", Door::Exports),
    ("GET", "/api/v1/reports/email/campaigns/{id}/file", Door::Exports),
    ("GET", "/api/v1/reports/email/compare/file", Door::Exports),
    ("GET", "/api/v1/requests/file", Door::Exports),
    ("GET", "/api/v1/suppressions/export", Door::Exports),
    ("GET", "/api/v1/suppressions/imports/file", Door::Exports),
    ("GET", "/api/v1/tasks/file", Door::Exports),
    ("POST", "/api/v1/auth/email", Door::Mails),
    ("POST", "/api/v1/invitations", Door::Mails),
    ("POST", "/api/v1/invitations/{id}/resend", Door::Mails),
    ("POST", "/api/v1/colleagues/invitations", Door::Mails),
    ("POST", "/api/v1/colleagues/invitations/{id}/resend", Door::Mails),
    ("POST", "/api/v1/mailbox/test", Door::Mails),
    ("POST", "/api/v1/email-templates/{id}/send-test", Door::Mails),
    ("POST", "/api/v1/campaigns/{id}/seed-test", Door::Mails),
    ("POST", "/api/v1/notifications/mail/send-now", Door::Mails),
];

/// How often each door is asked for by these root fields of one document; doors that are not, are not named.
pub fn of_fields(fields: &[String]) -> Vec<(Door, i32)> {
    let doors: Vec<Door> = fields.iter().filter_map(|field| door_of(field)).collect();
    let times =
        |door: Door| i32::try_from(doors.iter().filter(|one| **one == door).count()).unwrap_or(i32::MAX);
    let asked = Door::ALL.into_iter().map(|door| (door, times(door)));
    // One document cannot ask so often that counting it overflows.
    asked.filter(|(_, times)| *times > 0).map(|(door, times)| (door, times.min(1_000))).collect()
}

fn door_of(field: &str) -> Option<Door> {
    FIELDS.iter().find(|(name, _)| *name == field).map(|(_, door)| *door)
}

/// The door of a route; most have none.
pub fn of_route(method: &str, path: &str) -> Option<Door> {
    // axum answers HEAD with the handler of GET.
    let method = if method == "HEAD" { "GET" } else { method };
    ROUTES.iter().find(|(of, at, _)| *of == method && *at == path).map(|(.., door)| *door)
}

/// Counts, and refuses what is too much. Who is not signed in is counted by address elsewhere.
pub async fn check(core: &Core, actor: Option<&Actor>, doors: &[(Door, i32)]) -> Result<(), ApiError> {
    let Some(actor) = actor else { return Ok(()) };
    for (door, times) in doors {
        ask(&core.context, actor, &core.config.limits, *door, *times).await?;
    }
    Ok(())
}
