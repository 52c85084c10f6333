//! The disk. The only module of the library that touches one, and nothing in the pipeline calls
//! it: the command line and `xtask` load documents and store crates through it.

mod exchange;
mod leftovers;
mod note;
mod output_folder;
mod project;
mod recollection;
mod seal;
mod source_folder;
mod stamp;
mod write;

pub use note::Told;
pub use output_folder::OutputFolder;
pub use project::{OpenError, Project};
pub use recollection::Recollection;
pub use source_folder::{SourceFolder, common_folder};
pub use stamp::Stamp;
