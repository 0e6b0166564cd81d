/**
 * Virtual cards of invented persons, which work in the simulator and nowhere else (W09).
 */
package org.certbench.eid.virtual;
