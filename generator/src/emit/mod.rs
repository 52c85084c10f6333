//! Pure emission: tokens for every file, from names that are decided and checks that are done.

mod docs;
