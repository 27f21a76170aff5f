package dev.safar.core.runtime;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a step gives its template. */
class GivenValuesTest {

    private static final String JOURNEY =
            """
            journey: viewed
            start: { on: Product Viewed, key: event.product_id }
            steps:
              - set: { customer.views: { add: 1 }, run.note: { value: "'seen ' + string(customer.views)" } }
              - wait: 1h
              - id: look
                send: email
                template: look
                with:
                  product: "{'name': run.start.name, 'price': run.start.price * 2}"
                  views: customer.views + 1
                  missing: customer.nothing
            """;

    private static final String TEMPLATE =
            """
            ---
            subject: "{{ with.product.name }}"
            ---
            <p>{{ with.product.price }} {{ with.views }} {{ with.missing }} {{ run.note }} {{ customer.views }}</p>
            """;

    @Test
    void isComputedWhenTheMessageIsSentAndGoesWithIt() {
        // given
        Life life = Life.reachable(
                Compiled.workspace(Map.of("viewed.yaml", JOURNEY, "templates/look/email.en.liquid", TEMPLATE)));
        life.identify(Map.of("views", 4L));
        life.event("0m", "Product Viewed", "product_id", "p1", "name", "Samovar", "price", 20.5);
        life.identify(Map.of("views", 7L));

        // when
        life.tick("1h");

        // then
        assertThat(life.lastMessage("look").variables())
                .isEqualTo(Map.of(
                        "with", Map.of("product", Map.of("name", "Samovar", "price", 41.0), "views", 8L),
                        "run", Map.of("note", "seen 4"),
                        "customer", Map.of("views", 7L)));
    }
}
