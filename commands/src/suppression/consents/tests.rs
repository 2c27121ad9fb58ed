//! Consent is taken down by who may, withdrawn with effect for the next send, and goes with the person.

use bytes::Bytes;
use chrono::Duration;
use futures::StreamExt;
use futures::stream;
use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::file::SIZE_MAX;
use pivotal_domain::suppression::consents::given::{Proof, Typed};
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_domain::suppression::suppressions::reason::Reason;
use uuid::Uuid;

use super::attach::{AttachProof, attach_proof};
use super::forget::forget;
use super::proof::proof_file;
use super::record::{RecordConsent, record_consent};
use super::take_back::{TakeConsentBack, take_consent_back};
use super::withdraw::{WithdrawConsent, withdraw_consent};
use crate::audience::contacts::archive::{ArchiveContact, archive_contact};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::audience::contacts::erase::{EraseContact, erase_contact};
use crate::context::Context;
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::ports::blob_store::BlobKey;
use crate::suppression::guard::{Contacted, Suppressed, suppressed};

async fn contact(ctx: &Context) -> Uuid {
    let fields = serde_json::json!({
        "email": "ada@example.com", "secondary_emails": ["countess@example.org"],
        "direct_phone": "+1 202 555 0100", "mobile_phone": "+1 202 555 0101",
    });
    let fields = fields.as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(ctx, &system(), input).await.unwrap().id
}

fn consent(ctx: &Context, contact: Uuid, channels: &[Channel]) -> RecordConsent {
    RecordConsent {
        contact,
        channels: channels.to_vec(),
        typed: Typed {
            basis: Basis::Consent,
            given_at: Some(ctx.now() - Duration::days(2)),
            origin: "web form".into(),
            wording: Some("Yes, mail me".into()),
            proof: Proof { ip: Some("192.0.2.1".into()), ..Proof::default() },
        },
        idempotency_key: None,
    }
}

fn withdrawal(ctx: &Context, contact: Uuid, channels: &[Channel]) -> WithdrawConsent {
    WithdrawConsent {
        contact,
        channels: channels.to_vec(),
        withdrawn_at: ctx.now(),
        origin: "reply to a mail".into(),
        note: None,
    }
}

async fn stands(ctx: &Context, contact: Uuid, channel: Channel) -> Option<Standing> {
    let consent = ctx.log.load::<Consent>(id_of(contact)).await.unwrap().state;
    consent.current(channel).map(|statement| statement.standing())
}

async fn held(ctx: &Context, value: &str) -> Vec<Suppressed> {
    let text = Some(value.to_owned());
    let asked = match value.starts_with('+') {
        true => Contacted { phone: text, ..Contacted::default() },
        false => Contacted { email: text, ..Contacted::default() },
    };
    suppressed(&ctx.log.pools.write, &ctx.log.blind, &[asked], ctx.now()).await.unwrap()
}

fn proof(contact: Uuid, statement: Uuid, text: &'static str) -> AttachProof {
    let body = stream::iter([Ok(Bytes::from_static(text.as_bytes()))]).boxed();
    AttachProof { contact, statement, name: "C:\\scans\\card.pdf".into(), body }
}

#[tokio::test]
async fn each_channel_gets_a_statement_of_its_own() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let input = consent(&t.ctx, ada, &[Channel::Phone, Channel::Email, Channel::Phone]);
    let done = record_consent(&t.ctx, &system(), input.clone()).await.unwrap();
    assert_eq!(done.state.statements.len(), 2);
    assert_eq!(stands(&t.ctx, ada, Channel::Phone).await, Some(Standing::Consent));
    assert!(record_consent(&t.ctx, &system(), input.clone()).await.unwrap().position.is_none(), "known");
    let nothing = RecordConsent { channels: vec![], ..input.clone() };
    assert_eq!(code(record_consent(&t.ctx, &system(), nothing).await), "CONSENT_CHANNEL_MISSING");
    let nobody = RecordConsent { contact: Uuid::from_u128(9), ..input };
    assert_eq!(code(record_consent(&t.ctx, &system(), nobody).await), "not found");
}

#[tokio::test]
async fn a_request_that_is_sent_twice_is_one() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let first = RecordConsent {
        idempotency_key: Some("form 17".into()),
        typed: Typed { given_at: None, ..consent(&t.ctx, ada, &[]).typed },
        ..consent(&t.ctx, ada, &[Channel::Email])
    };
    let done = record_consent(&t.ctx, &system(), first.clone()).await.unwrap();
    t.test.clock.advance(Duration::minutes(1));
    let again = record_consent(&t.ctx, &system(), first).await.unwrap();
    assert_eq!((again.position, again.state.statements.len()), (done.position, 1));
}

#[tokio::test]
async fn who_withdraws_is_suppressed_for_the_next_send() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    record_consent(&t.ctx, &system(), consent(&t.ctx, ada, &Channel::ALL)).await.unwrap();
    let done = withdraw_consent(&t.ctx, &system(), withdrawal(&t.ctx, ada, &[Channel::Email])).await.unwrap();
    assert_eq!(done.suppressed, 2);
    for email in ["ada@example.com", "countess@example.org"] {
        assert_eq!(held(&t.ctx, email).await[0].reason, Reason::Unsubscribed, "{email}");
    }
    assert!(held(&t.ctx, "+12025550100").await.is_empty(), "of calls they said nothing");
    assert_eq!(stands(&t.ctx, ada, Channel::Email).await, Some(Standing::Withdrawn));
    assert_eq!(stands(&t.ctx, ada, Channel::Phone).await, Some(Standing::Consent));
    let calls =
        withdraw_consent(&t.ctx, &system(), withdrawal(&t.ctx, ada, &[Channel::Phone])).await.unwrap();
    assert_eq!(calls.suppressed, 2);
    assert_eq!(held(&t.ctx, "+12025550101").await[0].reason, Reason::DncRequest);
    let again = withdraw_consent(&t.ctx, &system(), withdrawal(&t.ctx, ada, &Channel::ALL)).await.unwrap();
    assert!(again.position.is_none(), "it is so already");
}

