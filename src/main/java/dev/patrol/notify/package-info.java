/** Delivers finished messages: by mail over SMTP, and to chats over webhooks. */
@NullMarked
package dev.patrol.notify;

import org.jspecify.annotations.NullMarked;
