//! Proxies for the tests of their configuration: the system's, else Debian's packages, fetched and unpacked under
//! `target/`. Installing them would start servers on every address of the machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{system, tools};
use crate::project;

/// A server as Debian has it.
struct Server {
    name: &'static str,
    /// Where its program lies, in the system and in the package.
    program: &'static str,
    /// Its package, and those of what it loads.
    packages: &'static [&'static str],
}

/// With the module that sends what was compressed beforehand with brotli.
const NGINX: Server = Server {
    name: "nginx",
    program: "usr/sbin/nginx",
    packages: &["nginx", "libnginx-mod-http-brotli-static"],
};

const VARNISH: Server = Server {
    name: "varnish",
    program: "usr/sbin/varnishd",
    packages: &["varnish", "libjemalloc2", "libpcre2-8-0"],
};

/// Tells the tests where proxies are that are not the system's; nothing of those that are, or cannot be had.
pub(super) fn set(command: &mut Command) {
    system::for_proxies();
    if let Some(unpacked) = NGINX.unpacked() {
        command
            .env("NEWS_ARTICLE_NGINX", unpacked.join(NGINX.program))
            .env("NEWS_ARTICLE_NGINX_MODULES", unpacked.join("usr/lib/nginx/modules"));
    }
    if let Some(unpacked) = VARNISH.unpacked() {
        command.env("NEWS_ARTICLE_VARNISH", unpacked.join(VARNISH.program));
        if let Some(libraries) = libraries(&unpacked) {
            command.env("NEWS_ARTICLE_VARNISH_LIBRARIES", libraries);
        }
    }
}

impl Server {
    /// Where its packages are unpacked; none where the system has it, or it cannot be had.
    fn unpacked(&self) -> Option<PathBuf> {
        let file = Path::new(self.program).file_name()?.to_str()?;
        if tools::on_path(file).is_some() || Path::new("/").join(self.program).exists() {
            return None;
        }
        let folder = project::target().join(self.name);
        let package = folder.join("package");
        if package.join(self.program).exists() {
            return Some(package);
        }
        tools::on_path("apt-get")?;
        let fetched = folder.join("fetched");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&fetched).ok()?;
        let mut fetch = Command::new("apt-get");
        fetch.args(["--quiet=2", "download"]).args(self.packages).current_dir(&fetched).stdout(Stdio::null());
        fetch.status().ok().filter(std::process::ExitStatus::success)?;
        for file in fs::read_dir(&fetched).ok()? {
            let file = file.ok()?.path();
            let mut unpack = Command::new("dpkg-deb");
            unpack.arg("-x").arg(file).arg(&package);
            unpack.status().ok().filter(std::process::ExitStatus::success)?;
        }
        Some(package)
    }
}

/// The folder of an unpacked package's libraries, which is named after the kind of machine.
fn libraries(package: &Path) -> Option<PathBuf> {
    let mut folders = fs::read_dir(package.join("usr/lib")).ok()?.filter_map(Result::ok);
    folders
        .find(|folder| folder.file_name().to_string_lossy().contains("-linux-"))
        .map(|folder| folder.path())
}
