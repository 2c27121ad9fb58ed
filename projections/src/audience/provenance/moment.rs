//! A record at a moment, in the shape people are shown: values by key, archived or not, its account.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::{AccountLink, LinkKind};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::provenance::ACCOUNT;
use pivotal_domain::audience::record::moment::AsOf;
use pivotal_domain::audience::record::state::{RecordState, Standing};

/// A record as it was.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecordThen {
    /// `false`: its first event came later.
    pub existed: bool,
    pub archived: bool,
    /// Of the last event it had by then.
    pub position: Option<i64>,
    pub at: Option<DateTime<Utc>>,
    pub values: BTreeMap<String, ValueThen>,
    pub account_link: Option<LinkKind>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ValueThen {
    pub value: FieldValue,
    pub derived: bool,
}

/// A field at two moments.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub field: String,
    pub from: Option<FieldValue>,
    pub to: Option<FieldValue>,
}

impl Compared {
    pub fn differs(&self) -> bool {
        self.from != self.to
    }
}

impl From<AsOf<Contact>> for RecordThen {
    fn from(then: AsOf<Contact>) -> Self {
        let account = then.state.account;
        RecordThen::of(&then.state.record, account, then.last.map(|last| (last.position, last.at)))
    }
}

impl From<AsOf<Account>> for RecordThen {
    fn from(then: AsOf<Account>) -> Self {
        RecordThen::of(&then.state.record, None, then.last.map(|last| (last.position, last.at)))
    }
}

impl RecordThen {
    fn of(record: &RecordState, account: Option<AccountLink>, last: Option<(i64, DateTime<Utc>)>) -> Self {
        let mut values: BTreeMap<String, ValueThen> = record
            .fields
            .iter()
            .map(|(key, held)| (key.clone(), ValueThen { value: held.value.clone(), derived: held.derived }))
            .collect();
        if let Some(link) = account {
            let value = FieldValue::Text(link.account_id.to_string());
            values.insert(ACCOUNT.to_owned(), ValueThen { value, derived: false });
        }
        RecordThen {
            existed: record.standing != Standing::Absent,
            archived: record.standing == Standing::Archived,
            position: last.map(|(position, _)| position),
            at: last.map(|(_, at)| at),
            values,
            account_link: account.map(|link| link.how),
        }
    }
}

/// Every field that has a value at either moment, by key.
pub fn compare(from: &RecordThen, to: &RecordThen) -> Vec<Compared> {
    let keys: BTreeSet<&String> = from.values.keys().chain(to.values.keys()).collect();
    let value = |then: &RecordThen, key: &String| then.values.get(key).map(|held| held.value.clone());
    keys.into_iter()
        .map(|key| Compared { field: key.clone(), from: value(from, key), to: value(to, key) })
        .collect()
}
