use chrono::Duration;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::received::Typed;
use pivotal_domain::suppression::requests::{Request, RequestState};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use uuid::Uuid;

use super::answer::{AnswerRequest, answer_request};
use super::assign::assign_request;
use super::begin::begin_request;
use super::extend::extend_request;
use super::find::found_by;
use super::forget::forget;
use super::receive::{ReceiveRequest, receive_request};
use super::refuse::refuse_request;
use super::upkeep::keep;
use crate::audience::contacts::archive::{ArchiveContact, archive_contact};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::context::Context;
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::ports::phone_book::FixedPhones;
use crate::suppression::legal_holds::guard::HELD;
use crate::suppression::legal_holds::lift::lift_legal_hold;
use crate::suppression::legal_holds::place::{PlaceLegalHold, place_legal_hold};
use crate::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};

async fn contact(ctx: &Context, email: &str) -> Uuid {
    let fields = serde_json::json!({ "email": email, "full_name": "Ada Lovelace" });
    let fields = fields.as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(ctx, &system(), input).await.unwrap().id
}

fn typed(kind: RequestKind, email: &str) -> Typed {
    Typed {
        kind,
        came_by: CameBy::Email,
        received_at: None,
        name: None,
        email: Some(email.into()),
        phone: None,
        contact: None,
        note: None,
        identity: None,
    }
}

fn input(kind: RequestKind, email: &str) -> ReceiveRequest {
    ReceiveRequest { typed: typed(kind, email), assignee: None, idempotency_key: None }
}

async fn received(ctx: &Context, kind: RequestKind, email: &str) -> Uuid {
    receive_request(ctx, &system(), input(kind, email)).await.unwrap().id
}

async fn actor(t: &Setup, name: &str, role: Role) -> Actor {
    actor_of(&t.user(&format!("{name}@example.com"), role, None).await)
}

#[tokio::test]
async fn a_chosen_contact_says_who_it_is() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, "ada@example.com").await;
    let chosen = Typed { email: None, contact: Some(ada), ..typed(RequestKind::Access, "") };
    let input = ReceiveRequest { typed: chosen.clone(), assignee: None, idempotency_key: Some("k".into()) };
    let done = receive_request(&t.ctx, &system(), input.clone()).await.unwrap();
    let subject = done.state.taken.unwrap().subject;
    assert_eq!(subject.email.as_deref(), Some("ada@example.com"));
    assert_eq!(subject.name.as_deref(), Some("Ada Lovelace"));
    let again = receive_request(&t.ctx, &system(), input).await.unwrap();
    assert_eq!(again.id, done.id, "sent twice, it is one");
    let nobody = Typed { contact: Some(Uuid::from_u128(9)), ..chosen };
    let input = ReceiveRequest { typed: nobody, assignee: None, idempotency_key: None };
    assert_eq!(code(receive_request(&t.ctx, &system(), input).await), "REQUEST_CONTACT_UNKNOWN");
}

#[tokio::test]
async fn only_who_handles_requests_may_touch_them() {
    let t = Setup::new().await;
    let id = received(&t.ctx, RequestKind::Access, "ada@example.com").await;
    for (role, answer) in [
        (Role::DataOps, "accepted"),
        (Role::CampaignManager, "forbidden"),
        (Role::QaAnalyst, "forbidden"),
        (Role::Agent, "forbidden"),
    ] {
        let actor = actor(&t, role.as_str(), role).await;
        assert_eq!(code(begin_request(&t.ctx, &actor, id).await), answer, "{role}");
        let taken = receive_request(&t.ctx, &actor, input(RequestKind::Access, "b@example.com")).await;
        assert_eq!(code(taken), answer, "{role}");
        let found = found_by(&t.ctx, &FixedPhones::default(), &actor, id).await;
        assert_eq!(code(found), answer, "{role}");
    }
}

