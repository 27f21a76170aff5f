package dev.safar.standalone.app;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownTest {

    @Test
    void closesTheLastFirstAndEachOnceEvenIfOneFails() {
        // given
        List<String> closed = new ArrayList<>();
        Shutdown shutdown = new Shutdown();
        shutdown.then(() -> closed.add("broker"));
        shutdown.then(() -> {
            throw new IllegalStateException("does not stop");
        });
        shutdown.then(() -> closed.add("application"));

        // when
        shutdown.close();
        shutdown.close();

        // then
        assertThat(closed).containsExactly("application", "broker");
    }
}
