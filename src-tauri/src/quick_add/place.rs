//! Where the window opens: on the monitor with the pointer, in the middle of what panels leave free
//! there, in its upper third. Where a program can't place its windows (Wayland), the system does.

use tauri::{Manager, Monitor, PhysicalPosition, Runtime, WebviewWindow};

use super::{WIDTH, zoom};

/// How far down the free area the window stands, as a share of it.
const DOWN: f64 = 0.26;

/// Puts the window there.
pub(super) fn put<R: Runtime>(window: &WebviewWindow<R>) {
    let Some(monitor) = monitor(window) else {
        return;
    };
    let area = monitor.work_area();
    let position = place(
        Area {
            x: area.position.x,
            y: area.position.y,
            width: area.size.width,
            height: area.size.height,
        },
        monitor.scale_factor() * zoom(window.app_handle()),
    );
    if let Err(error) = window.set_position(position) {
        tracing::warn!(%error, "the quick-add window cannot be placed");
    }
}

fn monitor<R: Runtime>(window: &WebviewWindow<R>) -> Option<Monitor> {
    let under_pointer = window
        .cursor_position()
        .and_then(|at| window.monitor_from_point(at.x, at.y));
    match under_pointer {
        Ok(Some(monitor)) => Some(monitor),
        _ => window.primary_monitor().ok().flatten(),
    }
}

/// The part of a monitor that panels leave free, in physical pixels.
#[derive(Debug, Clone, Copy)]
struct Area {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

#[expect(clippy::cast_possible_truncation, reason = "pixels of a monitor")]
fn place(area: Area, scale: f64) -> PhysicalPosition<i32> {
    let free = f64::from(area.width) - WIDTH * scale;
    let left = (free / 2.0).max(0.0).round() as i32;
    let top = (f64::from(area.height) * DOWN).round() as i32;
    PhysicalPosition::new(area.x + left, area.y + top)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i32, y: i32, width: u32, height: u32, scale: f64) -> (i32, i32) {
        let area = Area {
            x,
            y,
            width,
            height,
        };
        let position = place(area, scale);
        (position.x, position.y)
    }

    #[test]
    fn it_is_in_the_middle_of_the_free_area() {
        assert_eq!(at(0, 0, 1_280, 800, 1.0), (320, 208));
        assert_eq!(at(0, 30, 1_280, 770, 1.0), (320, 230));
    }

    #[test]
    fn it_is_on_the_monitor_beside_or_above() {
        assert_eq!(at(1_920, 0, 1_280, 800, 1.0), (2_240, 208));
        assert_eq!(at(-1_280, -800, 1_280, 800, 1.0), (-960, -592));
    }

    #[test]
    fn its_size_goes_by_the_scale_of_the_monitor() {
        assert_eq!(at(0, 0, 3_840, 2_160, 2.0), (1_280, 562));
        assert_eq!(at(0, 0, 600, 400, 1.0), (0, 104));
    }
}
