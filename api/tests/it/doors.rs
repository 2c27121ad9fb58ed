//! Every door that opens for a scope short of "all": one of the schema or the routes that is not tried anywhere fails the test.

use std::collections::BTreeSet;

use pivotal_api::graphql::schema;
use pivotal_api::policy::Rule;
use pivotal_api::policy::document::SchemaRules;
use pivotal_api::policy::rest_gate::RouteRules;
use pivotal_api::rest;
use pivotal_domain::identity::policy::{Scope, allowed};
use pivotal_domain::identity::role::Role;

use crate::reach::ACTS;

/// Whose narrow scope is not about records: scope.rs and clients.rs show them for client users.
const OF_CLIENTS: [&str; 20] = [
    "Query.users",
    "Query.clients",
    "Query.client",
    "Query.clientRecord",
    "Query.clientUsers",
    "Query.clientInvitations",
    "Query.clientHistory",
    "Mutation.colleagueInvite",
    "Mutation.colleagueInvitationResend",
    "Mutation.colleagueInvitationRevoke",
    "GET /api/v1/clients",
    "GET /api/v1/clients/{id}",
    "GET /api/v1/clients/{id}/history",
    "GET /api/v1/clients/{id}/lists/{listId}/file",
    "GET /api/v1/colleagues/invitations",
    "POST /api/v1/colleagues/invitations",
    "POST /api/v1/colleagues/invitations/{id}/resend",
    "POST /api/v1/colleagues/invitations/{id}/revoke",
    "GET /api/v1/users",
    "GET /api/v1/users/{id}",
];

fn narrow(rule: Option<Rule>) -> bool {
    let Some(Rule::Needs(permission)) = rule else { return false };
    Role::ALL.iter().any(|role| !matches!(allowed(*role, permission), Scope::All | Scope::None))
}

