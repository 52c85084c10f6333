//! SQLite, behind one connection and off the threads that serve requests.
//!
//! The modules below hold the SQL, one table or one question each, and no rules.

pub(crate) mod aliases;
pub(crate) mod events;
pub(crate) mod filters;
pub(crate) mod media;
pub(crate) mod members;
pub(crate) mod presence;
pub(crate) mod rooms;
pub(crate) mod transactions;
pub(crate) mod users;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::failure::Failure;

/// The number of `schema.sql`. A file with another one was written by another version of this program.
const SCHEMA_VERSION: i64 = 2;

/// Everything the server remembers.
#[derive(Debug, Clone)]
pub(crate) struct Database(Arc<Mutex<Connection>>);

impl Database {
    /// Opens the file, or creates it.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let connection = Connection::open(path)?;
        // Commits need not wait for the disk with every request, and readers of the file do not block them.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Self::prepare(connection)
    }

    /// Keeps everything in memory: it is gone when the server stops.
    pub(crate) fn in_memory() -> Result<Self, Failure> {
        Self::prepare(Connection::open_in_memory()?)
    }

    /// Does `work` in one transaction: all of it happens, or, if it fails, nothing.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let connection = self.0.clone();
        let worker = tokio::task::spawn_blocking(move || {
            // A panic rolls its transaction back, so the connection is as good as before.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        });
        worker.await.map_err(Failure::internal)?
    }

    fn prepare(connection: Connection) -> Result<Self, Failure> {
        connection.pragma_update(None, "foreign_keys", true)?;
        match connection.pragma_query_value(None, "user_version", |row| row.get(0))? {
            0 => {
                let schema = include_str!("schema.sql");
                let create = format!("BEGIN; {schema} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;");
                connection.execute_batch(&create)?;
            }
            SCHEMA_VERSION => {}
            other => return Err(Failure::internal(format!("the database has the unknown version {other}"))),
        }
        Ok(Self(Arc::new(Mutex::new(connection))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_fails_leaves_no_trace() -> Result<(), Failure> {
        let database = Database::in_memory()?;
        let failed = database
            .run(|transaction| {
                users::insert(transaction, "@alice:localhost", None)?;
                Err::<(), _>(Failure::invalid("changed my mind"))
            })
            .await;
        assert!(failed.is_err());
        assert!(!database.run(|transaction| Ok(users::exists(transaction, "@alice:localhost")?)).await?);
        Ok(())
    }
}
