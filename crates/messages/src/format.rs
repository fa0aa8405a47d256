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

#[cfg(test)]
mod tests {
    use super::*;

    fn to(language: &str) -> Messages {
        Messages::to(&[language])
    }

    #[test]
    fn days_and_times_are_written_as_where_the_person_is() {
        let today: Date = "2026-11-21".parse().unwrap();
        let cases = [
            ("en-GB", "2 Nov", "24 Dec 2025", "Mon 30 Nov", "09:05"),
            (
                "en-US",
                "Nov 2",
                "Dec 24, 2025",
                "Mon, Nov 30",
                "9:05\u{202f}AM",
            ),
            // Nobody has put the words into German yet; the dates are those of Germany.
            ("de-DE", "2 Nov", "24 Dec 2025", "Mon, 30 Nov", "09:05"),
        ];
        for (language, day, other_year, weekday, time) in cases {
            let say = to(language);
            let said = [
                say.day("2026-11-02".parse().unwrap(), today),
                say.day("2025-12-24".parse().unwrap(), today),
                say.day_of_week("2026-11-30".parse().unwrap(), today),
                say.time("09:05".parse().unwrap()),
            ];
            let said = said.each_ref().map(Text::as_str);
            assert_eq!(said, [day, other_year, weekday, time], "{language}");
        }
    }

    #[test]
    fn near_days_have_names() {
        let today: Date = "2026-11-01".parse().unwrap();
        let named = ["2026-10-31", "2026-11-01", "2026-11-02"].map(|day| {
            let day = day.parse().unwrap();
            let say = to("en");
            assert_eq!(say.day(day, today), say.day_of_week(day, today));
            String::from(say.day(day, today))
        });
        assert_eq!(named, ["yesterday", "today", "tomorrow"]);
    }

    #[test]
    fn numbers_and_plurals_are_in_the_words() {
        assert_eq!(to("en").tray_tooltip(0).as_str(), "Calm Orbit");
        assert_eq!(
            to("en").tray_tooltip(1).as_str(),
            "Calm Orbit, 1 task overdue"
        );
        let many = |language| String::from(to(language).tray_tooltip(1200));
        assert_eq!(many("en-GB"), "Calm Orbit, 1,200 tasks overdue");
        assert_eq!(many("de-DE"), "Calm Orbit, 1.200 tasks overdue");
    }

    #[test]
    fn a_language_counts_by_its_own_rules() {
        let polish: Locale = "pl".parse().unwrap();
        let kinds = [1, 2, 5, 22].map(|number| kind(&polish, number));
        assert_eq!(kinds, [Kind::One, Kind::Few, Kind::Many, Kind::Few]);
    }
}
