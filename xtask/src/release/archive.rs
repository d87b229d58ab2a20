//! Packs a folder as a zip or a compressed tar. The same files make the same bytes: they are sorted, and have a fixed
//! time and owner.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::dist::package;

/// May be read by all and written by the owner.
const MODE: u32 = 0o644;

/// Makes a zip of a folder's files, each under `prefix/`.
pub(crate) fn zip(folder: &Path, prefix: &str, archive: &Path) -> Result<()> {
    // The first day that the format can express.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(MODE);
    let mut writer = ZipWriter::new(create(archive)?);
    for name in package::files(folder)? {
        writer.start_file(format!("{prefix}/{name}"), options)?;
        writer.write_all(&read(folder, &name)?)?;
    }
    writer.finish()?;
    Ok(())
}

/// Makes a `.tar.gz` of a folder's files, each under `prefix/`.
pub(crate) fn tar_gz(folder: &Path, prefix: &str, archive: &Path) -> Result<()> {
    let gzip = GzBuilder::new().mtime(0).write(create(archive)?, Compression::best());
    let mut builder = Builder::new(gzip);
    for name in package::files(folder)? {
        let bytes = read(folder, &name)?;
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_size(bytes.len().try_into()?);
        header.set_mode(MODE);
        header.set_mtime(0);
        header.set_uid(0);
        header.set_gid(0);
        builder.append_data(&mut header, format!("{prefix}/{name}"), bytes.as_slice())?;
    }
    builder.into_inner()?.finish()?.flush()?;
    Ok(())
}

fn create(path: &Path) -> Result<File> {
    File::create(path).with_context(|| path.display().to_string())
}

fn read(folder: &Path, name: &str) -> io::Result<Vec<u8>> {
    fs::read(folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;
    use std::path::PathBuf;

    /// A folder for one test, with two files in it.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("news-article-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/locale")).expect("a folder");
        fs::write(folder.join("in/b.js"), "export {};").expect("a file");
        fs::write(folder.join("in/locale/de.json"), "{}").expect("a file");
        folder
    }

    #[test]
    fn a_zip_holds_the_files_below_its_prefix_and_is_the_same_twice() {
        let folder = folder("zip");
        let (first, second) = (folder.join("1.zip"), folder.join("2.zip"));
        zip(&folder.join("in"), "news-article", &first).expect("a zip");
        zip(&folder.join("in"), "news-article", &second).expect("a zip");
        let bytes = fs::read(&first).expect("a file");
        assert_eq!(bytes, fs::read(&second).expect("a file"));
        let mut read = zip::ZipArchive::new(io::Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        read.by_name("news-article/b.js").expect("a file").read_to_string(&mut text).expect("a text");
        assert_eq!(read.index_for_name("news-article/locale/de.json"), Some(1));
        assert_eq!(read.len(), 2);
        assert_eq!(text, "export {};");
        fs::remove_dir_all(folder).expect("gone");
    }

    #[test]
    fn a_tar_holds_the_files_below_its_prefix_and_is_the_same_twice() {
        let folder = folder("tar");
        let (first, second) = (folder.join("1.tar.gz"), folder.join("2.tar.gz"));
        tar_gz(&folder.join("in"), "dist-1", &first).expect("a tar");
        tar_gz(&folder.join("in"), "dist-1", &second).expect("a tar");
        let bytes = fs::read(&first).expect("a file");
        assert_eq!(bytes, fs::read(&second).expect("a file"));
        let mut read = tar::Archive::new(GzDecoder::new(bytes.as_slice()));
        let held: Vec<(String, String)> = read
            .entries()
            .expect("entries")
            .map(|entry| {
                let mut entry = entry.expect("an entry");
                let mut text = String::new();
                entry.read_to_string(&mut text).expect("a text");
                (entry.path().expect("a path").display().to_string(), text)
            })
            .collect();
        let expected = [("dist-1/b.js", "export {};"), ("dist-1/locale/de.json", "{}")];
        assert_eq!(held, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
        fs::remove_dir_all(folder).expect("gone");
    }
}
