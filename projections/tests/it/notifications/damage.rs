//! Rows that say something else than the log are named.

use pivotal_domain::audience::record::source::Source;
use pivotal_projections::identity::notifications::SPEC;
use pivotal_projections::identity::notifications::project::Notifications;
use pivotal_projections::verify::Part;

use super::{BEN, BULK, give, house, verified};
use crate::support::records::minute;

#[tokio::test]
async fn every_damage_to_what_people_were_told_is_named() {
    let ground = house().await;
    let ben = BEN.to_string();
    give(&ground, &[&ben], &Source::Ui, minute(1)).await;
    give(&ground, &[&ben], &Source::Bulk { id: BULK }, minute(2)).await;
    ground.project(Notifications).await;
    let clean = verified(&ground).await;
    assert!(clean.is_clean(), "{clean:?}");
    assert_eq!(clean.checked, [(Part::Notifications, 4)], "three inboxes and a line");
    let damages = [
        ("update read.notifications set kind = 'view_shared'", "notifications: the row differs"),
        ("update read.notifications set details = '{}'", "notifications: the row differs"),
        ("update read.notifications set subject_id = null", "notifications: the row differs"),
        (
            "update read.notifications set told_at = told_at + interval '1 second'",
            "notifications: the row differs",
        ),
        ("update read.notifications set read_at = now()", "notifications: read_at differs"),
        ("delete from read.notifications", "notifications: the row is missing"),
        (
            "update read.notifications set user_id = gen_random_uuid()",
            "notifications: the row belongs to no event",
        ),
        ("update read.notifications set id = id + 1000", "notifications: the row belongs to no event"),
        ("update read.notification_inboxes set teams = '{}'", "notification_inboxes: the row differs"),
        (
            "update read.notification_inboxes set in_app_off = '{view_shared}'",
            "notification_inboxes: the row differs",
        ),
        ("delete from read.notification_inboxes", "notification_inboxes: the row is missing"),
        ("update read.notification_tallies set records = 7", "notification_tallies: the row differs"),
        ("delete from read.notification_tallies", "notification_tallies: the row is missing"),
        (
            "update read.notification_tallies set number = 'accounts'",
            "notification_tallies: the row belongs to no event",
        ),
    ];
    for table in SPEC.tables {
        ground.execute(&format!("create table public.good_{table} as table read.{table}")).await;
    }
    for (damage, expected) in damages {
        ground.execute(damage).await;
        let found: Vec<String> = verified(&ground)
            .await
            .differences
            .iter()
            .map(|one| format!("{}: {}", one.record.split(' ').next().unwrap_or_default(), one.what))
            .collect();
        assert!(found.iter().any(|found| found == expected), "{damage}: {found:?}");
        for table in SPEC.tables {
            ground
                .execute(&format!(
                    "truncate read.{table}; insert into read.{table} table public.good_{table}"
                ))
                .await;
        }
    }
}
