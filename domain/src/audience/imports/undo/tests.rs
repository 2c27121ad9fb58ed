//! given / when / then: an import, an undo of it, what happens.

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use crate::audience::imports::Import;
use crate::audience::imports::command::ImportCommand;
use crate::audience::imports::error::ImportError;
use crate::audience::imports::events::ImportEvent;
use crate::audience::imports::outcome::RunResult;
use crate::audience::record::undo::state::{LookEnd, UndoCommand, UndoEnd, UndoPreviewed};
use crate::audience::record::undo::{Chosen, UndoCounts, UndoResult};

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap()
}

fn ended() -> Vec<ImportEvent> {
    vec![ImportEvent::ImportCompleted { at: at(), result: RunResult::default() }]
}

fn start(job: u128) -> ImportCommand {
    let (at, job) = (at(), Uuid::from_u128(job));
    ImportCommand::Undo(UndoCommand::Start { at, job, chosen: Chosen::None })
}

fn started(job: u128) -> ImportEvent {
    ImportEvent::ImportUndoStarted { at: at(), job: Uuid::from_u128(job), chosen: Chosen::None }
}

fn finish(job: u128, end: UndoEnd) -> ImportCommand {
    let (at, job, result) = (at(), Uuid::from_u128(job), UndoResult::default());
    ImportCommand::Undo(UndoCommand::Finish { at, job, result, end })
}

#[test]
fn an_import_is_undone_once_it_has_ended() {
    TestFramework::<Import>::with(())
        .given(vec![ImportEvent::ImportStarted { at: at(), job: Uuid::nil() }])
        .when(start(1))
        .then_expect_error(ImportError::NotEnded);
    TestFramework::<Import>::with(()).given(ended()).when(start(1)).then_expect_events(vec![started(1)]);
    let running = [ended(), vec![started(1)]].concat();
    TestFramework::<Import>::with(()).given(running.clone()).when(start(2)).then_expect_events(vec![]);
    let (job, result) = (Uuid::from_u128(1), UndoResult::default());
    TestFramework::<Import>::with(())
        .given(running.clone())
        .when(finish(1, UndoEnd::Done))
        .then_expect_events(vec![ImportEvent::ImportUndone { at: at(), job, result }]);
    let undone = |left: u64| {
        let result = UndoResult { contacts: UndoCounts { kept: left, ..Default::default() }, ..result };
        [running.clone(), vec![ImportEvent::ImportUndone { at: at(), job, result }]].concat()
    };
    TestFramework::<Import>::with(()).given(undone(0)).when(start(2)).then_expect_error(ImportError::Undone);
    TestFramework::<Import>::with(()).given(undone(1)).when(start(2)).then_expect_events(vec![started(2)]);
    let again = [undone(1), vec![started(2)]].concat();
    TestFramework::<Import>::with(()).given(again).when(start(3)).then_expect_events(vec![]);
    let stopped = ImportEvent::ImportUndoStopped { at: at(), job, result };
    TestFramework::<Import>::with(())
        .given(running.clone())
        .when(finish(1, UndoEnd::Cancelled))
        .then_expect_events(vec![stopped.clone()]);
    TestFramework::<Import>::with(())
        .given([running, vec![stopped]].concat())
        .when(start(2))
        .then_expect_events(vec![started(2)]);
}

#[test]
fn a_look_ends_with_the_undo_it_was_for() {
    let job = Uuid::from_u128(7);
    let looking = ImportEvent::ImportUndoPreviewStarted { at: at(), job };
    let done = LookEnd::Done { result: UndoResult::default(), expires_at: at() };
    let finish = ImportCommand::Undo(UndoCommand::FinishLook { at: at(), job, end: done });
    let preview = UndoPreviewed { job, expires_at: at(), result: UndoResult::default() };
    TestFramework::<Import>::with(())
        .given([ended(), vec![looking.clone()]].concat())
        .when(finish.clone())
        .then_expect_events(vec![ImportEvent::ImportUndoPreviewed { at: at(), preview }]);
    TestFramework::<Import>::with(())
        .given([ended(), vec![looking, started(1)]].concat())
        .when(finish)
        .then_expect_events(vec![]);
}
