//! Widgets with every component and every property that the types for Python know.

use calm_orbit_chatkit::widget::*;
use jiff::civil::date;
use serde_json::{Map, json};

fn action() -> ActionConfig {
    ActionConfig::new("go")
        .payload(json!({"k": {"n": 1}}))
        .handler(Handler::Client)
        .loading_behavior(LoadingBehavior::Container)
        .streaming(false)
}

pub(crate) fn list() -> Widget {
    let item = ListViewItem::new()
        .id("i")
        .key("k")
        .gap(2)
        .align(Alignment::Center)
        .on_click_action(action())
        .child(Text::new("x"));
    ListView::new()
        .limit(3)
        .theme(Theme::Dark)
        .status(
            Status::new("s")
                .favicon("https://example.org/f.png")
                .frame(true),
        )
        .child(item)
        .into()
}

pub(crate) fn basic() -> Widget {
    Basic::new()
        .direction(Direction::Row)
        .gap(1)
        .padding("2px")
        .align(Alignment::Start)
        .justify(Justification::Between)
        .theme(Theme::Light)
        .prop("unknown", json!({"a": 1}))
        .child(Card::new().child(Title::new("x")))
        .into()
}

pub(crate) fn table() -> Widget {
    let cell = TableCell::new()
        .width(3)
        .padding(Edges::new().top(1))
        .col_span(1)
        .row_span(2)
        .align(Alignment::End)
        .v_align(Alignment::Start)
        .col_size(ColumnSize::Lg)
        .child(Text::new("x"));
    let rows = [TableRow::new().header(true), TableRow::new().child(cell)];
    Card::new().child(Table::new().children(rows)).into()
}

pub(crate) fn card() -> Widget {
    Card::new()
        .as_form(true)
        .background(Color::themed("white", "black"))
        .size(CardSize::Full)
        .padding(Edges::new().top(1).right("2px").bottom(3).left(4).x(5).y(6))
        .status(Status::new("s").icon("check"))
        .collapsed(false)
        .confirm(CardAction::new("Yes", action()))
        .cancel(CardAction::new("No", ActionConfig::new("no")))
        .theme(Theme::Dark)
        .children(texts())
        .children(layouts())
        .children(media())
        .children(fields())
        .children(choices())
        .child(chart())
        .into()
}

fn texts() -> Vec<Component> {
    let editable = Editable::new("n")
        .auto_focus(true)
        .auto_select(true)
        .auto_complete("name")
        .allow_autofill_extensions(true)
        .pattern("x")
        .placeholder("p")
        .required(true);
    vec![
        Text::new("x")
            .id("t")
            .key("k")
            .color("secondary")
            .weight(FontWeight::Semibold)
            .text_align(TextAlign::End)
            .truncate(true)
            .max_lines(3)
            .size(TextSize::Xs)
            .streaming(true)
            .italic(true)
            .line_through(true)
            .width("2em")
            .min_lines(1)
            .editable(editable)
            .into(),
        Title::new("x")
            .size(TitleSize::Xl5)
            .color("red-100")
            .max_lines(1)
            .into(),
        Caption::new("x")
            .size(CaptionSize::Lg)
            .weight(FontWeight::Bold)
            .into(),
        Markdown::new("*x*").id("m").streaming(false).into(),
        Badge::new("x")
            .color(BadgeColor::Discovery)
            .variant(BadgeVariant::Soft)
            .size(CaptionSize::Sm)
            .pill(true)
            .into(),
    ]
}

/// The properties of everything that arranges others.
macro_rules! arranged {
    ($component:expr) => {
        $component
            .align(Alignment::Baseline)
            .justify(Justification::Evenly)
            .wrap(Wrap::WrapReverse)
            .gap(1)
            .padding(2)
            .margin("3px")
            .border(Borders::from(
                BorderEdges::new()
                    .top(Border::new(1))
                    .right(Border::new(2).color("strong"))
                    .bottom(Border::new(3).style(BorderStyle::Dashed))
                    .left(Border::new(4))
                    .x(Border::new(5))
                    .y(Border::new(6)),
            ))
            .radius(Radius::Xs2)
            .background("surface")
            .flex("1 1 auto")
            .child(Spacer::new())
    };
}

/// The properties of everything that has a size.
macro_rules! sized {
    ($component:expr) => {
        $component
            .height(1)
            .width("2px")
            .size(3)
            .min_height(4)
            .min_width(5)
            .min_size(6)
            .max_height(7)
            .max_width(8)
            .max_size(9)
            .aspect_ratio(1.5)
    };
}

