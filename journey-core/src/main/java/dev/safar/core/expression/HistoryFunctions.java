package dev.safar.core.expression;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Map;

/** The functions of {@code customer} as CEL has to be told of them. */
final class HistoryFunctions {

    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            declare(History.LAST, overload("last", SimpleType.TIMESTAMP, 1)),
            declare(History.FIRST, overload("first", SimpleType.TIMESTAMP, 1)),
            declare(History.COUNT, overload("count", SimpleType.INT, 1), overload("count_within", SimpleType.INT, 2)),
            declare(History.SUM, overload("sum", SimpleType.DYN, 2), overload("sum_within", SimpleType.DYN, 3)),
            declare(History.SESSIONS, overload("sessions_within", SimpleType.INT, 1)),
            declare(
                    History.SEEN,
                    CelOverloadDecl.newMemberOverload(
                            id("seen"), SimpleType.BOOL, CelEnvironment.FIELDS, SimpleType.DYN)),
            declare(History.IN, overload("in", SimpleType.BOOL, 1)));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from(id("last"), Map.class, String.class, (on, event) -> of(on).last(event)),
            CelFunctionBinding.from(id("first"), Map.class, String.class, (on, event) -> of(on).first(event)),
            CelFunctionBinding.from(id("count"), Map.class, String.class, (on, event) -> of(on).count(event)),
            bind("count_within", 2, (customer, texts) -> customer.count(texts[1], texts[2])),
            bind("sum", 2, (customer, texts) -> customer.sum(texts[1], texts[2])),
            bind("sum_within", 3, (customer, texts) -> customer.sum(texts[1], texts[2], texts[3])),
            CelFunctionBinding.from(
                    id("sessions_within"), Map.class, String.class, (on, window) -> of(on).sessions(window)),
            CelFunctionBinding.from(id("seen"), Map.class, Object.class, (on, product) -> of(on).seen(product)),
            CelFunctionBinding.from(id("in"), Map.class, String.class, (on, segment) -> of(on).in(segment)));

    private HistoryFunctions() {}

    private static CelFunctionDecl declare(String name, CelOverloadDecl... overloads) {
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    /** @param texts how many texts it takes */
    private static CelOverloadDecl overload(String name, CelType result, int texts) {
        ImmutableList.Builder<CelType> arguments = ImmutableList.builder();
        arguments.add(CelEnvironment.FIELDS);
        for (int i = 0; i < texts; i++) {
            arguments.add(SimpleType.STRING);
        }
        return CelOverloadDecl.newMemberOverload(id(name), result, arguments.build());
    }

    private static CelFunctionBinding bind(String name, int texts, TextFunction function) {
        ImmutableList.Builder<Class<?>> arguments = ImmutableList.builder();
        arguments.add(Map.class);
        for (int i = 0; i < texts; i++) {
            arguments.add(String.class);
        }
        return CelFunctionBinding.from(id(name), arguments.build(), values -> {
            String[] given = new String[values.length];
            for (int i = 1; i < values.length; i++) {
                given[i] = (String) values[i];
            }
            return function.of((CustomerView) values[0], given);
        });
    }

    private static CustomerView of(Map<?, ?> customer) {
        return (CustomerView) customer;
    }

    private static String id(String name) {
        return "customer_" + name;
    }

    @Immutable
    private interface TextFunction {
        /** @param texts from index 1 on */
        Object of(CustomerView customer, String[] texts);
    }
}
