package dev.patrol.rules.explain;

import dev.patrol.model.RuleInfo;

/**
 * A rule of which all conditions but one held.
 *
 * @param rule the rule
 * @param condition the one that did not hold, in the rule's own words
 * @param met what it met instead
 * @param line the line of the condition in the rule's file
 */
public record NearMiss(RuleInfo rule, String condition, String met, int line) {}
