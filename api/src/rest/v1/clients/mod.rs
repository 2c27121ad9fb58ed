//! Client organisations over REST: the list, one with all that is known of it, its terms, brands and lists, and viewing as it.

pub mod lists;
pub mod parts;
pub mod read;
pub mod types;
pub mod view;
pub mod write;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        // The upload counts its bytes itself and says how many are allowed.
        .routes(routes!(lists::fill, lists::download, lists::unfill))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::export))
        .routes(routes!(read::one, write::rename))
        .routes(routes!(read::history))
        .routes(routes!(write::change))
        .routes(routes!(write::assign_owner_to))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(parts::put_terms, parts::withdraw))
        .routes(routes!(parts::add_brand))
        .routes(routes!(parts::change_brand))
        .routes(routes!(lists::add))
        .routes(routes!(lists::rename, lists::remove))
        .routes(routes!(lists::restore))
        .routes(routes!(view::begin, view::end))
}
