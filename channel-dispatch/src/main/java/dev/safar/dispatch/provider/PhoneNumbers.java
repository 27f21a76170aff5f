package dev.safar.dispatch.provider;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Reads phone numbers as people write them, in any digits. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final String region;

    /** The region is the ISO 3166 code of the country whose numbers come without a country code; empty for none. */
    public PhoneNumbers(String region) {
        this.region = region.isEmpty() ? "ZZ" : region;
    }

    /** {@code +989121234567}; empty if it is no number that can exist. */
    public Optional<String> e164(String number) {
        return parse(number).map(parsed -> NUMBERS.format(parsed, PhoneNumberFormat.E164));
    }

    /** {@code 09121234567} for a number of the given country, {@code +44…} for any other. */
    public Optional<String> nationalIn(String country, String number) {
        return parse(number).map(parsed -> {
            if (!NUMBERS.isValidNumberForRegion(parsed, country)) {
                return NUMBERS.format(parsed, PhoneNumberFormat.E164);
            }
            String national = NUMBERS.format(parsed, PhoneNumberFormat.NATIONAL);
            return PhoneNumberUtil.normalizeDigitsOnly(national);
        });
    }

    private Optional<PhoneNumber> parse(String number) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, region);
            return NUMBERS.isPossibleNumber(parsed) ? Optional.of(parsed) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
