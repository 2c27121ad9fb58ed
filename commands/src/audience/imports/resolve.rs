//! Which records the rows of a chunk are, by the keys of AUD-6, strongest first. Looks things up for all rows at once.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::accounts::{Account, keys as account_keys};
use pivotal_domain::audience::contacts::{Contact, keys as contact_keys};
use pivotal_domain::audience::custom_fields::unique::claim;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::values::country::Country;
use pivotal_log::append::Lane;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::plan::CustomFields;
use super::preview::overlay::Overlay;
use super::row::{Values, Wanted, text};
use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::{Key, claim_owners, key_owners};

/// What the guard tables and the log know about the keys in a chunk, and a preview on top of them.
#[derive(Debug, Default)]
pub struct Known {
    claims: HashMap<Key, Uuid>,
    shared: HashMap<Key, Vec<Uuid>>,
    pub accounts: HashMap<Uuid, Loaded<Account>>,
    pub contacts: HashMap<Uuid, Loaded<Contact>>,
    pub custom: CustomFields,
}

/// Accounts met by this run, so that a company of a thousand rows is loaded once. Cleared whenever somebody else
/// turned out to be faster.
#[derive(Debug, Default)]
pub struct AccountCache {
    pub by_id: HashMap<Uuid, Loaded<Account>>,
    by_domain: HashMap<String, Uuid>,
}

impl AccountCache {
    /// Some four kilobytes each. Files name most accounts more than once, and those of a large file do not fit anyway.
    const MOST: usize = 20_000;

    pub fn remember(&mut self, id: Uuid, loaded: Loaded<Account>) {
        if self.by_id.len() >= Self::MOST {
            self.clear();
        }
        for (_, domain) in account_keys::claims(&loaded.state) {
            self.by_domain.insert(domain, id);
        }
        self.by_id.insert(id, loaded);
    }

    pub fn clear(&mut self) {
        self.by_id.clear();
        self.by_domain.clear();
    }
}

impl Known {
    pub async fn look_up(
        ctx: &Context,
        rows: &[Wanted],
        cache: &AccountCache,
        overlay: Option<&Overlay>,
    ) -> Result<Known, CommandError> {
        let mut known = Known { custom: CustomFields::all(ctx).await?, ..Known::default() };
        let (mut claims, mut shared) = (HashSet::new(), HashSet::new());
        for row in rows {
            claims
                .extend(unique_of(&known.custom, Entity::Contact, row.contact.as_ref()).map(|(_, key)| key));
            claims
                .extend(unique_of(&known.custom, Entity::Account, row.account.as_ref()).map(|(_, key)| key));
            for domain in domains(row) {
                match cache.by_domain.get(&domain) {
                    Some(id) => {
                        known.claims.insert((account_keys::DOMAIN, domain), *id);
                    }
                    None => {
                        claims.insert((account_keys::DOMAIN, domain));
                    }
                }
            }
            if let Some(account) = &row.account {
                shared.extend(name_country(account));
            }
            for email in emails(row) {
                claims.insert((contact_keys::EMAIL, email.clone()));
                shared.insert((contact_keys::SECONDARY_EMAIL, email));
            }
            shared
                .extend(row.contact_text("linkedin_url").map(|url| (contact_keys::LINKEDIN, url.to_owned())));
        }
        let claims: Vec<Key> = claims.into_iter().collect();
        let shared: Vec<Key> = shared.into_iter().collect();
        known.claims.extend(claim_owners(ctx, Lane::Bulk, &claims).await?);
        known.shared = key_owners(ctx, Lane::Bulk, &shared).await?;
        if let Some(overlay) = overlay {
            overlay.amend_claims(&claims, &mut known.claims);
            overlay.amend_shared(&shared, &mut known.shared);
        }

        let accounts: HashSet<Uuid> = known
            .claims
            .iter()
            .filter(|((scope, _), _)| *scope == account_keys::DOMAIN)
            .map(|(_, id)| *id)
            .collect();
        let by_name = known
            .shared
            .iter()
            .filter(|((scope, _), _)| *scope == account_keys::NAME_COUNTRY)
            .flat_map(|(_, ids)| ids.iter().take(3).copied());
        let accounts: Vec<Uuid> =
            accounts.into_iter().chain(by_name).collect::<HashSet<_>>().into_iter().collect();
        let (cached, missing): (Vec<Uuid>, Vec<Uuid>) =
            accounts.into_iter().partition(|id| cache.by_id.contains_key(id));
        known.accounts =
            cached.into_iter().filter_map(|id| Some((id, cache.by_id.get(&id)?.clone()))).collect();
        if !missing.is_empty() {
            known.accounts.extend(match overlay {
                None => missing.iter().copied().zip(ctx.log.load_many::<Account>(&missing).await?).collect(),
                Some(overlay) => overlay.accounts.load(ctx, &missing).await?,
            });
        }

        // A name at an account can only be looked up once the accounts are known.
        let names: Vec<Key> = rows.iter().filter_map(|row| known.name_key(row)).collect();
        known.shared.extend(key_owners(ctx, Lane::Bulk, &names).await?);
        if let Some(overlay) = overlay {
            overlay.amend_shared(&names, &mut known.shared);
        }
        let contacts: HashSet<Uuid> = known
            .claims
            .iter()
            .filter(|((scope, _), _)| *scope == contact_keys::EMAIL)
            .map(|(_, id)| *id)
            .chain(
                known
                    .shared
                    .iter()
                    .filter(|((scope, _), _)| *scope != account_keys::NAME_COUNTRY)
                    .flat_map(|(_, ids)| ids.iter().take(3).copied()),
            )
            .collect();
        let contacts: Vec<Uuid> = contacts.into_iter().collect();
        if !contacts.is_empty() {
            known.contacts = match overlay {
                None => {
                    contacts.iter().copied().zip(ctx.log.load_many::<Contact>(&contacts).await?).collect()
                }
                Some(overlay) => overlay.contacts.load(ctx, &contacts).await?,
            };
        }
        if rows.iter().any(|row| row.phones.is_some()) {
            known.look_up_homes(ctx, cache, overlay).await?;
            known.look_up_phones(ctx, rows, overlay).await?;
        }
        Ok(known)
    }

