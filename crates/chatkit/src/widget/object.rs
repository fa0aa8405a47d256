//! How the types of this module are written: an object, its required and its optional
//! properties, in Rust's spelling.

use serde_json::{Map, Value};

/// Sets a property. `null` means that it is not there.
pub(super) fn set(fields: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    match value.into() {
        Value::Null => fields.remove(&camel_case(name)),
        value => fields.insert(camel_case(name), value),
    };
}

/// The spelling on the wire: `min_size` is `minSize`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut all, word| {
        let mut letters = word.chars();
        all.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        all.push_str(letters.as_str());
        all
    })
}

/// An object with required properties, which `new` takes, and optional ones.
///
/// Behind a type, `[children]` stands for components that always have a list of them.
///
/// `name(Type)` takes that type, `name(into Type)` whatever becomes it, `name(text Type)` sends
/// how it displays.
macro_rules! object {
    (
        $(#[$doc:meta])*
        $name:ident $(= $type:literal $([$children:ident])?)? { $($required:ident : $required_type:ty),* }
        $($(#[$prop_doc:meta])* $prop:ident ($($kind:tt)+);)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name(pub(in crate::widget) serde_json::Map<String, serde_json::Value>);

        #[allow(clippy::new_without_default, reason = "what has no required property is rare")]
        impl $name {
            /// With what it must have, and nothing else.
            #[must_use]
            pub fn new($($required: impl Into<$required_type>),*) -> Self {
                #[allow(unused_mut, reason = "some have neither type nor required properties")]
                let mut fields = serde_json::Map::new();
                $(
                    fields.insert("type".to_owned(), $type.into());
                    $(fields.insert(stringify!($children).to_owned(), serde_json::json!([]));)?
                )?
                $($crate::widget::object::set(
                    &mut fields,
                    stringify!($required),
                    Into::<$required_type>::into($required),
                );)*
                Self(fields)
            }

            $(setter! { $(#[$prop_doc])* $prop ($($kind)+) })*
        }

        impl From<$name> for serde_json::Value {
            fn from(object: $name) -> Self {
                Self::Object(object.0)
            }
        }
    };
}

macro_rules! setter {
    ($(#[$doc:meta])* $prop:ident (into $type:ty)) => {
        $(#[$doc])*
        #[must_use]
        pub fn $prop(mut self, value: impl Into<$type>) -> Self {
            $crate::widget::object::set(&mut self.0, stringify!($prop), Into::<$type>::into(value));
            self
        }
    };
    ($(#[$doc:meta])* $prop:ident (text $type:ty)) => {
        $(#[$doc])*
        #[must_use]
        pub fn $prop(mut self, value: $type) -> Self {
            $crate::widget::object::set(&mut self.0, stringify!($prop), value.to_string());
            self
        }
    };
    ($(#[$doc:meta])* $prop:ident ($type:ty)) => {
        $(#[$doc])*
        #[must_use]
        pub fn $prop(mut self, value: $type) -> Self {
            $crate::widget::object::set(&mut self.0, stringify!($prop), value);
            self
        }
    };
}

/// Closed sets of words. A variant stands for the word on the wire.
macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident {
        $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $(
                #[doc = concat!("`", $word, "`")]
                $(#[$variant_doc])*
                $variant,
            )+
        }

        impl From<$name> for serde_json::Value {
            fn from(token: $name) -> Self {
                match token {
                    $($name::$variant => $word.into(),)+
                }
            }
        }
    )+};
}

/// An object that is a component: with a type, and what every component has.
macro_rules! component {
    (
        $(#[$doc:meta])*
        $name:ident = $type:literal $([$children:ident])? { $($required:tt)* }
        $($props:tt)*
    ) => {
        object! {
            $(#[$doc])*
            $name = $type $([$children])? { $($required)* }
            /// Names it for updates while it streams; stays the same across them.
            id(into String);
            /// Tells it from its siblings when they change places.
            key(into String);
            $($props)*
        }

        impl $name {
            /// Sets a property by its name on the wire, whether or not this module knows it.
            #[must_use]
            pub fn prop(
                mut self,
                name: impl Into<String>,
                value: impl Into<serde_json::Value>,
            ) -> Self {
                self.0.insert(name.into(), value.into());
                self
            }
        }

        impl From<$name> for $crate::widget::Component {
            fn from(component: $name) -> Self {
                Self(component.0)
            }
        }
    };
}

/// Components that hold others.
macro_rules! container {
    ($($name:ident of $child:ty),+ $(,)?) => {$(
        impl $name {
            /// Puts something in, behind what is in already.
            #[must_use]
            pub fn child(self, child: impl Into<$child>) -> Self {
                self.children([child])
            }

            /// Puts several things in, behind what is in already.
            #[must_use]
            pub fn children(
                mut self,
                children: impl IntoIterator<Item = impl Into<$child>>,
            ) -> Self {
                let children = children
                    .into_iter()
                    .map(|child| serde_json::Value::from(Into::<$child>::into(child)));
                match self.0.get_mut("children") {
                    Some(serde_json::Value::Array(inside)) => inside.extend(children),
                    _ => {
                        self.0.insert("children".to_owned(), children.collect());
                    }
                }
                self
            }
        }
    )+};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_on_the_wire() {
        let cases = [
            ("gap", "gap"),
            ("min_size", "minSize"),
            ("show_y_axis", "showYAxis"),
            ("allow_autofill_extensions", "allowAutofillExtensions"),
        ];
        for (name, wire) in cases {
            assert_eq!(camel_case(name), wire);
        }
    }
}
