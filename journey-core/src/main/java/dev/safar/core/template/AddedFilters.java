package dev.safar.core.template;

import java.util.List;
import liqp.filters.Filter;

/** The filters there are when a message is rendered, beyond Liquid's own. Here they only have to be known by name. */
final class AddedFilters {

    /** {@code fa_digits}: Persian digits; {@code jalali}: a day in the Iranian calendar. */
    static final List<Filter> ALL = List.of(new Filter("fa_digits") {}, new Filter("jalali") {});

    private AddedFilters() {}
}
