/**
 * Drives the window as a person would, by the stable ids of its controls (W08): a {@link UiDriver}, page
 * objects over it, and scenarios over those, which any driver can run. Nothing of it is in the product.
 */
package org.certbench.ui.driver;
