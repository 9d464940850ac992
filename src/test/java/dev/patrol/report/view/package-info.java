@NullMarked
package dev.patrol.report.view;

import org.jspecify.annotations.NullMarked;
