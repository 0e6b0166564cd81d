package org.certbench.eid.pkcs11.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Texts;
import org.certbench.eid.CardException.ModuleUnusable;
import org.certbench.eid.pkcs11.internal.Cryptoki.Entry;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;

/** A module of this machine. */
public final class NativeModule implements Module {

	private static final Texts TEXTS = Texts.of(NativeModule.class);
	private static final String PROVIDER = "SunPKCS11";
	private static final byte ALSO_EMPTY = 0;
	private static final long TOKEN_PRESENT = 1;
	private static final long SERIAL_SESSION = 4;
	private static final long CKA_CLASS = 0;
	private static final long CKA_LABEL = 3;
	private static final long CKA_VALUE = 0x11;
	private static final long CKO_CERTIFICATE = 1;
	private static final int MOST_CERTIFICATES = 64;

	private final Path file;
	private final Cryptoki cryptoki;
	private final String manufacturer;

	private NativeModule(Path file, Cryptoki cryptoki, String manufacturer) {
		this.file = file;
		this.cryptoki = cryptoki;
		this.manufacturer = manufacturer;
	}

	/** Loads a module; it stays loaded until the program ends. */
	public static NativeModule load(Path file) throws ModuleUnusable {
		if (!Files.isRegularFile(file)) {
			throw new ModuleUnusable(file, TEXTS.get("module.absent"), null);
		}
		try {
			var cryptoki = new Cryptoki(file.toAbsolutePath());
			// CK_INFO
			var info = Cryptoki.room(2 + 32 + 32 + 2 + 3L * Cryptoki.ULONG);
			cryptoki.call(Entry.C_GetInfo, info);
			return new NativeModule(file.toAbsolutePath(), cryptoki, Cryptoki.text(info, 2, 32));
		} catch (LinkageError | CryptokiException e) {
			throw new ModuleUnusable(file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
		}
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
	public List<Slot> slots() throws CryptokiException {
		var count = new NativeLongByReference();
		cryptoki.call(Entry.C_GetSlotList, ALSO_EMPTY, Pointer.NULL, count);
		int number = count.getValue().intValue();
		if (number == 0) {
			return List.of();
		}
		var ids = Cryptoki.room((long) number * Cryptoki.ULONG);
		cryptoki.call(Entry.C_GetSlotList, ALSO_EMPTY, ids, count);
		var slots = new ArrayList<Slot>();
		for (int i = 0; i < Math.min(number, count.getValue().intValue()); i++) {
			slots.add(slot(Cryptoki.number(ids, (long) i * Cryptoki.ULONG)));
		}
		return slots;
	}

	private Slot slot(long id) throws CryptokiException {
		// CK_SLOT_INFO
		var info = Cryptoki.room(64 + 32 + Cryptoki.ULONG + 4);
		cryptoki.call(Entry.C_GetSlotInfo, id, info);
		var description = Cryptoki.text(info, 0, 64);
		if ((Cryptoki.number(info, 64 + 32) & TOKEN_PRESENT) == 0) {
			return Slot.empty(id, description);
		}
		try {
			return Slot.with(id, description, token(id));
		} catch (CryptokiException e) {
			if (e.isNoToken()) {
				return Slot.empty(id, description);
			}
			if (e.isUnknownToken()) {
				return Slot.withUnknown(id, description);
			}
			throw e;
		}
	}

	@Override
	public Token token(long slot) throws CryptokiException {
		// CK_TOKEN_INFO: label, manufacturer, model, serial number, flags, four numbers of sessions, lengths of PINs
		int flags = 32 + 32 + 16 + 16;
		var info = Cryptoki.room(flags + 11L * Cryptoki.ULONG + 4 + 16);
		cryptoki.call(Entry.C_GetTokenInfo, slot, info);
		return new Token(Cryptoki.text(info, 0, 32), Cryptoki.text(info, 32 + 32 + 16, 16), Cryptoki.number(info, flags),
				Cryptoki.number(info, flags + 5L * Cryptoki.ULONG), Cryptoki.number(info, flags + 6L * Cryptoki.ULONG));
	}

	@Override
	public List<TokenCertificate> certificates(long slot) throws CryptokiException {
		var opened = new NativeLongByReference();
		cryptoki.call(Entry.C_OpenSession, slot, SERIAL_SESSION, Pointer.NULL, Pointer.NULL, opened);
		long session = opened.getValue().longValue();
		try {
			var certificates = new ArrayList<TokenCertificate>();
			for (long object : find(session, CKO_CERTIFICATE)) {
				var label = new String(attribute(session, object, CKA_LABEL), StandardCharsets.UTF_8);
				certificate(attribute(session, object, CKA_VALUE))
						.ifPresent(certificate -> certificates.add(new TokenCertificate(label, certificate)));
			}
			return certificates;
		} finally {
			cryptoki.call(Entry.C_CloseSession, session);
		}
	}

	/** Nothing where it cannot be read: it is none of an eID's. */
	private static Optional<X509Certificate> certificate(byte[] encoded) {
		try {
			return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(encoded)));
		} catch (CertificateException e) {
			return Optional.empty();
		}
	}

	private List<Long> find(long session, long objectClass) throws CryptokiException {
		cryptoki.call(Entry.C_FindObjectsInit, session, Attribute.of(CKA_CLASS, objectClass), 1L);
		try {
			var objects = Cryptoki.room((long) MOST_CERTIFICATES * Cryptoki.ULONG);
			var found = new NativeLongByReference();
			cryptoki.call(Entry.C_FindObjects, session, objects, (long) MOST_CERTIFICATES, found);
			var handles = new ArrayList<Long>();
			for (int i = 0; i < found.getValue().intValue(); i++) {
				handles.add(Cryptoki.number(objects, (long) i * Cryptoki.ULONG));
			}
			return handles;
		} finally {
			cryptoki.call(Entry.C_FindObjectsFinal, session);
		}
	}

	/** First how long it is, then the value itself. */
	private byte[] attribute(long session, long object, long type) throws CryptokiException {
		var question = Attribute.question(type);
		cryptoki.call(Entry.C_GetAttributeValue, session, object, question, 1L);
		int length = Attribute.length(question);
		if (length == 0) {
			return new byte[0];
		}
		var answer = Attribute.withRoom(type, length);
		cryptoki.call(Entry.C_GetAttributeValue, session, object, answer, 1L);
		return Attribute.value(answer);
	}

	@Override
	public AuthProvider keys(long slot) {
		var provider = Security.getProvider(PROVIDER);
		if (provider == null) {
			throw new ProviderException("this Java has no provider " + PROVIDER);
		}
		// In quotes a backslash is one of two.
		return (AuthProvider) provider.configure("""
				--name = Certbench
				library = "%s"
				slot = %d
				destroyTokenAfterLogout = true
				""".formatted(file.toString().replace("\\", "\\\\"), slot));
	}
}
