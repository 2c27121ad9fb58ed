use super::*;
use crate::identity::clients::lists::Filling;

fn list(command: ListCommand) -> ClientCommand {
    ClientCommand::List { command, at: at() }
}

fn list_added() -> ClientEvent {
    ClientEvent::ClientListAdded { at: at(), list: id(1), name: "Targets".into() }
}

fn filling(entries: i64) -> Filling {
    Filling { at: at(), entries, file_name: "targets.csv".into(), file_key: "client-list/1".into() }
}

#[test]
fn a_list_is_filled_replaced_and_removed() {
    let fill = |entries| list(ListCommand::Fill { list: id(1), filling: filling(entries) });
    let filled = |entries| ClientEvent::ClientListFilled { at: at(), list: id(1), filling: filling(entries) };
    Clients::with(()).given(vec![created(), list_added()]).when(fill(2)).then_expect_events(vec![filled(2)]);
    Clients::with(())
        .given(vec![created(), list_added(), filled(2)])
        .when(fill(3))
        .then_expect_events(vec![filled(3)]);
    Clients::with(())
        .given(vec![created(), list_added(), filled(2)])
        .when(list(ListCommand::Remove { list: id(1) }))
        .then_expect_events(vec![ClientEvent::ClientListRemoved { at: at(), list: id(1) }]);
    Clients::with(())
        .given(vec![created(), list_added()])
        .when(fill(0))
        .then_expect_error(ClientError::ListEmpty);
    Clients::with(())
        .given(vec![created(), list_added()])
        .when(fill(100_001))
        .then_expect_error(ClientError::ListTooLong);
    Clients::with(()).given(vec![created()]).when(fill(1)).then_expect_error(ClientError::ListUnknown);
}

fn file(n: u128) -> Filling {
    Filling { file_key: format!("client-list/2026/01/{}", id(n)), ..filling(2) }
}

fn list_filled(n: u128) -> ClientEvent {
    ClientEvent::ClientListFilled { at: at(), list: id(1), filling: file(n) }
}

fn unfill(n: u128) -> ClientCommand {
    list(ListCommand::Unfill { list: id(1), seen: id(n) })
}

fn unfilled(filling: Option<Filling>) -> ClientEvent {
    ClientEvent::ClientListUnfilled { at: at(), list: id(1), filling }
}

#[test]
fn the_last_file_of_a_list_is_taken_back_to_what_it_held_before() {
    Clients::with(())
        .given(vec![created(), list_added(), list_filled(7)])
        .when(unfill(7))
        .then_expect_events(vec![unfilled(None)]);
    Clients::with(())
        .given(vec![created(), list_added(), list_filled(7), list_filled(8)])
        .when(unfill(8))
        .then_expect_events(vec![unfilled(Some(file(7)))]);
}

#[test]
fn a_file_is_not_taken_back_from_under_a_later_one_nor_twice() {
    Clients::with(())
        .given(vec![created(), list_added(), list_filled(7), list_filled(8)])
        .when(unfill(7))
        .then_expect_error(ClientError::ListChanged);
    let back = vec![created(), list_added(), list_filled(7), list_filled(8), unfilled(Some(file(7)))];
    Clients::with(()).given(back).when(unfill(7)).then_expect_error(ClientError::ListChanged);
    Clients::with(())
        .given(vec![created(), list_added()])
        .when(unfill(7))
        .then_expect_error(ClientError::ListChanged);
}

#[test]
fn a_removed_list_comes_back_with_what_it_held() {
    let restore = || list(ListCommand::Restore { list: id(1) });
    let removed = || ClientEvent::ClientListRemoved { at: at(), list: id(1) };
    let restored = || ClientEvent::ClientListRestored {
        at: at(),
        list: id(1),
        name: "Targets".into(),
        filling: Some(file(7)),
    };
    let gone = || vec![created(), list_added(), list_filled(7), removed()];
    Clients::with(()).given(gone()).when(restore()).then_expect_events(vec![restored()]);
    let there = [gone(), vec![restored()]].concat();
    Clients::with(()).given(there).when(restore()).then_expect_events(vec![]);
    let other = ClientEvent::ClientListAdded { at: at(), list: id(2), name: "TARGETS".into() };
    Clients::with(())
        .given([gone(), vec![other]].concat())
        .when(restore())
        .then_expect_error(ClientError::ListNameTaken("Targets".into()));
    Clients::with(()).given(vec![created()]).when(restore()).then_expect_error(ClientError::ListUnknown);
}

#[test]
fn two_lists_do_not_share_a_name() {
    let add = ListCommand::Add { list: id(2), name: "targets".into() };
    Clients::with(())
        .given(vec![created(), list_added()])
        .when(list(add))
        .then_expect_error(ClientError::ListNameTaken("targets".into()));
}
