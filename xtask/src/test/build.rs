//! Makes the build for tests, if it is not current.

use anyhow::Result;

use crate::dist;

/// Makes `dist/` and `target/fault`, unless they were made from the current sources. A build over its budget of bytes
/// is tested all the same. (`cargo xtask dist` and a whole run of the tests fail for it.)
pub(super) fn ensure(rebuild: bool) -> Result<()> {
    if !rebuild && dist::is_current()? {
        eprintln!("Nothing that goes into dist/ has changed: it is reused (--rebuild makes it anew).");
        return Ok(());
    }
    eprintln!(
        "Making dist/ and target/fault anew: {}.",
        if rebuild { "asked for" } else { "sources have changed" }
    );
    match dist::run(dist::Options { fault: true, ..Default::default() }) {
        Err(error) if dist::is_current()? => {
            eprintln!("warning: {error:#}");
            Ok(())
        }
        made => made,
    }
}
