//! The size of each file: uncompressed, in gzip and in brotli, each at its best level.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{budget, package, renderer};
use crate::serve::brotli;

/// The size of a file in three forms.
#[derive(Debug)]
pub(crate) struct Size {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// The files of a directory that a page or a program reads, by name. (The renderer for Node.js is left out, because
/// it comes in a package.)
pub(crate) fn measure(directory: &Path) -> Result<Vec<Size>> {
    let of = |name: String| {
        let bytes = fs::read(directory.join(&name))?;
        Ok(Size { raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli: brotli(&bytes).len(), name })
    };
    package::files(directory)?.into_iter().filter(|name| name != renderer::MODULE).map(of).collect()
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

fn sum<'a>(name: &str, sizes: impl Iterator<Item = &'a Size>) -> Size {
    let mut sum = Size { name: name.into(), raw: 0, gzip: 0, brotli: 0 };
    for size in sizes {
        sum.raw += size.raw;
        sum.gzip += size.gzip;
        sum.brotli += size.brotli;
    }
    sum
}

/// The table in Markdown. The files that a French page requests come first, with their sum.
pub(crate) fn table(sizes: &[Size]) -> String {
    let (requested, rest): (Vec<&Size>, Vec<&Size>) =
        sizes.iter().partition(|size| budget::is_requested(&size.name));
    let sums = [
        sum("**a French page requests**", budget::page(sizes, "native")),
        sum("**a French page of WordPress**", budget::page(sizes, "markup")),
        sum("**a page that holds its article**", budget::held(sizes)),
    ];
    let mut text = String::from("| file | raw | gzip | brotli |\n| --- | ---: | ---: | ---: |\n");
    for size in requested.into_iter().chain(&sums).chain(rest) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "| {} | {} | {} | {} |", size.name, size.raw, size.gzip, size.brotli);
    }
    text + "\n" + &budget::stated()
}
