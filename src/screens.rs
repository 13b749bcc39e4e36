//! One file a screen.

mod acknowledgement;
pub(crate) mod applications;
pub(crate) mod appraisal;
pub(crate) mod back;
pub(crate) mod bank_account;
mod changed;
pub(crate) mod disbursed;
pub(crate) mod ended;
mod failed;
pub(crate) mod help;
pub(crate) mod kfs;
pub(crate) mod leave;
pub(crate) mod lender;
pub(crate) mod loading;
pub(crate) mod loan_amount;
pub(crate) mod not_found;
pub(crate) mod offer;
pub(crate) mod offers;
pub(crate) mod parting;
pub(crate) mod profile;
pub(crate) mod sign_in;
pub(crate) mod start;
pub(crate) mod stuck;
pub(crate) mod waiting;
pub(crate) mod who;
pub(crate) mod withdrawn;
pub(crate) mod your_data;
