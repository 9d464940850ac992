@NullMarked
package dev.patrol.web;

import org.jspecify.annotations.NullMarked;
