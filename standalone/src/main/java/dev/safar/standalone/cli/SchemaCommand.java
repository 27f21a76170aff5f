package dev.safar.standalone.cli;

import dev.safar.core.definition.schema.Schema;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code safar schema}: what editors complete and explain by. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of a kind of file, by which editors complete and explain.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            converter = Kind.class,
            defaultValue = "journey",
            description = "journey, workspace, segment or scenario (default: ${DEFAULT-VALUE}).")
    private Schema schema = Schema.JOURNEY;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(schema.json());
        out.flush();
        return ExitCode.OK;
    }

    /** Reads the name of a kind of file. */
    static final class Kind implements ITypeConverter<Schema> {

        @Override
        public Schema convert(String text) {
            return Arrays.stream(Schema.values())
                    .filter(schema -> schema.wireName().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                            + Arrays.stream(Schema.values())
                                    .map(Schema::wireName)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
