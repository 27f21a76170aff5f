package dev.safar.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Made-up people for recorded customers. The addresses are in a reserved domain and the telephone numbers are among those that are
 * never given to anyone; not everyone can be reached on every channel.
 */
final class Profiles {

    private static final List<String> PERSIAN = List.of("سارا", "علی", "مریم", "رضا", "زهرا", "امیر", "نگار", "حسین");
    private static final List<String> ENGLISH =
            List.of("Grace", "Oliver", "Maya", "Thomas", "Ella", "Samuel", "Ruth", "Henry");

    private Profiles() {}

    /**
     * The traits of a customer.
     *
     * @param number the customer's place among all, from 0
     */
    static Map<String, Object> traits(String customer, int number) {
        boolean persian = number % 2 == 1;
        List<String> names = persian ? PERSIAN : ENGLISH;
        Map<String, Object> traits = new LinkedHashMap<>();
        traits.put("first_name", names.get(number / 2 % names.size()));
        traits.put("locale", persian ? "fa" : "en");
        traits.put("email", customer + "@mail.example");
        if (number % 7 != 3) {
            traits.put("phone", String.format(Locale.ROOT, "+447700900%03d", number));
        }
        if (number % 3 != 2) {
            traits.put("push_token", "device-" + customer);
        }
        traits.put("consents", consents(number));
        return traits;
    }

    private static List<String> consents(int number) {
        List<String> channels = new ArrayList<>(List.of("email", "sms", "push"));
        if (number % 11 == 5) {
            channels.remove("sms");
        }
        if (number % 13 == 7) {
            channels.remove("email");
        }
        return channels;
    }
}
