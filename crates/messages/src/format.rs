//! Dates, times, numbers and plurals as the person writes them.

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::fieldsets::{MD, MDE, T, YMD, YMDE};
use icu_datetime::input::Time as IcuTime;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;
pub(crate) use icu_plurals::PluralCategory as Kind;
use icu_plurals::PluralRules;
use jiff::civil::{Date, Time};

use crate::{Messages, Text};

impl Messages {
    /// A day seen from `today`: “yesterday”, “28 Nov”, “24 Dec 2025”.
    pub fn day(&self, day: Date, today: Date) -> Text {
        let this_year = day.year() == today.year();
        self.near(day, today).unwrap_or_else(|| {
            self.date(
                day,
                if this_year {
                    DateFieldSet::MD(MD::medium())
                } else {
                    DateFieldSet::YMD(YMD::medium())
                },
            )
        })
    }

    /// A day seen from `today`, with its weekday: “tomorrow”, “Sat 28 Nov”.
    pub fn day_of_week(&self, day: Date, today: Date) -> Text {
        let this_year = day.year() == today.year();
        self.near(day, today).unwrap_or_else(|| {
            self.date(
                day,
                if this_year {
                    DateFieldSet::MDE(MDE::medium())
                } else {
                    DateFieldSet::YMDE(YMDE::medium())
                },
            )
        })
    }

    /// “10:00”, or “10:00 AM” where people count to twelve.
    pub fn time(&self, time: Time) -> Text {
        let formatter = NoCalendarFormatter::try_new((&self.locale).into(), T::hm());
        let clock = u8::try_from(time.hour())
            .ok()
            .zip(u8::try_from(time.minute()).ok())
            .and_then(|(hour, minute)| IcuTime::try_new(hour, minute, 0, 0).ok());
        Text::said(match (formatter, clock) {
            (Ok(formatter), Some(clock)) => formatter.format(&clock).to_string(),
            _ => time.strftime("%H:%M").to_string(),
        })
    }

    fn near(&self, day: Date, today: Date) -> Option<Text> {
        match today.until(day).ok()?.get_days() {
            -1 => Some(self.day_yesterday()),
            0 => Some(self.day_today()),
            1 => Some(self.day_tomorrow()),
            _ => None,
        }
    }

    fn date(&self, day: Date, fields: DateFieldSet) -> Text {
        let formatter =
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&self.locale).into(), fields);
        let date = u8::try_from(day.month())
            .ok()
            .zip(u8::try_from(day.day()).ok())
            .and_then(|(month, of_month)| {
                IcuDate::try_new_gregorian(day.year().into(), month, of_month).ok()
            });
        Text::said(match (formatter, date) {
            (Ok(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => day.to_string(),
        })
    }

    pub(crate) fn number(&self, number: u64) -> String {
        match DecimalFormatter::try_new((&self.locale).into(), Default::default()) {
            Ok(formatter) => formatter.format(&Decimal::from(number)).to_string(),
            Err(_) => number.to_string(),
        }
    }
}

/// Which of the kinds of numbers that a language tells apart this is.
pub(crate) fn kind(language: &Locale, number: u64) -> Kind {
    PluralRules::try_new_cardinal(language.into())
        .map_or(Kind::Other, |rules| rules.category_for(number))
}
