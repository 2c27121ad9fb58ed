//! Signing in, staying in, getting out.

pub mod development;
pub mod email;
pub mod invitations;
pub mod login;
pub mod logout;
pub mod me;
pub mod oidc;
pub mod password;
pub mod refresh;
pub mod second_factor;
pub mod sessions;
pub mod types;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(login::login))
        .routes(routes!(refresh::refresh))
        .routes(routes!(logout::logout))
        .routes(routes!(me::me))
        .routes(routes!(sessions::list, sessions::end_others))
        .routes(routes!(sessions::end))
        .routes(routes!(password::change))
        .routes(routes!(password::check))
        .routes(routes!(password::forgotten))
        .routes(routes!(password::renew))
        .routes(routes!(email::ask))
        .routes(routes!(email::confirm))
        .routes(routes!(email::keep))
        .routes(routes!(second_factor::show, second_factor::begin))
        .routes(routes!(second_factor::confirm))
        .routes(routes!(second_factor::renew_codes))
        .routes(routes!(second_factor::disable))
        .routes(routes!(oidc::show))
        .routes(routes!(oidc::start))
        .routes(routes!(oidc::callback))
        .routes(routes!(development::development_logins))
        .routes(routes!(invitations::show))
        .routes(routes!(invitations::accept))
}
