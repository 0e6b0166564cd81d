package org.certbench.eid.emulator;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Cards under the same test roots, one for each kind of authority's key. As making RSA keys takes
 * long, all cards of a kind have the same two keys. Thread-safe.
 */
public final class EmulatedCards {

	private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] { '\n' });

	private final Map<CardModel.Keys, TestAuthority> authorities = new EnumMap<>(CardModel.Keys.class);
	private final Map<CardModel.Keys, KeyPair> authentication = new EnumMap<>(CardModel.Keys.class);
	private final Map<CardModel.Keys, KeyPair> signature = new EnumMap<>(CardModel.Keys.class);

	/** Begins a card. */
	public CardMaker card(CardModel model, Person person) {
		return new CardMaker(authority(model.authority()), model, person, pair(authentication, model.keys()),
				pair(signature, model.keys()));
	}

	/** The test roots above all these cards. */
	public List<X509Certificate> roots() {
		return List.of(authority(CardModel.Keys.RSA).root(), authority(CardModel.Keys.EC).root());
	}

	/** The same, as a file of certificates has them. */
	public String rootsAsPem() {
		return roots().stream().map(EmulatedCards::pem).collect(Collectors.joining());
	}

	/** What the authority above cards of a model tells: the list of those of its certificates that it has revoked. */
	public byte[] revocationList(CardModel model, List<X509Certificate> revoked) {
		try {
			return authority(model.authority()).revocationList(revoked);
		} catch (GeneralSecurityException | IOException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** What the OCSP responder of the authority above cards of a model answers, where it has revoked some certificates. */
	public byte[] revocationAnswer(CardModel model, byte[] question, List<X509Certificate> revoked) {
		try {
			return authority(model.authority()).revocationAnswer(question, revoked);
		} catch (OCSPException | IOException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String pem(X509Certificate certificate) {
		try {
			return "-----BEGIN CERTIFICATE-----\n" + PEM.encodeToString(certificate.getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException(e);
		}
	}

	private synchronized TestAuthority authority(CardModel.Keys kind) {
		return authorities.computeIfAbsent(kind, missing -> {
			try {
				return new TestAuthority(missing);
			} catch (GeneralSecurityException | IOException | OperatorCreationException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private synchronized KeyPair pair(Map<CardModel.Keys, KeyPair> made, CardModel.Keys kind) {
		return made.computeIfAbsent(kind, missing -> {
			try {
				return missing.generate();
			} catch (GeneralSecurityException e) {
				throw new IllegalStateException(e);
			}
		});
	}
}
