package dev.safar.standalone.app;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:8080, http://127.0.0.1:8080",
        "0.0.0.0, http://localhost:8080, http://127.0.0.1:8080",
        "'::', http://localhost:8080, http://127.0.0.1:8080",
        "192.0.2.7, http://192.0.2.7:8080, http://192.0.2.7:8080",
        "shop.example, http://shop.example:8080, http://shop.example:8080",
        "'2001:db8::7', http://[2001:db8::7]:8080, http://[2001:db8::7]:8080"
    })
    void leadsToTheGivenHost(String host, String url, String urlFromHere) {
        HttpAddress address = new HttpAddress(host, 8080);

        assertThat(List.of(address.url(), address.urlFromHere())).containsExactly(url, urlFromHere);
    }
}
