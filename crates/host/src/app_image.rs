//! An `AppImage`: one file that mounts itself and runs what is in it. The mount is gone when that
//! ends, so whatever is to be found again later is named by the file.

use std::env;
use std::path::{Path, PathBuf};

/// The `AppImage` that this program was started from, if it is in one.
pub fn app_image() -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let path = |name: &str| env::var_os(name).map(PathBuf::from);
    holding(
        &env::current_exe().ok()?,
        path("APPIMAGE")?,
        &path("APPDIR")?,
    )
}

/// The variables alone say nothing: whatever an `AppImage` has started inherits them.
fn holding(program: &Path, image: PathBuf, mount: &Path) -> Option<PathBuf> {
    let mount = mount.canonicalize().ok()?;
    (image.is_absolute() && program.starts_with(mount)).then_some(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_the_mount_is_the_image() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        let mount = real.join("mount");
        std::fs::create_dir(&mount).unwrap();
        let image = real.join("Calm.AppImage");
        let inside = mount.join("usr/bin/calm-orbit");
        let found = |program: &Path, image: &Path| holding(program, image.to_owned(), &mount);
        assert_eq!(found(&inside, &image), Some(image.clone()));
        // A terminal of another image has started an app that is installed.
        assert_eq!(found(Path::new("/usr/bin/calm-orbit"), &image), None);
        assert_eq!(found(&real.join("mounted/calm-orbit"), &image), None);
        assert_eq!(found(&inside, Path::new("Calm.AppImage")), None);
        assert_eq!(holding(&inside, image, &real.join("gone")), None);
    }
}
