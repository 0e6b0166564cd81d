/**
 * Where a keystore is handed over to: a folder, an encrypted file, a vendor's software. Begin at the service
 * {@link DeploymentTargets}; a target of one's own is a {@link DeploymentTarget}, contributed to the extension
 * point {@code org.certbench.deployment.targets}. The keystore itself is never changed.
 */
package org.certbench.deployment;
