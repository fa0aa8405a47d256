//! How a webview draws under Linux. `WebKit` composes its pages by OpenGL. Where there is no GPU that
//! is a program which the processor runs: one third of a window's memory, and a start and frames
//! that take longer than drawing without it.

use std::fs;
use std::path::Path;

use tauri::{Runtime, WebviewWindow};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Has the new window draw by itself where there is no GPU. The webview follows its settings at any
/// time, but before the page is there it need not begin anew.
pub(crate) fn suit<R: Runtime>(window: &WebviewWindow<R>) {
    if has_gpu(Path::new("/dev")) {
        return;
    }
    let asked = window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    match asked {
        Ok(()) => tracing::info!("there is no GPU: the window draws without one"),
        Err(error) => tracing::warn!(%error, "the window cannot be told that there is no GPU"),
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
