//! Results as tables: one file a family of tables, each laid out as theses print it.

mod respondents;

use super::desk::Desk;
use super::document::Table;

/// Makes the table called `name`; `key` is the variable, characteristic or regression it is about, where it needs one.
/// `None` when there is no such table or nothing to put in it.
pub fn table(desk: &Desk<'_>, name: &str, key: Option<&str>) -> Option<Table> {
    match (name, key) {
        ("respondents", Some(code)) => respondents::profile(desk, code),
        _ => None,
    }
}
