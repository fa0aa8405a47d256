//! What can be typed about backups, shells and the manual.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The new file; one in the profile's folder of backups when nothing is said.
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Each task becomes what it was in the backup; what was added since goes to the trash. One
calm-orbit undo takes it all back. Where the database is damaged and can't be opened, the
backup takes its place, and the damaged file is kept beside it.")]
pub(crate) struct RestoreBackup {
    /// The backup; calm-orbit backups lists those that there are.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Doesn't ask.
    #[arg(long, short)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Writes anew what is derived from the records (views, counts, the index of words), and looks
    /// then.
    #[arg(long)]
    pub(crate) repair: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit completions bash >~/.local/share/bash-completion/completions/calm-orbit
  calm-orbit completions zsh >~/.zfunc/_calm-orbit
  calm-orbit completions fish >~/.config/fish/completions/calm-orbit.fish
  calm-orbit completions powershell >>$PROFILE")]
pub(crate) struct Completions {
    /// Which shell.
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// Writes a page for each command into this folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}
