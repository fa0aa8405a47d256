//! The checks that every implementation of [`Threads`] passes.
//!
//! ```no_run
//! # async fn test() {
//! use calm_orbit_chatkit::{conformance, memory::MemoryThreads};
//! conformance::threads(|| async { MemoryThreads::new() }).await.unwrap();
//! # }
//! ```

mod items;
mod kinds;
mod rows;

use std::fmt;

use crate::Threads;

/// A check that an implementation did not pass.
#[derive(Debug, thiserror::Error)]
#[error("{check}: {reason}")]
pub struct Failure {
    /// The check's name.
    pub check: &'static str,
    /// What was seen, and what should have been.
    pub reason: String,
}

/// Why a check is not passed.
struct Reason(String);

impl<E: fmt::Display> From<E> for Reason {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

type Check = Result<(), Reason>;

/// Ends a check with a reason unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($reason:tt)+) => {
        if !$condition {
            return Err($crate::conformance::Reason(format!($($reason)+)));
        }
    };
}

/// Ends a check unless both sides are equal.
macro_rules! ensure_eq {
    ($seen:expr, $expected:expr, $($what:tt)+) => {{
        let (seen, expected) = (&$seen, &$expected);
        ensure!(
            seen == expected,
            "{}: expected {expected:?}, got {seen:?}", format_args!($($what)+)
        );
    }};
}

/// Ends a check unless the error is of this kind.
macro_rules! ensure_error {
    ($result:expr, $kind:ident, $($what:tt)+) => {{
        let result = $result;
        ensure!(
            matches!(result, Err($crate::ThreadsError::$kind(_))),
            "{}: expected {}, got {result:?}", format_args!($($what)+), stringify!($kind)
        );
    }};
}

use {ensure, ensure_eq, ensure_error};

/// Runs every check, each on an empty store that `make` gives.
///
/// # Errors
/// The first check that isn't passed.
pub async fn threads<T, Fut>(make: impl Fn() -> Fut) -> Result<(), Failure>
where
    T: Threads,
    Fut: Future<Output = T>,
{
    macro_rules! run {
        ($($module:ident :: $check:ident),+ $(,)?) => {$(
            let store = make().await;
            $module::$check(&store)
                .await
                .map_err(|Reason(reason)| Failure { check: stringify!($check), reason })?;
        )+};
    }
    run!(
        rows::a_thread_reads_back_whole,
        rows::text_is_kept_exactly,
        rows::unknown_threads_are_not_found,
        rows::a_thread_is_created_once,
        rows::an_update_keeps_the_time_of_creation,
        rows::a_deleted_thread_does_not_come_back,
        rows::threads_are_listed_by_creation,
        rows::threads_page_both_ways,
        rows::a_thread_cursor_without_a_row_is_an_error,
        items::every_kind_reads_back,
        items::text_is_kept_exactly,
        items::unknown_items_are_not_found,
        items::items_stand_in_the_order_of_their_first_save,
        items::an_item_is_changed_in_its_place,
        items::items_page_both_ways,
        items::an_item_cursor_without_a_row_is_an_error,
        items::an_item_identifier_belongs_to_its_thread,
        items::deleting_a_thread_deletes_its_items,
        items::an_item_is_deleted_alone,
        items::later_items_are_deleted_together,
        items::saves_at_once_lose_nothing,
        items::a_thousand_items,
    );
    Ok(())
}

/// Text that careless stores damage: quotes, combining marks in both normal forms, right-to-left
/// and invisible characters, characters beyond the basic plane, line ends, SQL and JSON syntax,
/// nothing, and much.
fn difficult_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\t leading and trailing \r\n",
        "'; DROP TABLE threads; --",
        "%_\\ \" ' ` {} [] $1 ?1 :a",
        r#"{"type":"end_of_turn"} \u0041 \n"#,
        "\u{e9} and e\u{301}, \u{212b} and \u{c5}, \u{fb01}",
        "שלום \u{202e}abc\u{202c} العربية \u{200f}\u{200e}",
        "\u{200b}\u{200d}\u{feff}\u{2028}\u{2029}\u{85}\u{a0}",
        "👩‍👩‍👧‍👦 🇩🇪 \u{1f3f4}\u{e0067}\u{e0062}\u{e007f} 𝒳 \u{10ffff}",
        "\u{1}\u{8}\u{b}\u{1b}[31m\u{7f}\u{9f}",
        "\u{fffd}\u{fffe}\u{ffff}\u{e000}",
        "ｆｕｌｌ 日本語 한국어 \u{1112}\u{1161}\u{11ab} ไทย नमस्ते",
        "İıßẞΣσς Ǆǅǆ",
        &format!("Z{}", "\u{335}\u{489}".repeat(200)),
    ]
    .map(str::to_owned)
    .into();
    texts.push("long ü ".repeat(20_000));
    texts
}
