//! Joining by an invitation: who accepts it is signed in.

use pivotal_domain::identity::users::User;

use super::error::AuthError;
use super::{Origin, Proof, Sessions, SignedIn, SignedInUser};
use crate::identity::invitations::accept::{AcceptInvitation, accept_invitation};
use crate::mail::links::MailLinks;

impl Sessions {
    pub async fn join(
        &self,
        links: &MailLinks,
        input: AcceptInvitation,
        origin: &Origin,
    ) -> Result<SignedIn, AuthError> {
        let id = accept_invitation(&self.ctx, links, input, origin).await?;
        let user = self.ctx.log.load::<User>(id).await?.state;
        let user = SignedInUser::of(id, &user).ok_or(AuthError::NoSession)?;
        self.begin(user, Proof::Password, origin).await
    }
}
