//! One of everything.

use calm_orbit_chatkit::content::{
    AssistantContent, EntitySource, FileSource, OutputText, Source, SourceInfo, UrlSource,
};
use calm_orbit_chatkit::widget::Text;
use calm_orbit_chatkit::workflow::{
    StatusIndicator, Task, TaskKind, Workflow, WorkflowStyle, WorkflowSummary,
};
use calm_orbit_chatkit::{
    Answer, Choice, ClientToolCall, ErrorCode, Event, GeneratedImage, Item, ItemKind, ItemUpdate,
    NoticeLevel, Question, QuestionKind, StructuredInput, Thread, ThreadId, ThreadStatus,
    ThreadView, ToolCallStatus,
};
use serde_json::{Map, json};

use crate::common::annotation;
use crate::widgets;

/// One of everything that the conversations may not contain.
pub(crate) fn events() -> Vec<Event> {
    let info = |n: &str| SourceInfo {
        title: "Title".into(),
        description: Some(n.into()),
        timestamp: Some("2026".into()),
        group: Some("G".into()),
    };
    let url = UrlSource {
        info: info("url"),
        url: "https://example.org".into(),
        attribution: Some("A".into()),
    };
    let file = FileSource {
        info: info("file"),
        filename: "f.txt".into(),
    };
    let entity = EntitySource {
        info: SourceInfo {
            title: "E".into(),
            ..SourceInfo::default()
        },
        id: "task_1".into(),
        icon: Some("check-circle".into()),
        label: Some("l".into()),
        inline_label: Some("i".into()),
        interactive: true,
        data: Map::from_iter([("k".to_owned(), json!("v"))]),
    };
    let sources = [
        Source::Url(url.clone()),
        Source::File(file.clone()),
        Source::Entity(entity),
    ];
    let annotations = sources.map(|source| {
        let mut annotation = annotation();
        annotation.source = source;
        annotation.index = None;
        annotation
    });
    let text = OutputText {
        text: "x".into(),
        annotations: annotations.to_vec(),
    };

    let some = |text: &str| Some(text.to_owned());
    let kinds = [
        TaskKind::Custom {
            title: some("t"),
            icon: some("search"),
            content: some("c"),
        },
        TaskKind::Custom {
            title: None,
            icon: None,
            content: None,
        },
        TaskKind::WebSearch {
            title: some("t"),
            title_query: some("q"),
            queries: vec!["q".into()],
            sources: vec![url],
        },
        TaskKind::Thought {
            title: some("t"),
            content: "c".into(),
        },
        TaskKind::File {
            title: None,
            sources: vec![file],
        },
        TaskKind::Image { title: some("t") },
    ];
    let status = [
        StatusIndicator::None,
        StatusIndicator::Loading,
        StatusIndicator::Complete,
    ];
    let tasks: Vec<_> = kinds
        .into_iter()
        .zip(status.into_iter().cycle())
        .map(|(kind, status_indicator)| Task {
            status_indicator,
            kind,
        })
        .collect();
    let workflow = |summary, style| ItemKind::Workflow {
        workflow: Workflow {
            style,
            tasks: tasks.clone(),
            summary,
            expanded: true,
        },
    };
    let titled = WorkflowSummary::Custom {
        title: "t".into(),
        icon: some("sparkle"),
    };
    let arguments = Map::from_iter([("a".to_owned(), json!({"b": null}))]);
    let call = ClientToolCall {
        status: ToolCallStatus::Completed,
        output: Some(json!([null, {"x": null}])),
        ..ClientToolCall::begin("n", arguments)
    };
    let items = [
        ItemKind::AssistantMessage {
            content: vec![AssistantContent::OutputText(text)],
        },
        workflow(Some(titled), WorkflowStyle::Custom),
        workflow(None, WorkflowStyle::Reasoning),
        ItemKind::EndOfTurn,
        ItemKind::ClientToolCall(call),
        ItemKind::GeneratedImage { image: None },
        ItemKind::Task {
            task: Task::thought("hm"),
        },
        ItemKind::StructuredInput(StructuredInput::ask(questions())),
        ItemKind::Widget {
            widget: widgets::card(),
            copy_text: some("copied"),
        },
    ];
    let mut events: Vec<_> = items
        .into_iter()
        .map(|kind| Event::ItemReplaced {
            item: Item::begin(ThreadId::generate(), kind),
        })
        .collect();

    let updates = tasks
        .into_iter()
        .enumerate()
        .map(|(task_index, task)| Event::ItemUpdated {
            item_id: "wf_1".into(),
            update: ItemUpdate::TaskUpdated { task_index, task },
        });
    events.extend(updates);
    events.extend(more_updates());
    let reasons = [None, some("why")];
    let statuses = reasons.into_iter().flat_map(|reason| {
        [
            ThreadStatus::Locked {
                reason: reason.clone(),
            },
            ThreadStatus::Closed { reason },
        ]
    });
    for status in statuses {
        let mut thread = Thread::begin();
        thread.status = status;
        thread.allowed_image_domains = Some(vec!["example.org".into()]);
        thread.metadata.insert("secret".into(), json!(1));
        events.push(Event::ThreadUpdated {
            thread: ThreadView::without_items(thread),
        });
    }
    for level in [NoticeLevel::Info, NoticeLevel::Warning, NoticeLevel::Danger] {
        events.push(Event::Notice {
            level,
            message: "m".into(),
            title: some("t"),
        });
    }
    events.push(Event::ProgressUpdate {
        text: "t".into(),
        icon: some("search"),
    });
    events.push(Event::Error {
        code: ErrorCode::Custom,
        message: None,
        allow_retry: false,
    });
    events
}

fn questions() -> Vec<Question> {
    let answered = |question: Question, values: &[&str]| Question {
        answer: Some(Answer {
            values: values.iter().map(|value| (*value).to_owned()).collect(),
            skipped: values.is_empty(),
        }),
        ..question
    };
    let several = Question {
        kind: QuestionKind::MultipleChoice {
            options: vec![Choice { value: "a".into() }],
            multiple: true,
        },
        ..Question::freeform("m", "M?")
    };
    let described = Question {
        kind: QuestionKind::Freeform {
            description: Some("d".into()),
        },
        ..Question::freeform("d", "D?")
    };
    vec![
        Question::freeform("f", "F?"),
        described,
        answered(Question::choice("c", "C?", ["a", "b"]), &["b"]),
        answered(several, &[]),
    ]
}

fn more_updates() -> impl Iterator<Item = Event> {
    let image = GeneratedImage {
        id: "i".into(),
        url: "data:,x".into(),
    };
    let updates = [
        ItemUpdate::WidgetTextDelta {
            component_id: "t".into(),
            delta: "d".into(),
            done: false,
        },
        ItemUpdate::WidgetComponentUpdated {
            component_id: "t".into(),
            component: Text::new("x").into(),
        },
        ItemUpdate::WidgetRootUpdated {
            widget: widgets::list(),
        },
        ItemUpdate::GeneratedImageUpdated {
            image: image.clone(),
            progress: Some(0.5),
        },
        ItemUpdate::GeneratedImageUpdated {
            image,
            progress: None,
        },
    ];
    updates.into_iter().map(|update| Event::ItemUpdated {
        item_id: "msg_1".into(),
        update,
    })
}
