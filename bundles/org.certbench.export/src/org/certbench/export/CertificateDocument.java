package org.certbench.export;

import java.nio.file.Path;
import java.time.Instant;

import org.certbench.core.KeyIdentifier;
import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;

/**
 * A keystore and where its certificate stands.
 *
 * @param file          the keystore
 * @param environment   where it belongs
 * @param holder        {@code TYPE=ID} or {@code TYPE=ID,APPID}, or null where it is not known
 * @param holderName    the name, or null where it is not known
 * @param key           the public key's identifier, or null where it is not known
 * @param state         of the certificate's life: {@code active}, {@code renewal-due} and so on, or null of a file that cannot be read
 * @param validity      its dates, or null where there are none
 * @param daysLeft      whole days until the last moment, negative after it, or null
 * @param renewalWindow when it can be renewed, or null
 * @param renewedBy     the key of the request that renews it, or null
 * @param unreadable    why the file could not be read, or null
 */
public record CertificateDocument(Path file, String environment, String holder, String holderName, String key,
		String state, Validity validity, Long daysLeft, Window renewalWindow, String renewedBy, String unreadable) {

	/**
	 * First and last moment.
	 *
	 * @param knowledge how sure they are: {@code verified}, {@code unverified}, {@code estimated}
	 */
	public record Validity(Instant notBefore, Instant notAfter, String knowledge) {
	}

	/** First and last moment of the renewal window. */
	public record Window(Instant opens, Instant closes) {
	}

	public static CertificateDocument of(CertificateLife life, Instant now) {
		var dates = life.dates();
		return new CertificateDocument(life.file(), life.environment().id(),
				life.knownHolder().map(Object::toString).orElse(null), known(life.holderName()),
				life.keyIdentifier().map(KeyIdentifier::hex).orElse(null),
				life.unreadable().isEmpty() ? life.state().id() : null,
				dates.map(each -> new Validity(each.notBefore(), each.notAfter(), each.knowledge().id())).orElse(null),
				dates.map(each -> new RenewalWindow(each.notBefore(), each.notAfter()).daysLeft(now)).orElse(null),
				life.renewalWindow().map(each -> new Window(each.opens(), each.closes())).orElse(null),
				life.renewal().map(each -> each.key().hex()).orElse(null),
				known(life.unreadable()));
	}

	private static String known(String text) {
		return text.isEmpty() ? null : text;
	}
}
