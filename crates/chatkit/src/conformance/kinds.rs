//! Items of every kind.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::content::{AssistantContent, InferenceOptions, UserContent};
use crate::widget::{ListView, ListViewItem, Text, Widget};
use crate::workflow::{StatusIndicator, Task, Workflow, WorkflowStyle, WorkflowSummary};
use crate::{
    Answer, Attachment, AttachmentKind, ClientToolCall, GeneratedImage, ItemKind, Question,
    QuestionKind, StructuredInput, ThreadId, ToolCallStatus, UploadDescriptor, UploadMethod,
    UserMessage,
};

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// At least one item of every kind, with everything that an item of it can have.
pub(super) fn kinds() -> Vec<ItemKind> {
    let data = map(json!({"nested": {"null": null, "list": [1, 2.5, true]}}));
    vec![
        ItemKind::UserMessage(UserMessage {
            content: vec![
                UserContent::InputText {
                    text: "buy ".into(),
                },
                UserContent::InputTag {
                    id: "task_1".into(),
                    text: "Milk".into(),
                    data: data.clone(),
                    group: Some("Tasks".into()),
                    interactive: true,
                },
            ],
            attachments: attachments(),
            quoted_text: Some("> quoted".into()),
            inference_options: InferenceOptions {
                tool_choice: None,
                model: Some("m".into()),
            },
        }),
        ItemKind::AssistantMessage {
            content: vec![AssistantContent::text("done")],
        },
        ItemKind::AssistantMessage {
            content: Vec::new(),
        },
        ItemKind::Workflow {
            workflow: Workflow {
                style: WorkflowStyle::Reasoning,
                tasks: vec![Task::thought("hm")],
                summary: Some(WorkflowSummary::Duration { duration: 2 }),
                expanded: true,
            },
        },
        ItemKind::Widget {
            widget: Widget(map(json!({
                "type": "Card", "unknown": {"to": [null, "us"]},
                "children": [{"type": "From.The.Future", "value": 1.5}],
            }))),
            copy_text: Some("copied".into()),
        },
        ItemKind::Widget {
            widget: ListView::new()
                .child(ListViewItem::new().child(Text::new("Milk").id("t")))
                .into(),
            copy_text: None,
        },
        ItemKind::ClientToolCall(ClientToolCall::begin("open", data.clone())),
        ItemKind::ClientToolCall(ClientToolCall {
            status: ToolCallStatus::Completed,
            call_id: "call_1".into(),
            name: "open".into(),
            arguments: Map::new(),
            output: Some(json!({"opened": [1, null]})),
        }),
        ItemKind::StructuredInput(StructuredInput::ask(questions())),
        ItemKind::StructuredInput(StructuredInput::ask(questions()).answered(answers(), false)),
        ItemKind::StructuredInput(StructuredInput::ask(questions()).answered(answers(), true)),
        ItemKind::GeneratedImage { image: None },
        ItemKind::GeneratedImage {
            image: Some(GeneratedImage {
                id: "img_1".into(),
                url: "data:image/png;base64,AA==".into(),
            }),
        },
        ItemKind::Task {
            task: Task::custom("Looked", StatusIndicator::Complete),
        },
        ItemKind::EndOfTurn,
        ItemKind::HiddenContextItem {
            content: Value::Object(data.clone()),
        },
        ItemKind::HiddenContextItem {
            content: Value::Null,
        },
        ItemKind::SdkHiddenContext {
            content: "note".into(),
        },
        ItemKind::Other(map(json!({"type": "from_the_future", "data": data}))),
    ]
}

fn attachments() -> Vec<Attachment> {
    let image = AttachmentKind::Image {
        preview_url: "data:image/png;base64,AA==".into(),
    };
    let upload = UploadDescriptor {
        url: "https://example.org/upload/2".into(),
        method: UploadMethod::Put,
        headers: [("X-Key".to_owned(), "k".to_owned())].into(),
    };
    let attachment = |id: &str, kind, upload_descriptor| Attachment {
        id: id.into(),
        name: "n".into(),
        mime_type: "image/png".into(),
        upload_descriptor,
        thread_id: Some(ThreadId::from("thr_1")),
        kind,
    };
    vec![
        attachment("atc_1", AttachmentKind::File, None),
        attachment("atc_2", image, Some(upload)),
    ]
}

fn questions() -> Vec<Question> {
    let mut several = Question::choice("days", "Which days?", ["Monday", "Tuesday"]);
    if let QuestionKind::MultipleChoice { multiple, .. } = &mut several.kind {
        *multiple = true;
    }
    let mut described = Question::freeform("why", "Why?");
    described.kind = QuestionKind::Freeform {
        description: Some("In a sentence".into()),
    };
    vec![several, described, Question::freeform("how", "How?")]
}

fn answers() -> HashMap<String, Answer> {
    let answer = |values: &[&str]| Answer {
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        skipped: false,
    };
    HashMap::from([
        ("days".to_owned(), answer(&["Monday", "Someday"])),
        ("why".to_owned(), answer(&["Because"])),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Item, ThreadId};

    #[test]
    fn every_kind_reads_back_from_its_json() {
        for kind in kinds() {
            let item = Item::begin(ThreadId::generate(), kind);
            let text = serde_json::to_string(&item).unwrap();
            assert_eq!(serde_json::from_str::<Item>(&text).unwrap(), item, "{text}");
        }
    }
}
