//! A child in a process group of its own, so that whatever it started ends with it.

use std::{
    process::Child,
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group};

pub(crate) const LOOK_AGAIN: Duration = Duration::from_millis(50);
const TIME_TO_END: Duration = Duration::from_secs(5);

/// Asks the group to end, and ends it when it takes too long.
pub(crate) fn end(child: &mut Child) {
    let since = Instant::now();
    let _ = kill_process_group(Pid::from_child(child), Signal::TERM);
    while matches!(child.try_wait(), Ok(None)) && since.elapsed() < TIME_TO_END {
        thread::sleep(LOOK_AGAIN);
    }
    end_rest(child);
    let _ = child.wait();
}

/// Ends whatever of the group is still there.
pub(crate) fn end_rest(child: &Child) {
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
}
