//! What every store must do. One suite; each store gives a factory, and must pass all of it.

mod common;

#[path = "contract/appending.rs"]
mod appending;
#[path = "contract/keys.rs"]
mod keys;
#[path = "contract/reading.rs"]
mod reading;
#[path = "contract/rows.rs"]
mod rows;
#[path = "contract/sqlite.rs"]
mod sqlite;

use nawat_journal::Store;

/// Makes stores for the suite.
pub trait Factory {
    /// A store with nothing in it.
    fn fresh(&mut self) -> Box<dyn Store>;

    /// The same journal once more, opened by somebody else.
    fn again(&mut self) -> Box<dyn Store>;
}

/// Writes one test for each promise and each factory.
macro_rules! suite {
    ($store:ident, $factory:expr, [$($module:ident :: $promise:ident),* $(,)?]) => {
        mod $store {
            $(
                #[test]
                fn $promise() {
                    let mut factory = $factory;
                    super::$module::$promise(&mut factory);
                }
            )*
        }
    };
}

suite!(
    in_sqlite,
    crate::sqlite::InSqlite::new(),
    [
        appending::read_back_equals_written,
        appending::losing_append_leaves_no_trace,
        appending::several_streams_all_or_nothing,
        appending::rows_must_follow_one_another,
        appending::the_same_hash_is_needed_not_only_the_same_number,
        appending::two_writers_one_winner,
        keys::a_key_is_stored_once_and_its_answer_returned,
        keys::a_key_taken_twice_leaves_no_trace,
        keys::old_keys_are_forgotten,
        keys::centres_have_keys_of_their_own,
        reading::streams_are_listed_in_order_with_their_ends,
        reading::reading_begins_and_breaks_off_where_it_is_told,
        reading::nothing_is_not_an_error,
        reading::visits_and_summaries_come_back_as_written,
        reading::a_later_row_of_a_visit_replaces_the_earlier,
        reading::read_models_are_replaced_all_or_nothing,
    ]
);
