/**
 * The problem-solving guide: rules that look at facts and find what is wrong, and the pages of the problem
 * catalogue. Begin at the service {@link Guide}. A {@link Rule} and its {@link Page} are contributed to the
 * extension points {@code org.certbench.guide.rules} and {@code org.certbench.guide.pages}; facts that neither
 * the inventory nor the journal has come from a {@link FactSource}.
 */
package org.certbench.guide;
