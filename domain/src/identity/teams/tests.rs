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
