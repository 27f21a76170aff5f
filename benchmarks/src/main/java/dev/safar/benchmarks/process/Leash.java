package dev.safar.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Ends a virtual machine as soon as its input ends, which it does when whoever started it is gone, however that came about. It is an
 * agent, so that programs need not know of it.
 */
public final class Leash {

    private static final int ABANDONED = 1;

    private Leash() {}

    /** Called by the virtual machine that is to end, before its program. */
    public static void premain(String options, Instrumentation machine) {
        Thread thread = new Thread(Leash::awaitEndOfInput, "leash");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What a virtual machine has to be told to be on a leash; its input must be a pipe from here.
     *
     * @param folder for the agent
     */
    static String option(Path folder) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Leash.class.getName());
        try {
            Path agent = Files.createTempFile(folder, "leash", ".jar");
            try (InputStream code = Leash.class.getResourceAsStream("Leash.class");
                    var jar = new JarOutputStream(Files.newOutputStream(agent), manifest)) {
                jar.putNextEntry(new JarEntry(Leash.class.getName().replace('.', '/') + ".class"));
                code.transferTo(jar);
            }
            return "-javaagent:" + agent.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("can't write into " + folder, e);
        }
    }

    /** At once, since an orderly end may wait for brokers that are gone too. */
    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // an input that can't be read has ended
        }
        Runtime.getRuntime().halt(ABANDONED);
    }
}
