//! What stands at the end of a page and is not seen.

use super::scan::encoded;

/// An image of one pixel; that it is fetched says that the mail was opened.
pub fn pixel(address: &str) -> String {
    format!(
        "<img src=\"{}\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block;border:0;width:1px;height:1px\">",
        encoded(address)
    )
}

/// A link that nobody sees or reaches by keyboard or screen reader. Whoever follows it follows everything.
pub fn trap(address: &str) -> String {
    format!(
        "<a href=\"{}\" style=\"display:none\" tabindex=\"-1\" aria-hidden=\"true\" rel=\"nofollow\"></a>",
        encoded(address)
    )
}
