/** The summaries that span dossiers, for the last round of rules, collected on the way. */
@NullMarked
package dev.patrol.estate;

import org.jspecify.annotations.NullMarked;
