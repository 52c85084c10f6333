//! placeholder
pub struct Package;
pub fn package_files() {}
