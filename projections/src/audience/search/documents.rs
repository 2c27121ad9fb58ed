//! The documents that a batch of the log leads to. Whoever is not created in it is folded from the log again, as far as
//! the batch reaches: so nothing but the log decides what a document says.

use std::collections::{HashMap, HashSet};

use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::search::document::{Company, Document};
use pivotal_log::reader::{self, Entry};
use sqlx::PgConnection;
use uuid::Uuid;

use super::port::Changes;
use crate::runner::{ApplyError, Opened};

/// Companies by account, as of the last batch. More than so many are forgotten and read from the log when needed.
const KEPT: usize = 20_000;

#[derive(Debug, Clone, Default)]
pub struct Companies(HashMap<Uuid, Company>);

/// What a batch touches.
pub struct Touched {
    /// Created in the batch, as its events leave them.
    new_contacts: HashMap<Uuid, Contact>,
    older_contacts: HashSet<Uuid>,
    accounts: HashMap<Uuid, Account>,
    older_accounts: HashSet<Uuid>,
    renamed: HashSet<Uuid>,
}

impl Touched {
    pub fn of(batch: &Opened<'_>) -> Result<Self, ApplyError> {
        let mut touched = Touched {
            new_contacts: HashMap::new(),
            older_contacts: HashSet::new(),
            accounts: HashMap::new(),
            older_accounts: HashSet::new(),
            renamed: HashSet::new(),
        };
        for entry in batch.entries() {
            match entry.about_type.as_str() {
                "contact" => touched.contact(entry, batch.event(entry)?, batch),
                _ => touched.account(entry, batch.event(entry)?),
            }
        }
        Ok(touched)
    }

    fn contact(&mut self, entry: &Entry, event: ContactEvent, batch: &Opened<'_>) {
        let id = entry.about_id;
        if matches!(event, ContactEvent::ContactErased { .. }) {
            batch.forget(id);
        }
        if entry.sequence == 1 {
            self.new_contacts.insert(id, Contact::default());
        }
        match self.new_contacts.get_mut(&id) {
            Some(contact) => contact.apply(event),
            None => {
                self.older_contacts.insert(id);
            }
        }
    }

    fn account(&mut self, entry: &Entry, event: AccountEvent) {
        let id = entry.about_id;
        match &event {
            AccountEvent::AccountCreated { .. } => {
                self.renamed.insert(id);
            }
            AccountEvent::AccountFieldsChanged { changes, .. }
                if changes.contains_key("name") || changes.contains_key("domain") =>
            {
                self.renamed.insert(id);
            }
            _ => {}
        }
        if entry.sequence == 1 {
            self.accounts.insert(id, Account::default());
        }
        match self.accounts.get_mut(&id) {
            Some(account) => account.apply(event),
            None => {
                self.older_accounts.insert(id);
            }
        }
    }

    /// Accounts whose contacts' documents say something else now.
    pub fn renamed(&self) -> Vec<Uuid> {
        self.renamed.iter().copied().collect()
    }

    /// Brings the accounts of the batch to its end.
    pub async fn complete_accounts(
        &mut self,
        batch: &Opened<'_>,
        connection: &mut PgConnection,
        to: i64,
        companies: &mut Companies,
    ) -> Result<(), ApplyError> {
        let older: Vec<Uuid> = self.older_accounts.iter().copied().collect();
        self.accounts.extend(accounts(older, batch, connection, to).await?);
        companies.0.extend(self.accounts.iter().map(|(id, account)| (*id, Company::of(account))));
        Ok(())
    }

    pub fn of_accounts(&self) -> Changes {
        let put =
            self.accounts.iter().filter_map(|(id, account)| Document::of_account(*id, account)).collect();
        let merged = self.accounts.iter().filter(|(_, account)| account.record.merged_into.is_some());
        Changes { put, forget: merged.map(|(id, _)| *id).collect() }
    }

    /// Contacts to be folded again: those of the batch that were there before it, and members of renamed accounts.
    pub fn older_contacts(&self, members: Vec<Uuid>) -> Vec<Uuid> {
        let members = members.into_iter().filter(|id| !self.new_contacts.contains_key(id));
        let all: HashSet<Uuid> = self.older_contacts.iter().copied().chain(members).collect();
        all.into_iter().collect()
    }

    pub async fn refold(
        &self,
        ids: Vec<Uuid>,
        batch: &Opened<'_>,
        connection: &mut PgConnection,
        to: i64,
        companies: &mut Companies,
    ) -> Result<Changes, ApplyError> {
        let entries = reader::read_records(connection, "contact", &ids, to).await?;
        let opened = batch.more(&entries, true).await?;
        let mut folded: HashMap<Uuid, Contact> = HashMap::new();
        for entry in opened.entries() {
            // What cannot be read and is not of this batch was parked, for all to see: the rest counts without it.
            if let Ok(event) = opened.event::<ContactEvent>(entry) {
                folded.entry(entry.about_id).or_default().apply(event);
            }
        }
        changes(&folded, batch, connection, to, companies).await
    }

    pub async fn of_new(
        &self,
        batch: &Opened<'_>,
        connection: &mut PgConnection,
        to: i64,
        companies: &mut Companies,
    ) -> Result<Changes, ApplyError> {
        changes(&self.new_contacts, batch, connection, to, companies).await
    }
}

async fn changes(
    contacts: &HashMap<Uuid, Contact>,
    batch: &Opened<'_>,
    connection: &mut PgConnection,
    to: i64,
    companies: &mut Companies,
) -> Result<Changes, ApplyError> {
    let linked: HashSet<Uuid> =
        contacts.values().filter_map(|contact| contact.account).map(|link| link.account_id).collect();
    companies.know(linked, batch, connection, to).await?;
    let mut changes = Changes::default();
    for (id, contact) in contacts {
        let company = contact.account.and_then(|link| companies.0.get(&link.account_id));
        match Document::of_contact(*id, contact, company) {
            Some(document) => changes.put.push(document),
            // One that is part of another now is found under that one's name.
            None if contact.record.standing == Standing::Erased || contact.record.merged_into.is_some() => {
                changes.forget.push(*id)
            }
            None => {}
        }
    }
    Ok(changes)
}

impl Companies {
    async fn know(
        &mut self,
        linked: HashSet<Uuid>,
        batch: &Opened<'_>,
        connection: &mut PgConnection,
        to: i64,
    ) -> Result<(), ApplyError> {
        if self.0.len() > KEPT {
            self.0.retain(|id, _| linked.contains(id));
        }
        let unknown: Vec<Uuid> = linked.into_iter().filter(|id| !self.0.contains_key(id)).collect();
        let read = accounts(unknown, batch, connection, to).await?;
        self.0.extend(read.iter().map(|(id, account)| (*id, Company::of(account))));
        Ok(())
    }
}

async fn accounts(
    ids: Vec<Uuid>,
    batch: &Opened<'_>,
    connection: &mut PgConnection,
    to: i64,
) -> Result<HashMap<Uuid, Account>, ApplyError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let entries = reader::read_records(connection, "account", &ids, to).await?;
    let opened = batch.more(&entries, false).await?;
    let mut folded: HashMap<Uuid, Account> = HashMap::new();
    for entry in opened.entries() {
        // As with contacts: it was parked.
        if let Ok(event) = opened.event::<AccountEvent>(entry) {
            folded.entry(entry.about_id).or_default().apply(event);
        }
    }
    Ok(folded)
}