    /// Accounts of contacts that have no country: how a phone is read is theirs to say.
    async fn look_up_homes(
        &mut self,
        ctx: &Context,
        cache: &AccountCache,
        overlay: Option<&Overlay>,
    ) -> Result<(), CommandError> {
        let lacking = self.contacts.values().filter(|contact| contact.state.record.text("country").is_none());
        let accounts: HashSet<Uuid> = lacking
            .filter_map(|contact| contact.state.account.map(|link| link.account_id))
            .filter(|id| !self.accounts.contains_key(id))
            .collect();
        let (cached, missing): (Vec<Uuid>, Vec<Uuid>) =
            accounts.into_iter().partition(|id| cache.by_id.contains_key(id));
        self.accounts.extend(cached.into_iter().filter_map(|id| Some((id, cache.by_id.get(&id)?.clone()))));
        if !missing.is_empty() {
            self.accounts.extend(match overlay {
                None => missing.iter().copied().zip(ctx.log.load_many::<Account>(&missing).await?).collect(),
                Some(overlay) => overlay.accounts.load(ctx, &missing).await?,
            });
        }
        Ok(())
    }

    /// Who holds a unique phone that waits for its country, whichever of those at hand it will be.
    async fn look_up_phones(
        &mut self,
        ctx: &Context,
        rows: &[Wanted],
        overlay: Option<&Overlay>,
    ) -> Result<(), CommandError> {
        let unique: HashSet<&str> = self.custom.contact.unique().map(|field| field.key.as_str()).collect();
        if unique.is_empty() {
            return Ok(());
        }
        let contacts = self.contacts.values().filter_map(|contact| contact.state.record.text("country"));
        let accounts = self.accounts.values().filter_map(|account| account.state.record.text("hq_country"));
        let of_row = |row: &Wanted| {
            [row.contact_text("country"), row.account_text("hq_country")]
                .map(|said| said.and_then(Country::parse))
        };
        let countries: HashSet<Country> = contacts
            .chain(accounts)
            .filter_map(Country::parse)
            .chain(rows.iter().flat_map(of_row).flatten())
            .collect();
        let waiting = rows.iter().filter_map(|row| row.phones.as_ref());
        let claims: HashSet<Key> = waiting
            .flat_map(|phones| phones.readings(&unique, &countries))
            .filter_map(|(key, value)| claim(Entity::Contact, key, &value))
            .collect();
        let claims: Vec<Key> = claims.into_iter().collect();
        self.claims.extend(claim_owners(ctx, Lane::Bulk, &claims).await?);
        if let Some(overlay) = overlay {
            overlay.amend_claims(&claims, &mut self.claims);
        }
        Ok(())
    }

