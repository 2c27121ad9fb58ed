//! A run of the rules of retention has ended: who asked for it hears what it came to, and so does whose rule deleted something.

use serde_json::Error;

use super::news::{Details, Happened, News, Outcome, Told, Whom};
use super::words::{Shown, Words, counted};
use crate::suppression::retention::account::End;
use crate::suppression::retention::events::RetentionEvent;

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let RetentionEvent::RetentionRan { done, end, tell, .. } = happened.read()? else {
        return Ok(Vec::new());
    };
    let numbers = [
        ("deleted", done.iter().map(|done| done.deleted).sum()),
        ("held", done.iter().map(|done| done.held).sum()),
        ("left", done.iter().map(|done| done.left).sum()),
    ];
    let outcome = match end {
        End::Completed => Outcome::Done,
        End::Cancelled => Outcome::Stopped,
    };
    let news = |user| {
        let details = Details::of(outcome, &numbers);
        News::Tell(Told { whom: Whom::User(user), except: None, subject: None, details, joins: false })
    };
    Ok(tell.into_iter().map(news).collect())
}

pub fn words(shown: &Shown<'_>) -> Words {
    let deleted = counted(shown.details.number("deleted"), "thing", "things");
    let kept = shown.sums(&[("held", "kept by legal holds"), ("left", "in use and left")]);
    let text = match kept {
        Some(kept) => format!("{deleted} deleted, {kept}"),
        None => format!("{deleted} deleted"),
    };
    Words {
        title: shown.ended("Retention run", "finished"),
        text: Some(text),
        link: "/compliance/retention".to_owned(),
        tone: shown.details.outcome.into(),
    }
}
