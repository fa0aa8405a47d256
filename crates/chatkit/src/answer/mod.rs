//! Items that grow while the client watches: a text, a list of steps, a widget, an image.

mod image;
mod steps;
mod text;
mod widget;

pub use image::ImageAnswer;
pub use steps::Steps;
pub use text::TextAnswer;
pub use widget::WidgetAnswer;
