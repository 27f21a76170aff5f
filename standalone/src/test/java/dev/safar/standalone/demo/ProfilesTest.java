package dev.safar.standalone.demo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProfilesTest {

    @Test
    void alternatesBetweenPersianAndEnglish() {
        assertThat(List.of(Profiles.traits("bob", 0), Profiles.traits("ada", 1)))
                .containsExactly(
                        Map.of(
                                "first_name", "Grace",
                                "locale", "en",
                                "email", "bob@mail.example",
                                "phone", "+447700900000",
                                "push_token", "device-bob",
                                "consents", List.of("email", "sms", "push")),
                        Map.of(
                                "first_name", "سارا",
                                "locale", "fa",
                                "email", "ada@mail.example",
                                "phone", "+447700900001",
                                "push_token", "device-ada",
                                "consents", List.of("email", "sms", "push")));
    }

    @Test
    void leavesSomeWithoutANumberADeviceOrAConsent() {
        assertThat(Profiles.traits("ada", 3)).doesNotContainKey("phone");
        assertThat(Profiles.traits("ada", 2)).doesNotContainKey("push_token");
        assertThat(Profiles.traits("ada", 5)).containsEntry("consents", List.of("email", "push"));
        assertThat(Profiles.traits("ada", 7)).containsEntry("consents", List.of("sms", "push"));
    }
}
