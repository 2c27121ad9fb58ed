//! People who were erased while an import was at work: rows of its file that tell of them do not go in any more.
//!
//! Their erasure waits until the import has ended before it destroys the key, so who they were can be read as long as a row may
//! still come. Without this a row behind the erasure would make them anew, as somebody nobody asked to erase.

use std::collections::HashSet;

use pivotal_log::reader;
use uuid::Uuid;

use super::person::Person;
use super::phones::Phones;
use super::row::{Values, Wanted};
use crate::audience::contacts::erase_job::who;
use crate::context::Context;
use crate::error::CommandError;

/// Why such a row did not go in. What stood in it does not stand in the reject file either.
pub const PERSON_ERASED: &str = "person_erased";

#[derive(Debug)]
pub struct Erased {
    /// Of the log, looked at so far.
    seen: i64,
    ids: HashSet<Uuid>,
    people: Vec<Person>,
}

impl Erased {
    /// Of whoever was erased since the file came. Files that came before are cleared by the erasure itself.
    pub async fn since_upload(ctx: &Context, import: Uuid) -> Result<Self, CommandError> {
        let seen = sqlx::query_scalar!(
            "select global_position from log.events where aggregate_type = 'import' and aggregate_id = $1 and sequence = 1",
            import.to_string()
        )
        .fetch_optional(&ctx.log.pools.write)
        .await?;
        let mut erased = Erased { seen: seen.unwrap_or(0), ids: HashSet::new(), people: Vec::new() };
        erased.look(ctx).await?;
        Ok(erased)
    }

    /// Reads on to the head of the log.
    ///
    /// To be called behind the look-up of the records a chunk is decided on: whoever is erased later than this meets the
    /// chunk's append as a conflict, and whoever is erased earlier is seen.
    pub async fn look(&mut self, ctx: &Context) -> Result<(), CommandError> {
        let head = reader::head_of(&ctx.log.pools.write).await?;
        let ids = sqlx::query_scalar!(
            "select aggregate_id from log.events where global_position > $1 and global_position <= $2
               and aggregate_type = 'contact' and event_type = 'ContactErased' order by global_position",
            self.seen,
            head
        )
        .fetch_all(&ctx.log.pools.write)
        .await?;
        for id in ids.iter().filter_map(|id| id.parse::<Uuid>().ok()) {
            if self.ids.insert(id) {
                let (values, _) = who(ctx, id).await?;
                self.people.push(Person::new(values));
            }
        }
        self.seen = head;
        Ok(())
    }

    /// Rejects the row when it tells of one of them.
    pub fn refuse(&self, wanted: &mut Wanted) {
        if self.people.is_empty() || wanted.rejected {
            return;
        }
        let mut cells: Vec<String> = wanted.contact.iter().flat_map(texts).collect();
        cells.extend(wanted.phones.iter().flat_map(Phones::texts).map(str::to_owned));
        if self.people.iter().any(|person| person.is_in(&cells)) {
            wanted.reject(PERSON_ERASED, None);
        }
    }

    /// For the reject file: what tells of them does not stand there.
    pub fn take_people(&mut self) -> Vec<Person> {
        std::mem::take(&mut self.people)
    }
}

fn texts(values: &Values) -> Vec<String> {
    let given = values.values().filter_map(|candidate| candidate.value.as_ref());
    given.flat_map(|value| value.texts().iter().cloned()).collect()
}
