/**
 * What this computer has and lacks (M34). Begin at the service {@link Doctor}; a look of one's own is a
 * {@link MachineCheck}, contributed to the extension point {@code org.certbench.doctor.checks}. What is
 * lacking is an observation with its remedy, not an exception.
 */
package org.certbench.doctor;
