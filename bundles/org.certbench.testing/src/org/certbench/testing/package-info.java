/**
 * What tests share: invented keys, certificates, keystores and lives, broken variants of files and messages,
 * other programs as a second opinion. Nothing of it is in the product.
 */
package org.certbench.testing;
