//! Filters that users define once and name later.

use super::Homeserver;
use super::database::filters;
use super::failure::Failure;
use super::identifiers::UserId;

impl Homeserver {
    /// Keeps a filter, which is JSON, and returns its ID.
    pub(crate) async fn keep_filter(&self, user: UserId, filter: String) -> Result<String, Failure> {
        let id = self.database.run(move |db| Ok(filters::insert(db, user.as_str(), &filter)?)).await?;
        Ok(id.to_string())
    }

    /// A filter of a user.
    pub(crate) async fn filter(&self, user: UserId, id: String) -> Result<String, Failure> {
        let unknown = || Failure::not_found("You have no such filter.");
        let id = id.parse().map_err(|_| unknown())?;
        let filter = self.database.run(move |db| Ok(filters::find(db, user.as_str(), id)?)).await?;
        filter.ok_or_else(unknown)
    }
}
