//! Going to a provider and coming back, in every way that goes wrong: R1 to R25.

mod stage;

mod elsewhere;
mod leaving;
mod minting;
mod program;
mod refusals;
mod returning;
mod tabs;
mod unchanged;
mod waiting;
