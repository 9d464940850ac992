/**
 * The documented operations of Coze and what its answers mean: matches a method and a path, and
 * holds a request against what the operation asks for.
 */
@NullMarked
package dev.patrol.catalog;

import org.jspecify.annotations.NullMarked;
