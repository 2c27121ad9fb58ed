//! Scopes of the policy table short of "all": what is outside of them is refused at both doors, and what is inside is not.
//! doors.rs knows every door that opens for a narrow scope.

use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::{Scope, allowed};
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, answer, code};

/// Acts on one record, as both doors have them: name, in the schema behind `contact` or `account`; method and path.
pub const ACTS: [(&str, Method, &str); 6] = [
    ("Create", Method::POST, ""),
    ("Update", Method::PATCH, "/{id}"),
    ("RestoreValues", Method::POST, "/{id}/restore-values"),
    ("Archive", Method::POST, "/{id}/archive"),
    ("Restore", Method::POST, "/{id}/restore"),
    ("Undo", Method::POST, "/{id}/undo"),
];

#[derive(Debug, Clone)]
struct Record {
    entity: &'static str,
    id: Uuid,
    created: i64,
}

impl Record {
    async fn made(app: &TestApp, entity: &'static str, team: Option<&str>) -> Self {
        let mut fields = new_fields(entity);
        fields["team"] = json!(team);
        let query = format!(
            "mutation($input: RecordInput!) {{ {entity}Create(input: $input) {{ {entity} {{ id }} position userErrors {{ code message }} }} }}"
        );
        let data = app.data(&query, json!({ "input": { "fields": fields } })).await;
        let made = &data[format!("{entity}Create")];
        let id = made[entity]["id"].as_str().unwrap_or_else(|| panic!("{made}")).parse().unwrap();
        Record { entity, id, created: made["position"].as_i64().unwrap() }
    }

    fn input(&self, act: &str) -> (&'static str, Value) {
        match act {
            "Create" => ("RecordInput", json!({ "fields": new_fields(self.entity) })),
            "Update" => ("RecordUpdateInput", json!({ "id": self.id, "fields": { "tags": ["seen"] } })),
            "RestoreValues" => (
                "RecordRestoreValuesInput",
                json!({ "id": self.id, "fields": ["tags"], "position": self.created }),
            ),
            "Undo" => ("RecordUndoInput", json!({ "id": self.id, "position": self.created })),
            _ => ("RecordActionInput", json!({ "id": self.id })),
        }
    }

    /// What the GraphQL door says: a code, or `accepted`.
    async fn graphql(&self, app: &TestApp, role: Role, act: &str) -> String {
        let (kind, input) = self.input(act);
        let field = format!("{}{act}", self.entity);
        let query = format!(
            "mutation($input: {kind}!) {{ {field}(input: $input) {{ position userErrors {{ code message }} }} }}"
        );
        let body = app.graphql(role, &query, json!({ "input": input })).await;
        let refused = code(&body).or_else(|| body["data"][&field]["userErrors"][0]["code"].as_str());
        refused.unwrap_or("accepted").to_owned()
    }

    async fn rest(&self, app: &TestApp, role: Role, act: &str) -> String {
        let (_, method, path) = ACTS.iter().find(|(name, ..)| *name == act).unwrap();
        let path = format!("/api/v1/{}s{}", self.entity, path.replace("{id}", &self.id.to_string()));
        let mut input = self.input(act).1;
        // It stands in the path.
        input.as_object_mut().unwrap().remove("id");
        let (status, body) = answer(app.rest(role, method.clone(), &path).await.json(&input)).await;
        match body["code"].as_str() {
            Some(code) => {
                assert!(status >= 400, "{status} {body}");
                code.to_owned()
            }
            None => "accepted".into(),
        }
    }

    /// How many events it has.
    async fn version(&self, app: &TestApp) -> Value {
        let query = format!("query($id: UUID!) {{ {}(id: $id) {{ version }} }}", self.entity);
        app.data(&query, json!({ "id": self.id })).await[self.entity]["version"].clone()
    }
}

fn new_fields(entity: &str) -> Value {
    let unique = Uuid::now_v7();
    match entity {
        "contact" => json!({ "email": format!("{unique}@example.com") }),
        _ => json!({ "name": format!("Company {unique}") }),
    }
}

fn permission(entity: &str, act: &str) -> Permission {
    match (entity, act) {
        ("contact", "Archive" | "Restore") => Permission::ContactsArchive,
        ("contact", _) => Permission::ContactsEdit,
        (_, "Archive" | "Restore") => Permission::AccountsArchive,
        (_, _) => Permission::AccountsEdit,
    }
}

