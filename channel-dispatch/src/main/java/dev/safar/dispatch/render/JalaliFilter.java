package dev.safar.dispatch.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * {@code {{ offer.valid_until | jalali }}}: the day in the Iranian calendar, as {@code 1405/08/30}, at Tehran's time unless
 * a zone is given. What is no date stays as it is.
 */
final class JalaliFilter extends Filter {

    private static final long EPOCH_DAY_OF_1_1_1 = -492_268;

    JalaliFilter() {
        super("jalali");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        String text = asString(value, context);
        String zone = params.length == 0 ? "Asia/Tehran" : asString(params[0], context);
        try {
            LocalDate date = text.length() == "2026-11-21".length()
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text)
                            .atZoneSameInstant(ZoneId.of(zone))
                            .toLocalDate();
            return jalali(date);
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The 33-year rule, which agrees with the official calendar from 1178 to 1633. */
    static String jalali(LocalDate date) {
        long days = date.toEpochDay() - EPOCH_DAY_OF_1_1_1;
        int year = (int) (days / 366) + 1;
        while (firstDay(year + 1) <= days) {
            year++;
        }
        int dayOfYear = (int) (days - firstDay(year));
        int month = dayOfYear < 186 ? dayOfYear / 31 : 6 + (dayOfYear - 186) / 30;
        int day = dayOfYear < 186 ? dayOfYear % 31 : (dayOfYear - 186) % 30;
        return String.format(Locale.ROOT, "%04d/%02d/%02d", year, month + 1, day + 1);
    }

    private static long firstDay(int year) {
        return 365L * (year - 1) + Math.floorDiv(8L * year + 21, 33);
    }
}
