package dev.safar.benchmarks.contender;

import dev.safar.benchmarks.process.Child;
import dev.safar.benchmarks.process.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Contenders in processes of their own, with the heap and the collector that {@code up} has. */
public final class ContenderProcess {

    private static final List<String> JVM =
            List.of("-Xms128m", "-Xmx1g", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");

    private ContenderProcess() {}

    /** Where it keeps its state. */
    public static Path stateOf(Contenders contender, Stage stage) {
        return stage.folder().resolve(contender.group());
    }

    /** Starts one. */
    public static Child start(Contenders contender, Stage stage, List<String> moreForTheJvm) {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(moreForTheJvm);
        var arguments = List.of(
                contender.name(),
                stage.bootstrapServers(),
                stateOf(contender, stage).toString());
        return Child.start(new Child.Spec(contender.group(), ContenderMain.class, jvm, arguments), stage.folder());
    }
}
