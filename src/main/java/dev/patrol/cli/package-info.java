/** The command line: commands, wiring of the other packages, exit codes, logging. */
@NullMarked
package dev.patrol.cli;

import org.jspecify.annotations.NullMarked;
