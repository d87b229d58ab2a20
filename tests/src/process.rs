//! A child process that ends with its owner, together with its own children.

use std::process::{Child, Command};

/// A running program.
pub struct Process(Child);

impl Process {
    /// Starts it in its own process group.
    pub fn start(command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt as _;
        let child = command.process_group(0).spawn();
        Process(child.unwrap_or_else(|error| panic!("{:?}: {error}", command.get_program())))
    }

    /// Its standard output, if it was piped.
    pub(crate) fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The whole group is ended, because a browser outlives a driver that is killed alone.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.0.wait();
    }
}
