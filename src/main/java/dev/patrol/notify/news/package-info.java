/**
 * What is told to whom of a published run: what is new to those who have to act, once, and a
 * summary to those who look after the audits.
 */
@NullMarked
package dev.patrol.notify.news;

import org.jspecify.annotations.NullMarked;
