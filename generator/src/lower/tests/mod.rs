//! A document on the left, what the API is on the right.

mod dump;
mod operations;
mod queries;
mod schemas;
mod shares;
