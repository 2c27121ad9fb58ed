//! What becomes of contacts, what is asked, and what happens when the service does not answer.

use std::time::Duration;

use pivotal_commands::audience::phone_validity::start::{LookUpPhones, look_up_phones};
use pivotal_commands::error::CommandError;
use pivotal_commands::ports::carrier_lookup::LookupTrouble;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contact_runs::{End, RunCounts};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::phone_validity::keep::{Said, Which};
use pivotal_domain::audience::phone_validity::line::LineType;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use crate::support::{World, line, number};

#[tokio::test]
async fn each_contact_says_what_was_found_out() {
    let mut world = World::new().await;
    world.carrier.says(&number(1), line(LineType::FixedLine));
    world.carrier.says(&number(2), Ok(Said::NotFound));
    world.carrier.says(&number(3), Err(LookupTrouble::Declined));
    // No area has the code 555: nobody is paid to say so.
    let nowhere = "+15552340123".to_owned();
    let phones = [number(0), number(1), number(2), number(3), nowhere.clone(), String::new()];
    let ids = world.contacts(&phones).await;
    let ended = world.done(false).await;
    let carrier = Some("Norhavn Mobil".to_owned());
    assert_eq!(world.said(ids[0]).await, (carrier.clone(), Some("mobile".into())));
    assert_eq!(world.said(ids[1]).await, (carrier, Some("fixed_line".into())));
    assert_eq!(world.said(ids[2]).await, (None, Some("not_found".into())));
    for untold in &ids[3..] {
        assert_eq!(world.said(*untold).await, (None, None));
    }
    let counts = ended.counts;
    assert_eq!((ended.end, counts.done(), counts.changed), (End::Completed, 6, 3));
    assert_eq!((counts.mobile, counts.fixed_line, counts.not_found), (1, 1, 1));
    assert_eq!((counts.other, counts.not_valid, counts.no_phone), (1, 1, 1));
    assert_eq!(world.carrier.times(&nowhere), 0);
}

#[tokio::test]
async fn nobody_is_paid_twice_for_an_answer_unless_somebody_wants_it_anew() {
    let mut world = World::new().await;
    world.contacts(&[number(0), number(1), number(0)]).await;
    assert_eq!(world.done(false).await.counts.mobile, 3);
    assert_eq!(world.carrier.asked(), [number(0), number(1)]);
    let second = world.done(false).await;
    assert_eq!((world.carrier.asked().len(), second.counts.known, second.counts.changed), (2, 3, 0));
    // Asked anew is what was said before it was asked.
    world.log.clock.advance(chrono::TimeDelta::seconds(1));
    world.done(true).await;
    assert_eq!(world.carrier.asked().len(), 4);
}

#[tokio::test]
async fn main_phones_of_accounts_are_looked_up_and_remembered_with_those_of_contacts() {
    let mut world = World::new().await;
    world.contacts(&[number(0)]).await;
    world.done(false).await;
    let ids = world.accounts(&[number(0), number(1), String::new()]).await;
    world.carrier.says(&number(1), line(LineType::FixedLine));
    let working = world.work();
    let id = world.start_over(Which::MainPhone, false).await;
    let ended = world.until(|| world.ended(id)).await;
    working.stop().await;
    let counts = ended.counts;
    assert_eq!((ended.end, counts.done(), counts.changed, counts.known), (End::Completed, 3, 2, 1));
    assert_eq!((counts.mobile, counts.fixed_line, counts.no_phone), (1, 1, 1));
    assert_eq!(world.carrier.asked(), [number(0), number(1)], "the contact's answer was paid for already");
    for (id, said) in ids.iter().zip([Some("mobile"), Some("fixed_line"), None]) {
        let account = world.ctx.log.load::<Account>(*id).await.unwrap().state;
        assert_eq!(account.record.text("main_phone_carrier_line"), said);
    }
}

