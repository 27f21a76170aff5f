package dev.safar.core.expression;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;

/** CEL as journeys speak it: the variables, the history functions, and limits so that no expression runs away. */
final class CelEnvironment {

    static final String NOW = "now";

    static final CelType FIELDS = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(4_000)
            .maxParseRecursionDepth(60)
            .maxParseErrorRecoveryLimit(5)
            .comprehensionMaxIterations(10_000)
            .build();

    static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(TimeMacros.ALL)
            .addVar(Root.EVENT.text(), FIELDS)
            .addVar(Root.CUSTOMER.text(), FIELDS)
            .addVar(Root.RUN.text(), FIELDS)
            .addVar(NOW, SimpleType.TIMESTAMP)
            .addFunctionDeclarations(HistoryFunctions.DECLARATIONS)
            .addFunctionDeclarations(mixed("_+_", "add"), mixed("_-_", "subtract"))
            .addFunctionDeclarations(mixed("_*_", "multiply"), mixed("_/_", "divide"))
            .build();

    static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(HistoryFunctions.BINDINGS)
            .addFunctionBindings(bindMixed("add", Double::sum))
            .addFunctionBindings(bindMixed("subtract", (one, other) -> one - other))
            .addFunctionBindings(bindMixed("multiply", (one, other) -> one * other))
            .addFunctionBindings(bindMixed("divide", (one, other) -> one / other))
            .build();

    private CelEnvironment() {}

    /** Whole and decimal numbers in one calculation, which plain CEL refuses: a price is 20 in one event and 19.9 in the next. */
    private static CelFunctionDecl mixed(String operator, String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                operator,
                CelOverloadDecl.newGlobalOverload(
                        name + "_int64_double", SimpleType.DYN, SimpleType.INT, SimpleType.DOUBLE),
                CelOverloadDecl.newGlobalOverload(
                        name + "_double_int64", SimpleType.DYN, SimpleType.DOUBLE, SimpleType.INT));
    }

    private static List<CelFunctionBinding> bindMixed(String name, Arithmetic arithmetic) {
        return List.of(
                CelFunctionBinding.from(
                        name + "_int64_double", Long.class, Double.class, (one, other) -> arithmetic.of(one, other)),
                CelFunctionBinding.from(
                        name + "_double_int64", Double.class, Long.class, (one, other) -> arithmetic.of(one, other)));
    }

    @Immutable
    private interface Arithmetic {
        double of(double one, double other);
    }
}