/// What both doors must say to this role on a record that is none of its teams' and in none of its queues.
fn expected(role: Role, entity: &str, act: &str) -> &'static str {
    // To take a creation back is to archive.
    let archive = permission(entity, "Archive");
    let scopes = match act {
        "Undo" => vec![allowed(role, permission(entity, act)), allowed(role, archive)],
        _ => vec![allowed(role, permission(entity, act))],
    };
    match scopes.as_slice() {
        // Who may not see the record is not told that it is there.
        [Scope::Own, ..] if act != "Create" => "NOT_FOUND",
        scopes if scopes.iter().all(|scope| *scope == Scope::All) => "accepted",
        _ => "FORBIDDEN",
    }
}

#[tokio::test]
async fn a_record_outside_of_the_scope_is_refused_at_both_doors_and_stays_as_it_is() {
    let app = TestApp::start().await;
    for entity in ["contact", "account"] {
        for role in Role::ALL {
            let outside = Record::made(&app, entity, None).await;
            for (act, ..) in ACTS {
                let wanted = expected(role, entity, act);
                let before = outside.version(&app).await;
                assert_eq!(outside.graphql(&app, role, act).await, wanted, "GraphQL: {role} {entity}{act}");
                assert_eq!(outside.rest(&app, role, act).await, wanted, "REST: {role} {entity}{act}");
                if wanted != "accepted" {
                    assert_eq!(outside.version(&app).await, before, "{role} {entity}{act}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_record_of_an_own_team_is_within_the_scope_at_both_doors() {
    let app = TestApp::start().await;
    let noor = app.graphql(Role::CampaignManager, "{ me { teams { id } } }", json!({})).await;
    let team = noor["data"]["me"]["teams"][0]["id"].as_str().unwrap();
    for entity in ["contact", "account"] {
        let inside = Record::made(&app, entity, Some(team)).await;
        let other = Record::made(&app, entity, Some(&Uuid::now_v7().to_string())).await;
        for (act, ..) in ACTS {
            let role = Role::CampaignManager;
            assert_eq!(inside.graphql(&app, role, act).await, "accepted", "{entity}{act}");
            assert_eq!(inside.rest(&app, role, act).await, "accepted", "{entity}{act}");
            let wanted = expected(role, entity, act);
            assert_eq!(other.graphql(&app, role, act).await, wanted, "{entity}{act} of another team");
            assert_eq!(other.rest(&app, role, act).await, wanted, "{entity}{act} of another team");
            // An agent is in the team as well, and not on a call.
            let agent = expected(Role::Agent, entity, act);
            assert_eq!(inside.graphql(&app, Role::Agent, act).await, agent, "{entity}{act}");
            assert_eq!(inside.rest(&app, Role::Agent, act).await, agent, "{entity}{act}");
        }
    }
}

#[tokio::test]
async fn an_agent_without_a_queue_sees_no_record_at_either_door() {
    let app = TestApp::start().await;
    let sanne = app.graphql(Role::Agent, "{ me { id } }", json!({})).await["data"]["me"]["id"].clone();
    for entity in ["contact", "account"] {
        let record = Record::made(&app, entity, None).await;
        let owned = json!({ "input": { "id": record.id, "fields": { "owner": sanne } } });
        let give = format!(
            "mutation($input: RecordUpdateInput!) {{ {entity}Update(input: $input) {{ {entity} {{ version }} }} }}"
        );
        app.data(&give, owned).await;
        let query = format!(
            "query($id: UUID!) {{ one: {entity}(id: $id) {{ id }} all: {entity}s {{ totalCount edges {{ node {{ id }} }} }} history(entity: {0}, id: $id) {{ totalCount edges {{ node {{ title }} }} }} \
               provenance(entity: {0}, id: $id) {{ fields {{ field }} }} recordAsOf(entity: {0}, id: $id) {{ existed }} recordCompare(entity: {0}, id: $id) {{ fields {{ field }} }} \
               timelineFacets(entity: {0}, id: $id) {{ actors {{ count }} moments {{ position }} }} }}",
            entity.to_uppercase()
        );
        let body = app.graphql(Role::Agent, &query, json!({ "id": record.id })).await;
        let nothing = json!({ "totalCount": 0, "edges": [] });
        assert_eq!(
            body["data"],
            json!({
                "one": null, "all": nothing, "history": nothing, "provenance": null, "recordAsOf": null,
                "recordCompare": null, "timelineFacets": { "actors": [], "moments": [] }
            }),
            "{body}"
        );
        let (_, list) = app.get(Role::Agent, &format!("/api/v1/{entity}s")).await;
        assert!(!list.to_string().contains(&record.id.to_string()), "{list}");
        for path in ["", "/history", "/provenance", "/as-of", "/compare"] {
            let path = format!("/api/v1/{entity}s/{}{path}", record.id);
            let (status, body) = app.get(Role::Agent, &path).await;
            let hidden = status == 404 || (status == 200 && !body.to_string().contains("reated"));
            assert!(hidden, "{path}: {status} {body}");
            let (_, seen) = app.get(Role::QaAnalyst, &path).await;
            assert_ne!(seen, body, "the same answer as to who may see it: {path}");
        }
    }
}

#[tokio::test]
async fn who_may_see_own_jobs_sees_nobody_elses() {
    let app = TestApp::start().await;
    let contact = Record::made(&app, "contact", None).await;
    let erase = "mutation($id: UUID!) { contactErase(input: {id: $id, request: \"R-1\", confirm: true}) { position userErrors { code } } }";
    app.data(erase, json!({ "id": contact.id })).await;
    // Without what runs by itself, of which there is more each minute.
    let all = "{ jobs(routine: false) { totalCount edges { node { id kind } } } }";
    let data = app.data(all, json!({})).await;
    let jobs = data["jobs"]["edges"].as_array().unwrap();
    let job = jobs.iter().find(|edge| edge["node"]["kind"] == "erase_contact").unwrap()["node"]["id"].clone();
    for role in [Role::CampaignManager, Role::QaAnalyst, Role::DataOps] {
        let sees = allowed(role, Permission::JobsView) == Scope::All;
        let one = "query($id: UUID!) { job(id: $id) { id } }";
        let body = app.graphql(role, one, json!({ "id": job })).await;
        assert_eq!(body["data"]["job"].is_object(), sees, "{role}: {body}");
        let body = app.graphql(role, all, json!({})).await;
        assert_eq!(body["data"]["jobs"]["totalCount"] == data["jobs"]["totalCount"], sees, "{role}: {body}");
        assert_eq!(body.to_string().contains(job.as_str().unwrap()), sees, "{role}: {body}");
        let (status, _) = app.get(role, &format!("/api/v1/jobs/{}", job.as_str().unwrap())).await;
        assert_eq!(status, if sees { 200 } else { 404 }, "{role}");
        let (_, list) = app.get(role, "/api/v1/jobs").await;
        assert_eq!(list.to_string().contains(job.as_str().unwrap()), sees, "{role}: {list}");
    }
}

/// The app offers what this says, so it must say what the commands do.
#[tokio::test]
async fn a_record_says_whether_the_viewer_may_archive_it() {
    let app = TestApp::start().await;
    let noor = app.graphql(Role::CampaignManager, "{ me { id teams { id } } }", json!({})).await;
    let team = noor["data"]["me"]["teams"][0]["id"].as_str().unwrap();
    for entity in ["contact", "account"] {
        let of_the_team = Record::made(&app, entity, Some(team)).await;
        let of_nobody = Record::made(&app, entity, None).await;
        let owned = Record::made(&app, entity, None).await;
        let give = format!(
            "mutation($input: RecordUpdateInput!) {{ {entity}Update(input: $input) {{ {entity} {{ version }} }} }}"
        );
        let owner = json!({ "owner": "NOOR@example.com" });
        app.data(&give, json!({ "input": { "id": owned.id, "fields": owner } })).await;
        let query = format!("query($id: UUID!) {{ {entity}(id: $id) {{ mayArchive sourceLabel }} }}");
        for role in [Role::Admin, Role::DataOps, Role::CampaignManager, Role::QaAnalyst] {
            for record in [&of_the_team, &of_nobody, &owned] {
                let said = app.graphql(role, &query, json!({ "id": record.id })).await;
                let said = said["data"][entity]["mayArchive"].as_bool().unwrap();
                assert_eq!(
                    said,
                    record.graphql(&app, role, "Archive").await == "accepted",
                    "{role} {entity}"
                );
            }
        }
        let said = app.data(&query, json!({ "id": owned.id })).await;
        assert_eq!(said[entity]["sourceLabel"], "Typed in");
    }
}

#[tokio::test]
async fn routine_work_is_summed_up_for_whom_all_jobs_are() {
    let app = TestApp::start().await;
    let query = "{ routineJobs { kind waiting running done parked } jobs(routine: false) { totalCount } }";
    let sums = app.graphql(Role::DataOps, query, json!({})).await;
    assert_eq!(sums["errors"], Value::Null, "{sums}");
    assert_eq!(sums["data"]["jobs"]["totalCount"], 0, "nothing that anybody waits for: {sums}");
    for role in [Role::CampaignManager, Role::QaAnalyst] {
        let own = app.graphql(role, query, json!({})).await;
        assert_eq!(own["data"]["routineJobs"], json!([]), "{role}");
    }
}
