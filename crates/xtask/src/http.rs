//! Asking our own programs, on this machine.

use std::time::Duration;

use anyhow::Result;

/// The body of a 200; anything else is an error.
pub(crate) fn get(url: &str) -> Result<String> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(5)))
        // Never through a proxy: the programs are on this machine.
        .proxy(None)
        .build()
        .into();
    Ok(agent.get(url).call()?.body_mut().read_to_string()?)
}
