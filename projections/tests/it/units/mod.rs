//! Parts of the crate by themselves. They stand here and not beside the code, so that the crate is not compiled a second time for
//! them. A file is named after the one it tests.

mod audience_accounts_tree;
mod audience_contacts_rows;
mod audience_history_render;
mod audience_provenance_moment;
mod bus;
mod email_tracking_message;
mod sheet_encode;
mod suppression_consents_of_contacts;
