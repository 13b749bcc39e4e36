//! The consent notices, one file a language.
