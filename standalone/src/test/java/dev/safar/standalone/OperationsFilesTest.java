package dev.safar.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what operators use to what the code knows: compose file, Prometheus, dashboard and the page about operations. */
class OperationsFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> SERVICES = List.of("event-ingest", "journey-engine", "channel-dispatch");
    private static final Pattern METRIC = Pattern.compile("safar_[a-z_]+");
    private static final Pattern METER =
            Pattern.compile("(?:builder|counter|timer|increment|seconds)\\(\\s*\"(safar[._][a-z._]+)\"");
    private static final Pattern PAGE_SETTING = Pattern.compile("`(safar\\.[a-z.-]+)`");

    private static Map<String, Object> compose;
    private static String sources;
    private static String page;
    private static Set<String> meters;

    @BeforeAll
    static void readFiles() throws IOException {
        compose = yaml(Files.readString(ROOT.resolve("docker-compose.yml")));
        sources = sources();
        page = Files.readString(ROOT.resolve("docs/operations.md"));
        meters = all(METER, 1, sources);
    }

    @Test
    void threeBrokersKeepEveryRecordWhenOneIsLost() {
        Map<String, Map<String, Object>> brokers = new TreeMap<>();
        services().forEach((name, service) -> {
            if (name.startsWith("kafka-")) {
                brokers.put(name, map(service.get("environment")));
            }
        });

        assertThat(brokers.keySet()).containsExactly("kafka-1", "kafka-2", "kafka-3");
        assertThat(brokers.values())
                .extracting(each -> each.get("KAFKA_NODE_ID"))
                .containsExactly(1, 2, 3);
        assertThat(brokers.values()).allSatisfy(each -> assertThat(each)
                .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", 3)
                .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", 2)
                .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", 3)
                .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", 3)
                .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", 2));
        assertThat(map(services().get("journey-engine").get("environment"))).containsEntry("SAFAR_REPLICATION", 3);
    }

    @Test
    void brokersAreOfTheVersionThatTheCodeIsBuiltWith() throws IOException {
        String version =
                firstGroup("<kafka.version>([^<]+)</kafka.version>", Files.readString(ROOT.resolve("pom.xml")));

        assertThat(services().get("kafka-1")).containsEntry("image", "apache/kafka:" + version);
    }

    @Test
    void everyPortIsPublishedOnLoopbackOnly() {
        List<String> ports = services().values().stream()
                .flatMap(service -> list(service.get("ports")).stream())
                .map(String::valueOf)
                .toList();

        assertThat(ports).isNotEmpty().allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void whatComposeRefersToExists() throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("docker/Dockerfile"));

        services().forEach((name, service) -> {
            assertThat(services().keySet())
                    .as(name)
                    .containsAll(map(service.get("depends_on")).keySet());
            list(service.get("volumes")).forEach(volume -> assertSourceExists(String.valueOf(volume)));
            if (service.containsKey("build")) {
                assertThat(dockerfile)
                        .contains("AS " + map(service.get("build")).get("target"));
            }
        });
        assertThat(services().keySet()).containsAll(SERVICES);
    }

    @Test
    void everySettingOfComposeIsOneThatTheCodeReads() throws IOException {
        Set<String> known = settings().stream()
                .map(setting -> setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());

        Set<String> set = services().values().stream()
                .flatMap(service -> map(service.get("environment")).keySet().stream())
                .filter(name -> name.startsWith("SAFAR_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(set).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void composeHandsEverySettingOfAProviderOnAndLeavesItAbsentWhereThereIsNone() throws IOException {
        // given
        Map<String, Object> handedOn = map(services().get("channel-dispatch").get("environment"));
        Set<String> settings = settings().stream()
                .filter(setting -> setting.matches("safar\\.dispatch\\.(sms|push)\\.(?!rate|timeout).*"))
                .collect(Collectors.toCollection(TreeSet::new));

        // when
        Map<String, String> values = new TreeMap<>();
        settings.forEach(setting -> {
            String name = setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            String value = String.valueOf(handedOn.get(name));
            values.put(name, value.replaceAll("^\\$\\{SAFAR_(SMS|PUSH)_[A-Z_]+:-(.*)}$", "$2"));
        });
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(values, 300))
                .build();

        // then
        Set<String> present = settings.stream()
                .filter(setting ->
                        config.getOptionalValue(setting, String.class).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(present).containsExactly("safar.dispatch.push.provider", "safar.dispatch.sms.provider");
        assertThat(handedOn).containsKeys(values.keySet().toArray(new String[0]));
    }

    @Test
    void prometheusAsksEachServiceAtItsPort() throws IOException {
        Map<String, Object> prometheus = yaml(Files.readString(ROOT.resolve("docker/prometheus.yml")));

        Map<String, Object> asked = new TreeMap<>();
        for (Object job : list(prometheus.get("scrape_configs"))) {
            for (Object target : list(map(job).get("dns_sd_configs"))) {
                list(map(target).get("names"))
                        .forEach(name -> asked.put(name.toString(), map(target).get("port")));
            }
        }

        Map<String, Object> served = new TreeMap<>();
        for (String service : SERVICES) {
            String properties =
                    Files.readString(ROOT.resolve(service).resolve("src/main/resources/application.properties"));
            served.put(service, Integer.valueOf(firstGroup("(?m)^quarkus\\.http\\.port=(\\d+)", properties)));
        }
        assertThat(asked).isEqualTo(served);
    }

    @Test
    void theDashboardShowsOnlyMetricsThatTheCodeHas() throws IOException {
        Set<String> shown = new TreeSet<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(ROOT.resolve("docker/grafana/dashboards/safar.json").toFile());
        dashboard.findValues("expr").forEach(expression -> shown.addAll(all(METRIC, 0, expression.asText())));

        assertThat(shown).hasSizeGreaterThan(15).allSatisfy(metric -> assertThat(isRegistered(metric))
                .as(metric)
                .isTrue());
    }

    @Test
    void thePageListsEveryMetricAndNoOther() {
        Set<String> written = all(METRIC, 0, page);

        assertThat(written)
                .allSatisfy(
                        metric -> assertThat(isRegistered(metric)).as(metric).isTrue());
        assertThat(meters)
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(written).as(meter).anyMatch(metric -> isNameOf(metric, meter)));
    }

    @Test
    void thePagesListEverySettingAndNoOther() throws IOException {
        String pages = page
                + Files.readString(ROOT.resolve("docs/events-api.md"))
                + Files.readString(ROOT.resolve("docs/providers.md"));

        assertThat(all(PAGE_SETTING, 1, pages)).isEqualTo(settings());
    }

    private static boolean isRegistered(String metric) {
        return meters.stream().anyMatch(meter -> isNameOf(metric, meter));
    }

    /** Micrometer writes dots as underscores and adds a unit and a kind. */
    private static boolean isNameOf(String metric, String meter) {
        String name = meter.replace('.', '_');
        return metric.matches(Pattern.quote(name) + "(_seconds)?(_bucket|_sum|_count|_max|_total)?");
    }

    /** What the modules' configuration interfaces and single properties declare. */
    private static Set<String> settings() throws IOException {
        Set<String> names = all(Pattern.compile("@ConfigProperty\\(\\s*name = \"(safar[^\"]+)\""), 1, sources);
        for (Path source : javaSources()) {
            String text = Files.readString(source);
            if (text.contains("@ConfigMapping(")) {
                names.addAll(ConfigMappings.getProperties(mapping(source, text)).keySet());
            }
        }
        return names.stream()
                .map(OperationsFilesTest::withoutKeyOrIndex)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutKeyOrIndex(String name) {
        return name.replaceAll("(\\.\\*|\\[\\*])$", "");
    }

    private static ConfigMappings.ConfigClass mapping(Path source, String text) {
        String type = firstGroup("(?m)^package (\\S+);", text)
                + "."
                + source.getFileName().toString().replace(".java", "");
        try {
            return ConfigMappings.ConfigClass.configClass(Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSourceExists(String volume) {
        String source = volume.substring(0, volume.indexOf(':'));
        if (source.startsWith(".")) {
            assertThat(ROOT.resolve(source)).exists();
        } else {
            assertThat(map(compose.get("volumes"))).containsKey(source);
        }
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    private static Map<String, Object> yaml(String text) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    private static Map<String, Object> map(Object node) {
        Map<String, Object> map = new TreeMap<>();
        if (node instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> map.put(String.valueOf(name), value));
        }
        return map;
    }

    private static List<?> list(Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path source : javaSources()) {
            all.append(Files.readString(source));
        }
        return all.toString();
    }

    private static List<Path> javaSources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module :
                Stream.concat(SERVICES.stream(), Stream.of("standalone")).toList()) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> all(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstGroup(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }
}
