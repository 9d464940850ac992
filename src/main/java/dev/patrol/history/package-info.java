/**
 * Earlier runs in a database: what was found and how tokens and endpoints fared, and how tonight's
 * findings stand against it.
 */
@NullMarked
package dev.patrol.history;

import org.jspecify.annotations.NullMarked;
