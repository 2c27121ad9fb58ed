//! The guard holds at once, in every process, and through an erasure.

use std::sync::Arc;

use chrono::Duration;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::event_log::EventLog;
use pivotal_log::pools::Pools;
use uuid::Uuid;

use super::add::{AddSuppressions, AddedSuppressions, Entry, add_suppressions};
use super::forget::forget;
use super::release::{ReleaseSuppression, release_suppression};
use super::{Within, reach_of};
use crate::campaigns::campaigns::create::{CreateCampaign, create_campaign};
use crate::context::Context;
use crate::email::senders::brands::create_brand;
use crate::identity::clients::create::{CreateClient, create_client};
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::suppression::guard::{Contacted, Suppressed, suppressed};

fn lines(values: &[&str]) -> Vec<Entry> {
    values.iter().map(|value| Entry { kind: None, value: (*value).to_owned() }).collect()
}

fn pasted(values: &[&str]) -> AddSuppressions {
    AddSuppressions {
        entries: lines(values),
        reach: Reach::Global,
        reason: Reason::Manual,
        until: None,
        note: None,
        country: None,
    }
}

async fn add(ctx: &Context, values: &[&str]) -> AddedSuppressions {
    add_suppressions(ctx, &system(), pasted(values)).await.unwrap()
}

async fn release(ctx: &Context, actor: &Actor, id: Uuid, why: &str) -> String {
    code(release_suppression(ctx, actor, ReleaseSuppression { id, reason: why.into() }).await)
}

fn mail(address: &str) -> Contacted {
    Contacted { email: Some(address.into()), ..Contacted::default() }
}

async fn ask(ctx: &Context, all: &[Contacted]) -> Vec<Suppressed> {
    suppressed(&ctx.log.pools.write, &ctx.log.blind, all, ctx.now()).await.unwrap()
}

#[tokio::test]
async fn another_process_knows_with_the_next_statement() {
    let t = Setup::new().await;
    // A process of its own: other connections, other caches, the same database.
    let pools = Pools::connect(&t.test.database.url, 2, 2).unwrap();
    let other = Context {
        log: EventLog::start(pools, &t.test.master, Arc::new(Vec::new())),
        clock: t.test.clock.clone(),
        blobs: t.ctx.blobs.clone(),
    };
    assert!(ask(&other, &[mail("ada@example.com")]).await.is_empty());
    let done = add(&t.ctx, &["Ada@Example.com"]).await;
    let hits = ask(&other, &[mail("bo@example.com"), mail("ada@example.com")]).await;
    assert_eq!(hits.len(), 1);
    assert_eq!((hits[0].number, hits[0].id, hits[0].reason), (1, done.ids[0], Reason::Manual));
    assert_eq!(release(&other, &system(), done.ids[0], "they asked for it").await, "accepted");
    assert!(ask(&t.ctx, &[mail("ada@example.com")]).await.is_empty());
    add(&other, &["ada@example.com"]).await;
    assert_eq!(ask(&t.ctx, &[mail("ada@example.com")]).await.len(), 1, "added again after a release");
}

#[tokio::test]
async fn every_kind_of_key_is_asked_about() {
    let t = Setup::new().await;
    add(&t.ctx, &["+1 202 555 0100", "blocked.example", "ada@example.com"]).await;
    let phone = Contacted { phone: Some("+1 (202) 555-0100 x7".into()), ..Contacted::default() };
    let company = Contacted { domain: Some("www.blocked.example".into()), ..Contacted::default() };
    let hits = ask(&t.ctx, &[phone, company, mail("x@mail.blocked.example"), mail("bo@example.com")]).await;
    let found: Vec<(usize, Kind)> = hits.iter().map(|hit| (hit.number, hit.kind)).collect();
    assert_eq!(found, [(0, Kind::Phone), (1, Kind::Domain), (2, Kind::Domain)]);
}

