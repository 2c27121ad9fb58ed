//! A basis recorded of many people: of each beside their contact, refused where they withdrew, and taken back as a whole.

use chrono::Duration;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::bulk::undo::{UndoBulk, undo_bulk};
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::consents::record::{RecordConsent, record_consent};
use pivotal_commands::suppression::consents::withdraw::{WithdrawConsent, withdraw_consent};
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::consent::ConsentOfMany;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::given::{Proof, Typed};
use pivotal_domain::suppression::consents::{Consent, id_of};
use uuid::Uuid;

use crate::support::World;

fn consent() -> ConsentOfMany {
    ConsentOfMany {
        channels: vec![Channel::Email, Channel::Phone],
        basis: Basis::LegitimateInterest,
        at: None,
        origin: "trade show".into(),
        wording: None,
        reference: Some("list 7".into()),
        url: None,
    }
}

async fn held(world: &World, contact: Uuid) -> Consent {
    world.ctx.log.load::<Consent>(id_of(contact)).await.unwrap().state
}

fn basis(consent: &Consent, channel: Channel) -> Option<Basis> {
    consent.current(channel).and_then(|statement| statement.basis())
}

#[tokio::test]
async fn each_has_a_statement_of_their_own_and_who_withdrew_is_refused() {
    let world = World::with(600).await;
    let no = world.listed[0];
    let withdrawal = WithdrawConsent {
        contact: no,
        channels: vec![Channel::Email],
        withdrawn_at: world.ctx.now() - Duration::days(1),
        origin: "reply".into(),
        note: None,
    };
    withdraw_consent(&world.ctx, &world.actor, withdrawal).await.unwrap();
    let (id, bulk) = world.done(BulkAction::RecordConsent(consent())).await;
    assert_eq!(bulk.state, BulkState::Completed);
    assert_eq!((bulk.counts.changed, bulk.counts.refused), (599, 1), "{:?}", bulk.counts);
    assert_eq!(world.outcome_of(id, no).await, (RecordOutcome::Refused, Some("WITHDRAWN")));
    assert!(held(&world, no).await.current(Channel::Phone).is_none(), "all channels or none");
    let one = held(&world, world.listed[1]).await;
    assert_eq!(basis(&one, Channel::Phone), Some(Basis::LegitimateInterest));
    assert_eq!(one.statements[0].source, format!("bulk:{id}"));
    let (_, again) =
        world.done(BulkAction::RecordConsent(ConsentOfMany { at: at_of(&one), ..consent() })).await;
    assert_eq!((again.counts.changed, again.counts.unchanged), (0, 599), "{:?}", again.counts);
}

fn at_of(consent: &Consent) -> Option<chrono::DateTime<chrono::Utc>> {
    use pivotal_domain::suppression::consents::Said;
    match &consent.statements[0].said {
        Said::Given(given) => Some(given.given_at),
        Said::Withdrawn { .. } => None,
    }
}

#[tokio::test]
async fn it_is_taken_back_but_for_what_somebody_said_since() {
    let world = World::with(3).await;
    let (id, _) = world.done(BulkAction::RecordConsent(consent())).await;
    let since = RecordConsent {
        contact: world.listed[0],
        channels: vec![Channel::Email],
        typed: Typed {
            basis: Basis::Contract,
            given_at: None,
            origin: "signed".into(),
            wording: None,
            proof: Proof::default(),
        },
        idempotency_key: None,
    };
    record_consent(&world.ctx, &world.actor, since).await.unwrap();
    let working = world.work();
    undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen: Chosen::None }).await.unwrap();
    world.until_idle().await;
    let left = held(&world, world.listed[0]).await;
    assert_eq!(basis(&left, Channel::Email), Some(Basis::Contract));
    assert_eq!(left.current(Channel::Phone), None, "nobody touched that one");
    assert_eq!(held(&world, world.listed[1]).await.current(Channel::Email), None);
    assert_eq!(world.bulk(id).await.left, 1);
    working.stop().await;
}

#[tokio::test]
async fn what_could_be_recorded_of_nobody_is_refused_at_once() {
    let world = World::with(1).await;
    let refused = async |entity: Entity, consent: ConsentOfMany| {
        let selection = Selection::Ids(world.listed.clone());
        let asked = Asked::new(entity, BulkAction::RecordConsent(consent), selection, None);
        match start_bulk(&world.ctx, &world.actor, asked, None).await.unwrap_err() {
            CommandError::Rejected(rejections) => rejections[0].code.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(Entity::Account, consent()).await, "BULK_OF_PEOPLE");
    let unproven = ConsentOfMany { basis: Basis::Consent, reference: None, ..consent() };
    assert_eq!(refused(Entity::Contact, unproven).await, "CONSENT_PROOF_MISSING");
    let nowhere = ConsentOfMany { origin: " ".into(), ..consent() };
    assert_eq!(refused(Entity::Contact, nowhere).await, "CONSENT_SOURCE_MISSING");
    let none = ConsentOfMany { channels: vec![], ..consent() };
    assert_eq!(refused(Entity::Contact, none).await, "CONSENT_CHANNEL_MISSING");
    let tomorrow = ConsentOfMany { at: Some(world.ctx.now() + Duration::days(1)), ..consent() };
    assert_eq!(refused(Entity::Contact, tomorrow).await, "CONSENT_IN_FUTURE");
}