#[test]
fn every_door_that_opens_for_a_narrow_scope_is_tried() {
    let mut tried: BTreeSet<String> = OF_CLIENTS.iter().map(|door| (*door).to_owned()).collect();
    // Records: reach.rs tries them.
    for entity in ["contact", "account"] {
        for (act, method, path) in ACTS {
            tried.insert(format!("Mutation.{entity}{act}"));
            tried.insert(format!("{method} /api/v1/{entity}s{path}"));
        }
        tried.extend([format!("Query.{entity}"), format!("Query.{entity}s")]);
        let reads = ["", "/{id}", "/{id}/history", "/{id}/provenance", "/{id}/as-of", "/{id}/compare"];
        tried.extend(reads.map(|path| format!("GET /api/v1/{entity}s{path}")));
    }
    // account_pages.rs tries them.
    tried.extend(["Query.accountTree", "Query.accountPeople"].map(str::to_owned));
    tried.extend(["Query.job", "Query.jobs", "GET /api/v1/jobs", "GET /api/v1/jobs/{id}"].map(str::to_owned));
    // Follow the queries above with the same statements; socket.rs tries them.
    tried.extend(["Subscription.jobProgress", "Subscription.jobsChanged"].map(str::to_owned));
    // Bulk changes, each with the records it may reach: bulk.rs tries them.
    tried.extend(["Query.bulk", "Query.bulks", "Query.bulkPreview", "Query.bulkRecords"].map(str::to_owned));
    tried
        .extend(["Query.bulkUndoRows", "Query.bulkUndoLeft", "Subscription.bulkProgress"].map(str::to_owned));
    tried.extend(
        ["Start", "Cancel", "UndoPreview", "Undo", "UndoCancel"].map(|act| format!("Mutation.bulk{act}")),
    );
    let reads = ["", "/{id}", "/{id}/records", "/{id}/undo/left", "/{id}/undo/preview/rows"];
    tried.extend(reads.map(|path| format!("GET /api/v1/bulk-changes{path}")));
    let files = ["/{id}/records/file", "/{id}/undo/left/file", "/{id}/undo/preview/conflicts/file"];
    tried.extend(files.map(|path| format!("GET /api/v1/bulk-changes{path}")));
    let acts = ["", "/preview", "/{id}/cancel", "/{id}/undo", "/{id}/undo/preview", "/{id}/undo/cancel"];
    tried.extend(acts.map(|path| format!("POST /api/v1/bulk-changes{path}")));
    // Duplicates and merges, each with the records it may reach: duplicates.rs tries them.
    tried.extend(["Query.duplicates", "Query.duplicateStanding", "Mutation.recordsMerge"].map(str::to_owned));
    tried.extend(["Find", "Judge", "Merge"].map(|act| format!("Mutation.duplicates{act}")));
    tried.extend(["", "/standing", "/file"].map(|path| format!("GET /api/v1/duplicates{path}")));
    tried.extend(["/find", "/judge", "/merge"].map(|path| format!("POST /api/v1/duplicates{path}")));
    tried.insert("POST /api/v1/merges".to_owned());
    // Domain sets, which are nobody's of a client yet: domain_sets.rs tries them.
    let reads = ["Sets", "Set", "SetItems", "SetInvalidLines", "SetContacts", "SetHistory"];
    tried.extend(reads.map(|read| format!("Query.domain{read}")));
    let reads = ["", "/{id}", "/{id}/report", "/{id}/items", "/{id}/invalid-lines", "/{id}/history"];
    tried.extend(reads.map(|path| format!("GET /api/v1/domain-sets{path}")));
    let acts = ["Upload", "Update", "Archive", "Restore", "Match", "MatchCancel", "ItemJudge", "ItemRetract"];
    tried.extend(acts.map(|act| format!("Mutation.domainSet{act}")));
    let acts = ["expand", "process", "cancel", "restore", "judge", "retract"];
    tried.extend(acts.map(|act| format!("POST /api/v1/domain-sets/{{id}}/{act}")));
    tried.insert("POST /api/v1/domain-sets".to_owned());
    tried.extend(["PATCH", "DELETE"].map(|method| format!("{method} /api/v1/domain-sets/{{id}}")));
    // What is suggested for accounts, for whoever sees and changes them all: enrichment.rs tries them.
    tried.extend(
        ["Query.industrySuggestion", "Query.industrySuggestions", "Query.industrySuggestionCounts"]
            .map(str::to_owned),
    );
    let acts = ["Suggest", "SuggestionAccept", "SuggestionReject", "SuggestionReopen"];
    tried.extend(acts.map(|act| format!("Mutation.industry{act}")));
    tried.extend(["Accept", "Reject"].map(|act| format!("Mutation.industrySuggestions{act}All")));
    tried.extend(["", "/{id}"].map(|path| format!("GET /api/v1/industry-suggestions{path}")));
    let acts = ["", "/accept", "/reject", "/{id}/accept", "/{id}/reject", "/{id}/reopen"];
    tried.extend(acts.map(|path| format!("POST /api/v1/industry-suggestions{path}")));
    // Tasks and notes, each role on its own and on others': work.rs tries them.
    tried.extend(["Query.task", "Query.tasks", "Query.taskCounts", "Query.taskAssignees"].map(str::to_owned));
    tried.extend(["Query.note", "Query.notes"].map(str::to_owned));
    let acts = ["Create", "Change", "Complete", "Cancel", "Reopen", "Delete", "Restore"];
    tried.extend(acts.map(|act| format!("Mutation.task{act}")));
    let acts = ["Add", "Edit", "Pin", "Delete", "Restore"];
    tried.extend(acts.map(|act| format!("Mutation.note{act}")));
    for (kind, acts) in [
        ("tasks", ["", "/{id}/complete", "/{id}/cancel", "/{id}/reopen", "/{id}/restore"].as_slice()),
        ("notes", ["", "/{id}/pin", "/{id}/unpin", "/{id}/restore"].as_slice()),
    ] {
        tried.extend(acts.iter().map(|path| format!("POST /api/v1/{kind}{path}")));
        tried.extend(["GET", "PATCH", "DELETE"].map(|method| format!("{method} /api/v1/{kind}/{{id}}")));
        tried.insert(format!("GET /api/v1/{kind}"));
    }
    // A client's own list, and what an agent takes down: suppressions.rs tries them.
    let reads = [
        "suppressions",
        "suppression",
        "suppressionEvents",
        "suppressionCheck",
        "suppressionsOf",
        "suppressionFiles",
    ];
    tried.extend(reads.map(|read| format!("Query.{read}")));
    tried.extend(["Mutation.suppressionsAdd", "Mutation.suppressionRelease"].map(str::to_owned));
    let reads = ["", "/{id}", "/{id}/events", "/check", "/export"];
    tried.extend(reads.map(|path| format!("GET /api/v1/suppressions{path}")));
    let acts = ["", "/email", "/phone", "/{id}/release", "/imports"];
    tried.extend(acts.map(|path| format!("POST /api/v1/suppressions{path}")));
    let reads = ["/imports", "/imports/file", "/imports/{id}", "/imports/{id}/refused"];
    tried.extend(reads.map(|path| format!("GET /api/v1/suppressions{path}")));
    // Teams of the house, of which nobody of a client is in any: own_access.rs tries them.
    tried.extend(["Query.teams", "GET /api/v1/teams"].map(str::to_owned));
    // What is said of an agent's contacts, and rules that are about nobody: consents.rs tries them.
    let reads = ["consent", "consents", "contactConsent", "consentRules", "consentRuleChanges"];
    tried.extend(reads.map(|read| format!("Query.{read}")));
    tried.extend(["Record", "Withdraw", "TakeBack"].map(|act| format!("Mutation.consent{act}")));
    tried.extend(["/consents", "/consents/{id}", "/consent-rules"].map(|path| format!("GET /api/v1{path}")));
    let of = "/api/v1/contacts/{id}/consents";
    tried.extend(["GET", "POST"].map(|method| format!("{method} {of}")));
    tried.extend(["GET", "PUT"].map(|method| format!("{method} {of}/{{statement}}/proof")));
    tried.extend(["withdraw", "{statement}/take-back"].map(|act| format!("POST {of}/{act}")));
    // Senders, which are nobody's own: senders.rs tries them.
    let reads = ["senderProfiles", "senderProfile", "senderHistory", "emailBrands", "emailBrandHistory"];
    tried.extend(reads.map(|read| format!("Query.{read}")));
    for path in ["sender-profiles", "email-brands"] {
        tried.extend(["", "/{id}", "/{id}/history"].map(|of| format!("GET /api/v1/{path}{of}")));
    }
    // Ledgers of campaigns, which are nobody's own, and the policy: email_sending.rs tries them.
    let reads = ["emailLedger", "emailRecipients", "emailRecipient", "emailRecipientSteps", "emailPolicy"];
    tried.extend(reads.map(|read| format!("Query.{read}")));
    let reads = ["ledger", "recipients", "recipients/{contact}", "recipients/{contact}/steps"];
    tried.extend(reads.map(|read| format!("GET /api/v1/campaigns/{{id}}/{read}")));
    tried.insert("GET /api/v1/email-policy".to_owned());
    // Reports of them: email_reports.rs tries them.
    tried.extend(["Query.emailReport", "Query.emailReports"].map(str::to_owned));
    let reads = ["campaigns", "campaigns/{id}", "campaigns/{id}/file", "compare", "compare/file"];
    tried.extend(reads.map(|read| format!("GET /api/v1/reports/email/{read}")));
    // Campaigns, of which an agent has none of email; the switch is for everybody who sees any: campaigns.rs tries them.
    let reads = [
        "campaigns",
        "campaign",
        "audienceMembers",
        "campaignAudienceHealth",
        "campaignPreflight",
        "campaignContentPreview",
        "campaignLinks",
        "campaignTest",
        "campaignEstimate",
        "campaignHistory",
        "sendingSwitch",
    ];
    tried.extend(reads.map(|read| format!("Query.{read}")));
    tried.extend(["campaignChanged", "sendingSwitchChanged"].map(|read| format!("Subscription.{read}")));
    let reads = ["", "/{id}", "/{id}/preflight", "/{id}/test", "/{id}/history"];
    tried.extend(reads.map(|path| format!("GET /api/v1/campaigns{path}")));
    let reads = ["audience-versions", "audience-versions/{version}/members"];
    tried.extend(reads.map(|path| format!("GET /api/v1/campaigns/{{id}}/{path}")));
    tried.insert("GET /api/v1/sending-switch".into());
    // Whether there is sample data, and none of it.
    tried.insert("Query.sampleData".into());
    // Sums of the same jobs, and yes or no: sample_data.rs tries the latter.
    tried.extend(["Query.routineJobs", "Query.firstSteps"].map(str::to_owned));

    let fields = SchemaRules::of_sdl(&schema::sdl()).unwrap().root_fields().into_iter();
    let fields = fields.filter(|field| narrow(field.rule)).map(|at| format!("{}.{}", at.root, at.field));
    let routes = RouteRules::of_document(&rest::document()).unwrap().all().into_iter();
    let routes =
        routes.filter(|(.., rule)| narrow(*rule)).map(|(method, path, _)| format!("{method} {path}"));
    assert_eq!(fields.chain(routes).collect::<BTreeSet<String>>(), tried);
}
