//! The calls, a file for each document of the server.

mod body_boolean;
