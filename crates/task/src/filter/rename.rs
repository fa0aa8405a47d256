//! A query after a tag has got another name.

use super::LENGTH_LIMIT;
use super::pattern::Pattern;
use super::token::{Kind, tokens};
use crate::text;

/// The query with the new name of a tag wherever it names that tag; all else stays as it was typed.
/// `None` where it doesn't name the tag: a name with a wildcard (`@wo*`) and what is looked for in
/// words (`search: @work`) mean no tag of their own. `None` also where the new name would make the
/// query longer than [`LENGTH_LIMIT`]. Both names are as tags are stored.
pub fn with_tag_renamed(query: &str, tag: &str, name: &str) -> Option<String> {
    let tokens = tokens(query).ok()?;
    let mut renamed = String::new();
    let mut copied = 0;
    let mut in_condition = false;
    for token in &tokens {
        let begins = !in_condition;
        in_condition = token.is_operand();
        if let Kind::Tag(typed) = &token.kind
            && begins
            && !typed.contains('*')
            && text::tag(typed).is_ok_and(|typed| typed == tag)
        {
            renamed.push_str(query.get(copied..token.start)?);
            renamed.push_str(&format!("@{}", Pattern::new(name)));
            copied = token.end();
        }
    }
    if copied == 0 {
        return None;
    }
    renamed.push_str(query.get(copied..)?);
    (renamed.chars().count() <= LENGTH_LIMIT).then_some(renamed)
}
