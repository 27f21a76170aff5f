package dev.safar.core.compile;

import dev.safar.core.definition.Construct;
import dev.safar.core.definition.Language;
import dev.safar.core.definition.ScenarioLanguage;
import dev.safar.core.definition.StepLanguage;
import dev.safar.core.definition.Type;
import dev.safar.core.definition.WorkspaceLanguage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The language's own tables as a page shows them. */
final class KeyTables {

    private static final String ITEM_OF_LIST = "a list of ";

    private final Set<Construct> constructs = new LinkedHashSet<>();

    private KeyTables() {}

    /** Every construct with every key, in Markdown. */
    static String markdown() {
        KeyTables tables = new KeyTables();
        tables.add(Language.JOURNEY);
        StepLanguage.ALL.forEach(tables::add);
        tables.add(Language.SEGMENT);
        tables.add(WorkspaceLanguage.WORKSPACE);
        tables.add(ScenarioLanguage.FILE);
        return tables.constructs.stream().map(KeyTables::table).collect(Collectors.joining("\n"));
    }

    private void add(Construct construct) {
        if (constructs.add(construct)) {
            construct.keys().forEach(key -> addThoseIn(key.type()));
        }
    }

    private void addThoseIn(Type type) {
        if (type instanceof Type.Keys keys) {
            add(keys.construct());
        } else if (type instanceof Type.Named named) {
            addThoseIn(named.each());
        } else if (type instanceof Type.ListOf list) {
            addThoseIn(list.each());
        } else if (type instanceof Type.Either either) {
            either.types().forEach(this::addThoseIn);
        }
    }

    private static String table(Construct construct) {
        String rows = construct.keys().stream().map(KeyTables::row).collect(Collectors.joining());
        return "#### %s\n\n%s\n\n| key | | what is written |\n|---|---|---|\n%s"
                .formatted(title(construct), construct.meaning(), rows);
    }

    private static String title(Construct construct) {
        String name = construct.name().replace('\'', '`');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String row(Construct.Key key) {
        String needed = key.required() ? "**needed:** " : "";
        return "| `" + key.name() + "` | " + needed + key.meaning() + " | " + written(key.type()) + " |\n";
    }

    private static String written(Type type) {
        if (type instanceof Type.Plain plain) {
            return plain(plain);
        }
        if (type instanceof Type.Choice choice) {
            return choice.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        if (type instanceof Type.Keys) {
            return "keys";
        }
        if (type instanceof Type.Named named) {
            return "names, each with: " + written(named.each());
        }
        if (type instanceof Type.ListOf list) {
            return ITEM_OF_LIST + written(list.each());
        }
        if (type instanceof Type.Either either) {
            List<String> all = either.types().stream().map(KeyTables::written).toList();
            return String.join("; or ", all);
        }
        return "a list of steps";
    }

    private static String plain(Type.Plain plain) {
        return switch (plain) {
            case TEXT -> "a text";
            case NAME -> "a name";
            case WHOLE -> "a whole number";
            case NUMBER -> "a number";
            case YES_NO -> "`true` or `false`";
            case DURATION -> "a length of time";
            case CLOCK -> "a time such as `\"09:00\"`";
            case DATE -> "`2026-12-01` or `2026-12-01T09:00`";
            case EVENT -> "the name of an event";
            case CONDITION -> "a condition";
            case VALUE -> "CEL";
            case ANY -> "anything";
        };
    }
}