    /// Who holds a unique value already.
    pub fn owner(&self, key: &Key) -> Option<Uuid> {
        self.claims.get(key).copied()
    }

    pub fn domain_owner(&self, domain: &str) -> Option<Uuid> {
        self.claims.get(&(account_keys::DOMAIN, domain.to_owned())).copied()
    }

    /// The account that exists already for these values, if any.
    fn account_for(&self, values: &Values) -> Option<Uuid> {
        let own: Vec<&str> = text(values, "domain").into_iter().chain(alternates(values)).collect();
        if let Some(id) = own.iter().find_map(|domain| self.domain_owner(domain)) {
            return Some(id);
        }
        // Name and country only count where a domain is missing on one side.
        let row_has_domain = values.get("domain").is_some_and(|candidate| !candidate.derived);
        let candidates = self.shared.get(&name_country(values)?)?;
        candidates.iter().copied().find(|id| {
            let has_domain =
                self.accounts.get(id).is_some_and(|account| account.state.record.text("domain").is_some());
            !(row_has_domain && has_domain)
        })
    }

    /// Records that had the key before this chunk, oldest first.
    pub fn owners(&self, key: &Key) -> Vec<Uuid> {
        let shared = self.shared.get(key).into_iter().flatten();
        self.claims.get(key).into_iter().chain(shared).copied().collect()
    }

    /// The account may be one that the row does not name and its email's domain links it to.
    fn name_key(&self, row: &Wanted) -> Option<Key> {
        let named = row.account.as_ref().and_then(|account| self.account_for(account));
        let account = named.or_else(|| {
            self.domain_owner(&row.contact_text("email").and_then(contact_keys::linking_domain)?)
        })?;
        Some((contact_keys::NAME_AT_ACCOUNT, contact_keys::name_at_account(&row.full_name()?, account)))
    }
}

/// The values of unique custom fields that a row wants a record to have, by field.
pub fn unique_of<'a>(
    custom: &'a CustomFields,
    entity: Entity,
    values: Option<&'a Values>,
) -> impl Iterator<Item = (&'a str, Key)> {
    values.into_iter().flat_map(move |values| {
        custom.of(entity).unique().filter_map(move |field| {
            let value = values.get(&field.key)?.value.as_ref()?;
            Some((field.key.as_str(), claim(entity, &field.key, value)?))
        })
    })
}

pub fn name_country(values: &Values) -> Option<Key> {
    let key = account_keys::name_country(text(values, "name")?, text(values, "hq_country"));
    (!key.starts_with('|')).then_some((account_keys::NAME_COUNTRY, key))
}

/// Every domain by which the row may find an account: the company's own, its others, and that of the email.
fn domains(row: &Wanted) -> Vec<String> {
    let mut domains: Vec<String> = Vec::new();
    if let Some(account) = &row.account {
        domains.extend(text(account, "domain").map(str::to_owned));
        domains.extend(alternates(account).map(str::to_owned));
    }
    domains.extend(row.contact_text("email").and_then(contact_keys::linking_domain));
    domains
}

fn emails(row: &Wanted) -> Vec<String> {
    let mut emails: Vec<String> = row.contact_text("email").map(str::to_owned).into_iter().collect();
    emails.extend(secondary(row).iter().cloned());
    emails
}

pub fn secondary(row: &Wanted) -> &[String] {
    row.contact
        .as_ref()
        .and_then(|contact| contact.get("secondary_emails"))
        .and_then(|candidate| candidate.value.as_ref())
        .map_or(&[], FieldValue::texts)
}

pub fn alternates(values: &Values) -> impl Iterator<Item = &str> {
    values
        .get("alternate_domains")
        .and_then(|candidate| candidate.value.as_ref())
        .map_or(&[][..], FieldValue::texts)
        .iter()
        .map(String::as_str)
}
