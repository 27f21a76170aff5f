package dev.safar.benchmarks.jmh;

import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.load.Load.Leg;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.load.ShopTraffic;
import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DecisionRecord;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.model.Condition;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Decider;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Evolution;
import dev.safar.core.runtime.Input;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.streams.Ledger;
import dev.safar.engine.streams.ObservedCalls;
import dev.safar.standalone.cli.Workspaces;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parts of what an event costs, for a customer with a cart and an order behind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoreBenchmark {

    private static final Load LOAD = Load.until(
                    Instant.parse("2026-03-01T09:00:00Z"), List.of(new Leg(Mix.RECORDED, 1, 400)))
            .get(0);

    /** The kind of event at hand. */
    @Param({"Product Added", "Order Completed", "Product Viewed", "identify"})
    public String event;

    private Decider decider;
    private Workspace workspace;
    private Customer customer;
    private StoredCustomer stored;
    private byte[] encoded;
    private byte[] json;
    private ObservedCalls.Received received;
    private List<Decision> decisions;
    private Condition condition;
    private OneEvent scope;

    /** Lives the customer's first events, and keeps the next of the wanted kind. */
    @Setup
    public void live() {
        var files = Workspaces.read(Path.of(System.getProperty("safar.home", "."), "journeys"));
        workspace = ((Compilation.Compiled) WorkspaceCompiler.compile(files)).workspace();
        decider = new Decider(workspace);
        customer = Customer.unknown("customer-0");
        Map<String, CustomerEvent> latest = new HashMap<>();
        var traffic = new ShopTraffic(LOAD);
        for (long offset = 0; traffic.hasNext(); offset++) {
            CustomerEvent call = traffic.next();
            latest.put(call.event() == null ? call.type() : call.event(), call);
            if (offset < 60) {
                Optional<ObservedCalls.Received> known = ObservedCalls.read(call, workspace.observed());
                long at = offset;
                known.ifPresent(heard -> customer = Evolution.replay(
                        customer, decider.decide(customer, new Input.Occurred(heard.event(), at), heard.receivedAt())));
            }
        }
        stored = new StoredCustomer(customer, OptionalLong.empty(), true, Applied.NOTHING);
        encoded = CustomerCodec.encode(stored);
        json = ContractJson.write(latest.get(event));
        received = ObservedCalls.read(latest.get("Product Added"), workspace.observed())
                .orElseThrow();
        ObservedCalls.read(latest.get(event), workspace.observed()).ifPresent(heard -> received = heard);
        decisions = decide();
        condition = ((Start.OnEvent) workspace
                        .current(new JourneyId("abandoned-cart"))
                        .orElseThrow()
                        .start())
                .where()
                .orElseThrow();
        scope = new OneEvent(received.event().fields(), received.receivedAt());
    }

    /** What the journeys make of the event; of a view, which none observes, what they make of a cart. */
    @Benchmark
    public List<Decision> decide() {
        return decider.decide(
                customer, new Input.Occurred(received.event(), Long.MAX_VALUE - 1), received.receivedAt());
    }

    @Benchmark
    public Customer evolve() {
        return Evolution.replay(customer, decisions);
    }

    @Benchmark
    public byte[] encodeCustomer() {
        return CustomerCodec.encode(stored);
    }

    @Benchmark
    public StoredCustomer decodeCustomer() {
        return CustomerCodec.decode(encoded);
    }

    @Benchmark
    public boolean celCondition() {
        return condition.holds(scope);
    }

    @Benchmark
    public Optional<ObservedCalls.Received> parseEvent() {
        return ObservedCalls.read(ContractJson.read(json, CustomerEvent.class), workspace.observed());
    }

    /** All that is written to the ledger because of the event. */
    @Benchmark
    public int writeDecisions() {
        int bytes = 0;
        var ledger = new Ledger("customer-0");
        for (Decision decision : decisions) {
            Optional<DecisionRecord> entry = decision.accept(ledger);
            bytes += entry.map(record -> ContractJson.write(record).length).orElse(0);
        }
        return bytes;
    }
}
