//! How documents lie in the index. What is found by is written as words that are ready: cutting and folding is the
//! domain's affair, so both sides of a search mean the same.

use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::document::Document;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};
use tantivy::{TantivyDocument, Term};
use uuid::Uuid;

/// Fields of one kind of record, archived or not. Each has its own, so that a search needs no condition on either:
/// the shortest texts match half of everything, and a condition would be asked for each of them.
#[derive(Debug, Clone, Copy)]
pub struct Shelf {
    pub name: Field,
    pub addresses: Field,
    pub others: Field,
    pub beginnings: Field,
    pub other_beginnings: Field,
    pub whole: Field,
}

#[derive(Debug, Clone)]
pub struct Layout {
    pub schema: Schema,
    id: Field,
    account: Field,
    high: Field,
    low: Field,
    hash: Field,
    shelves: [Shelf; 4],
}

pub const HIGH: &str = "high";
pub const LOW: &str = "low";
pub const HASH: &str = "hash";

impl Layout {
    pub fn new() -> Self {
        let mut builder = Schema::builder();
        let id = builder.add_bytes_field("id", INDEXED);
        let account = builder.add_bytes_field("account", INDEXED);
        // The id once more, in two numbers: reading them for a hit costs nothing.
        let high = builder.add_u64_field(HIGH, FAST);
        let low = builder.add_u64_field(LOW, FAST);
        let hash = builder.add_u64_field(HASH, FAST);
        let shelves = ["contact", "account", "archived_contact", "archived_account"]
            .map(|of| Shelf::build(&mut builder, of));
        Layout { schema: builder.build(), id, account, high, low, hash, shelves }
    }

    pub fn shelf(&self, kind: Kind, archived: bool) -> Shelf {
        self.shelves[usize::from(kind == Kind::Account) + 2 * usize::from(archived)]
    }

    pub fn id(&self, id: Uuid) -> Term {
        Term::from_field_bytes(self.id, id.as_bytes())
    }

    pub fn account(&self, account: Uuid) -> Term {
        Term::from_field_bytes(self.account, account.as_bytes())
    }

    pub fn document(&self, document: &Document) -> TantivyDocument {
        let mut written = TantivyDocument::new();
        let (high, low) = document.id.as_u64_pair();
        written.add_bytes(self.id, document.id.as_bytes());
        written.add_u64(self.high, high);
        written.add_u64(self.low, low);
        written.add_u64(self.hash, document.hash());
        if let Some(account) = document.account {
            written.add_bytes(self.account, account.as_bytes());
        }
        let shelf = self.shelf(document.kind, document.archived);
        for (field, words) in [
            (shelf.name, &document.name),
            (shelf.addresses, &document.addresses),
            (shelf.others, &document.others),
            (shelf.beginnings, &document.beginnings),
            (shelf.other_beginnings, &document.other_beginnings),
        ] {
            if !words.is_empty() {
                written.add_text(field, words.join(" "));
            }
        }
        for whole in &document.whole {
            written.add_text(shelf.whole, whole);
        }
        written
    }
}

impl Shelf {
    fn build(builder: &mut SchemaBuilder, of: &str) -> Self {
        // Neither frequencies nor lengths: what matters is which field answers, not how often.
        let options = |tokenizer: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::Basic)
                .set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing)
        };
        let mut words = |name: &str| builder.add_text_field(&format!("{of}_{name}"), options("whitespace"));
        Shelf {
            name: words("name"),
            addresses: words("addresses"),
            others: words("others"),
            beginnings: words("beginnings"),
            other_beginnings: words("other_beginnings"),
            whole: builder.add_text_field(&format!("{of}_whole"), options("raw")),
        }
    }
}
