/** The facts that rules see and the findings they make: records and enums, open to rule files. */
@NullMarked
package dev.patrol.model;

import org.jspecify.annotations.NullMarked;
