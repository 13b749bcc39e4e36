//! Statements as PDF.
