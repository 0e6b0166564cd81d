package org.certbench.authority;

import java.util.Map;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Identifier;

/**
 * What the authority wants signed, exactly as it said it. It must be shown to the person before
 * anything is signed.
 *
 * @param subject     the subject that the certificate will have
 * @param subjectText the same, letter for letter as the authority wrote it
 * @param signer      who is to sign
 * @param texts       HTML documents by language ({@code fr}, {@code nl})
 * @param source      the authority's own form of it, to be sent back unchanged
 */
public record Contract(DistinguishedName subject, String subjectText, Identifier signer, Map<String, String> texts,
		byte[] source) {

	public Contract {
		texts = Map.copyOf(texts);
	}

	/** The text in that language, else in French, else in any. */
	public String text(String language) {
		var other = texts.getOrDefault("fr", texts.values().stream().findFirst().orElse(""));
		return texts.getOrDefault(language, other);
	}
}
