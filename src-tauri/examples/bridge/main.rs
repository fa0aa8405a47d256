//! The app's pages in a browser: its real state, commands and grants over loopback HTTP, on a
//! runtime that has no windows. For tests in `tests/browser` and for looking at a screen; it is
//! never shipped.

mod page;
mod windows;

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use calm_orbit_desktop::{assemble, begin};
use clap::Parser;
use host::loopback::Tickets;
use tauri::test::mock_builder;

use crate::page::Page;
use crate::windows::{Ears, Windows};

/// Calm Orbit in a browser
#[derive(Debug, Parser)]
#[command(name = "bridge")]
struct Arguments {
    /// The profile's folder
    #[arg(long, value_name = "DIR")]
    data_dir: PathBuf,

    /// The built pages
    #[arg(long, value_name = "DIR", default_value = "ui/dist")]
    pages: PathBuf,

    /// The port to listen on, on loopback; a free one if none is said
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[expect(
    clippy::print_stdout,
    reason = "whoever starts it waits for the address"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let folder = host::profile_folder(Some(arguments.data_dir))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port))?;
    listener.set_nonblocking(true)?;
    let authority = listener.local_addr()?.to_string();
    let origin = format!("http://{authority}");

    let ears = Arc::new(Ears::default());
    let (builder, context) = assemble(mock_builder(), &folder, false);
    let app = builder
        .channel_interceptor({
            let ears = Arc::clone(&ears);
            move |webview, callback, index, body| {
                ears.tell(webview.label(), callback, index, body);
                true
            }
        })
        .build(context)?;
    begin(&app, Some(&origin));

    // In the address, so that no other page can guess where the commands are.
    let token = Tickets::new().issue()?.reveal().to_owned();
    let page = Page {
        folder: arguments.pages,
        policy: page::policy(app.config()),
        windows: Windows::new(app.handle().clone(), ears),
        authority,
        token: token.clone(),
    };
    println!("{origin}/{token}/main/index.html");
    tauri::async_runtime::block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, page::router(page)).await
    })?;
    Ok(())
}
