//! The tools that hosted ChatKit may call here: those of the task server, and no others.

use mcp::TaskServer;
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::Store;
use task::{Actor, Error, Failure};
use ts_rs::TS;

use super::consent;
use super::server::turn_server;

/// The tools, in the order in which they are named to a model. A tool that the task server gets
/// is not open to hosted ChatKit before it stands here, and [`consent`] knows what it reaches.
const TOOLS: [&str; 8] = [
    "add_task",
    "list_tasks",
    "get_task",
    "get_overview",
    "complete_task",
    "update_task",
    "delete_task",
    "undo",
];
/// The most bytes of JSON that a call may bring.
const PARAMS_LIMIT: usize = 256 * 1024;
/// The most bytes of JSON that a tool which only reads may answer.
const RESULT_LIMIT: usize = 256 * 1024;

/// What became of a call.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ToolOutcome {
    /// It was carried out, or failed in a way that the model should know; this goes back to it.
    Done {
        /// The tool's result, a JSON object.
        #[ts(type = "Record<string, unknown>")]
        result: Value,
    },
    /// It destroys something or reaches many tasks: the person has to agree first. Nothing was
    /// changed.
    Ask {
        /// What would happen, as a question to the person.
        question: String,
        /// What the button that agrees says.
        agree: String,
    },
}

/// Carries out a tool that hosted ChatKit calls, as the assistant, through the task server. Reads
/// and what can be undone and reaches few tasks run; anything else asks, unless the person has
/// `agreed`. The changes of one call are one group.
///
/// What fails comes back as `{"error": {"code", "message"}}`, for the model to act on.
pub async fn client_tool(store: &Store, name: &str, params: Value, agreed: bool) -> ToolOutcome {
    match carry_out(store, name, params, agreed).await {
        Ok(outcome) => outcome,
        Err(error) => {
            tracing::info!(code = error.code().as_str(), "a client tool failed");
            ToolOutcome::Done {
                result: json!({ "error": Failure::from(error) }),
            }
        }
    }
}

async fn carry_out(
    store: &Store,
    name: &str,
    params: Value,
    agreed: bool,
) -> Result<ToolOutcome, Error> {
    let there = TaskServer::names();
    if !TOOLS.contains(&name) || !there.iter().any(|known| known == name) {
        let tools = TOOLS.into_iter();
        let tools = tools.filter(|tool| there.iter().any(|known| known == tool));
        return Err(Error::not_found(format!(
            "There is no tool “{}”. The tools are {}.",
            task::text::excerpt(name, 60),
            tools.collect::<Vec<_>>().join(", ")
        )));
    }
    let params = arguments(params)?;
    if !agreed {
        let tasks = store.caller(Actor::Assistant);
        if let Some(ask) = consent::question(&tasks, name, &params).await? {
            return Ok(ask);
        }
    }
    let result = turn_server(store).call(name, params).await?;
    // What was changed is told, however long it is.
    let reads = name.starts_with("list_") || name.starts_with("get_");
    if reads && result.to_string().len() > RESULT_LIMIT {
        return Err(Error::invalid(
            "The answer is too long. Ask for less: with a smaller `limit`, or a filter.",
        ));
    }
    Ok(ToolOutcome::Done { result })
}

fn arguments(params: Value) -> Result<Map<String, Value>, Error> {
    let Value::Object(params) = params else {
        return Err(Error::invalid(
            "The parameters of a tool are a JSON object, such as {\"title\": \"Buy milk\"}.",
        ));
    };
    let size = serde_json::to_string(&params).map_or(usize::MAX, |text| text.len());
    if size > PARAMS_LIMIT {
        return Err(Error::invalid(format!(
            "The parameters of a tool may have {PARAMS_LIMIT} bytes at most; these have {size}."
        )));
    }
    Ok(params)
}
