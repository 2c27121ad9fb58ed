//! What commands look up: questions that share a round trip, each with its own answer.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_log::append::{Append, GuardOp, Lane};
use pivotal_log::testing::TestLog;
use uuid::Uuid;

use crate::support::{connection, samples};

const DOMAIN: &str = "account.domain";

async fn given_claim(test: &TestLog, key: &str, owner: Uuid) {
    let claim = GuardOp::Claim { scope: DOMAIN, key: key.into(), owner };
    test.log.append(Append { guards: vec![claim], ..samples::account(owner) }).await.unwrap();
}

fn keys(names: &[&str]) -> Vec<(String, Vec<u8>)> {
    names.iter().map(|name| (DOMAIN.to_owned(), name.as_bytes().to_vec())).collect()
}

#[tokio::test]
async fn a_question_is_answered_key_by_key() {
    let test = TestLog::new().await;
    let [one, two] = std::array::from_fn(|_| Uuid::now_v7());
    given_claim(&test, "one", one).await;
    given_claim(&test, "two", two).await;
    let asked = keys(&["nobody", "two", "one", "two"]);
    let found = test.log.finder.claims(Lane::Bulk, asked).await.unwrap();
    assert_eq!(found, [(1, two), (2, one), (3, two)]);
    assert_eq!(test.log.finder.claims(Lane::Bulk, vec![]).await.unwrap(), []);
}

#[tokio::test]
async fn a_shared_key_names_all_its_owners_oldest_first() {
    let test = TestLog::new().await;
    let owners: Vec<Uuid> = (0..3).map(|_| Uuid::now_v7()).collect();
    for owner in owners.iter().rev() {
        let add = GuardOp::AddKey { scope: "contact.linkedin", key: b"ada".to_vec(), owner: *owner };
        test.log.append(Append { guards: vec![add], ..samples::account(*owner) }).await.unwrap();
    }
    let asked = vec![("contact.linkedin".to_owned(), b"ada".to_vec())];
    let found = test.log.finder.match_keys(Lane::Interactive, asked).await.unwrap();
    assert_eq!(found, owners.iter().map(|owner| (0, *owner)).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_questions_at_once_get_their_own_answers_while_callers_leave() {
    let test = TestLog::new().await;
    let owners: Vec<(String, Uuid)> = (0..50).map(|n| (format!("domain {n}"), Uuid::now_v7())).collect();
    for (key, owner) in &owners {
        given_claim(&test, key, *owner).await;
    }
    let tasks: Vec<_> = (0..1_000)
        .map(|n| {
            let (log, owners) = (test.log.clone(), owners.clone());
            tokio::spawn(async move {
                let [(one, first), (two, second)] = [n % 50, (n * 7) % 50].map(|at| owners[at].clone());
                let asking = log.finder.claims(Lane::Interactive, keys(&[&one, "nobody", &two]));
                if n % 10 == 0 {
                    // Gone before the answer comes.
                    let _ = futures::poll!(Box::pin(asking));
                    return;
                }
                assert_eq!(asking.await.unwrap(), [(0, first), (2, second)]);
                assert_eq!(log.load::<Account>(first).await.unwrap().sequence, 1);
                assert_eq!(log.load::<Contact>(first).await.unwrap().sequence, 0, "that id is an account");
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

#[tokio::test]
async fn a_connection_that_was_ended_is_replaced() {
    let test = TestLog::new().await;
    let owner = Uuid::now_v7();
    given_claim(&test, "one", owner).await;
    for _ in 0..3 {
        assert_eq!(test.log.finder.claims(Lane::Bulk, keys(&["one"])).await.unwrap(), [(0, owner)]);
        sqlx::query("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()")
            .execute(&mut connection(&test).await)
            .await
            .unwrap();
    }
    assert_eq!(test.log.load::<Account>(owner).await.unwrap().sequence, 1);
}

#[tokio::test]
async fn an_account_loaded_twice_in_one_question_is_the_same() {
    let test = TestLog::new().await;
    let [one, nobody] = std::array::from_fn(|_| Uuid::now_v7());
    let append = samples::account_at(one, 0, vec![samples::account_created(), samples::archived()]);
    test.log.append(append).await.unwrap();
    let loaded = test.log.load_many::<Account>(&[one, nobody, one]).await.unwrap();
    assert_eq!(loaded.iter().map(|account| account.sequence).collect::<Vec<_>>(), [2, 0, 2]);
    assert!(!loaded[2].state.record.is_active());
}
