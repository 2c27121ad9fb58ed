//! What of a record can be found.

use uuid::Uuid;

use super::words::{beginnings, domain_words, email_words, words};
use super::{Kind, phone};
use crate::audience::accounts::Account;
use crate::audience::contacts::Contact;
use crate::audience::record::state::{RecordState, Standing};
use crate::audience::values::fold::fold;

/// A record as an index takes it: nothing but words. What a hit shows is read from the record's row, so an index that
/// is behind shows nothing old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub kind: Kind,
    pub id: Uuid,
    pub archived: bool,
    /// The account a contact belongs to: its documents follow the account's name and domain.
    pub account: Option<Uuid>,
    /// The person's or the company's.
    pub name: Vec<String>,
    /// Of email addresses and domains.
    pub addresses: Vec<String>,
    /// Company of a contact, title, city, telephone numbers.
    pub others: Vec<String>,
    /// First letters of the name.
    pub beginnings: Vec<String>,
    /// First letters of addresses and of the company.
    pub other_beginnings: Vec<String>,
    /// Values in one, for who asks for exactly this record: name, addresses, domains, numbers.
    pub whole: Vec<String>,
}

/// What a contact's document says of its company.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Company {
    pub name: Option<String>,
    pub domain: Option<String>,
}

impl Company {
    pub fn of(account: &Account) -> Self {
        let text = |key: &str| account.record.text(key).map(str::to_owned);
        Company { name: text("name"), domain: text("domain") }
    }
}

impl Document {
    /// None for a contact that is not, or was erased: it must not be found.
    pub fn of_contact(id: Uuid, contact: &Contact, company: Option<&Company>) -> Option<Self> {
        let record = &contact.record;
        let mut writing = Writing::begin(Kind::Contact, id, record)?;
        writing.document.account = contact.account.map(|link| link.account_id);
        writing.name(record.text("full_name"));
        for key in ["first_name", "middle_name", "last_name"] {
            writing.document.name.extend(record.text(key).map(words).unwrap_or_default());
        }
        writing.emails(record.text("email"));
        record.texts("secondary_emails").iter().for_each(|email| writing.emails(Some(email)));
        if let Some(company) = company {
            writing.domains(company.domain.as_deref());
            writing.others(company.name.as_deref());
            writing.short(company.name.as_deref());
        }
        writing.others(record.text("job_title"));
        writing.others(record.text("city"));
        for keys in [["direct_phone_e164", "direct_phone"], ["mobile_phone", "mobile_phone"]] {
            writing.phone(keys.iter().find_map(|key| record.text(key)));
        }
        record.texts("secondary_phones").iter().for_each(|number| writing.phone(Some(number)));
        Some(writing.finish())
    }

    pub fn of_account(id: Uuid, account: &Account) -> Option<Self> {
        let record = &account.record;
        let mut writing = Writing::begin(Kind::Account, id, record)?;
        writing.name(record.text("name"));
        writing.domains(record.text("domain"));
        record.texts("alternate_domains").iter().for_each(|domain| writing.domains(Some(domain)));
        writing.others(record.text("hq_city"));
        writing.phone(record.text("main_phone_e164").or_else(|| record.text("main_phone")));
        Some(writing.finish())
    }

    /// Tells whether two documents are the same without keeping either. FNV-1a: the same in every release.
    pub fn hash(&self) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut take = |bytes: &[u8]| {
            for byte in bytes.iter().chain(&[0xff]) {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        };
        take(self.kind.as_str().as_bytes());
        take(self.id.as_bytes());
        take(&[u8::from(self.archived)]);
        take(self.account.unwrap_or_default().as_bytes());
        let Document { name, addresses, others, beginnings, other_beginnings, whole, .. } = self;
        for words in [name, addresses, others, beginnings, other_beginnings, whole] {
            words.iter().for_each(|word| take(word.as_bytes()));
            take(&[]);
        }
        hash
    }
}

struct Writing {
    document: Document,
    /// Words whose first letters are looked up too.
    short: Vec<String>,
}

impl Writing {
    fn begin(kind: Kind, id: Uuid, record: &RecordState) -> Option<Self> {
        let gone = matches!(record.standing, Standing::Absent | Standing::Erased);
        if gone || record.merged_into.is_some() {
            return None;
        }
        let document = Document {
            kind,
            id,
            archived: record.standing == Standing::Archived,
            account: None,
            name: Vec::new(),
            addresses: Vec::new(),
            others: Vec::new(),
            beginnings: Vec::new(),
            other_beginnings: Vec::new(),
            whole: Vec::new(),
        };
        Some(Writing { document, short: Vec::new() })
    }

    fn name(&mut self, name: Option<&str>) {
        let Some(name) = name else { return };
        self.document.name.extend(words(name));
        self.whole(
            &name
                .split_whitespace()
                .flat_map(crate::audience::values::fold::words)
                .collect::<Vec<_>>()
                .join(" "),
        );
    }

    fn emails(&mut self, email: Option<&str>) {
        let Some(email) = email else { return };
        self.document.addresses.extend(email_words(email));
        self.whole(email);
    }

    fn domains(&mut self, domain: Option<&str>) {
        let Some(domain) = domain else { return };
        self.document.addresses.extend(domain_words(domain));
        self.whole(domain);
    }

    fn others(&mut self, text: Option<&str>) {
        self.document.others.extend(text.map(words).unwrap_or_default());
    }

    fn short(&mut self, text: Option<&str>) {
        self.short.extend(text.map(words).unwrap_or_default());
    }

    fn phone(&mut self, number: Option<&str>) {
        self.document.others.extend(number.map(phone::words).unwrap_or_default());
    }

    fn whole(&mut self, text: &str) {
        self.document.whole.push(fold(text).trim().to_owned());
    }

    fn finish(mut self) -> Document {
        let document = &mut self.document;
        document.beginnings = beginnings(&document.name);
        self.short.extend(document.addresses.iter().cloned());
        document.other_beginnings = beginnings(&self.short);
        for words in [&mut document.name, &mut document.addresses, &mut document.others, &mut document.whole]
        {
            words.retain(|word| !word.is_empty());
            words.sort_unstable();
            words.dedup();
        }
        self.document
    }
}
