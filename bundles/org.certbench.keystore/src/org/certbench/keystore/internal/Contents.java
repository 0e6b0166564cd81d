package org.certbench.keystore.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.certbench.core.DistinguishedName;
import org.certbench.core.HolderSubject;
import org.certbench.keystore.Keystore;

/**
 * What is in a keystore, decrypted: its bags, and the entries that they make up. Immutable: a
 * change gives new contents, in which every bag that was not touched is the same.
 */
final class Contents {

	/** The alias of the encryption key that awaits its certificate: the placeholder's serial number. */
	static final String PENDING = "0";
	static final Contents EMPTY = new Contents(List.of());

	private static final int LONGEST_CHAIN = 10;
	/** How many certificates of one name are tried as the issuer of another: one of each renewal of a CA. */
	private static final int MOST_OF_ONE_NAME = 10;

	private final List<Bag> bags;
	/** Found when it is first asked for, as it takes a while: with each key its certificate. */
	private volatile List<KeyEntry> keyEntries;

	Contents(List<Bag> bags) {
		this.bags = List.copyOf(bags);
	}

	/** A private key, and its certificate where there is one. */
	record KeyEntry(Bag.Key bag, Optional<X509Certificate> certificate) {

		/**
		 * The alias; an encryption key of a program that gives none goes by the serial number of its
		 * certificate, as software looks for it.
		 */
		String alias() {
			var alias = bag.attributes().alias();
			return alias.isEmpty() && hasCertificate() ? leaf().getSerialNumber().toString() : alias;
		}

		boolean hasCertificate() {
			return certificate.isPresent();
		}

		X509Certificate leaf() {
			return certificate.orElseThrow();
		}
	}

	/** What is stored, each thing by itself. */
	List<Bag> bags() {
		return bags;
	}

	List<KeyEntry> keyEntries() {
		if (keyEntries == null) {
			keyEntries = keys().map(key -> new KeyEntry(key, leafBag(key).map(Bag.Certificate::certificate))).toList();
		}
		return keyEntries;
	}

	Optional<KeyEntry> keyEntry(String alias) {
		return keyEntries().stream().filter(entry -> entry.alias().equalsIgnoreCase(alias)).findFirst();
	}

	/** Whether different keys go by one alias, so that each program takes another of them. */
	boolean isAmbiguous(String alias) {
		return keys().filter(key -> key.attributes().hasAlias(alias)).map(Bag.Key::key).distinct().count() > 1;
	}

	/**
	 * The authentication entry: by its alias, which software asks for; else, in the file of a program
	 * that gives other aliases or none, the only key whose certificate names a holder and is not for
	 * encryption.
	 */
	Optional<KeyEntry> authentication() {
		return keyEntry(Keystore.AUTHENTICATION).or(() -> {
			var candidates = keyEntries().stream()
					.filter(entry -> entry.hasCertificate() && isHolders(entry.leaf())).toList();
			return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
		});
	}

	/** The encryption key that awaits its certificate. */
	Optional<KeyEntry> pendingEncryption() {
		return keyEntry(PENDING).filter(entry -> entry.hasCertificate() && Certificates.isPlaceholder(entry.leaf()));
	}

	private static boolean isHolders(X509Certificate certificate) {
		return !Certificates.isForEncryption(certificate)
				&& HolderSubject.read(DistinguishedName.of(certificate.getSubjectX500Principal())).isPresent();
	}

	/** Whether both hold the same bags, in whatever order. */
	boolean isSameAs(Contents other) {
		return bags.size() == other.bags.size() && bags.containsAll(other.bags) && other.bags.containsAll(bags);
	}

	/** Whether everything secret in the other one is here too, and everything that is not understood. */
	boolean holdsAllOf(Contents other) {
		return secrets().toList().containsAll(other.secrets().toList());
	}

	/** Certificates can be had again, keys never. */
	private Stream<Object> secrets() {
		return bags.stream().flatMap(bag -> switch (bag) {
			case Bag.Key key -> Stream.of(key.key());
			case Bag.SecretKey key -> Stream.of(key.key());
			case Bag.Other other -> Stream.of(other.bag());
			case Bag.Certificate certificate -> Stream.empty();
		});
	}

