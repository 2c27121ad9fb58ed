//! Somebody shared a saved view with a team. What everybody sees is no news for anybody in particular.

use serde_json::Error;

use super::news::{Details, Happened, News, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words};
use crate::audience::fields::catalogue::Entity;
use crate::audience::saved_views::events::SavedViewEvent;
use crate::audience::saved_views::sharing::Sharing;

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let (view, before) = match happened.read()? {
        SavedViewEvent::SavedViewCreated { view, .. } => (view, None),
        SavedViewEvent::SavedViewChanged { view, previous, .. } => (view, Some(previous.sharing)),
        SavedViewEvent::SavedViewDeleted { .. } | SavedViewEvent::SavedViewRestored { .. } => {
            return Ok(Vec::new());
        }
    };
    let Sharing::Team { team } = view.sharing else { return Ok(Vec::new()) };
    if before == Some(view.sharing) {
        return Ok(Vec::new());
    }
    Ok(vec![News::Tell(Told {
        whom: Whom::Team(team),
        except: happened.by,
        subject: Some(Subject { kind: SubjectKind::SavedView, id: happened.about }),
        details: Details { entity: Some(view.entity), ..Details::default() },
        joins: false,
    })])
}

pub fn words(shown: &Shown<'_>) -> Words {
    let by = shown.by.unwrap_or("Somebody");
    let name = shown.name.map(|name| format!(" \"{name}\"")).unwrap_or_default();
    let list = match shown.details.entity {
        Some(Entity::Account) => "/accounts",
        Some(Entity::Contact) | None => "/contacts",
    };
    let view = shown.subject.map(|subject| format!("?view={}", subject.id)).unwrap_or_default();
    Words {
        title: format!("{by} shared the view{name} with your team"),
        text: None,
        link: format!("{list}{view}"),
        tone: Tone::Neutral,
    }
}
