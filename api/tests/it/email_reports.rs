//! Reports of campaigns by mail over GraphQL and REST: shown to whoever sees the campaign, and to nobody else.

use pivotal_domain::identity::role::Role;
use serde_json::json;

use crate::support::{TestApp, code};

const REPORT: &str = "query($id: UUID!) { emailReport(campaignId: $id, by: LINK) { total { sent reached } rows { link name figures { clicked } } rest { sent } stale } }";
const NOBODYS: &str = "0195f2a0-0000-7000-8000-000000000001";

#[tokio::test]
async fn what_nobody_may_see_is_nobodys_report() {
    let app = TestApp::start().await;
    let id = json!({ "id": NOBODYS });
    for role in [Role::Admin, Role::CampaignManager, Role::QaAnalyst, Role::Agent] {
        let seen = app.graphql(role, REPORT, id.clone()).await;
        assert_eq!(seen["data"], json!({ "emailReport": null }), "{role}: {seen}");
    }
    assert_eq!(code(&app.graphql(Role::ClientUser, REPORT, id).await), Some("FORBIDDEN"));
    let path = format!("/api/v1/reports/email/campaigns/{NOBODYS}");
    for by in ["", "?by=variant", "?by=hour", "?by=domain&top=3", "?by=link"] {
        assert_eq!(app.get(Role::Admin, &format!("{path}{by}")).await.0, 404, "{by}");
    }
    assert_eq!(app.get(Role::Admin, &format!("{path}?by=weather")).await.0, 400);
    let stats = format!("/api/email-campaigns/{NOBODYS}/stats");
    assert_eq!(app.get(Role::Admin, &stats).await.0, 404);
    assert_eq!(app.get(Role::ClientUser, &path).await.0, 403);
}
