package org.certbench.core;

import java.net.URI;
import java.util.Optional;

/**
 * What a rule found: the same object feeds the explorer's markers, the guide, the command line
 * and its exit code (B04).
 *
 * @param severity how much it matters
 * @param problem  id of a page of the problem catalogue, e.g. {@code renewal-due}
 * @param subject  what it is about: a keystore's file URI, or a {@code reader:…} or
 *                 {@code request:…} URI
 * @param holder   whom it concerns, or null for nobody in particular
 * @param seen     what was detected, one sentence in the user's language
 * @param needsAction whether {@code certbench check} reports it by its exit code
 */
public record Finding(Severity severity, String problem, URI subject, Holder holder, String seen,
		boolean needsAction) {

	/** The holder, where it concerns one. */
	public Optional<Holder> concerned() {
		return Optional.ofNullable(holder);
	}
}
