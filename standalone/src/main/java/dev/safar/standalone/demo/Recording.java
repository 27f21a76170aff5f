package dev.safar.standalone.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** All the calls of the demo in the order of time; the first of a customer says who that is. */
record Recording(List<ShopCall> calls) {

    Recording {
        calls = List.copyOf(calls);
    }

    /**
     * The recordings that come with the program: all sessions of OTTO, and customers of Online Retail.
     *
     * @param retailCustomers how many of those, at most
     */
    static Recording load(int retailCustomers) {
        List<List<ShopCall>> customers = new ArrayList<>();
        lines("otto-sessions.jsonl.gz").forEach(line -> customers.add(OttoSessions.calls(line)));
        List<String> rows = lines("online-retail.csv.gz");
        Map<String, List<ShopCall>> retail = OnlineRetail.calls(rows.subList(1, rows.size()));
        retail.values().stream().limit(retailCustomers).forEach(customers::add);
        return of(customers);
    }

    /** Puts what customers did, a list each, into one order. */
    static Recording of(List<List<ShopCall>> customers) {
        List<ShopCall> calls = new ArrayList<>();
        for (int number = 0; number < customers.size(); number++) {
            List<ShopCall> ofCustomer = customers.get(number);
            calls.add(identify(ofCustomer.get(0), number));
            calls.addAll(ofCustomer);
        }
        calls.sort(Comparator.comparing(ShopCall::at));
        return new Recording(calls);
    }

    private static ShopCall identify(ShopCall first, int number) {
        String customer = first.customer();
        return new ShopCall.Identify(first.at(), customer, "identify-" + customer, Profiles.traits(customer, number));
    }

    private static List<String> lines(String file) {
        try (InputStream resource = Recording.class.getResourceAsStream("/demo/" + file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the recording " + file, e);
        }
    }
}
