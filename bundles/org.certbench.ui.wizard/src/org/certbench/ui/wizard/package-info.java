/**
 * How a page is made for a kind of step that the wizard does not know: a {@link StepPage}, contributed to the
 * extension point {@code org.certbench.ui.wizard.pages}. UI thread.
 */
package org.certbench.ui.wizard;
