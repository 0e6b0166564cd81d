package org.certbench.eid.pkcs11;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;

import org.certbench.eid.emulator.TokenKey;
import org.certbench.eid.pkcs11.internal.CryptokiException;
import org.certbench.eid.pkcs11.internal.Module;
import org.certbench.eid.pkcs11.internal.Slot;
import org.certbench.eid.pkcs11.internal.Token;
import org.certbench.eid.pkcs11.internal.TokenCertificate;

/**
 * A module with one slot that does as it is told, behind a provider that fails as Java's own does: with
 * the return value's name as the message of the innermost cause.
 */
final class FakeModule implements Module {

	static final String READER = "Reader with eID software";
	private static final long SLOT = 7;

	private final Path file;
	private final String manufacturer;
	private final List<TokenKey> keys;
	private Optional<Token> inside;
	private int insertions;
	private Optional<String> failure = Optional.empty();
	/** What was given to the token. */
	final List<String> given = new ArrayList<>();
	/** Run while the token signs. */
	Runnable whileSigning = () -> {
		// nothing else happens
	};

	FakeModule(Path file, String manufacturer, List<TokenKey> keys, long flags) {
		this.file = file;
		this.manufacturer = manufacturer;
		this.keys = keys;
		insert(flags);
	}

	/** The same token each time, with other flags perhaps. */
	synchronized void insert(long flags) {
		inside = Optional.of(new Token("JANE DOE", "0123456789", 0x400 | flags, 12, 4));
		insertions++;
	}

	synchronized void remove() {
		inside = Optional.empty();
	}

	/** Returned by what comes next: the login, or the signature where there is no login. */
	synchronized void fail(String code) {
		failure = Optional.of(code);
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public String manufacturer() {
		return manufacturer;
	}

	@Override
	public synchronized List<Slot> slots() {
		return List.of(inside.map(token -> Slot.with(SLOT, READER, token)).orElseGet(() -> Slot.empty(SLOT, READER)));
	}

	@Override
	public synchronized Token token(long slot) throws CryptokiException {
		if (inside.isEmpty()) {
			throw new CryptokiException("C_GetTokenInfo", 0xE0);
		}
		return inside.get();
	}

	@Override
	public List<TokenCertificate> certificates(long slot) {
		var all = new ArrayList<TokenCertificate>();
		for (var key : keys) {
			key.chain().forEach(each -> all.add(
					new TokenCertificate(each == key.chain().getFirst() ? key.label() : "CA", each)));
		}
		return all;
	}

	@Override
	public synchronized AuthProvider keys(long slot) {
		return new FakeProvider(insertions);
	}

	private synchronized Optional<String> takeFailure() {
		var taken = failure;
		failure = Optional.empty();
		return taken;
	}

	private final class FakeProvider extends AuthProvider {

		private static final long serialVersionUID = 1L;

		private final int insertion;

		FakeProvider(int insertion) {
			super("Fake", "1", "as SunPKCS11 is");
			this.insertion = insertion;
			putService(new Service(this, "KeyStore", "PKCS11", FakeKeystore.class.getName(), null, null) {
				@Override
				public Object newInstance(Object parameter) {
					return new FakeKeystore(keys);
				}
			});
			putService(new Service(this, "Signature", "SHA384withECDSAinP1363Format", "", null, null) {
				@Override
				public Object newInstance(Object parameter) {
					return new FakeSignature(FakeProvider.this::begin);
				}

				@Override
				public boolean supportsParameter(Object parameter) {
					return true;
				}
			});
		}

		@Override
		public void login(Subject subject, CallbackHandler handler) throws LoginException {
			checkInside();
			var token = inside.orElseThrow();
			if ((token.flags() & 0x4) == 0) {
				return;
			}
			if ((token.flags() & 0x100) == 0) {
				var question = new PasswordCallback("PIN", false);
				try {
					handler.handle(new Callback[] { question });
				} catch (Exception e) {
					throw new LoginException("Unable to perform password callback");
				}
				given.add(new String(question.getPassword()));
			}
			var code = takeFailure();
			if (code.isPresent()) {
				var failed = code.get().equals("CKR_PIN_INCORRECT") ? new FailedLoginException() : new LoginException();
				failed.initCause(new GeneralSecurityException(code.get()));
				throw failed;
			}
		}

		@Override
		public void logout() {
			// forgotten
		}

		@Override
		public void setCallbackHandler(CallbackHandler handler) {
			throw new UnsupportedOperationException();
		}

		private void begin() {
			whileSigning.run();
			checkInside();
			takeFailure().ifPresent(code -> {
				throw new ProviderException(new GeneralSecurityException(code));
			});
		}

		private void checkInside() {
			if (inside.isEmpty() || insertion != insertions) {
				throw new ProviderException("Token has been removed");
			}
		}
	}

	/** Gives the keys as they are. */
	static final class FakeKeystore extends KeyStoreSpi {

		private final List<TokenKey> keys;

		FakeKeystore(List<TokenKey> keys) {
			this.keys = keys;
		}

		private TokenKey key(String alias) {
			return keys.stream().filter(each -> each.label().equals(alias)).findFirst().orElseThrow();
		}

		@Override
		public Key engineGetKey(String alias, char[] password) {
			return key(alias).key();
		}

		@Override
		public Certificate engineGetCertificate(String alias) {
			return key(alias).chain().getFirst();
		}

		@Override
		public Enumeration<String> engineAliases() {
			return Collections.enumeration(keys.stream().map(TokenKey::label).toList());
		}

		@Override
		public boolean engineIsKeyEntry(String alias) {
			return true;
		}

		@Override
		public void engineLoad(InputStream stream, char[] password) {
			// nothing is behind it
		}

		@Override
		public Certificate[] engineGetCertificateChain(String alias) {
			return key(alias).chain().toArray(X509Certificate[]::new);
		}

		@Override
		public boolean engineContainsAlias(String alias) {
			return keys.stream().anyMatch(each -> each.label().equals(alias));
		}

		@Override
		public int engineSize() {
			return keys.size();
		}

		@Override
		public boolean engineIsCertificateEntry(String alias) {
			return false;
		}

		@Override
		public String engineGetCertificateAlias(Certificate certificate) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Date engineGetCreationDate(String alias) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void engineSetCertificateEntry(String alias, Certificate certificate) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void engineDeleteEntry(String alias) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void engineStore(OutputStream stream, char[] password) {
			throw new UnsupportedOperationException();
		}
	}
}
