/** What the templates of the page see: finished texts, already masked, cut and translated. */
@NullMarked
package dev.patrol.report.view;

import org.jspecify.annotations.NullMarked;