#[tokio::test]
async fn a_request_is_given_to_somebody_who_may_handle_it() {
    let t = Setup::new().await;
    let id = received(&t.ctx, RequestKind::Access, "ada@example.com").await;
    let (ops, qa) = (actor(&t, "ops", Role::DataOps).await, actor(&t, "qa", Role::QaAnalyst).await);
    let given = assign_request(&t.ctx, &system(), id, Some(ops.user_id)).await.unwrap();
    assert_eq!(given.state.assignee, Some(ops.user_id));
    assert_eq!(code(assign_request(&t.ctx, &system(), id, Some(qa.user_id)).await), "REQUEST_ASSIGNEE");
    let nobody = assign_request(&t.ctx, &system(), id, None).await.unwrap();
    assert_eq!(nobody.state.assignee, None);
}

#[tokio::test]
async fn the_person_is_found_in_every_place() {
    let t = Setup::new().await;
    let archived = contact(&t.ctx, "ada@example.com").await;
    let input = ArchiveContact { id: archived, reason: None, idempotency_key: None };
    archive_contact(&t.ctx, &system(), input).await.unwrap();
    let by_phone = contact(&t.ctx, "countess@example.org").await;
    let suppress = AddSuppressions {
        entries: vec![Entry { kind: None, value: "countess@example.org".into() }],
        reach: Reach::Global,
        reason: Reason::Manual,
        until: None,
        note: None,
        country: None,
    };
    add_suppressions(&t.ctx, &system(), suppress).await.unwrap();
    let both = Typed { phone: Some("+12025550100".into()), ..typed(RequestKind::Access, "ada@example.com") };
    let input = ReceiveRequest { typed: both, assignee: None, idempotency_key: None };
    let id = receive_request(&t.ctx, &system(), input).await.unwrap().id;
    let book = FixedPhones(vec![("+12025550100".into(), by_phone)]);
    let found = found_by(&t.ctx, &book, &system(), id).await.unwrap();
    assert_eq!(found.contacts.len(), 2, "{found:?}");
    assert!(found.contacts.contains(&archived) && found.contacts.contains(&by_phone));
    assert_eq!((found.holdings.contacts, found.holdings.suppressions), (2, 1));
    assert!(found.holdings.events >= 3, "two made, one archived");
    let stranger = received(&t.ctx, RequestKind::Access, "nobody@example.com").await;
    assert!(found_by(&t.ctx, &book, &system(), stranger).await.unwrap().holdings.is_empty());
}

#[tokio::test]
async fn two_erasures_of_one_person_are_one() {
    let t = Setup::new().await;
    let first = received(&t.ctx, RequestKind::Erasure, "ada@example.com").await;
    let second = received(&t.ctx, RequestKind::Erasure, "ADA@example.com").await;
    let answer = |id, confirm| AnswerRequest { id, confirm };
    assert_eq!(
        code(answer_request(&t.ctx, &FixedPhones::default(), &system(), answer(first, false)).await),
        "CONFIRM_ERASURE"
    );
    let done = answer_request(&t.ctx, &FixedPhones::default(), &system(), answer(first, true)).await.unwrap();
    assert_eq!(done.state.state, RequestState::InProgress);
    assert_eq!(
        code(answer_request(&t.ctx, &FixedPhones::default(), &system(), answer(first, true)).await),
        "REQUEST_UNDER_WAY"
    );
    assert_eq!(
        code(answer_request(&t.ctx, &FixedPhones::default(), &system(), answer(second, true)).await),
        "ERASURE_UNDER_WAY"
    );
    let other = received(&t.ctx, RequestKind::Erasure, "other@example.com").await;
    assert_eq!(
        code(answer_request(&t.ctx, &FixedPhones::default(), &system(), answer(other, true)).await),
        "accepted"
    );
    let unknown =
        answer_request(&t.ctx, &FixedPhones::default(), &system(), answer(Uuid::from_u128(9), true)).await;
    assert_eq!(code(unknown), "not found");
}

