package org.certbench.doctor;

import java.nio.file.Path;
import java.time.InstantSource;

import org.certbench.authority.Authorities;
import org.certbench.core.Environment;
import org.certbench.core.OperatingSystem;
import org.certbench.eid.CardProviders;

/**
 * The computer that checks look at.
 *
 * @param system         what to do is said for it
 * @param environment    the one that is worked in
 * @param clock          of this computer
 * @param dataFolder     for the program's own data; it may not exist yet
 * @param keystoreFolder for new keystores of the environment; it may not exist yet
 * @param cards          the card providers
 * @param authorities    the authorities
 */
public record Machine(OperatingSystem system, Environment environment, InstantSource clock, Path dataFolder,
		Path keystoreFolder, CardProviders cards, Authorities authorities) {
}
