//! Seals: a changed, removed or inserted row shows; erasure does not.

use pivotal_log::seals::{BrokenSeal, check, seal_to_head};
use pivotal_log::testing::TestLog;
use uuid::Uuid;

use crate::support::{samples, tamper};

/// Two sealed ranges: events and facts in each.
async fn sealed() -> (TestLog, [Uuid; 2], BrokenSeal) {
    let test = TestLog::new().await;
    let ids: [Uuid; 2] = std::array::from_fn(|_| Uuid::now_v7());
    let mut first_end = 0;
    for id in ids {
        let mut append = samples::contact(id);
        append.facts = vec![samples::fact(id, "beside")];
        let end = test.log.append(append).await.unwrap();
        assert_eq!(seal_to_head(&test.pools.write).await.unwrap(), 1);
        if first_end == 0 {
            first_end = end;
        }
    }
    assert_eq!(seal_to_head(&test.pools.write).await.unwrap(), 0, "nothing new, no seal");
    assert_eq!(check(&test.pools.read).await.unwrap(), []);
    (test, ids, BrokenSeal { from: first_end + 1, to: first_end + 2 })
}

#[tokio::test]
async fn whatever_is_altered_in_a_row_breaks_the_seal_over_it_and_no_other() {
    let alterations = [
        "update log.events set payload = replace(payload::text, 'GB', 'DK')::json",
        "update log.events set metadata = replace(metadata::text, 'system', 'sysadm')::json",
        "update log.events set recorded_at = recorded_at - interval '1 microsecond'",
        "update log.events set event_type = 'ContactRenamed'",
        "update log.events set event_version = '1.1'",
        "update log.events set sequence = 2",
        // Without its subject an event reads as if the person had been erased.
        "update log.events set subject_id = null",
        "delete from log.events",
    ];
    for alteration in alterations {
        let (test, ids, second) = sealed().await;
        tamper(&test, &format!("{alteration} where aggregate_id = '{}'", ids[1])).await;
        assert_eq!(check(&test.pools.read).await.unwrap(), [second], "{alteration}");
    }
}

#[tokio::test]
async fn facts_are_covered_and_so_are_rows_slipped_in() {
    for alteration in [
        "update log.facts set payload = replace(payload::text, 'beside', 'before')::json where about_id = '{id}'",
        "delete from log.facts where about_id = '{id}'",
        // A fact that becomes an event, in the same place and with the same words.
        "with gone as (delete from log.facts where about_id = '{id}' returning *)
         insert into log.events (aggregate_type, aggregate_id, sequence, event_type, event_version, payload, metadata, global_position, recorded_at)
         select about_type, about_id, 1, kind, version, payload, metadata, global_position, recorded_at from gone",
    ] {
        let (test, ids, second) = sealed().await;
        tamper(&test, &alteration.replace("{id}", &ids[1].to_string())).await;
        assert_eq!(check(&test.pools.read).await.unwrap(), [second], "{alteration}");
    }
}

#[tokio::test]
async fn a_seal_that_was_made_again_after_an_alteration_breaks_the_chain() {
    let (test, ids, second) = sealed().await;
    tamper(&test, &format!("update log.events set payload = replace(payload::text, 'GB', 'DK')::json where aggregate_id = '{}'", ids[0])).await;
    let broken = check(&test.pools.read).await.unwrap();
    assert_eq!(broken.len(), 1);
    assert!(broken[0].to < second.from);
    // The forger seals the first range anew; the second still remembers the old hash.
    tamper(&test, "create temp table later as select * from log.seals where from_position > 1; delete from log.seals where from_position = 1").await;
    assert!(!check(&test.pools.read).await.unwrap().is_empty(), "a missing seal shows");
}

#[tokio::test]
async fn erasing_a_person_leaves_every_seal_intact() {
    let (test, ids, _) = sealed().await;
    test.log.keys.destroy(ids[0]).await.unwrap();
    assert_eq!(check(&test.pools.read).await.unwrap(), []);
}

#[tokio::test]
async fn the_clock_and_date_style_of_who_checks_do_not_matter() {
    let (test, _, _) = sealed().await;
    let database: String =
        sqlx::query_scalar("select current_database()").fetch_one(&test.pools.read).await.unwrap();
    sqlx::raw_sql(&format!(r#"alter database "{database}" set datestyle = 'SQL, DMY'; alter database "{database}" set timezone = 'Asia/Tokyo'"#))
        .execute(&test.pools.write)
        .await
        .unwrap();
    let others = pivotal_log::pools::Pools::connect(&test.database.url, 1, 1).unwrap();
    assert_eq!(check(&others.read).await.unwrap(), []);
}

#[tokio::test]
async fn positions_that_were_rolled_back_are_sealed_as_the_gaps_they_are() {
    let test = TestLog::new().await;
    for _ in 0..3 {
        let id = Uuid::now_v7();
        test.log.append(samples::account(id)).await.unwrap();
        test.log.append(samples::account(id)).await.unwrap_err();
    }
    assert_eq!(seal_to_head(&test.pools.write).await.unwrap(), 1);
    assert_eq!(check(&test.pools.read).await.unwrap(), []);
}
