//! kill -9 while a digest is handed over, of every process that tries; and two at once afterwards: each person gets one mail of it.

use std::time::{Duration, Instant};

use chrono::{Timelike, Utc};
use pivotal_log::failpoint::{ENABLED, Failpoint};
use reqwest::Client;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::support::home::Home;
use crate::support::oracle::Oracle;
use crate::support::pivotal::Pivotal;
use crate::support::side_by_side;

const WITHIN: Duration = Duration::from_secs(120);
const MAILS: &str = "select count(*) from mail.mailbox where subject like 'Your Pivotal digest%'";
const RUNS: &str = "select count(*) from jobs.queue where kind = 'notification_mails' and state = 'done'";

async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + WITHIN;
    while !so().await {
        assert!(Instant::now() < deadline, "never came: {what}");
        sleep(Duration::from_millis(50)).await;
    }
}

/// Digests are looked for every minute: the next minute is now.
async fn due_now(oracle: &Oracle) {
    until("a worker has declared the schedule", async || {
        let sql = "update jobs.schedules set next_run = now() where kind = 'notification_mails'";
        sqlx::query(sql).execute(&oracle.pools.write).await.unwrap().rows_affected() == 1
    })
    .await;
}

/// Development logins, by role: email and password.
async fn logins(http: &Client, url: &str) -> Vec<Value> {
    let logins: Value =
        http.get(format!("{url}/api/v1/auth/development-logins")).send().await.unwrap().json().await.unwrap();
    logins.as_array().or_else(|| logins["logins"].as_array()).cloned().unwrap()
}

/// Somebody who wants a digest at an hour that is over, with a task in it.
async fn subscribe(http: &Client, url: &str, login: &Value, oracle: &Oracle) {
    let body = json!({ "email": login["email"], "password": login["password"] });
    let signed: Value =
        http.post(format!("{url}/api/v1/auth/login")).json(&body).send().await.unwrap().json().await.unwrap();
    let token = signed["accessToken"].as_str().unwrap();
    let hour = (Utc::now().hour() + 23) % 24;
    let wanted = json!({ "atOnce": [], "digestOff": [], "every": "daily", "hour": hour, "timeZone": "UTC" });
    let put = http.put(format!("{url}/api/v1/notifications/mail")).bearer_auth(token).json(&wanted);
    assert_eq!(put.send().await.unwrap().status().as_u16(), 200);
    let id: uuid::Uuid = sqlx::query_scalar("select id from read.users where email = $1")
        .bind(login["email"].as_str().unwrap())
        .fetch_one(&oracle.pools.read)
        .await
        .unwrap();
    let yesterday = (Utc::now() - chrono::Duration::days(1)).date_naive();
    let task = json!({ "title": "Call Ada", "dueOn": yesterday, "assigneeId": id });
    let made = http.post(format!("{url}/api/v1/tasks")).bearer_auth(token).json(&task).send().await.unwrap();
    assert!(made.status().is_success(), "{}", made.text().await.unwrap());
    until("the choice is projected", async || {
        let sql =
            "select count(*) from read.notification_inboxes where digest_every = 'daily' and user_id = $1";
        let there: i64 = sqlx::query_scalar(sql).bind(id).fetch_one(&oracle.pools.read).await.unwrap();
        there == 1
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_while_digests_are_handed_over() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let _room = side_by_side().await;
    let home = Home::on_the_test_server().await;
    let settings = [("PIVOTAL_JOB_LEASE_SECONDS", "3")];
    let mut serving = Pivotal::run("serve", &home, &settings);
    assert!(serving.is_ready().await, "{}", home.last_words());
    let (oracle, http) = (Oracle::of(&home).await, Client::new());
    let logins = logins(&http, &serving.url).await;
    let of = |role: &str| logins.iter().find(|login| login["role"] == role);
    let people: Vec<&Value> = ["ADMIN", "DATA_OPS"].into_iter().filter_map(of).collect();
    assert_eq!(people.len(), 2, "{logins:?}");
    let following = Pivotal::run("work", &home, &settings);
    for login in &people {
        subscribe(&http, &serving.url, login, &oracle).await;
    }
    following.stop().await;
    // As if they had chosen it days ago: of an hour that was over by then nobody gets a digest.
    let long_ago = "update read.notification_inboxes set mail_set_at = now() - interval '3 days' where digest_every = 'daily'";
    let chosen = sqlx::query(long_ago).execute(&oracle.pools.write).await.unwrap();
    assert_eq!(chosen.rows_affected(), 2);

    // Each dies with a digest written down and its mail in the queue, neither of them committed: the second at the second.
    for nth in 1..=2 {
        let failpoint = format!("{}:{nth}", Failpoint::DigestBeforeCommit.name());
        let dying = [settings[0], ("PIVOTAL_FAILPOINT", failpoint.as_str())];
        let mut working = Pivotal::run("work", &home, &dying);
        // A run that died is taken up again when its lease is over; the first one is asked for.
        if nth == 1 {
            due_now(&oracle).await;
        }
        until("the point is reached", async || !working.lives()).await;
        let handed_over = oracle.count("select count(*) from mail.digests").await;
        assert_eq!(handed_over, nth - 1, "what was not committed is not there");
    }

    let before = oracle.count(RUNS).await;
    let [one, other] = [(); 2].map(|()| Pivotal::run("work", &home, &settings));
    until("both have their mail", async || oracle.count(MAILS).await >= 2).await;
    // Whoever looks again finds nothing to hand over.
    due_now(&oracle).await;
    until("it was looked for again", async || oracle.count(RUNS).await >= before + 2).await;
    assert_eq!(oracle.count("select count(*) from mail.digests").await, 2);
    for login in &people {
        let email = login["email"].as_str().unwrap();
        let theirs = format!("{MAILS} and to_address = '{email}'");
        assert_eq!(oracle.count(&theirs).await, 1, "{email}");
    }
    let open = "select count(*) from jobs.queue where kind = 'mail_send' and state <> 'done'";
    // One that was being sent when its process was killed is taken up when its lease is over.
    until("none waits", async || oracle.count(open).await == 0).await;
    assert_eq!(oracle.count(MAILS).await, 2);
    one.stop().await;
    other.stop().await;
    serving.stop().await;
}
