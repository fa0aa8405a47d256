//! The tools that hosted ChatKit may call here: those of the task server, and no others.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

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
