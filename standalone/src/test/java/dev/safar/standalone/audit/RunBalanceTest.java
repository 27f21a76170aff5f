package dev.safar.standalone.audit;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.RunBuilder;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.state.Tally;
import dev.safar.engine.state.TallyCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunBalanceTest {

    private static final JourneyId CART = new JourneyId("cart");
    private static final Tally TWO_OF_WHICH_ONE_WAITS = Tally.empty()
            .entered(CART)
            .entered(CART)
            .finished(CART, "completed")
            .waiting(CART, 1);

    private final RunBalance balance = new RunBalance();
    private final TaskState state = new TaskState();
    private final Verdicts verdicts = new Verdicts(20);

    @Test
    void countsThatAgreeThreeWaysPass() {
        // given
        tally(TWO_OF_WHICH_ONE_WAITS);
        customers(1);
        decisions(true, "entered", "entered", "finished");

        // when
        balance.conclude(1, state, true, verdicts);

        // then
        assertThat(verdict())
                .isEqualTo(new Verdict(
                        Guarantee.BALANCED, 1, 0, List.of(), Map.of(), Map.of("runs entered", 2L, "runs waiting", 1L)));
    }

    @Test
    void aRunThatNeitherWaitsNorHasFinishedIsFound() {
        // given
        tally(TWO_OF_WHICH_ONE_WAITS.entered(CART));
        customers(1);

        // when
        balance.conclude(1, state, false, verdicts);

        // then
        assertThat(found())
                .containsExactly(
                        "journey cart, partition 1: 3 runs entered, 1 wait: 1 have neither finished nor do they"
                                + " wait");
    }

    @Test
    void aCustomerWhoHasLostARunIsMissedInTheCensus() {
        // given
        tally(TWO_OF_WHICH_ONE_WAITS);

        // when
        balance.conclude(1, state, false, verdicts);

        // then
        assertThat(found())
                .containsExactly("journey cart, partition 1: the task counted 1 runs that wait, its customers have 0");
    }

    @Test
    void decisionsThatTellOfOtherRunsAreFound() {
        // given
        tally(TWO_OF_WHICH_ONE_WAITS);
        customers(1);
        decisions(true, "entered", "finished");

        // when
        balance.conclude(1, state, true, verdicts);

        // then
        assertThat(found())
                .containsExactly(
                        "journey cart, partition 1: the task counted 2 entered and 1 finished, its decisions tell"
                                + " of 1 entered and 1 finished");
    }

    @Test
    void whatHappensBetweenTheCutsIsNoMistake() {
        // given
        tally(TWO_OF_WHICH_ONE_WAITS);
        customers(1);
        decisions(true, "entered", "entered", "finished", "entered");
        state.putLater(
                StoreKeys.TALLY.get(),
                TallyCodec.encode(TWO_OF_WHICH_ONE_WAITS.entered(CART).waiting(CART, 1)));

        // when
        balance.conclude(1, state, true, verdicts);

        // then
        assertThat(found()).isEmpty();
    }

    @Test
    void oldDecisionsThatAreGoneAreNotHeldAgainstTheState() {
        // given
        tally(TWO_OF_WHICH_ONE_WAITS);
        customers(1);

        // when
        balance.conclude(1, state, false, verdicts);

        // then
        assertThat(found()).isEmpty();
        assertThat(verdict().notJudged().values()).containsExactly(1L);
    }

    private void tally(Tally tally) {
        state.put(StoreKeys.TALLY.get(), TallyCodec.encode(tally));
    }

    private void customers(int waiting) {
        for (int i = 0; i < waiting; i++) {
            String id = "customer-" + i;
            var customer =
                    new CustomerBuilder(id).offset(i).runs(List.of(run(id))).build();
            var stored = new StoredCustomer(customer, OptionalLong.empty(), true, Applied.NOTHING.and(i));
            state.put(StoreKeys.customer(id).get(), CustomerCodec.encode(stored));
        }
    }

    private static Run run(String id) {
        var origin = new RunBuilder.Origin(new RunId(id), "", Instant.EPOCH, Map.of());
        return new RunBuilder(origin, new JourneyRef(CART, "v1"), new StepId("wait-1")).build();
    }

    private void decisions(boolean early, String... types) {
        Stream.of(types)
                .map(type -> new DecisionRecord(
                        Instant.EPOCH, "ada", "cart", "v1", "r1", type, null, null, null, null, null, Map.of()))
                .forEach(decision -> balance.decision(decision, early));
    }

    private Verdict verdict() {
        return verdicts.all().stream()
                .filter(verdict -> verdict.guarantee() == Guarantee.BALANCED)
                .findFirst()
                .orElseThrow();
    }

    private List<String> found() {
        return verdict().findings().stream().map(Finding::toString).toList();
    }
}
