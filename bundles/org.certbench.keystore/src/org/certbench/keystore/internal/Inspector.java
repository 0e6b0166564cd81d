package org.certbench.keystore.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.certbench.core.CertificateFacts;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.Inspection.KeyEntry;
import org.certbench.keystore.Inspection.Protection;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;

/** Looks at keystores without their passwords. Nothing is derived, so it costs a read of the file. */
final class Inspector {

	private Inspector() {
	}

	static Inspection inspect(StoredFile stored) throws KeystoreException {
		var format = stored.format();
		try {
			return format == Format.PKCS12 ? pkcs12(stored) : java(stored, format);
		} catch (Derivation.Unknown e) {
			throw new KeystoreException.Unsupported(stored.file(), e.getMessage(), e);
		} catch (IOException | CertificateException | RuntimeException e) {
			throw new KeystoreException.Damaged(stored.file(), e);
		}
	}

	private static Inspection pkcs12(StoredFile stored)
			throws IOException, CertificateException, Derivation.Unknown, KeystoreException {
		var file = stored.file();
		var outline = Pkcs12Outline.read(stored.bytes());
		StoredFile.checkEntries(file, outline.entries());
		return inspection(file, Format.PKCS12, outline.plainBags().filter(Inspector::isKey).map(Inspector::keyEntry).toList(),
				certificates(outline.plainBags()), protection(outline), obstacle(file, () -> Pkcs12Reader.check(file, outline)));
	}

	private static Inspection java(StoredFile stored, Format format)
			throws IOException, CertificateException, Derivation.Unknown, KeystoreException {
		var file = stored.file();
		var outline = JavaOutline.read(stored);
		var keys = outline.keys().map(entry -> new KeyEntry(entry.alias(), entry.created().orElse(null)));
		var certificates = outline.entries().stream().flatMap(entry -> entry.certificates().stream()).map(CertificateFacts::of);
		return inspection(file, format, keys.toList(), certificates.toList(), null,
				obstacle(file, () -> JavaKeystore.check(file, outline)));
	}

	private static Inspection inspection(Path file, Format format, List<KeyEntry> keys,
			List<CertificateFacts> certificates, Protection protection, String obstacle) {
		return new Inspection(file, format, KeystoreName.of(file).orElse(null), keys, certificates, protection,
				isReadableByOthers(file), obstacle);
	}

	/** What is checked before a password is asked for. */
	@FunctionalInterface
	private interface Check {
		void run() throws Derivation.Unknown, KeystoreException;
	}

	private static String obstacle(Path file, Check check) {
		try {
			check.run();
			return "";
		} catch (Derivation.Unknown e) {
			return new KeystoreException.Unsupported(file, e.getMessage(), e).getMessage();
		} catch (KeystoreException e) {
			return e.getMessage();
		}
	}

	private static boolean isKey(SafeBag bag) {
		return bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)
				|| bag.getBagId().equals(PKCSObjectIdentifiers.keyBag);
	}

	private static KeyEntry keyEntry(SafeBag bag) {
		var attributes = BagAttributes.of(bag.getBagAttributes());
		return new KeyEntry(attributes.alias(), attributes.created().orElse(null));
	}

	private static List<CertificateFacts> certificates(Stream<SafeBag> bags) throws CertificateException {
		var certificates = new ArrayList<CertificateFacts>();
		for (var bag : bags.filter(each -> each.getBagId().equals(PKCSObjectIdentifiers.certBag)).toList()) {
			certificates.add(CertificateFacts.of(Pkcs12Reader.certificate(CertBag.getInstance(bag.getBagValue()))));
		}
		return certificates;
	}

	private static Protection protection(Pkcs12Outline outline) {
		try {
			return new Protection(outline.macName(), toLong(outline.macIterations()), toLong(outline.totalIterations()));
		} catch (Derivation.Unknown e) {
			return null;
		}
	}

	private static long toLong(BigInteger iterations) {
		return iterations.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
	}

	/** Where the system has no modes, the user's folder protects the file. */
	private static boolean isReadableByOthers(Path file) {
		try {
			return Files.getFileStore(file).supportsFileAttributeView("posix") && Files.getPosixFilePermissions(file)
					.stream().anyMatch(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)::contains);
		} catch (IOException e) {
			return false;
		}
	}
}
