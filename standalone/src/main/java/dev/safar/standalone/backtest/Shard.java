package dev.safar.standalone.backtest;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.core.model.Workspace;
import dev.safar.standalone.backtest.sort.Entries;
import dev.safar.standalone.backtest.sort.ExternalSort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Some of the customers, one life after another. */
final class Shard implements Callable<Shard.Result> {

    private final BacktestRequest request;
    private final Sorts sorts;
    private final Instant end;
    private final AtomicLong lived;
    private final Progress progress;
    private final long events;
    private final List<Totals> totals = new ArrayList<>();
    private final ChangeTotals changes = new ChangeTotals();
    private final List<CustomerChanges> first = new ArrayList<>();
    private long customers;

    /** What is sorted for some of the customers: what happened to them, what was decided, what is different. */
    record Sorts(ExternalSort events, Optional<ExternalSort> decisions, Optional<ExternalSort> differences) {}

    /** How far all shards together are. */
    record Run(Instant end, AtomicLong lived, long events, Progress progress) {}

    /**
     * What became of them.
     *
     * @param totals by workspace
     * @param first some of the customers who would get something different, in order
     */
    record Result(long customers, List<Totals> totals, ChangeTotals changes, List<CustomerChanges> first) {}

    Shard(BacktestRequest request, Sorts sorts, Run run) {
        this.request = request;
        this.sorts = sorts;
        this.end = run.end();
        this.lived = run.lived();
        this.events = run.events();
        this.progress = run.progress();
        request.workspaces().forEach(workspace -> totals.add(new Totals()));
    }

    @Override
    public Result call() throws IOException {
        try (Entries entries = sorts.events().sorted()) {
            boolean more = entries.advance();
            while (more) {
                more = live(entries);
            }
        }
        return new Result(customers, totals, changes, first);
    }

    /** Lives the life of the customer that the entries stand at; whether there is another one. */
    private boolean live(Entries entries) throws IOException {
        byte[] first = entries.entry();
        String customer = Keys.customerOf(first);
        Set<String> reported = new HashSet<>();
        boolean more = true;
        while (more && Keys.sameCustomer(first, entries.entry()) && Keys.isReport(entries.entry())) {
            reported.add(new String(Keys.eventContent(entries.entry()), StandardCharsets.UTF_8));
            more = entries.advance();
        }
        List<Chronicle> chronicles = new ArrayList<>();
        List<Life> lives = begin(new Life.Person(customer, reported), chronicles);
        while (more && Keys.sameCustomer(first, entries.entry())) {
            CustomerEvent call = ContractJson.read(Keys.eventContent(entries.entry()), CustomerEvent.class);
            lives.forEach(life -> life.live(call));
            progress.lived(lived.incrementAndGet(), events);
            more = entries.advance();
        }
        lives.forEach(life -> life.end(end));
        customers++;
        if (chronicles.size() == 2) {
            compare(CustomerChanges.between(
                    customer, chronicles.get(0).messages(), chronicles.get(1).messages()));
        }
        return more;
    }

    private List<Life> begin(Life.Person person, List<Chronicle> chronicles) {
        List<Workspace> workspaces = request.workspaces();
        Chronicle.Comparing comparing = workspaces.size() == 2 ? Chronicle.Comparing.YES : Chronicle.Comparing.NO;
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < workspaces.size(); i++) {
            Optional<ExternalSort> decisions = i == 0 ? sorts.decisions() : Optional.empty();
            Chronicle chronicle = new Chronicle(totals.get(i), decisions, comparing);
            chronicles.add(chronicle);
            lives.add(new Life(person, workspaces.get(i), chronicle));
        }
        return lives;
    }

    private void compare(CustomerChanges customer) throws IOException {
        if (!customer.changes().isEmpty()) {
            changes.count(customer);
            if (first.size() < request.files().shown()) {
                first.add(customer);
            }
            if (sorts.differences().isPresent()) {
                sorts.differences().get().add(Keys.customer(customer.customer(), BacktestJson.line(customer)));
            }
        }
    }
}
