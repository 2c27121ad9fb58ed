//! Signing in with another address. It changes when whoever holds the new one says so, and whoever holds the old one can take it back
//! for a week: somebody who found an unlocked screen must not keep the user.

use chrono::{DateTime, Duration, Utc};

use super::email::LoginEmail;
use super::error::UserError;
use super::events::{EmailChange, UserEvent};
use super::{DatedEmail, User};

/// How long the link to the new address is good.
pub(super) const CONFIRMED_WITHIN: Duration = Duration::hours(24);
/// How long the change can be taken back.
pub(super) const BACK_WITHIN: Duration = Duration::days(7);

impl User {
    /// Whether another has the address is not asked: whoever asks must not learn it. It shows when it is confirmed.
    pub(super) fn ask_for_email(
        &self,
        email: &LoginEmail,
        at: DateTime<Utc>,
    ) -> Result<Vec<UserEvent>, UserError> {
        if self.disabled {
            return Err(UserError::Disabled);
        }
        if email.as_str() == self.email {
            return Ok(Vec::new());
        }
        let until = at + CONFIRMED_WITHIN;
        Ok(vec![UserEvent::UserEmailChangeAsked { at, email: email.as_str().to_owned(), until }])
    }

    pub(super) fn confirm_email(&self, at: DateTime<Utc>) -> Result<Vec<UserEvent>, UserError> {
        let email = self.still_good(self.asked_email.as_ref(), at)?;
        Ok(vec![self.changed(email, EmailChange::Own, Some(at + BACK_WITHIN), at)])
    }

    pub(super) fn take_email_back(&self, at: DateTime<Utc>) -> Result<Vec<UserEvent>, UserError> {
        let email = self.still_good(self.email_before.as_ref(), at)?;
        Ok(vec![self.changed(email, EmailChange::TakenBack, None, at)])
    }

    pub(super) fn correct_email(&self, email: &LoginEmail, at: DateTime<Utc>) -> Vec<UserEvent> {
        match email.as_str() == self.email {
            true => Vec::new(),
            false => vec![self.changed(email.as_str().to_owned(), EmailChange::Corrected, None, at)],
        }
    }

    fn still_good(&self, held: Option<&DatedEmail>, at: DateTime<Utc>) -> Result<String, UserError> {
        let held = held.filter(|held| !held.email.is_empty()).ok_or(UserError::EmailLinkInvalid)?;
        match (self.disabled, at < held.until) {
            (true, _) => Err(UserError::Disabled),
            (false, false) => Err(UserError::EmailLinkExpired),
            (false, true) => Ok(held.email.clone()),
        }
    }

    fn changed(
        &self,
        email: String,
        how: EmailChange,
        back_until: Option<DateTime<Utc>>,
        at: DateTime<Utc>,
    ) -> UserEvent {
        UserEvent::UserEmailChanged { at, email, previous: self.email.clone(), how, back_until }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use cqrs_es::Aggregate;

    use super::*;
    use crate::identity::role::Role;
    use crate::identity::users::UserCommand;

    fn at() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
    }

    fn ada() -> User {
        User { role: Some(Role::Agent), email: "ada@example.com".into(), ..User::default() }
    }

    fn after(mut user: User, command: UserCommand) -> User {
        for event in user.decide(command).unwrap() {
            user.apply(event);
        }
        user
    }

    fn asked() -> User {
        let email = LoginEmail::parse("ada@example.org").unwrap();
        after(ada(), UserCommand::AskForEmail { email, at: at() })
    }

    #[test]
    fn an_address_changes_when_it_is_confirmed_and_comes_back_when_it_is_taken_back() {
        assert_eq!(asked().email, "ada@example.com", "until it is confirmed");
        let changed = after(asked(), UserCommand::ConfirmEmail { at: at() });
        assert_eq!((changed.email.as_str(), &changed.asked_email), ("ada@example.org", &None));
        assert_eq!(changed.decide(UserCommand::ConfirmEmail { at: at() }), Err(UserError::EmailLinkInvalid));
        let back =
            after(changed, UserCommand::TakeEmailBack { at: at() + BACK_WITHIN - Duration::seconds(1) });
        assert_eq!((back.email.as_str(), &back.email_before), ("ada@example.com", &None));
        assert_eq!(back.decide(UserCommand::TakeEmailBack { at: at() }), Err(UserError::EmailLinkInvalid));
    }

    #[test]
    fn neither_link_is_good_for_ever() {
        let late = asked().decide(UserCommand::ConfirmEmail { at: at() + CONFIRMED_WITHIN });
        assert_eq!(late, Err(UserError::EmailLinkExpired));
        let changed = after(asked(), UserCommand::ConfirmEmail { at: at() });
        let late = changed.decide(UserCommand::TakeEmailBack { at: at() + BACK_WITHIN });
        assert_eq!(late, Err(UserError::EmailLinkExpired));
    }

    #[test]
    fn a_disabled_user_changes_nothing_and_an_administrator_may_correct() {
        let gone = User { disabled: true, ..asked() };
        assert_eq!(gone.decide(UserCommand::ConfirmEmail { at: at() }), Err(UserError::Disabled));
        let email = LoginEmail::parse("ada@example.net").unwrap();
        let corrected = after(asked(), UserCommand::CorrectEmail { email: email.clone(), at: at() });
        assert_eq!((corrected.email.as_str(), &corrected.asked_email), ("ada@example.net", &None));
        assert_eq!(corrected.decide(UserCommand::CorrectEmail { email, at: at() }), Ok(vec![]));
        assert_eq!(
            corrected.decide(UserCommand::TakeEmailBack { at: at() }),
            Err(UserError::EmailLinkInvalid)
        );
    }
}
