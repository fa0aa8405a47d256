//! Widgets, images and steps: how they are sent while they change, and what actions do.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, their helpers too"
)]

mod common;

use calm_orbit_chatkit::widget::{NotAWidget, Widget};
use calm_orbit_chatkit::{Event, ItemKind};
use common::{chat, groceries, last_item, names, value};
use serde_json::{Value, json};

#[test]
fn builders_write_what_is_sent() {
    assert_eq!(
        Value::from(groceries("Milk")),
        json!({"type": "Card", "children": [
            {"type": "Text", "value": "Milk", "id": "t"},
            {"type": "Button", "label": "Done", "onClickAction": {
                "type": "complete", "payload": {"id": 1}, "handler": "server",
                "loadingBehavior": "auto", "streaming": true,
            }},
        ]})
    );
    assert_eq!(Widget::from_json(json!({"type": "Text"})), Err(NotAWidget));
    let template = json!({"type": "Basic", "new": {"a": null}, "children": null});
    let widget = Widget::from_json(template.clone()).unwrap();
    assert_eq!(serde_json::to_value(&widget).unwrap(), template);
}

#[tokio::test]
async fn a_growing_widget_sends_what_is_new() {
    let chat = chat();
    let (thread, events) = chat.begin("grow").await;
    let delta = |delta: &str| {
        json!({"type": "widget.streaming_text.value_delta", "component_id": "t",
            "delta": delta, "done": false})
    };
    let updates: Vec<_> = events
        .iter()
        .map(|event| value(event)["update"].clone())
        .collect();
    assert_eq!(
        names(&events)[3..],
        [
            "thread.item.added widget",
            "thread.item.updated widget.streaming_text.value_delta",
            "thread.item.updated widget.streaming_text.value_delta",
            "thread.item.updated widget.component.updated",
            "thread.item.updated widget.root.updated",
            "thread.item.done widget"
        ]
    );
    assert_eq!(updates[4..6], [delta("Hel"), delta("lo")]);
    assert_eq!(
        updates[6]["component"],
        json!({"type": "Text", "value": "Hello", "id": "t"})
    );
    assert_eq!(updates[7]["widget"], Value::from(groceries("Bread")));
    let stored = chat.items(&thread).await.remove(1);
    let ItemKind::Widget { widget, copy_text } = stored.kind else {
        panic!("no widget")
    };
    assert_eq!(widget, Widget::from(groceries("Bread")));
    assert_eq!(copy_text.unwrap(), "Hello");
    let added = &events[3];
    assert!(value(added)["item"].get("copy_text").is_none());
}

#[tokio::test]
async fn what_is_sent_adds_up() {
    let chat = chat();
    for text in ["grow", "draw"] {
        let (_, events) = chat.begin(text).await;
        let mut shown = None;
        for event in events {
            match event {
                Event::ItemAdded { item } => shown = Some(item),
                Event::ItemUpdated { update, .. } => shown.as_mut().unwrap().apply(&update),
                Event::ItemDone { item } if item.user_message().is_none() => {
                    let grown = shown.take().unwrap();
                    let end = |item: &calm_orbit_chatkit::Item| match &item.kind {
                        ItemKind::Widget { widget, .. } => json!(widget),
                        ItemKind::GeneratedImage { image } => json!(image.is_some()),
                        other => panic!("{other:?}"),
                    };
                    assert_eq!(end(&grown), end(&item));
                }
                _ => {}
            }
        }
    }
}

#[tokio::test]
async fn images_and_steps_are_stored() {
    let chat = chat();
    let (thread, events) = chat.begin("draw").await;
    assert_eq!(
        names(&events)[3..],
        [
            "thread.item.added generated_image",
            "thread.item.updated generated_image.updated",
            "thread.item.updated generated_image.updated",
            "thread.item.done generated_image"
        ]
    );
    assert_eq!(value(&events[4])["update"]["progress"], 0.5);
    assert_eq!(
        value(&events[6])["item"]["image"],
        json!({"id": "img_1", "url": "data:,c"})
    );
    let events = chat.say(&thread, "step").await;
    assert_eq!(value(&events[2])["item"]["task"]["content"], "hm");
    assert_eq!(
        chat.stored(&thread).await[1..],
        ["generated_image", "user_message: step", "task"]
    );
}