#[tokio::test]
async fn lines_are_told_apart_and_what_cannot_be_read_is_named() {
    let t = Setup::new().await;
    let done =
        add(&t.ctx, &["ada@example.com", "", "nobody", "ADA@example.com", "+12025550100", "a@b@c.example"])
            .await;
    assert_eq!((done.ids.len(), done.added, done.already), (2, 2, 0));
    let refused: Vec<(usize, &str)> =
        done.refused.iter().map(|refused| (refused.line, refused.code.as_str())).collect();
    assert_eq!(refused, [(3, "SUPPRESSION_SHAPELESS"), (6, "SUPPRESSION_EMAIL_INVALID")]);
    let again = add(&t.ctx, &["ada@example.com"]).await;
    assert_eq!((again.ids[0], again.added, again.already, again.position), (done.ids[0], 0, 1, None));
    let account = add(&t.ctx, &[&Uuid::from_u128(7).to_string()]).await;
    assert_eq!(account.refused[0].code, "SUPPRESSION_ACCOUNT_UNKNOWN");
    assert_eq!(code(add_suppressions(&t.ctx, &system(), pasted(&[" "])).await), "SUPPRESSION_EMPTY");
}

#[tokio::test]
async fn a_release_needs_a_reason_and_something_to_release() {
    let t = Setup::new().await;
    let id = add(&t.ctx, &["ada@example.com"]).await.ids[0];
    assert_eq!(release(&t.ctx, &system(), id, " ").await, "RELEASE_REASON_MISSING");
    assert_eq!(release(&t.ctx, &system(), Uuid::from_u128(9), "why").await, "not found");
    assert_eq!(ask(&t.ctx, &[mail("ada@example.com")]).await.len(), 1);
}

#[tokio::test]
async fn an_end_is_an_end() {
    let t = Setup::new().await;
    let until = Some(t.ctx.now() + Duration::hours(1));
    add_suppressions(&t.ctx, &system(), AddSuppressions { until, ..pasted(&["ada@example.com"]) })
        .await
        .unwrap();
    assert_eq!(ask(&t.ctx, &[mail("ada@example.com")]).await.len(), 1);
    t.test.clock.advance(Duration::hours(2));
    assert!(ask(&t.ctx, &[mail("ada@example.com")]).await.is_empty());
}

#[tokio::test]
async fn a_client_keeps_its_own_list() {
    let t = Setup::new().await;
    let north =
        create_client(&t.ctx, &system(), CreateClient { name: "Northwind".into(), idempotency_key: None })
            .await
            .unwrap()
            .id;
    let theirs = AddSuppressions { reach: Reach::Client(north), ..pasted(&["ada@example.com"]) };
    let user = actor_of(&t.user("client@example.com", Role::ClientUser, Some(north)).await);
    assert_eq!(code(add_suppressions(&t.ctx, &user, pasted(&["ada@example.com"])).await), "forbidden");
    let id = add_suppressions(&t.ctx, &user, theirs).await.unwrap().ids[0];
    assert!(ask(&t.ctx, &[mail("ada@example.com")]).await.is_empty(), "not for others");
    let for_them = Contacted { client: Some(north), ..mail("ada@example.com") };
    assert_eq!(ask(&t.ctx, &[for_them]).await[0].reach, Reach::Client(north));
    let global = add(&t.ctx, &["bo@example.com"]).await.ids[0];
    assert_eq!(release(&t.ctx, &user, global, "we want to").await, "not found");
    assert_eq!(release(&t.ctx, &user, id, "they bought").await, "accepted");
    let nobody = AddSuppressions { reach: Reach::Client(Uuid::from_u128(5)), ..pasted(&["bo@example.com"]) };
    assert_eq!(code(add_suppressions(&t.ctx, &system(), nobody).await), "CLIENT_NOT_FOUND");
}

