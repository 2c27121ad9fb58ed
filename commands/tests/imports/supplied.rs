//! Files that a client supplied: what they make is for that client only, and what was there before keeps what it has.

use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::clients::archive::archive_client;
use pivotal_commands::identity::clients::create::{CreateClient, create_client};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::record::restriction::restriction_of;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::support::World;

const FILE: &str = "First name,Last name,Email,Company,Website\nAda,Vester,ada@norhavn.test,Norhavn Freight,norhavn.test\nBo,Lind,bo@adler.test,Adler,adler.test\n";

fn fields(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

async fn client(world: &World, name: &str) -> Uuid {
    let input = CreateClient { name: name.to_owned(), idempotency_key: None };
    create_client(&world.ctx, &world.actor, input).await.unwrap().id
}

/// Mapped as suggested, and marked as the client's.
async fn supplied(world: &World, id: Uuid, client: Uuid) -> Result<(), CommandError> {
    world.map_by_itself(id).await;
    let import = world.log.log.load::<Import>(id).await.unwrap().state;
    let map = MapImport {
        id,
        name: None,
        default_country: import.default_country,
        mapping: import.mapping,
        kind: import.kind,
        supplied_by: Some(client),
    };
    map_import(&world.ctx, &world.actor, map).await.map(drop)
}

fn refused(error: &CommandError) -> Option<(&str, Option<&str>)> {
    match error {
        CommandError::Rejected(all) => all.first().map(|one| (one.code.as_str(), one.field.as_deref())),
        _ => None,
    }
}

#[tokio::test]
async fn what_the_file_makes_is_for_the_client_and_what_was_there_stays_free() {
    let world = World::new().await;
    let norhavn = client(&world, "Norhavn").await;
    let known = CreateContact {
        fields: fields(json!({ "email": "bo@adler.test", "last_name": "Lind" })),
        account_id: None,
        idempotency_key: None,
    };
    let known = create_contact(&world.ctx, &world.actor, known).await.unwrap().id;
    let adler = CreateAccount {
        fields: fields(json!({ "name": "Adler", "domain": "adler.test" })),
        idempotency_key: None,
    };
    let adler = create_account(&world.ctx, &world.actor, adler).await.unwrap().id;
    let id = world.upload(FILE).await.unwrap();
    supplied(&world, id, norhavn).await.unwrap();
    start_import(&world.ctx, &world.actor, id, false).await.unwrap();
    let working = world.work();
    world.until_idle().await;
    working.stop().await;
    let log = &world.log.log;
    for (contact, state) in world.contacts().await {
        let expected = (contact != known).then_some(norhavn);
        assert_eq!(restriction_of(&state.record), expected, "{:?}", state.record.text("email"));
        let account = state.account.unwrap().account_id;
        let account_of = log.load::<Account>(account).await.unwrap().state;
        assert_eq!(restriction_of(&account_of.record), (account != adler).then_some(norhavn));
    }
}

#[tokio::test]
async fn the_file_writes_nothing_to_records_that_are_not_the_clients() {
    let world = World::new().await;
    let (norhavn, adler) = (client(&world, "Norhavn").await, client(&world, "Adler").await);
    let make = async |email: &str, only: Option<Uuid>| {
        let mut fields = fields(json!({ "email": email, "last_name": "Lind" }));
        fields.extend(only.map(|client| ("client_restriction".to_owned(), json!(client))));
        let input = CreateContact { fields, account_id: None, idempotency_key: None };
        create_contact(&world.ctx, &world.actor, input).await.unwrap().id
    };
    let free = make("free@norhavn.test", None).await;
    let others = make("others@norhavn.test", Some(adler)).await;
    let own = make("own@norhavn.test", Some(norhavn)).await;
    let file = "Last name,Email,Job title\nLind,free@norhavn.test,Countess\nLind,others@norhavn.test,Countess\nLind,own@norhavn.test,Countess\n";
    let id = world.upload(file).await.unwrap();
    supplied(&world, id, norhavn).await.unwrap();
    start_import(&world.ctx, &world.actor, id, false).await.unwrap();
    let working = world.work();
    let ended = world.ended(id).await;
    working.stop().await;
    for (contact, title) in [(free, None), (others, None), (own, Some("Countess"))] {
        let state = world.log.log.load::<Contact>(contact).await.unwrap().state;
        assert_eq!(state.record.text("job_title"), title, "{:?}", state.record.text("email"));
    }
    assert_eq!(
        (ended.problems_of(2), ended.problems_of(3)),
        (vec!["not_the_clients"], vec!["not_the_clients"])
    );
    assert!(ended.problems_of(4).is_empty());
    assert_eq!((ended.outcomes().unchanged, ended.outcomes().updated), (2, 1));
}

#[tokio::test]
async fn a_client_that_is_not_there_or_archived_supplies_nothing() {
    let world = World::new().await;
    let id = world.upload(FILE).await.unwrap();
    let unknown = supplied(&world, id, Uuid::now_v7()).await.unwrap_err();
    assert_eq!(refused(&unknown), Some(("CLIENT_NOT_FOUND", Some("suppliedBy"))));
    let norhavn = client(&world, "Norhavn").await;
    archive_client(&world.ctx, &world.actor, norhavn, None).await.unwrap();
    let archived = supplied(&world, id, norhavn).await.unwrap_err();
    assert_eq!(refused(&archived), Some(("CLIENT_ARCHIVED", Some("suppliedBy"))));
}

#[tokio::test]
async fn by_hand_only_who_manages_clients_sets_it_or_lifts_it() {
    let world = World::new().await;
    let norhavn = client(&world, "Norhavn").await;
    let new = CreateContact {
        fields: fields(json!({ "email": "ada@norhavn.test" })),
        account_id: None,
        idempotency_key: None,
    };
    let id = create_contact(&world.ctx, &world.actor, new).await.unwrap().id;
    let change = |value: Value| UpdateContact {
        id,
        fields: fields(json!({ "client_restriction": value })),
        account_id: None,
        unlink_account: false,
        expected_version: None,
        idempotency_key: None,
    };
    let data_ops = Actor { user_id: Uuid::now_v7(), role: Role::DataOps, ..Actor::system("ui") };
    let may_not = update_contact(&world.ctx, &data_ops, change(json!(norhavn))).await.unwrap_err();
    assert!(matches!(may_not, CommandError::Forbidden(_)), "{may_not}");
    let nobody = update_contact(&world.ctx, &world.actor, change(json!(Uuid::now_v7()))).await.unwrap_err();
    assert_eq!(refused(&nobody), Some(("CLIENT_NOT_FOUND", Some("client_restriction"))));
    update_contact(&world.ctx, &world.actor, change(json!(norhavn))).await.unwrap();
    let state = world.log.log.load::<Contact>(id).await.unwrap().state;
    assert_eq!(restriction_of(&state.record), Some(norhavn));
    let may_not = update_contact(&world.ctx, &data_ops, change(Value::Null)).await.unwrap_err();
    assert!(matches!(may_not, CommandError::Forbidden(_)), "{may_not}");
    update_contact(&world.ctx, &world.actor, change(Value::Null)).await.unwrap();
    let state = world.log.log.load::<Contact>(id).await.unwrap().state;
    assert_eq!(restriction_of(&state.record), None);
}
