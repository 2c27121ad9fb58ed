//! Rejected rows are mended in place and run on their own; an import runs once more with the same settings.

use pivotal_commands::audience::imports::again::import_again;
use pivotal_commands::audience::imports::fix::{FixRows, FixedRow, fix_rows};
use pivotal_commands::audience::imports::rejected::rejected_rows;
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::imports::outcome::RowOutcome::*;
use pivotal_domain::audience::imports::{Import, ImportState};

use crate::support::World;

const FILE: &str = "Email,First name,City\nok@norhavn.test,Ada,Ribe\nnobody,Bo,=1+1\n,Carl,\nextra@norhavn.test,Dora,Ribe,more\n";

fn row(row: u32, cells: [&str; 3]) -> FixedRow {
    FixedRow { row, cells: cells.map(str::to_owned).into() }
}

#[tokio::test]
async fn rejected_rows_are_shown_as_they_were_and_go_in_once_they_are_mended() {
    let world = World::new().await;
    let working = world.work();
    let id = world.import_by(&working, FILE).await;
    let page = rejected_rows(&world.ctx, &world.actor, id, 0, 2).await.unwrap();
    assert!(page.more);
    assert_eq!(
        (page.rows[0].row, &page.rows[0].cells),
        (3, &vec!["nobody".to_owned(), "Bo".into(), "=1+1".into()])
    );
    assert_eq!(page.rows[0].reasons[0].code, "email_syntax");
    let rest = rejected_rows(&world.ctx, &world.actor, id, 4, 2).await.unwrap();
    assert_eq!((rest.more, rest.rows.len(), rest.rows[0].row), (false, 1, 5));

    let rows =
        vec![row(4, ["carl@norhavn.test", "Carl", "\"quoted\", and more"]), row(3, ["still", "Bo", ""])];
    let fix = FixRows { id, rows, idempotency_key: Some("once".into()) };
    let child = fix_rows(&world.ctx, &world.actor, fix.clone()).await.unwrap().id;
    assert_eq!(fix_rows(&world.ctx, &world.actor, fix).await.unwrap().id, child, "asked twice, done once");
    world.queue.wake();
    let ended = world.ended(child).await;
    assert_eq!((ended.outcome_of(2), ended.outcome_of(3)), (Created, Rejected));
    let import = world.ctx.log.load::<Import>(child).await.unwrap().state;
    assert_eq!(import.state, ImportState::Completed);
    let carl =
        world.contacts().await.into_iter().find(|(_, one)| one.record.text("first_name") == Some("Carl"));
    assert_eq!(carl.unwrap().1.record.text("city"), Some("\"quoted\", and more"));
    working.stop().await;
}

#[tokio::test]
async fn rows_that_cannot_be_mended_are_refused_by_name() {
    let world = World::new().await;
    let working = world.work();
    let id = world.import_by(&working, FILE).await;
    let refusal = async |rows: Vec<FixedRow>| {
        let fix = FixRows { id, rows, idempotency_key: None };
        match fix_rows(&world.ctx, &world.actor, fix).await {
            Err(CommandError::Rejected(reasons)) => reasons[0].code.clone(),
            other => panic!("expected a refusal, got {other:?}"),
        }
    };
    assert_eq!(refusal(vec![]).await, "IMPORT_NO_ROWS");
    assert_eq!(refusal(vec![row(2, ["ok@norhavn.test", "Ada", ""])]).await, "IMPORT_ROW_NOT_REJECTED");
    assert_eq!(refusal(vec![row(3, ["", "", " "])]).await, "IMPORT_ROW_EMPTY");
    assert_eq!(
        refusal(vec![row(3, ["a@b.test", "", ""]), row(3, ["a@b.test", "", ""])]).await,
        "IMPORT_ROW_TWICE"
    );
    let narrow = FixedRow { row: 3, cells: vec!["a@b.test".into()] };
    assert_eq!(refusal(vec![narrow]).await, "IMPORT_ROW_WIDTH");
    working.stop().await;
}

#[tokio::test]
async fn the_same_settings_once_more() {
    let world = World::new().await;
    let working = world.work();
    let id = world.import_by(&working, FILE).await;
    let again = import_again(&world.ctx, &world.actor, id).await.unwrap();
    assert_eq!((again.state.state, again.state.mapping.len()), (ImportState::Mapped, 3));
    start_import(&world.ctx, &world.actor, again.id, false).await.unwrap();
    world.queue.wake();
    let ended = world.ended(again.id).await;
    assert_eq!((ended.outcome_of(2), ended.outcomes().rejected), (Unchanged, 3));
    working.stop().await;
}
