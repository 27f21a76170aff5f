package dev.safar.standalone.demo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Invoices of the Online Retail data set as calls of a shop: invoices are orders, cancellations are refunds. */
final class OnlineRetail {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int PRODUCTS_AT_MOST = 10;

    private OnlineRetail() {}

    /**
     * The calls per customer, in the order of the rows.
     *
     * @param rows without the header; those of a customer stand together
     */
    static Map<String, List<ShopCall>> calls(List<String> rows) {
        Map<String, List<Line>> lines = rows.stream()
                .map(Line::of)
                .collect(Collectors.groupingBy(Line::customer, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<ShopCall>> calls = new LinkedHashMap<>();
        lines.forEach((customer, ofCustomer) -> calls.put(customer, callsOf(customer, ofCustomer)));
        return calls;
    }

    private static List<ShopCall> callsOf(String customer, List<Line> lines) {
        Map<String, List<Line>> byNumber =
                lines.stream().collect(Collectors.groupingBy(Line::invoice, LinkedHashMap::new, Collectors.toList()));
        List<Invoice> invoices = byNumber.entrySet().stream()
                .map(entry -> new Invoice(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Invoice::time).thenComparing(Invoice::number))
                .toList();
        List<ShopCall> calls = new ArrayList<>();
        for (Invoice invoice : invoices) {
            if (!invoice.isCancellation()) {
                calls.add(invoice.track(customer, EventNames.ORDER_COMPLETED, invoice.number()));
            } else {
                originalOf(invoice, invoices)
                        .ifPresent(
                                order -> calls.add(invoice.track(customer, EventNames.ORDER_REFUNDED, order.number())));
            }
        }
        return calls;
    }

    /** The latest earlier order with one of the cancelled articles. */
    private static Optional<Invoice> originalOf(Invoice cancellation, List<Invoice> invoices) {
        return invoices.stream()
                .filter(order -> !order.isCancellation() && order.time().isBefore(cancellation.time()))
                .filter(order -> order.sharesArticleWith(cancellation))
                .max(Comparator.comparing(Invoice::time));
    }

    /** A row: one article on an invoice. Quantities on cancellations are negative. */
    private record Line(
            String invoice,
            String article,
            String name,
            int quantity,
            LocalDateTime time,
            BigDecimal price,
            String customer) {

        static Line of(String row) {
            List<String> fields = CsvLine.fields(row);
            return new Line(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2).strip(),
                    Integer.parseInt(fields.get(3)),
                    LocalDateTime.parse(fields.get(4), TIME),
                    new BigDecimal(fields.get(5)),
                    "retail-" + fields.get(6).replace(".0", ""));
        }

        BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(Math.abs((long) quantity)));
        }

        Map<String, Object> product() {
            return Map.of("product_id", article, "name", name, "price", price, "quantity", Math.abs(quantity));
        }
    }

    /** The rows of one invoice number. */
    private record Invoice(String number, List<Line> lines) {

        boolean isCancellation() {
            return number.startsWith("C");
        }

        LocalDateTime time() {
            return lines.get(0).time();
        }

        boolean sharesArticleWith(Invoice other) {
            return lines.stream().anyMatch(line -> other.lines.stream()
                    .anyMatch(its -> its.article().equals(line.article())));
        }

        ShopCall track(String customer, String event, String order) {
            BigDecimal total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Map<String, Object>> products = lines.stream()
                    .sorted(Comparator.comparing(Line::amount).reversed())
                    .limit(PRODUCTS_AT_MOST)
                    .map(Line::product)
                    .toList();
            Map<String, Object> properties =
                    Map.of("order_id", order, "total", total, "currency", "GBP", "products", products);
            return new ShopCall.Track(Calendar.retail(time()), customer, "retail-" + number, event, properties);
        }
    }
}
