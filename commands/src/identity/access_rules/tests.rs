//! Of whom a second step is required, and what who has none may do until then.

use pivotal_domain::identity::access_rules::SecondStepFor;
use pivotal_domain::identity::role::Role;

use super::access_rules;
use super::require_second_step::require_second_step;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin, system};

#[tokio::test]
async fn administrators_alone_set_the_rules() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let sanne = actor_of(&t.user("sanne@example.com", Role::Agent, None).await);
    assert_eq!(code(require_second_step(&t.ctx, &sanne, SecondStepFor::Admins).await), "forbidden");
    assert_eq!(code(access_rules(&t.ctx, &sanne).await), "forbidden");
    assert!(require_second_step(&t.ctx, &ada, SecondStepFor::Admins).await.unwrap().position.is_some());
    assert!(require_second_step(&t.ctx, &ada, SecondStepFor::Admins).await.unwrap().position.is_none());
    assert_eq!(access_rules(&t.ctx, &ada).await.unwrap().second_step_for, SecondStepFor::Admins);
}

#[tokio::test]
async fn whom_a_rule_reaches_and_has_no_second_step_owes_it_from_the_next_request_on() {
    let t = Setup::new().await;
    t.user("ada@example.com", Role::Admin, None).await;
    t.user("sanne@example.com", Role::Agent, None).await;
    let ada = t.sessions.login("ada@example.com", PASSWORD.into(), &origin()).await.unwrap();
    let sanne = t.sessions.login("sanne@example.com", PASSWORD.into(), &origin()).await.unwrap();
    let mut owed = Vec::new();
    for of in [SecondStepFor::Nobody, SecondStepFor::Admins, SecondStepFor::Everybody, SecondStepFor::Nobody]
    {
        require_second_step(&t.ctx, &system(), of).await.unwrap();
        let of_ada = t.sessions.authenticate(&ada.access_token, "ui", &origin()).await.unwrap();
        let of_sanne = t.sessions.authenticate(&sanne.access_token, "ui", &origin()).await.unwrap();
        owed.push((of_ada.actor.owes_second_step, of_sanne.actor.owes_second_step));
    }
    assert_eq!(owed, [(false, false), (true, false), (true, true), (false, false)]);
}
