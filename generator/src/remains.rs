//! What is left of a run when it is done: the models of its documents and the API, hundreds of thousands of
//! small parts.

use openapiv3::OpenAPI;

use crate::api::Api;
use crate::model::Model;
use crate::upgrade::Origins;

/// What a crate was made from. It is kept to the end: freed by another thread while the run goes on, it takes
/// longer from the thread that made it than it gives back.
#[derive(Debug, Default)]
pub(crate) struct Remains {
    _models: Vec<(OpenAPI, Origins)>,
    _api: Api,
}

impl Remains {
    pub(crate) fn new(models: Vec<Model<'_>>, api: Api) -> Self {
        Self { _models: models.into_iter().map(|model| (model.openapi, model.origins)).collect(), _api: api }
    }
}
