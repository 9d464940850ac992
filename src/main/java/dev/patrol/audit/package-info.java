/**
 * The flow: inventory to dossiers, dossiers to answers, answers to findings, findings to a report.
 */
@NullMarked
package dev.patrol.audit;

import org.jspecify.annotations.NullMarked;
