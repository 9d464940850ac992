/**
 * The inventory's CSV files as dossiers and waivers, and what is wrong with their rows.
 *
 * <p>Only what makes a file as a whole unreadable stops the audit. A bad row is reported and left
 * out, a bad cell is reported and counts as not known, and everything else goes on. The endpoints
 * stay on disk: the first reading checks every row and notes where the good ones stand, the second
 * builds the dossiers one after the other.
 */
@NullMarked
package dev.patrol.inventory;

import org.jspecify.annotations.NullMarked;
