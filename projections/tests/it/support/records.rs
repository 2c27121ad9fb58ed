//! Events of contacts, accounts and imports, written the way commands write them.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::FieldChange;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, Lane};
use pivotal_log::testing::start_of_test_time;
use pivotal_projections::runner::Projection;
use pivotal_projections::runner::worker::Step;
use uuid::Uuid;

use super::{Ground, settle};

pub const ADA: Uuid = Uuid::from_u128(0xada);

pub fn admin() -> Actor {
    Actor { user_id: ADA, role: Role::Admin, ..Actor::system("ui") }
}

pub fn agent(user_id: Uuid) -> Actor {
    Actor { user_id, role: Role::Agent, ..Actor::system("ui") }
}

pub fn client_user() -> Actor {
    Actor {
        user_id: Uuid::from_u128(0xc1),
        role: Role::ClientUser,
        client_id: Some(Uuid::from_u128(0xcc)),
        ..Actor::system("ui")
    }
}

/// The n-th minute of the test.
pub fn minute(n: i64) -> DateTime<Utc> {
    start_of_test_time() + Duration::minutes(n)
}

pub fn fields(values: &[(&str, &str)]) -> BTreeMap<String, FieldValue> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect()
}

pub fn metadata(source: &Source) -> Metadata {
    Metadata {
        actor: ADA.to_string(),
        role: "admin".into(),
        source: source.to_string(),
        ..Metadata::default()
    }
}

pub fn link(account_id: Uuid) -> AccountLink {
    AccountLink { account_id, how: LinkKind::Import }
}

pub fn change(old: Option<&str>, new: Option<&str>) -> FieldChange {
    FieldChange { old: old.map(FieldValue::from), new: new.map(FieldValue::from) }
}

pub fn contact_created(values: BTreeMap<String, FieldValue>, account: Option<Uuid>) -> ContactEvent {
    ContactEvent::ContactCreated {
        source: Source::Ui,
        at: minute(0),
        fields: values,
        derived: vec![],
        account: account.map(link),
    }
}

pub fn contact_changed(key: &str, old: Option<&str>, new: Option<&str>) -> ContactEvent {
    ContactEvent::ContactFieldsChanged {
        source: Source::Ui,
        at: minute(1),
        changes: BTreeMap::from([(key.to_owned(), change(old, new))]),
        derived: vec![],
        kept: BTreeMap::new(),
    }
}

pub fn account_created(values: BTreeMap<String, FieldValue>) -> AccountEvent {
    AccountEvent::AccountCreated { source: Source::Ui, at: minute(0), fields: values, derived: vec![] }
}

pub fn account_changed(key: &str, old: Option<&str>, new: Option<&str>) -> AccountEvent {
    AccountEvent::AccountFieldsChanged {
        source: Source::Ui,
        at: minute(1),
        changes: BTreeMap::from([(key.to_owned(), change(old, new))]),
        derived: vec![],
        kept: BTreeMap::new(),
    }
}

impl Ground {
    /// Appends events of one record after those it has; answers the last position.
    pub async fn append<A>(&self, id: Uuid, events: Vec<A::Event>, source: &Source) -> i64
    where
        A: cqrs_es::Aggregate,
        A::Event: LoggedEvent,
    {
        let sequence = self.test.log.load::<A>(id).await.unwrap().sequence;
        let mut append = Append::new(Lane::Interactive);
        append.events::<A>(id, sequence, events, &metadata(source)).unwrap();
        self.test.log.append(append).await.unwrap()
    }

    pub async fn contact(&self, id: Uuid, events: Vec<ContactEvent>) -> i64 {
        self.append::<Contact>(id, events, &Source::Ui).await
    }

    pub async fn account(&self, id: Uuid, events: Vec<AccountEvent>) -> i64 {
        self.append::<Account>(id, events, &Source::Ui).await
    }

    /// Brings a projection up to date.
    pub async fn project(&self, projection: impl Projection) {
        assert_eq!(settle(&mut self.worker(projection)).await, Step::Idle);
    }

    /// A table's rows as text, in the order of its key.
    pub async fn dump(&self, table: &str) -> Vec<String> {
        sqlx::query_scalar(&format!("select t::text from {table} t order by 1"))
            .fetch_all(&self.test.pools.write)
            .await
            .unwrap()
    }
}