	/** Adds a key with its chain, leaf first, under an alias that is not taken. */
	Contents withKey(String alias, PrivateKeyInfo key, List<X509Certificate> chain, Instant created) {
		var attributes = BagAttributes.NONE.withAlias(alias).withCreated(unused(created));
		var contents = plus(new Bag.Key(key, attributes));
		for (var certificate : chain) {
			contents = contents.plus(new Bag.Certificate(certificate,
					certificate.equals(chain.getFirst()) ? attributes : BagAttributes.NONE));
		}
		return contents;
	}

	/** Adds a key entry of another keystore, under its alias, with its leaf certificate alone. */
	Contents withCopyOf(KeyEntry entry) {
		var attributes = entry.bag().attributes().withAlias(entry.alias());
		if (attributes.created().isEmpty() || isUsed(attributes.created().get())) {
			attributes = attributes.withCreated(unused(attributes.created().orElse(entry.leaf().getNotBefore().toInstant())));
		}
		return plus(new Bag.Key(entry.bag().key(), attributes), new Bag.Certificate(entry.leaf(), attributes));
	}

	/** Gives a key another certificate, and an alias; its old certificate goes. */
	Contents withCertificate(KeyEntry entry, String alias, X509Certificate certificate) {
		var attributes = entry.bag().attributes().withAlias(alias);
		if (attributes.created().isEmpty()) {
			attributes = attributes.withCreated(unused(certificate.getNotBefore().toInstant()));
		}
		var old = leafBag(entry.bag());
		return without(bag -> bag == entry.bag() || old.filter(leaf -> leaf == bag).isPresent())
				.plus(new Bag.Key(entry.bag().key(), attributes), new Bag.Certificate(certificate, attributes));
	}

	/** Adds a trusted entry, unless there is one for this certificate. */
	Contents withTrusted(String alias, X509Certificate certificate) {
		if (certificates().anyMatch(bag -> bag.attributes().isTrusted() && bag.certificate().equals(certificate))) {
			return this;
		}
		return plus(new Bag.Certificate(certificate, BagAttributes.NONE.withAlias(alias).trusted()));
	}

	/** Of the certificates that fit the key, the one that is tied to it by localKeyID, or else by alias. */
	private Optional<Bag.Certificate> leafBag(Bag.Key key) {
		var otherHalf = Keys.otherHalf(key.key());
		return certificates().filter(bag -> otherHalf.test(bag.certificate().getPublicKey()))
				.min(Comparator.comparingInt(bag -> distance(key.attributes(), bag.attributes())));
	}

	private static int distance(BagAttributes key, BagAttributes certificate) {
		return key.hasSameKeyId(certificate) ? 0 : certificate.hasAlias(key.alias()) ? 1 : 2;
	}

	/**
	 * An entry's certificate and those above it, none where it has no certificate. It ends at a root, at a
	 * gap, and at a certificate that is in the chain already.
	 */
	List<X509Certificate> chain(KeyEntry entry) {
		var chain = new ArrayList<X509Certificate>();
		var next = entry.certificate();
		while (next.isPresent() && !chain.contains(next.get()) && chain.size() < LONGEST_CHAIN) {
			chain.add(next.get());
			next = next.filter(certificate -> !Certificates.isSelfIssued(certificate)).flatMap(this::issuer);
		}
		return List.copyOf(chain);
	}

	private Optional<X509Certificate> issuer(X509Certificate certificate) {
		return certificates().map(Bag.Certificate::certificate)
				.filter(each -> each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())).limit(MOST_OF_ONE_NAME)
				.filter(each -> Certificates.isSignedBy(certificate, each.getPublicKey())).findFirst();
	}

	/** The localKeyID tells keys apart, so no two may have the same moment. */
	private Instant unused(Instant moment) {
		var free = moment;
		while (isUsed(free)) {
			free = free.plusMillis(1);
		}
		return free;
	}

	private boolean isUsed(Instant moment) {
		return keys().flatMap(key -> key.attributes().created().stream())
				.anyMatch(used -> used.toEpochMilli() == moment.toEpochMilli());
	}

	private Contents plus(Bag... more) {
		return new Contents(Stream.concat(bags.stream(), Stream.of(more)).toList());
	}

	private Contents without(Predicate<Bag> gone) {
		return new Contents(bags.stream().filter(gone.negate()).toList());
	}

	private Stream<Bag.Key> keys() {
		return bags.stream().filter(Bag.Key.class::isInstance).map(Bag.Key.class::cast);
	}

	private Stream<Bag.Certificate> certificates() {
		return bags.stream().filter(Bag.Certificate.class::isInstance).map(Bag.Certificate.class::cast);
	}
}