#[tokio::test]
async fn what_holds_in_one_campaign_or_for_one_brand_holds_nowhere_else() {
    let t = Setup::new().await;
    let look = Look { name: "Norhavn".into(), ..Look::default() };
    let brand = create_brand(&t.ctx, &system(), look, None).await.unwrap().id;
    let manager = actor_of(&t.user("meg@example.com", Role::CampaignManager, None).await);
    let new = CreateCampaign {
        channel: Channel::Email,
        name: "Spring".into(),
        brand,
        client: None,
        include: Vec::new(),
        idempotency_key: None,
    };
    let campaign = create_campaign(&t.ctx, &manager, new).await.unwrap().id;
    let within = |reach: Reach| AddSuppressions { reach, ..pasted(&["ada@example.com"]) };
    for reach in [Reach::Campaign(campaign), Reach::Brand(brand)] {
        add_suppressions(&t.ctx, &manager, within(reach)).await.unwrap();
    }
    assert!(ask(&t.ctx, &[mail("ada@example.com")]).await.is_empty(), "not elsewhere");
    let in_it = Contacted { campaign: Some(campaign), ..mail("ada@example.com") };
    assert_eq!(ask(&t.ctx, &[in_it]).await[0].reach, Reach::Campaign(campaign));
    let of_it = Contacted { brand: Some(brand), ..mail("ada@example.com") };
    assert_eq!(ask(&t.ctx, &[of_it]).await[0].reach, Reach::Brand(brand));
    let other = Uuid::from_u128(5);
    for (reach, expected) in
        [(Reach::Campaign(other), "CAMPAIGN_NOT_FOUND"), (Reach::Brand(other), "BRAND_NOT_FOUND")]
    {
        assert_eq!(code(add_suppressions(&t.ctx, &manager, within(reach)).await), expected);
    }
    let both = Within { campaign: Some(campaign), brand: Some(brand), ..Within::default() };
    assert_eq!(code(reach_of(&manager, both)), "SUPPRESSION_REACH_AMBIGUOUS");
    let agent = actor_of(&t.user("dialler@example.com", Role::Agent, None).await);
    let asked = add_suppressions(&t.ctx, &agent, within(Reach::Campaign(campaign))).await;
    assert_eq!(code(asked), "forbidden");
}

#[tokio::test]
async fn each_role_does_what_the_table_says() {
    let t = Setup::new().await;
    let held = add(&t.ctx, &["held@example.com"]).await.ids[0];
    for (role, adds, releases) in [
        (Role::DataOps, "accepted", "accepted"),
        (Role::CampaignManager, "accepted", "forbidden"),
        (Role::QaAnalyst, "accepted", "forbidden"),
        (Role::Agent, "forbidden", "forbidden"),
    ] {
        let actor = actor_of(&t.user(&format!("{role}@example.com"), role, None).await);
        assert_eq!(code(add_suppressions(&t.ctx, &actor, pasted(&["x@example.com"])).await), adds, "{role}");
        assert_eq!(release(&t.ctx, &actor, held, "why").await, releases, "{role}");
    }
    let agent = actor_of(&t.user("dialler@example.com", Role::Agent, None).await);
    let dnc = AddSuppressions { reason: Reason::DncRequest, ..pasted(&["+12025550100"]) };
    assert_eq!(code(add_suppressions(&t.ctx, &agent, dnc.clone()).await), "accepted");
    let mail = AddSuppressions { entries: lines(&["ada@example.com"]), ..dnc };
    assert_eq!(code(add_suppressions(&t.ctx, &agent, mail).await), "forbidden");
}

#[tokio::test]
async fn an_erased_person_stays_suppressed_and_cannot_be_read() {
    let t = Setup::new().await;
    let id = add(&t.ctx, &["ada@example.com"]).await.ids[0];
    let values = ["ada@example.com".to_owned(), "+12025550100".to_owned()];
    forget(&t.ctx, values.iter()).await.unwrap();
    forget(&t.ctx, values.iter()).await.unwrap();
    assert_eq!(ask(&t.ctx, &[mail("ada@example.com")]).await[0].id, id, "the keyed hash holds");
    let state = t.ctx.log.load::<Suppression>(id).await.unwrap().state;
    assert!(state.erased && state.value.is_none() && state.holds_at(t.ctx.now()));
    let text: Vec<String> =
        sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1")
            .bind(id.to_string())
            .fetch_all(&t.ctx.log.pools.write)
            .await
            .unwrap();
    assert!(text.iter().all(|payload| !payload.contains("ada@")), "never in the clear");
    // Complained about again later: still without a value.
    let complaint = AddSuppressions { reason: Reason::Complaint, ..pasted(&["ada@example.com"]) };
    add_suppressions(&t.ctx, &system(), complaint).await.unwrap();
    assert_eq!(ask(&t.ctx, &[mail("ada@example.com")]).await[0].reason, Reason::Complaint);
}
