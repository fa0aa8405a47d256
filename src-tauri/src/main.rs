//! The desktop app of Calm Orbit.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    calm_orbit_desktop::main()
}
