package dev.safar.standalone.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The folder in which an instance keeps all it has; locked, so that no second instance uses it. */
final class DataDirectory implements AutoCloseable {

    private static final int SECRET_BYTES = 24;

    private final Path directory;
    private final FileChannel lockFile;
    private final Properties secrets;

    private DataDirectory(Path directory, FileChannel lockFile) throws IOException {
        this.directory = directory;
        this.lockFile = lockFile;
        this.secrets = readSecrets();
    }

    /**
     * Makes the folder if need be, and locks it.
     *
     * @throws StartFailure if that is impossible, or another instance has it
     */
    static DataDirectory open(Path directory) {
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
            return new DataDirectory(directory, channel);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new StartFailure(
                    "another Safar is running on " + directory + "; stop it, or give this one a folder with --data", e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StartFailure(
                    "can't write into " + directory + " (" + reason(e) + "); choose another with --data", e);
        }
    }

    Path kafka() {
        return directory.resolve("kafka");
    }

    Path streams() {
        return directory.resolve("streams");
    }

    Path mailbox() {
        return directory.resolve("mailbox");
    }

    Path log() {
        return directory.resolve(StandaloneOptions.LOG_FILE);
    }

    /** A random text that stays the same as long as the folder exists. */
    String secret(String name) {
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        secrets.setProperty(name, HexFormat.of().formatHex(random));
        writeSecrets();
        return secrets.getProperty(name);
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
    }

    private Path secretsFile() {
        return directory.resolve("secrets.properties");
    }

    private Properties readSecrets() throws IOException {
        Properties read = new Properties();
        if (Files.exists(secretsFile())) {
            try (InputStream in = Files.newInputStream(secretsFile())) {
                read.load(in);
            }
        }
        return read;
    }

    private void writeSecrets() {
        try (OutputStream out = Files.newOutputStream(secretsFile())) {
            secrets.store(out, "made for this folder; whoever knows the write key can post events");
        } catch (IOException e) {
            throw new StartFailure("can't write " + secretsFile() + " (" + reason(e) + ")", e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("can't release the lock", e);
        }
    }
}