fn layouts() -> Vec<Component> {
    vec![
        sized!(arranged!(Box::new()))
            .direction(Direction::Col)
            .border(1)
            .into(),
        sized!(arranged!(Row::new())).border(Border::new(1)).into(),
        sized!(arranged!(Col::new())).into(),
        sized!(arranged!(Form::new()))
            .direction(Direction::Row)
            .on_submit_action(action())
            .into(),
        Divider::new()
            .color("subtle")
            .size(1)
            .spacing("2px")
            .flush(true)
            .into(),
        Spacer::new().min_size(3).into(),
        Transition::new(Text::new("x").id("inner")).into(),
    ]
}

fn media() -> Vec<Component> {
    vec![
        Icon::new("check-circle")
            .color("success")
            .size(IconSize::Xl3)
            .into(),
        Icon::new("lucide:apple").into(),
        sized!(Image::new("https://example.org/i.png"))
            .alt("a")
            .fit(ImageFit::ScaleDown)
            .position(ImagePosition::BottomRight)
            .radius(Radius::FullWidth)
            .frame(true)
            .flush(false)
            .margin(Edges::new().x(1))
            .background("white")
            .flex(1)
            .into(),
        Button::new()
            .label("x")
            .on_click_action(action())
            .submit(true)
            .icon_start("plus")
            .icon_end("star")
            .icon_size(ButtonIconSize::Xl2)
            .style(ButtonStyle::Secondary)
            .color(ButtonColor::Caution)
            .variant(ControlVariant::Ghost)
            .size(ControlSize::Xs3)
            .pill(true)
            .uniform(true)
            .block(true)
            .disabled(true)
            .into(),
    ]
}

fn fields() -> Vec<Component> {
    macro_rules! field {
        ($component:expr) => {
            $component
                .default_value("d")
                .required(true)
                .pattern("x")
                .placeholder("p")
                .allow_autofill_extensions(false)
                .auto_select(true)
                .auto_focus(true)
                .disabled(false)
                .variant(FieldVariant::Outline)
                .size(ControlSize::Md)
                .gutter_size(GutterSize::Xs2)
        };
    }
    vec![
        field!(Input::new("i"))
            .input_type(InputType::Email)
            .pill(true)
            .into(),
        field!(Textarea::new("a"))
            .rows(2)
            .auto_resize(true)
            .max_rows(5)
            .into(),
        Label::new("x", "i")
            .size(TextSize::Sm)
            .weight(FontWeight::Normal)
            .text_align(TextAlign::Start)
            .color("primary")
            .into(),
    ]
}

fn choices() -> Vec<Component> {
    macro_rules! choice {
        ($component:expr) => {
            $component
                .on_change_action(action())
                .placeholder("p")
                .variant(ControlVariant::Soft)
                .size(ControlSize::Lg)
                .pill(true)
                .block(true)
                .clearable(true)
                .disabled(true)
        };
    }
    let options = vec![
        SelectOption::new("a", "A").description("d").disabled(true),
        SelectOption::new("b", "B"),
    ];
    let radios = vec![RadioOption::new("a", "A").disabled(true)];
    vec![
        choice!(Select::new("s", options))
            .default_value("a")
            .searchable(true)
            .into(),
        choice!(DatePicker::new("d"))
            .default_value(date(2026, 11, 21).at(9, 30, 0, 0))
            .min(date(2026, 1, 1).at(0, 0, 0, 0))
            .max(date(2027, 1, 1).at(0, 0, 0, 0))
            .side(Side::Bottom)
            .align(Alignment::End)
            .into(),
        Checkbox::new("c")
            .label("x")
            .default_checked(true)
            .on_change_action(action())
            .disabled(false)
            .required(true)
            .into(),
        RadioGroup::new("r", radios)
            .aria_label("l")
            .on_change_action(action())
            .default_value("a")
            .direction(Direction::Row)
            .disabled(false)
            .required(true)
            .into(),
    ]
}

fn chart() -> Component {
    let row = |day: &str, done: f64| {
        Map::from_iter([
            ("day".to_owned(), json!(day)),
            ("done".to_owned(), json!(done)),
        ])
    };
    let labels = Map::from_iter([("Mo".to_owned(), json!("Monday"))]);
    let series = vec![
        Series::bars("done", "Done").stack("s").color("blue"),
        Series::area("done", "Done").curve_type(CurveType::MonotoneX),
        Series::line("done", "Done").color(Color::themed("red", "green")),
    ];
    let rows = vec![row("Mo", 1.0), row("Tu", 2.5)];
    let axis = XAxis::new("day").hide(false).labels(labels);
    sized!(Chart::new(rows, series, axis))
        .show_y_axis(true)
        .show_legend(true)
        .show_tooltip(true)
        .bar_gap(1)
        .bar_category_gap(2)
        .flex(1)
        .into()
}
