//! What happens in a case: what clients ask and how they read, what the responder says, and when
//! the store fails.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::spoil::{Spoil, spoil};

#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// What each of the clients does, who come at the same time.
    pub(crate) clients: Vec<Vec<Move>>,
    /// What the responder does in the turns of all threads, in the order in which they begin.
    pub(crate) turns: Vec<Vec<Op>>,
    pub(crate) faults: Faults,
    /// How often others go first at a call of the store, call by call.
    pub(crate) pauses: Vec<u8>,
}

/// Which calls of the store fail, counted from 0.
#[derive(Debug, Clone)]
pub(crate) enum Faults {
    None,
    At(Vec<usize>),
    Every(usize),
    From(usize),
}

/// One request, and what its client does with the answer.
#[derive(Debug, Clone)]
pub(crate) struct Move {
    pub(crate) ask: Ask,
    pub(crate) spoil: Option<Spoil>,
    pub(crate) language: Option<String>,
    /// The client goes when it was looked so often for an answer that is not there.
    pub(crate) gives_up: Option<u8>,
    pub(crate) reading: Reading,
    /// Stops one of its turns that go on alone.
    pub(crate) stops: Option<Index>,
}

/// A request. Which of the fields it has depends on its name.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    pub(crate) name: &'static str,
    pub(crate) thread: Index,
    pub(crate) item: Index,
    /// Whether the item may be of any kind and thread.
    pub(crate) stray: bool,
    pub(crate) text: String,
    pub(crate) number: i64,
}

#[derive(Debug, Clone)]
pub(crate) enum Reading {
    ToTheEnd,
    /// Reads so many events and goes.
    Goes(usize),
    /// Detaches the turn, reads so many events and goes.
    Leaves(usize),
    /// Reads so many events and holds the stream.
    Sleeps {
        read: usize,
        detached: bool,
    },
}

/// Something the responder does.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    Say(String),
    /// One of the specimens, whatever it is.
    Specimen(Index),
    /// An update of something that exists or not.
    Update {
        item: Index,
        place: usize,
        text: String,
    },
    Replace(Index),
    Remove(Index),
    Hide(String),
    Title(String),
    Lock,
    Unlock,
    Tool,
    Ask,
    Widget,
    Steps(usize),
    Image,
    /// So many say something at the same time.
    AtOnce(u8),
    /// A task goes on speaking when the turn is over.
    Chatter,
    /// Says so many things and neither waits for them nor gives them up.
    HalfSaid(u8),
    /// An item of another thread.
    Misplace,
    DeleteThread,
    Yield(u8),
    Fail,
    Explain,
    Panic,
    PanicInChange,
    /// Panics when it is dropped.
    Fuse,
    /// Does nothing, for ever.
    Hang,
}

/// Those that come often.
const REQUESTS: &[&str] = &[
    "threads.create",
    "threads.add_user_message",
    "threads.add_client_tool_output",
    "threads.add_structured_input",
    "threads.custom_action",
    "threads.sync_custom_action",
    "threads.retry_after_item",
    "threads.get_by_id",
    "threads.list",
    "threads.update",
    "items.list",
    "items.feedback",
    "attachments.create",
    "attachments.delete",
    "input.transcribe",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        24 => "[a-z ]{1,12}",
        9 => "\\PC{0,20}",
        1 => Just(String::new()),
        1 => Just("\r\n\ndata: {}\u{2028}\u{202e}".to_owned()),
        1 => (100_000_usize..100_002).prop_map(|length| "x".repeat(length)),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    let name = prop_oneof![
        4 => Just("threads.create"),
        16 => Just("threads.add_user_message"),
        28 => select(REQUESTS),
        1 => select(vec!["threads.delete", "threads.stop"]),
    ];
    let number = prop_oneof![6 => -1_i64..12, 1 => any::<i64>()];
    let which = (any::<Index>(), any::<Index>(), prop::bool::weighted(0.1));
    (name, which, text(), number).prop_map(|(name, (thread, item, stray), text, number)| Ask {
        name,
        thread,
        item,
        stray,
        text,
        number,
    })
}

fn reading() -> impl Strategy<Value = Reading> {
    let read = 0_usize..12;
    prop_oneof![
        4 => Just(Reading::ToTheEnd),
        2 => read.clone().prop_map(Reading::Goes),
        2 => read.clone().prop_map(Reading::Leaves),
        1 => (read, any::<bool>()).prop_map(|(read, detached)| Reading::Sleeps { read, detached }),
    ]
}

fn a_move() -> impl Strategy<Value = Move> {
    (
        ask(),
        option::weighted(0.15, spoil()),
        option::weighted(0.2, "[a-zA-Z*,;=é-]{0,8}"),
        option::weighted(0.1, 0_u8..30),
        reading(),
        option::weighted(0.2, any::<Index>()),
    )
        .prop_map(|(ask, spoil, language, gives_up, reading, stops)| Move {
            ask,
            spoil,
            language,
            gives_up,
            reading,
            stops,
        })
}

fn op() -> impl Strategy<Value = Op> {
    let place = prop_oneof![4 => 0_usize..3, 1 => any::<usize>()];
    prop_oneof![
        6 => text().prop_map(Op::Say),
        3 => any::<Index>().prop_map(Op::Specimen),
        2 => (any::<Index>(), place, text())
            .prop_map(|(item, place, text)| Op::Update { item, place, text }),
        1 => any::<Index>().prop_map(Op::Replace),
        1 => any::<Index>().prop_map(Op::Remove),
        1 => text().prop_map(Op::Hide),
        1 => text().prop_map(Op::Title),
        1 => Just(Op::Unlock),
        2 => Just(Op::Tool),
        2 => Just(Op::Ask),
        2 => Just(Op::Widget),
        1 => (0_usize..3).prop_map(Op::Steps),
        1 => Just(Op::Image),
        1 => (1_u8..30).prop_map(Op::AtOnce),
        1 => Just(Op::Chatter),
        1 => (1_u8..4).prop_map(Op::HalfSaid),
        1 => (0_u8..40).prop_map(Op::Yield),
        2 => select(vec![
            Op::Lock, Op::Misplace, Op::DeleteThread, Op::Fail, Op::Explain, Op::Panic,
            Op::PanicInChange, Op::Fuse, Op::Hang,
        ]),
    ]
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let faults = prop_oneof![
        4 => Just(Faults::None),
        3 => vec(0_usize..120, 1..5).prop_map(Faults::At),
        2 => (2_usize..12).prop_map(Faults::Every),
        1 => (0_usize..40).prop_map(Faults::From),
    ];
    (
        vec(vec(a_move(), 1..12), 1..5),
        vec(vec(op(), 0..6), 0..12),
        faults,
        vec(0_u8..4, 1..8),
    )
        .prop_map(|(clients, turns, faults, pauses)| Case {
            clients,
            turns,
            faults,
            pauses,
        })
}
