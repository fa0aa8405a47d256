//! Generates a permission for each command from the list in `src/grants.rs`, and embeds icons,
//! manifest and capabilities.

use std::path::Path;
use std::process::ExitCode;

include!("src/grants.rs");

macro_rules! names {
    ($($module:ident :: $name:ident => $windows:tt;)*) => {
        /// The names of all commands.
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
grants!(names);

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=src/grants.rs");
    println!("cargo:rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").exists() {
        println!(
            "cargo:error=ui/dist is missing. Build the pages first: `npm ci && npm run build` in ui/, or script/run, which does everything."
        );
        return ExitCode::FAILURE;
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    match tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo:error={}", format!("{error:#}").replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}
