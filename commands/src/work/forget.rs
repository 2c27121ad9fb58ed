//! What an erasure does to tasks and notes that are not about the person but name them: their text goes.
//!
//! Those about the person lie under the person's own key and go with it.

use std::collections::BTreeSet;

use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::command::NoteCommand;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::command::TaskCommand;
use uuid::Uuid;

use crate::audience::imports::person::Person;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// Tasks or notes looked at together.
const BATCH: usize = 200;

/// `names` are folded.
pub(crate) async fn forget(
    ctx: &Context,
    person: &Person,
    names: &BTreeSet<String>,
) -> Result<(), CommandError> {
    for ids in all(ctx, "task").await?.chunks(BATCH) {
        for (id, loaded) in ids.iter().zip(ctx.log.load_many::<Task>(ids).await?) {
            let task = loaded.state;
            if !About::is_contact(task.about) && name_them(&task.texts(), person, names) {
                forget_task(ctx, *id).await?;
            }
        }
    }
    for ids in all(ctx, "note").await?.chunks(BATCH) {
        for (id, loaded) in ids.iter().zip(ctx.log.load_many::<Note>(ids).await?) {
            let note = loaded.state;
            if !About::is_contact(note.about) && name_them(&note.texts(), person, names) {
                forget_note(ctx, *id).await?;
            }
        }
    }
    Ok(())
}

/// By an address, a number, a profile, or the whole name: what somebody wrote is not thrown away for a word that could mean
/// anybody.
pub(crate) fn name_them(texts: &[String], person: &Person, names: &BTreeSet<String>) -> bool {
    person.is_in(&parts(texts))
        || texts
            .iter()
            .map(|text| fold(text))
            .any(|text| names.iter().filter(|name| name.contains(' ')).any(|name| stands_in(&text, name)))
}

/// Words, and what stands between letters: a number is recognised where it stands by itself.
fn parts(texts: &[String]) -> Vec<String> {
    let lines = texts.iter().flat_map(|text| text.lines());
    lines
        .flat_map(|line| line.split_whitespace().chain(line.split(char::is_alphabetic)))
        .map(str::to_owned)
        .collect()
}

/// Whole, not as the beginning or end of longer words.
fn stands_in(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// The key goes last: it is what tells whom the text names.
async fn forget_task(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    let (at, metadata) = (ctx.now(), Actor::system("system").metadata());
    execute::<Task, _, _>(
        ctx,
        id,
        &metadata,
        None,
        |loaded| Ok(loaded.state.decide(TaskCommand::ForgetText { at })?),
        no_jobs,
    )
    .await?;
    ctx.log.keys.destroy(id).await?;
    Ok(())
}

async fn forget_note(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    let (at, metadata) = (ctx.now(), Actor::system("system").metadata());
    execute::<Note, _, _>(
        ctx,
        id,
        &metadata,
        None,
        |loaded| Ok(loaded.state.decide(NoteCommand::ForgetText { at })?),
        no_jobs,
    )
    .await?;
    ctx.log.keys.destroy(id).await?;
    Ok(())
}

async fn all(ctx: &Context, aggregate: &str) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = $1 and sequence = 1 order by global_position",
        aggregate
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> bool {
        let person = Person::new(["ada@example.com".to_owned(), "+14155550142".to_owned()].into());
        let names = ["ada lovelace".to_owned(), "lovelace".to_owned()].into();
        name_them(&[text.to_owned()], &person, &names)
    }

    #[test]
    fn text_that_names_the_person_is_found() {
        for text in [
            "Ask Ada Lovelace about the budget",
            "On 3 March call +1 415 555 0142 again",
            "Cc ada@example.com, please.",
            "First line\nADA LOVELACE, second line",
        ] {
            assert!(named(text), "{text}");
        }
    }

    #[test]
    fn text_that_could_mean_anybody_stays() {
        for text in ["Lovelace Ltd wants a demo", "Call 555", "nada@example.com", "Nada Lovelaces"] {
            assert!(!named(text), "{text}");
        }
    }
}
