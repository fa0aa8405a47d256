mod dates;
mod strategies;
mod text;
