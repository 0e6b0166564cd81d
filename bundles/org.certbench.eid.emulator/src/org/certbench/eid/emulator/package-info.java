/**
 * Emulated Belgian eIDs, in process and in the readers of a real card service, and the people whose cards
 * they are. For tests, and for people who try the workbench; nothing of it is in the product.
 */
package org.certbench.eid.emulator;
