package org.certbench.keystore;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.certbench.core.CertificateFacts;

/**
 * What a keystore shows without its password. None of it is protected against change: nobody has
 * checked the file's integrity.
 *
 * @param file       the file
 * @param format     of the content, whatever the name says
 * @param name       what the file's name says, or null where it is not of eHealth's form
 * @param keyEntries those whose attributes are in clear
 * @param certificates those in clear, for the few files that do not encrypt them
 * @param protection how it is protected, or null where that could not be read
 * @param readableByOthers whether the file's mode lets others read it
 * @param obstacle   why no password opens it here, in the user's language, or empty
 */
public record Inspection(Path file, Format format, KeystoreName name, List<KeyEntry> keyEntries,
		List<CertificateFacts> certificates, Protection protection, boolean readableByOthers, String obstacle) {

	public Inspection {
		keyEntries = List.copyOf(keyEntries);
		certificates = List.copyOf(certificates);
		// one that an earlier version wrote down says nothing of it
		obstacle = obstacle == null ? "" : obstacle;
	}

	/** The formats told apart by content. */
	public enum Format {
		PKCS12, JKS, JCEKS
	}

	/**
	 * A key entry's plain attributes.
	 *
	 * @param alias   its friendlyName, or an empty string
	 * @param created from localKeyID {@code Time <milliseconds>} as the JDK writes it, or null
	 */
	public record KeyEntry(String alias, Instant created) {
	}

	/**
	 * How the file is protected.
	 *
	 * @param mac               name of the MAC's algorithm, e.g. {@code HmacPBESHA256}; empty for no MAC
	 * @param macIterations     of the MAC's key derivation, 0 for no MAC
	 * @param totalIterations   of everything that must be derived to open the file
	 */
	public record Protection(String mac, long macIterations, long totalIterations) {
	}

	/** What the file's name says, where it is of eHealth's form. */
	public Optional<KeystoreName> ehealthName() {
		return Optional.ofNullable(name);
	}

	/** When the key was made, as far as a plain attribute or the name says. */
	public Optional<Instant> created() {
		return keyEntries.stream().map(KeyEntry::created).filter(moment -> moment != null).min(Instant::compareTo)
				.or(() -> ehealthName().map(n -> n.created().atZone(ZoneId.systemDefault()).toInstant()));
	}
}
