package org.certbench.authority;

import java.util.List;

import org.certbench.core.Holder;

/**
 * A holder for whom a certificate may be ordered.
 *
 * @param holder         who; an application id is chosen by the person, so there is none here
 * @param name           as the authority writes it
 * @param applicationIds those that have a certificate already; an empty string stands for a
 *                       certificate without an application id
 */
public record Applicant(Holder holder, String name, List<String> applicationIds) {

	public Applicant {
		applicationIds = List.copyOf(applicationIds);
	}
}
