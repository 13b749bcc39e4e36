//! What the developer reads. The one place that writes to the terminal.

use std::{
    fmt::Arguments,
    io::{Write, stdout},
};

/// One line to standard output. A closed pipe is no reason to fail.
pub(crate) fn line(text: Arguments<'_>) {
    let mut out = stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

macro_rules! say {
    ($($text:tt)*) => { $crate::say::line(format_args!($($text)*)) };
}
pub(crate) use say;
