//! What can be typed about lists, saved filters and tags.

use clap::{Args, Subcommand};

use super::words::Shade;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit lists
  calm-orbit lists add Garden --colour green
  calm-orbit lists rename Garden 'House and garden'
  calm-orbit lists archive Garden
      Puts the list and its tasks out of sight; unarchive brings them back.
  calm-orbit lists rm Garden
      Moves the list and its tasks to the trash; restore brings them back.")]
pub(crate) struct Lists {
    #[command(subcommand)]
    pub(crate) command: Option<ListsCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ListsCommand {
    /// Adds a list.
    Add {
        /// Its name.
        name: String,
        /// Its colour.
        #[arg(long, visible_alias = "color", value_parser = super::words::colour(), ignore_case = true)]
        colour: Option<Shade>,
    },
    /// Gives a list another name.
    Rename {
        /// Its name.
        name: String,
        /// Its new name.
        new: String,
    },
    /// Gives a list another colour.
    #[command(visible_alias = "color")]
    Colour {
        /// Its name.
        name: String,
        /// Its colour, or none.
        #[arg(value_parser = super::words::colour(), ignore_case = true)]
        colour: Shade,
    },
    /// Puts a list and its tasks out of sight.
    Archive {
        /// Its name.
        name: String,
    },
    /// Brings an archived list back.
    Unarchive {
        /// Its name.
        name: String,
    },
    /// Moves a list to the trash, its tasks with it.
    Rm {
        /// Its name.
        name: String,
    },
    /// Takes a list out of the trash, with the tasks that went there together with it.
    Restore {
        /// Its name.
        name: String,
    },
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit filters
  calm-orbit filters add 'This week' 'next 7 days & !@waiting'
  calm-orbit list --saved 'This week'
calm-orbit help list tells what a query may say.")]
pub(crate) struct Filters {
    #[command(subcommand)]
    pub(crate) command: Option<FiltersCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FiltersCommand {
    /// Keeps a query under a name.
    Add {
        /// Its name.
        name: String,
        /// What it shows.
        query: String,
        /// Its colour.
        #[arg(long, visible_alias = "color", value_parser = super::words::colour(), ignore_case = true)]
        colour: Option<Shade>,
    },
    /// Changes the name or the query of a saved filter.
    #[command(group(clap::ArgGroup::new("what").required(true).multiple(true)))]
    Edit {
        /// Its name.
        name: String,
        /// Another name.
        #[arg(long = "name", value_name = "NAME", group = "what")]
        new: Option<String>,
        /// Another query.
        #[arg(long, group = "what")]
        query: Option<String>,
    },
    /// Moves a saved filter to the trash.
    Rm {
        /// Its name.
        name: String,
    },
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  calm-orbit tags
  calm-orbit tags rename phone calls
      On all tasks that carry it, and in the saved filters that name it. Where tasks carry @calls
      already, the two become one.
  calm-orbit tags delete phone
      Takes it off all tasks; the tasks stay. calm-orbit undo puts it back on.")]
pub(crate) struct Tags {
    #[command(subcommand)]
    pub(crate) command: Option<TagsCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TagsCommand {
    /// Gives a tag another name.
    Rename {
        /// Its name, with or without @.
        name: String,
        /// Its new name.
        new: String,
    },
    /// Takes a tag off all tasks.
    #[command(visible_alias = "rm")]
    Delete {
        /// Its name, with or without @.
        name: String,
    },
}
