//! The accounts and charges, in a database.

use rusqlite::{params, Connection, OptionalExtension, Result};
use serde::Serialize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) owner: String,
    /// In cents.
    pub(crate) balance: i64,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct Charge {
    pub(crate) id: i64,
    pub(crate) account: i64,
    /// In cents.
    pub(crate) amount: i64,
}

#[derive(Clone)]
pub(crate) struct Database(Arc<Mutex<Connection>>);

impl Database {
    /// Creates an empty database in memory.
    pub(crate) fn new() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "CREATE TABLE accounts (
                 id INTEGER PRIMARY KEY, owner TEXT NOT NULL, email TEXT NOT NULL,
                 balance INTEGER NOT NULL CHECK (balance >= 0)
             );
             CREATE TABLE charges (
                 id INTEGER PRIMARY KEY, account INTEGER NOT NULL REFERENCES accounts (id), amount INTEGER NOT NULL
             );",
        )?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Opens an account.
    pub(crate) fn open(&self, owner: &str, email: &str, balance: i64) -> Result<Account> {
        let connection = self.connection();
        connection.execute(
            "INSERT INTO accounts (owner, email, balance) VALUES (?1, ?2, ?3)",
            params![owner, email, balance],
        )?;
        Ok(Account {
            id: connection.last_insert_rowid(),
            owner: owner.to_owned(),
            balance,
        })
    }

    /// Returns an account.
    pub(crate) fn account(&self, id: i64) -> Result<Option<Account>> {
        let connection = self.connection();
        let account = connection.query_row(
            "SELECT owner, balance FROM accounts WHERE id = ?1",
            [id],
            |row| {
                Ok(Account {
                    id,
                    owner: row.get(0)?,
                    balance: row.get(1)?,
                })
            },
        );
        account.optional()
    }

    /// Takes an amount from the balance of an account; `None` if it does not have that much.
    pub(crate) fn charge(&self, account: i64, amount: i64) -> Result<Option<Charge>> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let changed = transaction.execute(
            "UPDATE accounts SET balance = balance - ?2 WHERE id = ?1 AND balance >= ?2",
            params![account, amount],
        )?;
        if changed == 0 {
            return Ok(None);
        }
        transaction.execute(
            "INSERT INTO charges (account, amount) VALUES (?1, ?2)",
            params![account, amount],
        )?;
        let id = transaction.last_insert_rowid();
        transaction.commit()?;
        Ok(Some(Charge {
            id,
            account,
            amount,
        }))
    }

    /// The connection; a panic while it was used has not left a transaction open.
    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
