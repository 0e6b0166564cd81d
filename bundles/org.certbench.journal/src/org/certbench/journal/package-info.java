/**
 * What was done, on disk, so that after a crash or a restart the program knows what is under way and how to
 * go on. Begin at the service {@link Journal}. Nothing secret is in it.
 */
package org.certbench.journal;