/// What was found out before stays, the rest is counted as not run, and the run says why it ended.
#[tokio::test]
async fn a_service_that_refuses_our_key_ends_the_run_and_loses_nothing() {
    for trouble in [LookupTrouble::KeyRefused, LookupTrouble::NoCredit] {
        let mut world = World::new().await;
        world.carrier.says(&number(2), Err(trouble.clone()));
        let phones: Vec<String> = (0..30).map(number).collect();
        let ids = world.contacts(&phones).await;
        let ended = world.done(false).await;
        assert_eq!((ended.end, ended.error), (End::Failed, Some(trouble.to_string())));
        assert_eq!((ended.counts.mobile, ended.counts.done(), ended.counts.not_run), (2, 2, 28));
        assert_eq!(world.carrier.asked(), [number(0), number(1), number(2)], "and nobody after it");
        assert_eq!(world.said(ids[1]).await.1.as_deref(), Some("mobile"));
        assert_eq!(world.said(ids[2]).await, (None, None));
        // With another key the rest follows, and what was paid for is not paid again.
        world.carrier.says(&number(2), line(LineType::Voip));
        let rest = world.done(false).await;
        assert_eq!((rest.end, rest.counts.known, rest.counts.voip), (End::Completed, 2, 1));
        assert_eq!(world.carrier.asked().len(), 3 + 28);
    }
}

#[tokio::test]
async fn a_service_that_does_not_answer_is_asked_again_and_then_left_alone() {
    let busy = LookupTrouble::Busy { retry_after: Some(Duration::ZERO) };
    for trouble in [LookupTrouble::Unavailable("timed out".into()), busy] {
        let mut world = World::new().await;
        world.carrier.says(&number(1), Err(trouble.clone()));
        world.contacts(&[number(0), number(1), number(2)]).await;
        let ended = world.done(false).await;
        assert_eq!((ended.end, ended.error), (End::Failed, Some(trouble.to_string())));
        assert_eq!((ended.counts.done(), ended.counts.not_run), (1, 2));
        assert_eq!((world.carrier.times(&number(1)), world.carrier.times(&number(2))), (3, 0));
    }
}

#[tokio::test]
async fn a_service_that_was_switched_off_meanwhile_is_not_replaced_by_another() {
    let mut world = World::new().await;
    world.contacts(&[number(0)]).await;
    let id = world.start(false).await;
    let working = world.work_with(None);
    let ended = world.until(|| world.ended(id)).await;
    working.stop().await;
    assert_eq!((ended.end, ended.counts.not_run), (End::Failed, 1));
    assert!(ended.error.is_some_and(|error| error.contains("not set up")));
    assert!(world.carrier.asked().is_empty());
}

#[tokio::test]
async fn who_may_not_look_up_is_refused_and_nothing_is_no_list() {
    let world = World::new().await;
    let look_up = |ids: Option<Vec<Uuid>>, provider| LookUpPhones {
        filter: ListFilter { ids, ..ListFilter::default() },
        expected: None,
        again: false,
        which: Which::MobilePhone,
        provider,
    };
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let client_id = role.is_client().then_some(Uuid::from_u128(5));
        let actor = Actor { role, client_id, ..world.actor.clone() };
        let refused = look_up_phones(&world.ctx, &actor, look_up(None, Some("written")), None).await;
        assert!(matches!(refused, Err(CommandError::Forbidden(_))), "{role:?}");
    }
    for (ids, provider) in [(Some(vec![]), Some("written")), (None, None)] {
        let refused = look_up_phones(&world.ctx, &world.actor, look_up(ids, provider), None).await;
        assert!(matches!(refused, Err(CommandError::Rejected(_))));
    }
    let key = Some("once");
    let first = look_up_phones(&world.ctx, &world.actor, look_up(None, Some("written")), key).await.unwrap();
    let again = look_up_phones(&world.ctx, &world.actor, look_up(None, Some("written")), key).await.unwrap();
    assert_eq!(first.id, again.id);
}
