package dev.safar.standalone.cli;

import java.nio.file.Path;

/** A command that logs into a file. */
interface LogKeeper {

    Path logFile();
}
