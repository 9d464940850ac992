/**
 * Cases of rules: small worlds beside the rule files, and what the rules make of them.
 *
 * <p>The cases of {@code X.drl} stand in {@code X.cases.yaml} beside it, by the id of the rule,
 * then by kind:
 *
 * <pre>{@code
 * token-expired:
 *   firing:                                  # the rule fires
 *     - case: the declared end is over       # a name, once in each list
 *       token: {expires_at: 2026-11-21}      # the world: only what is not healthy
 *       offline: true
 *       finds:                               # what the rule must say
 *         - on: t1
 *           evidence: it ended on 2026-11-21, yesterday
 *       causes: {e1: key.validity}           # what the endpoints are diagnosed with
 *   near-miss:                               # all but one of its conditions hold
 *     - case: the declared end is over, but the service accepts the key
 *       token: {expires_at: 2026-11-21}
 *       causes: {}
 *   clean:                                   # nothing is amiss
 *     - case: a token with weeks to live
 * }</pre>
 *
 * <h2>The world</h2>
 *
 * Everything that a case does not say is healthy: now is 2026-11-22 at 10:00 in Asia/Shanghai;
 * there is one token, {@code t1}, with one endpoint, {@code e1}, whose call was accepted.
 *
 * <ul>
 *   <li>{@code token} or the list {@code tokens}: rows of {@code tokens.csv}, by the names of its
 *       columns. By default {@code token} t1, t2 ...; {@code kind} pat; {@code secret} a reference;
 *       {@code owner} Li Wei; {@code owner_email} made of the owner's name, such as
 *       li.wei@example.com; {@code account} enterprise-1; {@code environment} staging; {@code
 *       created_at} 12 days ago; {@code expires_at} in 17 days; {@code status} active; {@code
 *       app_status} enabled, when the kind is oauth; {@code permissions} and {@code workspaces}
 *       exactly what its endpoints need.
 *   <li>{@code endpoint} or the list {@code endpoints}: rows of {@code endpoints.csv}. By default
 *       {@code endpoint} e1, e2 ...; {@code token} the first one; {@code method} GET; {@code url}
 *       {@code https://api.coze.cn/v1/bots/7502200000000000017}, on the token's own site; {@code
 *       application} shop; {@code workspace} 7501100000000000011, unless the request itself names
 *       one. When no endpoints are given, each token has one. {@code endpoints: []} is none.
 *   <li>{@code workspaces}: rows of {@code workspaces.csv}. By default two: 7501100000000000011,
 *       owned by Li Wei, and 7501100000000000029, owned by Wang Fang; both of {@code account}
 *       enterprise-1 and of {@code edition} team. A list takes the place of both; its rows have
 *       these same defaults, in this order. {@code workspaces: []} is none.
 *   <li>{@code waivers}: rows of {@code waivers.csv}, which ask for {@code rule}. By default {@code
 *       token} t1, {@code reason} agreed, {@code who} Chen Jie, {@code until} in 60 days. Beside
 *       the columns: {@code covers}, how many findings it covers (by default those of the case's
 *       own world), and {@code conclusive: false} when not everything that it is about was judged.
 *   <li>{@code answer}, for the only endpoint, or {@code answers}, by endpoint: what came back.
 *       {@code status} (by default 200), {@code code}, {@code msg}, {@code logid}; or {@code
 *       failure} dns, connect, tls, timeout, reset, unreadable or host-down; or {@code skipped}
 *       with the audit's reason, such as offline, no-secret, side-effect. {@code millis} is the
 *       time taken. {@code shared: true} is the answer to another endpoint's equal request. By
 *       default a call that an audit would send is accepted ({@code {code: 0}}), and any other one
 *       is skipped for the audit's reason.
 *   <li>{@code identity}: the same for the identity probe of the first token; {@code identities} by
 *       token. {@code operation} says which operation was called: store-category-list, or
 *       workspace-list where the token declares the point listWorkspace.
 *   <li>{@code offline: true}: nothing was sent.
 *   <li>{@code past}: a list of what earlier nights showed, of an {@code endpoint}, a {@code token}
 *       or, when neither is named, the first token: {@code failing-nights} in a row up to last
 *       night, by default 0; {@code nights} known, by default 30; {@code changes} between well and
 *       failing, by default 0; {@code last-good}, a day, by default the one before the row of
 *       failures; empty when it never was well. Tonight is not among them.
 *   <li>{@code policy} and {@code hosts}: as in {@code patrol.yaml}. What patrol.yaml itself says
 *       does not hold here: cases do not depend on it.
 *   <li>{@code now}, such as 2026-11-22T10:00:00+08:00, and {@code zone}.
 *   <li>{@code same-secret: [t1, t2]}: tokens that hold one secret. {@code secret-prefix}: how the
 *       value of the first token begins, by default not known. {@code foreign-header: [e1]}:
 *       endpoints whose header holds another token's value.
 *   <li>{@code issues}: the columns whose cells the inventory finds fault with. Such a fault is an
 *       error of the case unless it is named here.
 * </ul>
 *
 * An empty value or {@code null} is an empty cell: not known. A list in a cell is written as a YAML
 * list. A name that is no column becomes an attribute, as an unknown column does; one that only
 * resembles a column's name is an error. Rows and answers go the same way as those of an audit.
 *
 * <h2>What is expected</h2>
 *
 * <ul>
 *   <li>{@code finds}: the findings of the rule of the group, all of them; at least one in a firing
 *       case, none in others. {@code on} is the id of the endpoint, else of the token, else of the
 *       workspace; a holder such as {@code owner Li Wei, pat, enterprise}; a waiver as w1, w2 ...
 *       Optional: {@code evidence}, a part of its text; {@code severity}; {@code due}, a day. An
 *       item may be an id alone. Without {@code finds} a firing case asks for any finding of the
 *       rule.
 *   <li>{@code causes}: the cause of each endpoint; those that are not named have none.
 *   <li>{@code alternatives}: the alternatives of each endpoint, a list in the guide's order; those
 *       that are not named have none.
 *   <li>{@code steps}: by endpoint, pass, fail or unknown for steps such as key.validity; {@code
 *       verdicts}: by endpoint, the same for the endpoint as a whole. Only what is named is looked
 *       at.
 *   <li>{@code all}: the ids of all rules that report in this world.
 * </ul>
 *
 * A rule that only draws conclusions reports nothing: it fires in a firing case and in no other,
 * and what follows from it shows in {@code causes}, {@code alternatives} and {@code steps}.
 */
@NullMarked
package dev.patrol.cases;

import org.jspecify.annotations.NullMarked;
