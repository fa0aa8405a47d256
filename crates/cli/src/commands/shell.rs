//! What shells and readers of manuals need.

use clap::CommandFactory;
use task::{Code, Error};

use crate::arguments::{Arguments, Completions, Man};
use crate::out::Out;

/// The name of the command.
const NAME: &str = "calm-orbit";

/// Prints the completions of a shell.
pub(super) fn completions(completions: Completions, out: &mut Out) -> Result<(), Error> {
    let mut script = Vec::new();
    clap_complete::generate(
        completions.shell,
        &mut Arguments::command(),
        NAME,
        &mut script,
    );
    out.text(&String::from_utf8_lossy(&script));
    Ok(())
}

/// Prints the manual page, or writes one for each command into a folder.
pub(super) fn man(man: &Man, out: &mut Out) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::Storage {
        code: Code::Unavailable,
        message: format!("The manual could not be written: {error}."),
        source: Some(Box::new(error)),
    };
    let command = Arguments::command();
    if let Some(folder) = &man.out {
        std::fs::create_dir_all(folder).map_err(failed)?;
        return clap_mangen::generate_to(command, folder).map_err(failed);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(failed)?;
    out.text(&String::from_utf8_lossy(&page));
    Ok(())
}
