//! The command `calm-orbit`: the person's tasks from the shell, and an MCP server for whatever
//! speaks MCP. It opens the profile's database itself and needs no running app.

mod arguments;
mod commands;
mod connection;
mod out;
mod reference;
mod say;
mod values;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use task::{Code, Failure};

use crate::arguments::Arguments;
use crate::out::Out;

/// The version of the program. A build that packs another version than the workspace's says so
/// (`script/package`), to this command as to the app.
const VERSION: &str = match option_env!("CALM_ORBIT_VERSION") {
    Some(version) => version,
    None => env!("CARGO_PKG_VERSION"),
};

/// Exit codes, beside 0: what a script can tell apart. Clap itself ends with 2 on wrong usage.
fn exit_code(code: Code) -> u8 {
    match code {
        Code::InvalidInput | Code::Unsupported => 2,
        Code::NotFound => 3,
        Code::Ambiguous => 4,
        Code::NothingToUndo => 5,
        Code::ReadOnly
        | Code::DiskFull
        | Code::Busy
        | Code::NewerDatabase
        | Code::DamagedDatabase
        | Code::Unavailable
        | Code::SignIn
        | Code::RateLimited
        | Code::Unreachable
        | Code::NoKeychain => 6,
        Code::Denied | Code::Internal => 1,
    }
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(wrong) if wrong.use_stderr() && std::env::args_os().any(|word| word == "--json") => {
            let message = wrong.render().to_string();
            let message = message.trim().trim_start_matches("error: ").to_owned();
            return fail(true, Code::InvalidInput, message);
        }
        Err(other) => other.exit(),
    };
    // Standard output belongs to answers and to the MCP protocol; diagnostics go elsewhere, and
    // only when they are asked for.
    if let Ok(filter) = tracing_subscriber::EnvFilter::try_from_env("CALM_ORBIT_LOG") {
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .init();
    }
    let json = arguments.json;
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return fail(json, Code::Internal, format!("No runtime: {error}.")),
    };
    let mut out = Out::new(json);
    let ended = runtime.block_on(commands::run(arguments, &mut out));
    // A thread that waits for standard input must not hold up the end.
    runtime.shutdown_background();
    // What was written before a failure is still shown, and before the failure is.
    let written = out.end();
    match ended.and(written) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(json, error.code(), error.to_string()),
    }
}

fn fail(json: bool, code: Code, message: String) -> ExitCode {
    let text = if json {
        let failure = Failure { code, message };
        serde_json::to_string(&failure).unwrap_or_default()
    } else {
        format!("calm-orbit: {message}")
    };
    drop(writeln!(std::io::stderr().lock(), "{text}"));
    ExitCode::from(exit_code(code))
}
