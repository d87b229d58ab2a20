//! An nginx for the test of its configuration: the system's, else Debian's package, unpacked under `target/`.
//! (Installing the package would start a server on all addresses of the machine.)

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{system, tools};
use crate::project;

/// Debian's packages: the server, and the module for files that were compressed with brotli in advance.
const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];

/// Tells the tests the path of an nginx that is not the system's. Does nothing if there is none.
pub(super) fn set(command: &mut Command) {
    system::for_nginx();
    if tools::on_path("nginx").is_some() || Path::new("/usr/sbin/nginx").exists() {
        return;
    }
    if let Some(unpacked) = unpacked() {
        command
            .env("NEWS_ARTICLE_NGINX", unpacked.join("usr/sbin/nginx"))
            .env("NEWS_ARTICLE_NGINX_MODULES", unpacked.join("usr/lib/nginx/modules"));
    }
}

fn unpacked() -> Option<PathBuf> {
    let folder = project::target().join("nginx");
    let package = folder.join("package");
    if !package.join("usr/sbin/nginx").exists() {
        tools::on_path("apt-get")?;
        let fetched = folder.join("fetched");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&fetched).ok()?;
        let mut fetch = Command::new("apt-get");
        fetch.args(["--quiet=2", "download"]).args(PACKAGES).current_dir(&fetched).stdout(Stdio::null());
        fetch.status().ok().filter(std::process::ExitStatus::success)?;
        for file in fs::read_dir(&fetched).ok()? {
            let file = file.ok()?.path();
            let mut unpack = Command::new("dpkg-deb");
            unpack.arg("-x").arg(file).arg(&package);
            unpack.status().ok().filter(std::process::ExitStatus::success)?;
        }
    }
    Some(package)
}
