package dev.safar.standalone;

/** Segment calls of a customer of the shipped journeys. */
final class Calls {

    private Calls() {}

    static String identify(String customer) {
        return """
            {"type":"identify","messageId":"identify-%1$s","userId":"%1$s",
             "traits":{"email":"%1$s@example.com","phone":"+989120000000","locale":"en","consents":["email","sms"]}}"""
                .formatted(customer);
    }

    static String cart(String customer) {
        return """
            {"type":"track","messageId":"cart-%1$s","userId":"%1$s","event":"Product Added",
             "properties":{"cart_id":"cart-%1$s","cart_total":50}}"""
                .formatted(customer);
    }

    static String order(String customer) {
        return """
            {"type":"track","messageId":"order-%1$s","userId":"%1$s","event":"Order Completed",
             "properties":{"order_id":"order-%1$s","total":50}}"""
                .formatted(customer);
    }
}