#[tokio::test]
async fn who_stands_under_a_legal_hold_is_not_erased_by_a_request() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, "ada@example.com").await;
    let id = received(&t.ctx, RequestKind::Erasure, "ada@example.com").await;
    let place = PlaceLegalHold {
        over: Over::Contact(ada),
        reason: "a claim".into(),
        reference: "2026/114".into(),
        idempotency_key: None,
    };
    let hold = place_legal_hold(&t.ctx, &system(), place).await.unwrap().id;
    let answer = async || {
        let answer = AnswerRequest { id, confirm: true };
        code(answer_request(&t.ctx, &FixedPhones::default(), &system(), answer).await)
    };
    assert_eq!(answer().await, HELD);
    lift_legal_hold(&t.ctx, &system(), hold, "settled").await.unwrap();
    assert_eq!(answer().await, "accepted");
}

#[tokio::test]
async fn a_refusal_and_an_extension_have_their_reasons() {
    let t = Setup::new().await;
    let id = received(&t.ctx, RequestKind::Access, "ada@example.com").await;
    assert_eq!(code(extend_request(&t.ctx, &system(), id, " ".into()).await), "REQUEST_REASON_MISSING");
    extend_request(&t.ctx, &system(), id, "Many files".into()).await.unwrap();
    assert_eq!(code(extend_request(&t.ctx, &system(), id, "Again".into()).await), "REQUEST_EXTENDED");
    refuse_request(&t.ctx, &system(), id, "It was not them".into()).await.unwrap();
    let late =
        answer_request(&t.ctx, &FixedPhones::default(), &system(), AnswerRequest { id, confirm: true }).await;
    assert_eq!(code(late), "REQUEST_REFUSED");
}

#[tokio::test]
async fn a_request_forgets_who_was_erased_unless_it_is_to_erase_them() {
    let t = Setup::new().await;
    let access = received(&t.ctx, RequestKind::Access, "ada@example.com").await;
    let erasure = received(&t.ctx, RequestKind::Erasure, "ada@example.com").await;
    let other = received(&t.ctx, RequestKind::Access, "other@example.com").await;
    let values = ["ada@example.com".to_owned()].into();
    forget(&t.ctx, Uuid::from_u128(9), &values).await.unwrap();
    forget(&t.ctx, Uuid::from_u128(9), &values).await.unwrap();
    let email = async |id| {
        let request = t.ctx.log.load::<Request>(id).await.unwrap().state;
        request.taken.unwrap().subject.email
    };
    assert_eq!(email(access).await, None);
    assert!(t.ctx.log.keys.load([access]).await.unwrap().is_empty());
    assert_eq!(email(erasure).await.as_deref(), Some("ada@example.com"));
    assert_eq!(email(other).await.as_deref(), Some("other@example.com"));
    let hashes = t.ctx.log.load::<Request>(access).await.unwrap().state.taken.unwrap().hashes;
    assert_eq!(hashes.len(), 1, "the keyed hash stays as the account");
}

#[tokio::test]
async fn who_has_a_request_hears_once_that_it_is_due_and_once_that_it_is_late() {
    let t = Setup::new().await;
    let ops = actor(&t, "ops", Role::DataOps).await;
    let id = received(&t.ctx, RequestKind::Access, "ada@example.com").await;
    let due = async || {
        let state = t.ctx.log.load::<Request>(id).await.unwrap().state;
        keep(&t.ctx, id, &state).await.unwrap()
    };
    t.test.clock.advance(Duration::days(25));
    assert!(!due().await, "nobody has it");
    assign_request(&t.ctx, &system(), id, Some(ops.user_id)).await.unwrap();
    assert!(due().await);
    assert!(!due().await, "told");
    t.test.clock.advance(Duration::days(10));
    assert!(due().await, "late now");
    assert!(!due().await);
}

#[tokio::test]
async fn of_a_person_without_a_contact_nothing_is_made() {
    let t = Setup::new().await;
    let id = received(&t.ctx, RequestKind::Erasure, "nobody@example.com").await;
    let found = found_by(&t.ctx, &FixedPhones::default(), &system(), id).await.unwrap();
    assert!(found.contacts.is_empty());
    assert!(!t.ctx.log.load::<Contact>(id).await.unwrap().exists());
}
