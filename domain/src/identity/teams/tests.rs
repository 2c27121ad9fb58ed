use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::*;

type Teams = TestFramework<Team>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn created() -> TeamEvent {
    TeamEvent::TeamCreated { at: at(), name: "North".into() }
}

#[test]
fn a_team_is_created_once() {
    let create = || TeamCommand::Create { name: "North".into(), at: at() };
    Teams::with(()).given_no_previous_events().when(create()).then_expect_events(vec![created()]);
    Teams::with(()).given(vec![created()]).when(create()).then_expect_error(TeamError::Exists);
}

#[test]
fn a_rename_says_what_it_was_called_and_a_repeat_is_no_event() {
    let rename = |name: &str| TeamCommand::Rename { name: name.into(), at: at() };
    Teams::with(()).given(vec![created()]).when(rename("North")).then_expect_events(vec![]);
    Teams::with(()).given(vec![created()]).when(rename("Nordic")).then_expect_events(vec![
        TeamEvent::TeamRenamed { at: at(), name: "Nordic".into(), previous: "North".into() },
    ]);
    Teams::with(()).given_no_previous_events().when(rename("Nordic")).then_expect_error(TeamError::Unknown);
}

#[test]
fn an_archived_team_keeps_its_name_until_it_is_restored_and_a_repeat_is_no_event() {
    let (archive, restore) = (TeamCommand::Archive { at: at() }, TeamCommand::Restore { at: at() });
    let (archived, restored) = (TeamEvent::TeamArchived { at: at() }, TeamEvent::TeamRestored { at: at() });
    let rename = TeamCommand::Rename { name: "Nordic".into(), at: at() };
    let given = |events: Vec<TeamEvent>| Teams::with(()).given(events);
    given(vec![created()]).when(archive.clone()).then_expect_events(vec![archived.clone()]);
    given(vec![created(), archived.clone()]).when(archive.clone()).then_expect_events(vec![]);
    given(vec![created(), archived.clone()]).when(rename).then_expect_error(TeamError::Archived);
    given(vec![created(), archived]).when(restore.clone()).then_expect_events(vec![restored]);
    given(vec![created()]).when(restore).then_expect_events(vec![]);
    Teams::with(()).given_no_previous_events().when(archive).then_expect_error(TeamError::Unknown);
}
