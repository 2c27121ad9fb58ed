//! Whose country a phone without `+` is read with: the contact's, else its account's, else the import's (here the US).

use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::audience::custom_fields::define::{DefineCustomField, define_custom_field};
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::error::CommandError;
use pivotal_commands::ports::custom_values::FixedValues;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::custom_fields::command::NewField;
use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::imports::outcome::RowOutcome::*;
use pivotal_domain::audience::record::change::WriteRule;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::support::{Ended, World};

fn fields(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

impl World {
    async fn account(&self, of: Value) -> Uuid {
        let input = CreateAccount { fields: fields(of), idempotency_key: None };
        create_account(&self.ctx, &self.actor, input).await.unwrap().id
    }

    async fn contact(&self, of: Value, account_id: Option<Uuid>) -> Result<Uuid, CommandError> {
        let input = CreateContact { fields: fields(of), account_id, idempotency_key: None };
        create_contact(&self.ctx, &self.actor, input).await.map(|done| done.id)
    }

    async fn set(&self, id: Uuid, of: Value) -> Result<Contact, CommandError> {
        let input = UpdateContact {
            id,
            fields: fields(of),
            account_id: None,
            unlink_account: false,
            expected_version: None,
            idempotency_key: None,
        };
        update_contact(&self.ctx, &self.actor, input).await.map(|done| done.state)
    }

    async fn e164(&self, id: Uuid) -> Option<String> {
        let contact = self.ctx.log.load::<Contact>(id).await.unwrap().state;
        contact.record.text("direct_phone_e164").map(str::to_owned)
    }

    async fn define(&self, label: &str, unique: bool) {
        let field = NewField {
            entity: Entity::Contact,
            label: label.into(),
            field_type: FieldType::Phone,
            options: vec![],
            required: false,
            unique,
            default: None,
        };
        let define = DefineCustomField { field, idempotency_key: None };
        define_custom_field(&self.ctx, &FixedValues(Vec::new()), &self.actor, define).await.unwrap();
    }

    /// A file whose columns are these fields; a company's begin with a point.
    async fn import_of(&self, fields: &[&str], file: &str) -> Ended {
        let id = self.upload(file).await.unwrap();
        let mapping = fields.iter().enumerate().map(|(column, field)| {
            let entity = if field.starts_with('.') { Entity::Account } else { Entity::Contact };
            ColumnMapping {
                column: column as u32,
                entity: entity.into(),
                field: field.trim_start_matches('.').to_owned(),
                rule: WriteRule::BySource,
            }
        });
        let (default_country, kind) = (Some("US".into()), ImportKind::Both);
        let map = MapImport {
            id,
            name: None,
            default_country,
            mapping: mapping.collect(),
            kind,
            supplied_by: None,
        };
        map_import(&self.ctx, &self.actor, map).await.unwrap();
        let working = self.work();
        start_import(&self.ctx, &self.actor, id, false).await.unwrap();
        self.queue.wake();
        let ended = self.ended(id).await;
        working.stop().await;
        ended
    }

    async fn custom_of(&self, email: &str, key: &str) -> Option<String> {
        let contacts = self.contacts().await;
        let found = contacts.into_iter().find(|(_, one)| one.record.text("email") == Some(email));
        found.unwrap().1.record.text(key).map(str::to_owned)
    }

    /// By email, as the import left them.
    async fn phone_of(&self, email: &str) -> Option<String> {
        let contacts = self.contacts().await;
        let (_, found) =
            contacts.into_iter().find(|(_, one)| one.record.text("email") == Some(email)).unwrap();
        found.record.text("direct_phone_e164").map(str::to_owned)
    }
}

#[tokio::test]
async fn a_row_is_read_with_the_contacts_country_else_the_companys_else_the_default() {
    let world = World::new().await;
    world.account(json!({ "name": "Norhavn", "domain": "norhavn.test", "hq_country": "DK" })).await;
    let ended = world
        .import(
            "Email,Direct phone,Country,Company,Website,HQ country\n\
             own@norhavn.test,030 901820,Germany,Norhavn,norhavn.test,\n\
             held@norhavn.test,32 12 34 56,,Norhavn,norhavn.test,\n\
             row@spree.test,030 901820,,Spree,spree.test,Germany\n\
             both@oslo.test,030 901820,Germany,Fjord,oslo.test,Norway\n\
             plain@nowhere.test,(202) 555-0143,,,,\n\
             plus@norhavn.test,+44 20 7946 0018,,Norhavn,norhavn.test,\n\
             domain@norhavn.test,32 12 34 57,,,,\n",
        )
        .await;
    assert_eq!(ended.outcomes().created, 7, "{:?}", ended.rows);
    let german = Some("+4930901820".to_owned());
    assert_eq!(world.phone_of("own@norhavn.test").await, german);
    assert_eq!(world.phone_of("held@norhavn.test").await.as_deref(), Some("+4532123456"));
    assert_eq!(world.phone_of("row@spree.test").await, german);
    assert_eq!(world.phone_of("both@oslo.test").await, german, "the contact's own comes first");
    assert_eq!(world.phone_of("plain@nowhere.test").await.as_deref(), Some("+12025550143"));
    assert_eq!(world.phone_of("plus@norhavn.test").await.as_deref(), Some("+442079460018"));
    assert_eq!(
        world.phone_of("domain@norhavn.test").await.as_deref(),
        Some("+4532123457"),
        "the account that the email's domain leads to"
    );
}

#[tokio::test]
async fn a_row_of_somebody_who_is_there_is_read_with_the_country_they_have() {
    let world = World::new().await;
    let danish = world.account(json!({ "name": "Norhavn", "hq_country": "DK" })).await;
    let in_france = json!({ "email": "fr@norhavn.test", "country": "France" });
    world.contact(in_france, Some(danish)).await.unwrap();
    world.contact(json!({ "email": "dk@norhavn.test" }), Some(danish)).await.unwrap();
    let ended = world
        .import(
            "Email,Direct phone\nfr@norhavn.test,01 42 68 53 00\ndk@norhavn.test,32 12 34 56\nbad@norhavn.test,12\n",
        )
        .await;
    assert_eq!((ended.outcome_of(2), ended.outcome_of(3)), (Updated, Updated));
    assert_eq!(world.phone_of("fr@norhavn.test").await.as_deref(), Some("+33142685300"));
    assert_eq!(world.phone_of("dk@norhavn.test").await.as_deref(), Some("+4532123456"));
    assert_eq!((ended.outcome_of(4), ended.problems_of(4)), (Created, vec!["phone_impossible"]));
}

#[tokio::test]
async fn who_types_a_phone_need_not_say_the_country_that_the_account_says() {
    let world = World::new().await;
    let danish =
        world.account(json!({ "name": "Norhavn", "domain": "norhavn.test", "hq_country": "DK" })).await;
    let typed = |email: &str| json!({ "email": email, "direct_phone": "32 12 34 56" });
    let chosen = world.contact(typed("a@elsewhere.test"), Some(danish)).await.unwrap();
    let by_email = world.contact(typed("B@Norhavn.test"), None).await.unwrap();
    for id in [chosen, by_email] {
        assert_eq!(world.e164(id).await.as_deref(), Some("+4532123456"));
    }
    let refused = world.contact(typed("c@elsewhere.test"), None).await.unwrap_err();
    let CommandError::Rejected(problems) = refused else { panic!("{refused:?}") };
    assert_eq!(problems[0].code, "PHONE_COUNTRY_MISSING");

    let changed = world.set(by_email, json!({ "direct_phone": "32 12 34 57" })).await.unwrap();
    assert_eq!(changed.record.text("direct_phone_e164"), Some("+4532123457"));
    // The contact's own country, also one that comes with the phone, is worth more.
    let german = json!({ "country": "Germany", "direct_phone": "030 901820" });
    let changed = world.set(by_email, german).await.unwrap();
    assert_eq!(changed.record.text("direct_phone_e164"), Some("+4930901820"));
    let changed = world.set(by_email, json!({ "direct_phone": "030 901821" })).await.unwrap();
    assert_eq!(changed.record.text("direct_phone_e164"), Some("+4930901821"));
}

#[tokio::test]
async fn custom_phones_are_read_as_the_built_in_ones_are() {
    let world = World::new().await;
    world.define("Assistant", false).await;
    let danish =
        world.account(json!({ "name": "Norhavn", "domain": "norhavn.test", "hq_country": "DK" })).await;
    let in_france = json!({ "email": "fr@norhavn.test", "country": "France" });
    world.contact(in_france, Some(danish)).await.unwrap();
    let ended = world
        .import_of(
            &["email", "custom.assistant", "country", ".name", ".hq_country"],
            "Email,Assistant,Country,Company,HQ country\n\
             own@norhavn.test,030 901820,Germany,,\n\
             domain@norhavn.test,32 12 34 56,,,\n\
             fr@norhavn.test,01 42 68 53 00,,,\n\
             row@oslo.test,22 12 34 56,,Fjord,Norway\n\
             plain@nowhere.test,(202) 555-0143 ext. 7,,,\n\
             plus@norhavn.test,+44 20 7946 0018,,,\n\
             bad@norhavn.test,12,,,\n",
        )
        .await;
    assert_eq!((ended.outcomes().created, ended.outcomes().updated), (6, 1), "{:?}", ended.rows);
    for (who, number) in [
        ("own@norhavn.test", Some("+4930901820")),
        ("domain@norhavn.test", Some("+4532123456")),
        ("fr@norhavn.test", Some("+33142685300")),
        ("row@oslo.test", Some("+4722123456")),
        ("plain@nowhere.test", Some("+12025550143 x7")),
        ("plus@norhavn.test", Some("+442079460018")),
        ("bad@norhavn.test", None),
    ] {
        assert_eq!(world.custom_of(who, "custom.assistant").await.as_deref(), number, "{who}");
    }
    assert_eq!(ended.problems_of(8), ["phone_impossible"]);

    // Typed in, by hand as well as beside the contact's own country.
    let typed = |email: &str| json!({ "email": email, "custom.assistant": "32 12 34 57" });
    let id = world.contact(typed("typed@norhavn.test"), None).await.unwrap();
    let contact = world.ctx.log.load::<Contact>(id).await.unwrap().state;
    assert_eq!(contact.record.text("custom.assistant"), Some("+4532123457"));
    let changed =
        world.set(id, json!({ "country": "Germany", "custom.assistant": "030 901820" })).await.unwrap();
    assert_eq!(changed.record.text("custom.assistant"), Some("+4930901820"));
}

#[tokio::test]
async fn a_unique_phone_is_held_by_one_whatever_country_says_what_it_is() {
    let world = World::new().await;
    world.define("Badge", true).await;
    let danish =
        world.account(json!({ "name": "Norhavn", "domain": "norhavn.test", "hq_country": "DK" })).await;
    let holder = json!({ "email": "held@elsewhere.test", "custom.badge": "+45 32 12 34 56" });
    world.contact(holder, None).await.unwrap();
    world.contact(json!({ "email": "dk@elsewhere.test", "country": "Denmark" }), Some(danish)).await.unwrap();
    let ended = world
        .import_of(
            &["email", "custom.badge"],
            "Email,Badge\n\
             new@norhavn.test,32 12 34 56\n\
             dk@elsewhere.test,32 12 34 56\n\
             held@elsewhere.test,+45 32 12 34 56\n\
             one@norhavn.test,32 12 34 57\n\
             two@norhavn.test,+45 32 12 34 57\n\
             us@nowhere.test,(202) 555-0143\n",
        )
        .await;
    for row in [2, 3, 6] {
        assert_eq!(
            (ended.outcome_of(row), ended.problems_of(row)),
            (Rejected, vec!["custom_value_taken"]),
            "{row}"
        );
    }
    assert_eq!(
        (ended.outcome_of(4), ended.outcome_of(5), ended.outcome_of(7)),
        (Unchanged, Created, Created)
    );
    assert_eq!(world.custom_of("us@nowhere.test", "custom.badge").await.as_deref(), Some("+12025550143"));
}
