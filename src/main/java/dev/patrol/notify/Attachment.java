package dev.patrol.notify;

import java.nio.file.Path;

/**
 * A file that goes along with a message.
 *
 * @param fileName what the receiver sees
 * @param mediaType such as {@code text/html}
 * @param file where it is; read anew at each try
 */
public record Attachment(String fileName, String mediaType, Path file) {}
