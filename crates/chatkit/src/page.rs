//! Pages of threads and items.

use serde::{Deserialize, Serialize};

/// How many rows a page has when the request names no limit.
pub const DEFAULT_PAGE_SIZE: usize = 20;
/// The most rows a page has, whatever the request says.
pub const LARGEST_PAGE_SIZE: usize = 100;

/// The direction in which rows are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// Oldest first.
    Asc,
    /// Newest first, what list requests mean when they don't say.
    #[default]
    Desc,
}

/// Which rows are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// At most this many rows. The server keeps it within 1 to [`LARGEST_PAGE_SIZE`];
    /// an implementation of [`Threads`](crate::Threads) takes every value from 1.
    pub limit: usize,
    /// The direction.
    pub order: Order,
    /// Rows behind this one in the direction of `order`: the identifier of a row, as a page's
    /// [`after`](Page::after) gave it. `None` starts at the first row.
    pub after: Option<String>,
}

impl PageRequest {
    /// The first `limit` rows.
    #[must_use]
    pub fn first(limit: usize, order: Order) -> Self {
        Self {
            limit,
            order,
            after: None,
        }
    }

    /// The same page size and direction, behind the row `after`.
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// What a request's optional limit means: [`DEFAULT_PAGE_SIZE`] without one, otherwise the
    /// nearest allowed size.
    #[must_use]
    pub fn clamp(limit: Option<i64>) -> usize {
        limit.map_or(DEFAULT_PAGE_SIZE, |limit| {
            usize::try_from(limit.max(1))
                .unwrap_or(LARGEST_PAGE_SIZE)
                .min(LARGEST_PAGE_SIZE)
        })
    }
}

/// Some rows of a longer list. On the wire: `{"data":[…],"has_more":false}` and `after` only
/// when there is more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows, in the order that was asked for.
    pub data: Vec<T>,
    /// Whether rows follow.
    pub has_more: bool,
    /// The identifier of the last row of this page, to be passed back for the next one;
    /// `None` when nothing follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            data: Vec::new(),
            has_more: false,
            after: None,
        }
    }
}

impl<T> Page<T> {
    /// Builds a page from up to `limit + 1` rows: the row too many tells that more follow, and is
    /// dropped. `cursor` gives a row's identifier.
    #[must_use]
    pub fn from_rows(mut rows: Vec<T>, limit: usize, cursor: impl Fn(&T) -> String) -> Self {
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let after = if has_more {
            rows.last().map(cursor)
        } else {
            None
        };
        Self {
            data: rows,
            has_more,
            after,
        }
    }

    /// The page with every row turned into something else, or dropped where `f` gives `None`;
    /// the cursor stays.
    #[must_use]
    pub fn filter_map<U>(self, f: impl FnMut(T) -> Option<U>) -> Page<U> {
        Page {
            data: self.data.into_iter().filter_map(f).collect(),
            has_more: self.has_more,
            after: self.after,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_kept_within_bounds() {
        let cases = [
            (None, 20),
            (Some(0), 1),
            (Some(-7), 1),
            (Some(100), 100),
            (Some(101), 100),
            (Some(i64::MAX), 100),
        ];
        for (asked, given) in cases {
            assert_eq!(PageRequest::clamp(asked), given, "{asked:?}");
        }
    }

    #[test]
    fn one_row_too_many_means_more() {
        let page = Page::from_rows(vec![1, 2, 3], 2, ToString::to_string);
        assert_eq!(
            page,
            Page {
                data: vec![1, 2],
                has_more: true,
                after: Some("2".into())
            }
        );
        let page = Page::from_rows(vec![1, 2], 2, ToString::to_string);
        assert_eq!(
            serde_json::to_string(&page).unwrap(),
            r#"{"data":[1,2],"has_more":false}"#
        );
    }
}
