//! What an update does to the item it is about.

use crate::content::{AssistantContent, OutputText};
use crate::widget::{self, Widget};
use crate::{Item, ItemKind, ItemUpdate};

impl Item {
    /// Takes in an update, as a client does that shows a growing item.
    ///
    /// Text for the part behind the last one begins it. Updates that don't fit the item or leave
    /// a gap change nothing.
    pub fn apply(&mut self, update: &ItemUpdate) {
        match &mut self.kind {
            ItemKind::AssistantMessage { content } => apply_to_message(content, update),
            ItemKind::Workflow { workflow } => match update {
                ItemUpdate::TaskAdded { task_index, task } => {
                    put(&mut workflow.tasks, *task_index, task.clone());
                }
                ItemUpdate::TaskUpdated { task_index, task } => {
                    if let Some(place) = workflow.tasks.get_mut(*task_index) {
                        *place = task.clone();
                    }
                }
                _ => {}
            },
            ItemKind::Widget { widget, .. } => apply_to_widget(widget, update),
            ItemKind::GeneratedImage { image } => {
                if let ItemUpdate::GeneratedImageUpdated { image: newer, .. } = update {
                    *image = Some(newer.clone());
                }
            }
            _ => {}
        }
    }

    /// Whether it is a message of the assistant that says something.
    pub(crate) fn is_answer_with_text(&self) -> bool {
        matches!(self.kind, ItemKind::AssistantMessage { .. })
            && self
                .message_text()
                .is_some_and(|text| !text.trim().is_empty())
    }
}

fn apply_to_message(content: &mut Vec<AssistantContent>, update: &ItemUpdate) {
    match update {
        ItemUpdate::ContentPartAdded {
            content_index,
            content: part,
        }
        | ItemUpdate::ContentPartDone {
            content_index,
            content: part,
        } => {
            put(content, *content_index, part.clone());
        }
        ItemUpdate::TextDelta {
            content_index,
            delta,
        } => {
            if let Some(part) = part(content, *content_index) {
                part.text.push_str(delta);
            }
        }
        ItemUpdate::AnnotationAdded {
            content_index,
            annotation_index,
            annotation,
        } => {
            if let Some(part) = part(content, *content_index) {
                let place = (*annotation_index).min(part.annotations.len());
                part.annotations.insert(place, annotation.clone());
            }
        }
        _ => {}
    }
}

fn apply_to_widget(widget: &mut Widget, update: &ItemUpdate) {
    match update {
        ItemUpdate::WidgetTextDelta {
            component_id,
            delta,
            ..
        } => widget::append_text(widget, component_id, delta),
        ItemUpdate::WidgetComponentUpdated {
            component_id,
            component,
        } => widget::replace(widget, component_id, component),
        ItemUpdate::WidgetRootUpdated { widget: newer } => widget.clone_from(newer),
        _ => {}
    }
}

/// The part at `index`, begun if it is the one behind the last.
fn part(content: &mut Vec<AssistantContent>, index: usize) -> Option<&mut OutputText> {
    if index == content.len() {
        content.push(AssistantContent::text(""));
    }
    content
        .get_mut(index)
        .map(|AssistantContent::OutputText(part)| part)
}

/// Sets the place at `index`, or appends where it is the one behind the last.
fn put<T>(places: &mut Vec<T>, index: usize, value: T) {
    if index == places.len() {
        places.push(value);
    } else if let Some(place) = places.get_mut(index) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ThreadId;
    use crate::content::{Annotation, Source, SourceInfo, UrlSource};

    fn message() -> Item {
        let kind = ItemKind::AssistantMessage {
            content: Vec::new(),
        };
        Item::begin(ThreadId::generate(), kind)
    }

    fn delta(content_index: usize, delta: &str) -> ItemUpdate {
        ItemUpdate::TextDelta {
            content_index,
            delta: delta.into(),
        }
    }

    #[test]
    fn text_grows_and_gaps_are_ignored() {
        let mut item = message();
        assert!(!item.is_answer_with_text());
        item.apply(&delta(0, " "));
        assert!(!item.is_answer_with_text());
        item.apply(&delta(0, "a"));
        item.apply(&delta(usize::MAX, "lost"));
        item.apply(&delta(1, "b"));
        assert_eq!(item.message_text().unwrap(), " ab");
        assert!(item.is_answer_with_text());
        let done = AssistantContent::text("final");
        item.apply(&ItemUpdate::ContentPartDone {
            content_index: 1,
            content: done,
        });
        assert_eq!(item.message_text().unwrap(), " afinal");
    }

    #[test]
    fn an_annotation_lands_at_its_place() {
        let mut item = message();
        let annotation = |title: &str| Annotation {
            source: Source::Url(UrlSource {
                info: SourceInfo {
                    title: title.into(),
                    ..SourceInfo::default()
                },
                url: "https://example.org".into(),
                attribution: None,
            }),
            index: None,
        };
        for (annotation_index, title) in [(9, "second"), (0, "first")] {
            item.apply(&ItemUpdate::AnnotationAdded {
                content_index: 0,
                annotation_index,
                annotation: annotation(title),
            });
        }
        let ItemKind::AssistantMessage { content } = &item.kind else {
            panic!()
        };
        let AssistantContent::OutputText(part) = &content[0];
        assert_eq!(
            part.annotations,
            [annotation("first"), annotation("second")]
        );
    }

    #[test]
    fn updates_of_other_kinds_change_nothing() {
        let mut item = Item::begin(ThreadId::generate(), ItemKind::EndOfTurn);
        let before = item.clone();
        item.apply(&delta(0, "x"));
        assert_eq!(item, before);
    }
}
