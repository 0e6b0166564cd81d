/**
 * Belgian eIDs in the readers of this computer, by its own card service and without other software.
 */
package org.certbench.eid.pcsc;
