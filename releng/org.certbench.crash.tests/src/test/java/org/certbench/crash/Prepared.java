package org.certbench.crash;

import java.util.List;

/**
 * A flow that was run once to its end, and can be killed as often as one likes.
 *
 * @param flow     that it is
 * @param before   the home in which it begins
 * @param instants at which it can be killed: their names, the first is number 1
 * @param unforced what it moved into place or relied on before it was forced to disk; empty where all is well
 * @param after    the home that it leaves
 */
record Prepared(Flow flow, Home before, List<String> instants, List<String> unforced, Home after) {
}
