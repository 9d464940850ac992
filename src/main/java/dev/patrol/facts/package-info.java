/** What a run knew, recorded without secrets, so that rules can be run on it again. */
@NullMarked
package dev.patrol.facts;

import org.jspecify.annotations.NullMarked;