#[tokio::test]
async fn an_action_changes_its_widget() {
    let chat = chat();
    let (thread, events) = chat.begin("widget").await;
    let widget = last_item(&events);
    let action = |name: &str, payload: Value| {
        json!({"thread_id": thread, "item_id": widget.id,
            "action": {"type": name, "payload": payload}})
    };
    let events = chat
        .events(
            "threads.custom_action",
            action("complete", json!({"id": 1})),
        )
        .await;
    assert_eq!(
        names(&events),
        ["stream_options", "thread.item.replaced widget"]
    );
    assert_eq!(last_item(&events), chat.items(&thread).await[1]);
    let events = chat
        .events("threads.custom_action", action("fail", Value::Null))
        .await;
    assert_eq!(value(events.last().unwrap())["message"], "That went wrong.");
    // Without a widget, from the page; and without a payload.
    let params = json!({"thread_id": thread, "item_id": null, "action": {"type": "ping"}});
    let events = chat.events("threads.custom_action", params).await;
    assert_eq!(last_item(&events).message_text().unwrap(), "ping with null");
}

#[tokio::test]
async fn an_action_comes_from_a_widget_or_from_nowhere() {
    let chat = chat();
    let (thread, _) = chat.begin("hello").await;
    let items = chat.items(&thread).await;
    let action = |id: &str| json!({"thread_id": thread, "item_id": id, "action": {"type": "x"}});
    let events = chat
        .events("threads.custom_action", action(items[0].id.as_str()))
        .await;
    let events: Vec<_> = events.iter().map(value).collect();
    assert_eq!(
        events,
        [json!({"type": "error", "code": "stream.error", "allow_retry": false})]
    );
    let sync = "threads.sync_custom_action";
    assert_eq!(
        chat.refusal(sync, action(items[0].id.as_str())).await.0,
        400
    );
    // What is hidden isn't there.
    let hidden = items.iter().find(|item| item.is_hidden()).unwrap();
    for id in ["msg_none", hidden.id.as_str()] {
        assert_eq!(
            chat.refusal("threads.custom_action", action(id)).await.0,
            404,
            "{id}"
        );
        assert_eq!(chat.refusal(sync, action(id)).await.0, 404, "{id}");
    }
    assert_eq!(chat.items(&thread).await, items);
}

#[tokio::test]
async fn an_action_at_once_gives_one_item_back() {
    let chat = chat();
    let (thread, events) = chat.begin("widget").await;
    let widget = last_item(&events);
    let sync = "threads.sync_custom_action";
    let action = |name: &str| {
        json!({"thread_id": thread, "item_id": widget.id,
            "action": {"type": name, "payload": 7}})
    };
    let changed = chat.json(sync, action("toggle")).await;
    assert_eq!(changed["updated_item"]["id"], json!(widget.id));
    assert_eq!(
        changed["updated_item"]["widget"],
        Value::from(groceries("7"))
    );
    let stored = chat.items(&thread).await;
    assert_eq!(json!(stored[1]), changed["updated_item"]);
    assert_eq!(stored.len(), 2);
    for name in ["nothing", "hide"] {
        assert_eq!(chat.json(sync, action(name)).await, json!({}), "{name}");
    }
    let refusal = chat.refusal(sync, action("decline")).await;
    assert_eq!(refusal, (400, "Not today.".to_owned()));
    for name in ["elsewhere", "panic"] {
        assert_eq!(chat.refusal(sync, action(name)).await.0, 500, "{name}");
    }
}

#[tokio::test]
async fn an_action_at_once_does_not_wait_for_an_answer() {
    let chat = chat();
    let (thread, events) = chat.begin("widget").await;
    let widget = last_item(&events);
    let params = json!({"thread_id": thread, "input": common::message("wait")});
    let waiting = chat.ask("threads.add_user_message", params).await.unwrap();
    let params = json!({"thread_id": thread, "item_id": widget.id, "action": {"type": "toggle"}});
    let changed = chat.json("threads.sync_custom_action", params).await;
    assert_eq!(changed["updated_item"]["type"], "widget");
    drop(waiting);
    chat.server.idle().await;
}
