//! The calls, a file for each document of the server.

mod additional_properties;
mod any_type;
mod body_array;
mod body_binary;
mod body_boolean;
mod body_byte;
mod body_dictionary;
mod header;
mod http_infrastructure;
