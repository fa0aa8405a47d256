//! The migrations: how each version of the schema is made from the one before.

use rusqlite::{Connection, TransactionBehavior};
use task::Error;

use crate::derive::Derivation;
use crate::{fault, sql};

/// One step of the schema.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    /// The version that it makes, the file's `user_version` afterwards.
    pub(crate) version: i64,
    /// What it does, in SQL.
    pub(crate) script: &'static str,
}

/// All migrations, each one version after the one before it. Append-only, like their files.
pub(crate) const ALL: &[Migration] = &[
    Migration {
        version: 1,
        script: include_str!("../../../migrations/device/0001_tasks.sql"),
    },
    Migration {
        version: 2,
        script: include_str!("../../../migrations/device/0002_engine.sql"),
    },
    Migration {
        version: 3,
        script: include_str!("../../../migrations/device/0003_reminders.sql"),
    },
];

/// The version that a list of migrations ends with.
pub(crate) fn newest(migrations: &[Migration]) -> i64 {
    migrations.last().map_or(0, |migration| migration.version)
}

/// Runs the migrations after version `found`, each with its new version in one transaction.
pub(crate) fn run(
    connection: &mut Connection,
    migrations: &[Migration],
    found: i64,
) -> Result<(), Error> {
    for migration in migrations {
        if migration.version <= found {
            continue;
        }
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(fault::database)?;
        transaction
            .execute_batch(migration.script)
            .and_then(|()| transaction.pragma_update(None, sql::VERSION, migration.version))
            .map_err(fault::database)?;
        // What is derived fits the newest schema alone, and is filled in once that is there.
        if migration.version == newest(ALL) && found > 0 {
            Derivation::begin(&transaction)?.everything()?;
        }
        transaction.commit().map_err(fault::database)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_file_is_in_the_list_in_its_place() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/device");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        files.sort();
        assert_eq!(files.len(), ALL.len());
        for ((file, migration), version) in files.iter().zip(ALL).zip(1..) {
            let name = file.file_name().unwrap().to_string_lossy();
            assert!(name.starts_with(&format!("{version:04}_")), "{name}");
            assert_eq!(migration.version, version);
            assert_eq!(migration.script, std::fs::read_to_string(file).unwrap());
        }
    }
}
