package org.certbench.cli.internal.document;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.certbench.core.CertificateFacts;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.KeystoreName;

/**
 * What a keystore shows without its password; nobody has checked any of it.
 *
 * @param file             the keystore
 * @param format           {@code PKCS12}, {@code JKS} or {@code JCEKS}, or null where it could not be read
 * @param name             what the file's name says, or null where it is not of eHealth's form
 * @param created          when the key was made, as far as is known, or null
 * @param keyEntries       those whose attributes are in clear
 * @param certificates     those in clear
 * @param protection       how it is protected, or null where that is not known
 * @param readableByOthers whether the file's mode lets others read it
 * @param obstacle         why no password opens it here, or null
 * @param error            why it could not be read, or null
 */
public record KeystoreDocument(Path file, String format, Name name, Instant created, List<KeyEntry> keyEntries,
		List<Certificate> certificates, Protection protection, boolean readableByOthers, String obstacle, ErrorDocument error) {

	/** What a file's name says; {@code created} is in the maker's local time. */
	public record Name(String holder, LocalDateTime created, boolean acceptance) {

		private static Name of(KeystoreName name) {
			return new Name(name.holder().toString(), name.created(), name.acceptance());
		}
	}

	/** A key entry's plain attributes. */
	public record KeyEntry(String alias, Instant created) {
	}

	/** A certificate in clear; the serial number is decimal. */
	public record Certificate(String subject, String issuer, BigInteger serial, Instant notBefore, Instant notAfter,
			String key) {

		private static Certificate of(CertificateFacts facts) {
			return new Certificate(facts.subject().toString(), facts.issuer().toString(), facts.serial(), facts.notBefore(),
					facts.notAfter(), facts.keyIdentifier().hex());
		}
	}

	/** How the file is protected; the counts are of key derivation. */
	public record Protection(String mac, long macIterations, long totalIterations) {
	}

	public static KeystoreDocument of(Inspection seen) {
		var protection = seen.protection();
		return new KeystoreDocument(seen.file(), seen.format().name(), seen.ehealthName().map(Name::of).orElse(null),
				seen.created().orElse(null),
				seen.keyEntries().stream().map(each -> new KeyEntry(each.alias(), each.created())).toList(),
				seen.certificates().stream().map(Certificate::of).toList(),
				protection == null ? null
						: new Protection(protection.mac(), protection.macIterations(), protection.totalIterations()),
				seen.readableByOthers(), seen.obstacle().isEmpty() ? null : seen.obstacle(), null);
	}

	/** A file that could not be read. */
	public static KeystoreDocument unreadable(Path file, ErrorDocument error) {
		return new KeystoreDocument(file, null, null, null, List.of(), List.of(), null, false, null, error);
	}
}
