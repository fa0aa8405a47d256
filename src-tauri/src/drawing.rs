//! How a webview draws under Linux. `WebKit` composes its pages by OpenGL. Where there is no GPU that
//! is a program which the processor runs: one third of a window's memory, and a start and frames
//! that take longer than drawing without it.

use std::fs;
use std::path::Path;

use gtk::glib;

/// What WebKit's processes ask before they begin to draw. Telling a webview that is there already
/// (`hardware-acceleration-policy`) crashes its process now and then.
const WITHOUT_OPENGL: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Has the webviews draw by themselves where there is no GPU; what the person has set stands. Call
/// it before there is another thread.
pub(crate) fn suit() {
    if !has_gpu(Path::new("/dev")) && std::env::var_os(WITHOUT_OPENGL).is_none() {
        // It fails for a name that is none.
        let _ = glib::setenv(WITHOUT_OPENGL, "1", false);
    }
}

/// Whether a driver says that there is one: those of the kernel by a render node, NVIDIA's own and
/// that of the Windows subsystem by files of theirs.
fn has_gpu(devices: &Path) -> bool {
    let node = |entry: fs::DirEntry| {
        let name = entry.file_name();
        name.to_string_lossy().starts_with("renderD")
    };
    fs::read_dir(devices.join("dri")).is_ok_and(|entries| entries.flatten().any(node))
        || ["nvidiactl", "dxg"]
            .iter()
            .any(|name| devices.join(name).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gpu_is_known_by_its_device() {
        for (file, gpu) in [
            ("dri/renderD128", true),
            ("nvidiactl", true),
            ("dxg", true),
            ("dri/card0", false),
            ("null", false),
        ] {
            let devices = tempfile::tempdir().unwrap();
            let file = devices.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "").unwrap();
            assert_eq!(has_gpu(devices.path()), gpu, "{}", file.display());
        }
    }
}
