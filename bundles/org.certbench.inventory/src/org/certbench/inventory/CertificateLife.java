package org.certbench.inventory;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.RenewalWindow;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.KeystoreName;

/**
 * A keystore and where its certificate stands in its life: what all views, rules and commands
 * show. Two are the same where their files are.
 *
 * @param file        the keystore
 * @param environment where it belongs, as far as its place, name and issuer tell
 * @param holder      whom it is for, or null where neither name nor certificate tells
 * @param holderName  the name in the certificate, or empty
 * @param key         of the authentication key, or null where it is not known
 * @param state       where the certificate stands
 * @param validity    its dates, or null for a keystore without a certificate yet
 * @param window      when it can be renewed, or null while there are no dates
 * @param request     what the journal knows of it, or null
 * @param renewedBy   the pending or finished request that renews it, or null
 * @param inspection  what the file shows, or null where it could not be read or is gone
 * @param unreadable  why the file could not be read, one sentence, or empty
 * @param issuer      who issued the certificate, or null where that is not known
 */
public record CertificateLife(Path file, Environment environment, Holder holder, String holderName, KeyIdentifier key,
		LifeCycleState state, Validity validity, RenewalWindow window, RequestRecord request, RequestRecord renewedBy,
		Inspection inspection, String unreadable, DistinguishedName issuer) {

	/** First and last moment, and how sure they are. */
	public record Validity(Instant notBefore, Instant notAfter, Knowledge knowledge) {
	}

	public Optional<Holder> knownHolder() {
		return Optional.ofNullable(holder);
	}

	public Optional<KeyIdentifier> keyIdentifier() {
		return Optional.ofNullable(key);
	}

	public Optional<Validity> dates() {
		return Optional.ofNullable(validity);
	}

	public Optional<RenewalWindow> renewalWindow() {
		return Optional.ofNullable(window);
	}

	public Optional<RequestRecord> ownRequest() {
		return Optional.ofNullable(request);
	}

	public Optional<RequestRecord> renewal() {
		return Optional.ofNullable(renewedBy);
	}

	public Optional<Inspection> content() {
		return Optional.ofNullable(inspection);
	}

	public Optional<DistinguishedName> knownIssuer() {
		return Optional.ofNullable(issuer);
	}

	/** Why it cannot be opened here, one sentence: it cannot be read, or no password opens it. Empty where one may. */
	public String obstacle() {
		return inspection == null ? unreadable : inspection.obstacle();
	}

	/** Whether the file was here, and is not any more. */
	public boolean isMissing() {
		return inspection == null && unreadable.isEmpty();
	}

	/** What to call it: the holder's name with its application id, else the holder, else the file. */
	public String displayName() {
		return knownHolder().map(known -> known.named(holderName))
				.orElseGet(() -> holderName.isEmpty() ? file.getFileName().toString() : holderName);
	}

	/**
	 * By what it is remembered elsewhere, in calendars for instance: the same for every copy of the
	 * keystore, and whether its password was ever known or not.
	 */
	public String identity() {
		return environment.id() + ":" + KeystoreName.of(file).map(KeystoreName::toString).orElseGet(file::toString);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof CertificateLife life && file.equals(life.file);
	}

	@Override
	public int hashCode() {
		return file.hashCode();
	}
}
