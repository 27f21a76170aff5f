package dev.safar.standalone.mailbox;

import java.util.Optional;

/**
 * A message and where it is.
 *
 * @param number 1 for the first that ever arrived
 * @param file below the mailbox's folder, with a forward slash
 * @param html of an e-mail: the file with its HTML
 */
record StoredMessage(long number, String file, Optional<String> html, MailboxEntry entry) {}