#[tokio::test]
async fn an_archived_contact_can_still_say_no() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let archive = ArchiveContact { id: ada, reason: None, idempotency_key: None };
    archive_contact(&t.ctx, &system(), archive).await.unwrap();
    withdraw_consent(&t.ctx, &system(), withdrawal(&t.ctx, ada, &[Channel::Email])).await.unwrap();
    assert_eq!(held(&t.ctx, "ada@example.com").await.len(), 1);
}

#[tokio::test]
async fn a_mistake_is_taken_back_and_the_suppression_stays() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let done = withdraw_consent(&t.ctx, &system(), withdrawal(&t.ctx, ada, &[Channel::Email])).await.unwrap();
    let statement = done.state.statements[0].id;
    let take_back = |why: &str| TakeConsentBack { contact: ada, statement, why: why.into() };
    assert_eq!(code(take_consent_back(&t.ctx, &system(), take_back(" ")).await), "CONSENT_REASON_MISSING");
    take_consent_back(&t.ctx, &system(), take_back("the wrong Ada")).await.unwrap();
    assert_eq!(stands(&t.ctx, ada, Channel::Email).await, None);
    assert_eq!(held(&t.ctx, "ada@example.com").await.len(), 1);
}

#[tokio::test]
async fn a_proof_is_kept_beside_its_statement_and_nothing_else_is() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let done = record_consent(&t.ctx, &system(), consent(&t.ctx, ada, &[Channel::Email])).await.unwrap();
    let statement = done.state.statements[0].id;
    let attached = attach_proof(&t.ctx, &system(), proof(ada, statement, "signed")).await.unwrap();
    let file = attached.state.statements[0].file.clone().unwrap();
    assert_eq!((file.name.as_deref(), file.size), (Some("card.pdf"), 6));
    assert_eq!(proof_file(&t.ctx, &system(), ada, statement).await.unwrap(), file);
    // The same again is there already; another is refused. Neither is kept.
    attach_proof(&t.ctx, &system(), proof(ada, statement, "signed")).await.unwrap();
    let other = attach_proof(&t.ctx, &system(), proof(ada, statement, "another")).await;
    assert_eq!(code(other), "CONSENT_HAS_FILE");
    let nothing = attach_proof(&t.ctx, &system(), proof(ada, Uuid::from_u128(4), "x")).await;
    assert_eq!(code(nothing), "not found");
    let key: BlobKey = file.key.parse().unwrap();
    assert!(t.ctx.blobs.exists(&key).await.unwrap());
    forget(&t.ctx, ada).await.unwrap();
    forget(&t.ctx, ada).await.unwrap();
    assert!(!t.ctx.blobs.exists(&key).await.unwrap(), "an erasure takes the file");
}

#[tokio::test]
async fn a_file_without_end_is_cut_off() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let done = record_consent(&t.ctx, &system(), consent(&t.ctx, ada, &[Channel::Email])).await.unwrap();
    let piece = Bytes::from(vec![0; 1024 * 1024]);
    let pieces = usize::try_from(SIZE_MAX / 1024 / 1024).unwrap() + 1;
    let body = stream::iter((0..pieces).map(move |_| Ok(piece.clone())));
    let input = AttachProof {
        contact: ada,
        statement: done.state.statements[0].id,
        name: "call.wav".into(),
        body: body.boxed(),
    };
    assert_eq!(code(attach_proof(&t.ctx, &system(), input).await), "CONSENT_FILE_TOO_LARGE");
}

#[tokio::test]
async fn each_role_does_what_the_table_says() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    for (role, answer) in [
        (Role::DataOps, "accepted"),
        (Role::CampaignManager, "accepted"),
        (Role::QaAnalyst, "forbidden"),
        // Those in the agent's queues, of which there are none yet.
        (Role::Agent, "not found"),
    ] {
        let actor = actor_of(&t.user(&format!("{role}@example.com"), role, None).await);
        let record = record_consent(&t.ctx, &actor, consent(&t.ctx, ada, &[Channel::Email])).await;
        assert_eq!(code(record), answer, "{role}");
        let withdraw = withdraw_consent(&t.ctx, &actor, withdrawal(&t.ctx, ada, &[Channel::Phone])).await;
        assert_eq!(code(withdraw), answer, "{role}");
    }
}

#[tokio::test]
async fn of_an_erased_person_nothing_is_taken_down_and_nothing_can_be_read() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    record_consent(&t.ctx, &system(), consent(&t.ctx, ada, &[Channel::Email])).await.unwrap();
    let erase = EraseContact { id: ada, request: "ticket 7".into(), confirm: true };
    erase_contact(&t.ctx, &system(), erase).await.unwrap();
    t.ctx.log.keys.destroy(ada).await.unwrap();
    let late = record_consent(&t.ctx, &system(), consent(&t.ctx, ada, &[Channel::Phone])).await;
    assert_eq!(code(late), "CONTACT_ERASED");
    let state = t.ctx.log.load::<Consent>(id_of(ada)).await.unwrap().state;
    let pivotal_domain::suppression::consents::Said::Given(given) = &state.statements[0].said else {
        panic!("what stays is the basis")
    };
    assert_eq!((given.basis, &given.origin, &given.wording), (Basis::Consent, &None, &None));
    assert!(given.proof.is_none());
}
