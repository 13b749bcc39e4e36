//! The pieces screens are made of. Each returns one kind of view, so that a screen costs little.

pub(crate) mod button;
pub(crate) mod choice;
pub(crate) mod consent;
pub(crate) mod field;
pub(crate) mod figure;
pub(crate) mod icon;
pub(crate) mod live;
pub(crate) mod masked;
pub(crate) mod notice;
pub(crate) mod page;
pub(crate) mod rows;
pub(crate) mod shell;
