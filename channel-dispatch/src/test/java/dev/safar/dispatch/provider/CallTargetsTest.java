package dev.safar.dispatch.provider;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallTargetsTest {

    private static final Map<String, String> HOSTS =
            Map.of("shop.example", "93.184.216.34", "crm.shop.example", "10.1.2.3", "localhost", "127.0.0.1");

    @Test
    void callsWhateverIsPublicUnlessToldOtherwise() {
        CallTargets targets = targets();

        assertThat(List.of(
                        refusal(targets, "https://shop.example/hook"),
                        refusal(targets, "https://crm.shop.example/hook"),
                        refusal(targets, "http://localhost:9092/"),
                        refusal(targets, "https://nowhere.example/")))
                .containsExactly("", "private-address", "private-address", "unknown-host");
    }

    @Test
    void callsWhatIsListedWhereverItIsAndNothingElse() {
        CallTargets targets = targets("localhost:8090", "*.Shop.Example");

        assertThat(List.of(
                        refusal(targets, "https://shop.example/hook"),
                        refusal(targets, "https://CRM.shop.example/hook"),
                        refusal(targets, "http://localhost:8090/"),
                        refusal(targets, "http://localhost:9092/")))
                .containsExactly("host-not-allowed", "", "", "host-not-allowed");
    }

    @Test
    void callsThePublicBesidesWhatIsListedWhereBothAreMeant() {
        CallTargets targets = targets("*", "localhost");

        assertThat(List.of(
                        refusal(targets, "https://shop.example/hook"),
                        refusal(targets, "https://crm.shop.example/hook"),
                        refusal(targets, "http://localhost:9092/")))
                .containsExactly("", "private-address", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2001:0:1::1]",
                "[2002:7f00:1::]",
                "[fc00::1]",
                "[fe80::1]",
                "[ff02::1]"
            })
    void callsNoAddressOfOurOwnNetwork(String address) {
        CallTargets targets = new CallTargets(List.of(), InetAddress::getAllByName);

        assertThat(refusal(targets, "http://" + address + "/")).isEqualTo("private-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "100.63.0.1", "172.32.0.1", "198.20.0.1", "[2606:2800:220:1:248:1893:25c8:1946]"
            })
    void callsAddressesOfOthers(String address) {
        CallTargets targets = new CallTargets(List.of(), InetAddress::getAllByName);

        assertThat(refusal(targets, "http://" + address + "/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example/hook",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "https:///hook",
                "https://user:secret@shop.example/",
                "https://shop.example/{id}"
            })
    void takesNothingElseForAUrl(String text) {
        assertThat(CallTargets.url(text)).isEmpty();
    }

    private static String refusal(CallTargets targets, String url) {
        Optional<URI> parsed = CallTargets.url(url);
        return targets.reasonToRefuse(parsed.orElseThrow()).orElse("");
    }

    private static CallTargets targets(String... listed) {
        return new CallTargets(List.of(listed), CallTargetsTest::resolve);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (!HOSTS.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.getByName(HOSTS.get(host))};
    }
}
