package org.certbench.testing;

import static org.certbench.testing.Pkcs12Forge.certificate;
import static org.certbench.testing.Pkcs12Forge.clearKey;
import static org.certbench.testing.Pkcs12Forge.deep;
import static org.certbench.testing.Pkcs12Forge.key;
import static org.certbench.testing.Pkcs12Forge.pbe;
import static org.certbench.testing.Pkcs12Forge.pbes2;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;

/**
 * Keystores as an attacker, an accident or another program leaves them: each a file of its own, whose name is
 * that of the kind. What a person is told of each is up to the tests of those who read them.
 */
public enum HostileKeystore {

	ITERATIONS_OF_THE_MAC(() -> honest().withMac(BigInteger.valueOf(Integer.MAX_VALUE))),
	ITERATIONS_BEYOND_ALL_NUMBERS(() -> honest().withMac(BigInteger.TEN.pow(30))),
	ITERATIONS_OF_PBMAC1(() -> honest().withPbmac1(Integer.MAX_VALUE, 32)),
	ITERATIONS_OF_A_SAFE(() -> forge().encrypted(1, pbes2(Integer.MAX_VALUE)).withMac()),
	ITERATIONS_OF_AN_OLD_ALGORITHM(() -> forge()
			.encrypted(1, pbe(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, Integer.MAX_VALUE)).withMac()),
	ITERATIONS_OF_A_KEY(() -> forge().plain(key("authentication", pbes2(Integer.MAX_VALUE))).withMac()),
	ITERATIONS_OF_MANY_SAFES(() -> forge().encrypted(30, pbes2(700_000)).withMac()),
	ITERATIONS_BEHIND_THE_PASSWORD(() -> forge().sealed(key("authentication", pbes2(Integer.MAX_VALUE))).withMac()),
	ITERATIONS_IN_JCEKS(() -> JavaForge.jceks(1).key("authentication", 5_000_000, chain()).finished(Given.PASSWORD)),
	ITERATIONS_OF_MANY_IN_JCEKS(() -> jceksKeys(25, 1_000_000)),
	NO_ITERATIONS(() -> honest().withMac(BigInteger.ZERO)),
	LESS_THAN_NO_ITERATIONS(() -> honest().withMac(BigInteger.valueOf(-1))),

	SCRYPT(() -> forge().encrypted(1, pbes2(MiscObjectIdentifiers.id_scrypt, new ScryptParams(new byte[8], 1 << 30, 8, 1)))
			.withMac()),
	LONG_KEY(() -> forge().encrypted(1, pbkdf2(1_000_000, PKCSObjectIdentifiers.id_hmacWithSHA256)).withMac()),
	UNKNOWN_FUNCTION(() -> forge().encrypted(1, pbkdf2(32, new ASN1ObjectIdentifier("1.2.3.4"))).withMac()),
	UNKNOWN_ALGORITHM(() -> forge().encrypted(1, pbe(new ASN1ObjectIdentifier("1.2.3.4"), 1)).withMac()),
	RC4(() -> forge().encrypted(1, pbe(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, 1)).withMac()),
	SHORT_KEY_OF_PBMAC1(() -> honest().withPbmac1(1000, 1)),
	FOR_A_CERTIFICATE(() -> forge().safe(PKCSObjectIdentifiers.envelopedData, new DERSequence()).withMac()),
	SAFE_IN_A_SAFE(() -> forge().plain(new SafeBag(PKCSObjectIdentifiers.safeContentsBag, new DERSequence())).withMac()),
	NO_PROTECTION(() -> forge().plain(clearKey("authentication", holder().getPrivate()), certificate(leaf())).withoutMac()),
	SECRET_KEY_IN_JCEKS(() -> JavaForge.jceks(1).entry(3, "secret").finished(Given.PASSWORD)),

	LARGE_SALT(() -> honest().withMac(new byte[1_500_000])),
	HUGE(HostileKeystore::sparse),
	MANY_SAFES(() -> forge().encrypted(1000, pbes2(1)).withMac()),
	MANY_ENTRIES(() -> forge().plain(copies(501, certificate(leaf()))).withMac()),
	MANY_ENTRIES_BEHIND_THE_PASSWORD(() -> forge().sealed(copies(501, certificate(leaf()))).withMac()),
	MANY_ENTRIES_IN_JKS(() -> JavaForge.jks(Integer.MAX_VALUE).unfinished()),
	MANY_CERTIFICATES_IN_JKS(() -> JavaForge.jks(1).entry(1, "authentication").block(new byte[] { 1 })
			.numbers(Integer.MAX_VALUE).unfinished()),
	LONG_BLOCK_IN_JCEKS(() -> JavaForge.jceks(1).entry(1, "authentication").numbers(Integer.MAX_VALUE).unfinished()),
	NEGATIVE_BLOCK_IN_JCEKS(() -> JavaForge.jceks(1).entry(1, "authentication").numbers(-1).unfinished()),
	FOLDER(Files::createDirectory),
	PIPE(file -> Programs.run(file.getParent(), "mkfifo", file.getFileName().toString())),
	DEVICE(file -> Files.createSymbolicLink(file, Path.of("/dev/zero"))),
	LINK_TO_NOTHING(file -> Files.createSymbolicLink(file, Path.of("nothing"))),
	LINK_TO_ITSELF(file -> Files.createSymbolicLink(file, file.getFileName())),

	EMPTY(() -> new byte[0]),
	ZEROS(() -> new byte[4096]),
	CUT_OFF(() -> first(1000, honest().withMac())),
	CUT_OFF_IN_THE_LENGTH(() -> first(3, honest().withMac())),
	CUT_OFF_JKS(() -> first(100, bytes(KeystoreBuilder.ofType("JKS").key("authentication", holder().getPrivate(), List.of(chain()),
			Given.PASSWORD)))),
	LONGER_THAN_IT_IS(() -> new byte[] { 0x30, (byte) 0x84, 0x7f, -1, -1, -1, 2, 1, 3 }),
	LENGTH_OF_MANY_BYTES(() -> new byte[] { 0x30, (byte) 0x88, -1, -1, -1, -1, -1, -1, -1, -1, 2, 1, 3 }),
	DEEP(() -> forge().data(deep(0x30, 50_000)).withMac()),
	INDEFINITE_LENGTHS(() -> honest().indefinite()),
	MORE_BEHIND_IT(() -> Stream.of(honest().withMac(), new byte[100]).reduce(new byte[0], HostileKeystore::joined)),

	SAME_ALIAS(() -> forge().plain(forge().key("authentication", holder().getPrivate()),
			forge().key("Authentication", another().getPrivate()), certificate(leaf())).withMac()),
	SAME_KEY_TWICE(() -> forge().plain(forge().key("authentication", holder().getPrivate()),
			forge().key("authentication", holder().getPrivate()), certificate(leaf())).withMac()),
	SAME_ALIAS_IN_JKS(() -> JavaForge.jks(2).trusted("authentication", leaf()).trusted("authentication", Given.PKI.root())
			.finished(Given.PASSWORD)),
	EMPTY_ALIAS(() -> forge().plain(forge().key("", holder().getPrivate()), certificate(leaf())).withMac()),
	ALIAS_WITH_CONTROL_CHARACTERS(() -> forge().plain(forge().key("\u001b[2J\nroot\u202e", holder().getPrivate()),
			certificate("\0", leaf())).withMac()),
	MOMENT_OF_NO_CALENDAR(() -> JavaForge.jceks(1).created(Long.MAX_VALUE).key("authentication", 1, chain()).finished(Given.PASSWORD)),

	CHAIN_THAT_NAMES_ITSELF(() -> withCertificates(itself())),
	CHAIN_WITHOUT_END(() -> withCertificates(circle())),
	MANY_OF_ONE_NAME(() -> withCertificates(ofOneName(400))),
	CERTIFICATE_OF_ANOTHER_KEY(() -> forge().plain(forge().key("authentication", another().getPrivate()), certificate(leaf()))
			.withMac()),
	CERTIFICATE_THAT_IS_NONE(() -> forge().plain(new SafeBag(PKCSObjectIdentifiers.certBag, new DERSequence())).withMac()),

	NO_MAC(() -> honest().withoutMac()),
	CERTIFICATES_IN_CLEAR(() -> forge().plain(forge().key("authentication", holder().getPrivate()), certificate(leaf())).withMac()),
	JKS_BY_NAME_PKCS12(() -> bytes(KeystoreBuilder.ofType("JKS").key("authentication", holder().getPrivate(), List.of(chain()),
			Given.PASSWORD))),
	JCEKS_BY_NAME_PKCS12(() -> bytes(KeystoreBuilder.ofType("JCEKS").key("authentication", holder().getPrivate(), List.of(chain()),
			Given.PASSWORD))),
	NEVER_EXPIRES(() -> bytes(KeystoreBuilder.ofType("JKS").key("authentication", holder().getPrivate(), forEver(),
			Given.PASSWORD))),
	CERTIFICATE(() -> leaf().getEncoded()),
	WEB_PAGE(() -> "<!DOCTYPE html><html><body>Please log in".getBytes(StandardCharsets.UTF_8));

	/** What all of them are made of; made when it is first needed. */
	private static final class Given {
		static final String PASSWORD = "Invented-1";
		static final TestPki PKI = TestPki.rsa();
		static final Holder HOLDER = Holder.parse("NIHII-AMBU_SERVICE=79690052");
		static final List<X509Certificate> CHAIN = PKI.issue(HOLDER, "AMBULANCE NOWHERE", holder().getPublic());
	}

	private interface Content {
		byte[] bytes() throws Exception;
	}

	private interface Making {
		void at(Path file) throws Exception;
	}

	private final Making making;

	HostileKeystore(Content content) {
		making = file -> Files.write(file, content.bytes());
	}

	HostileKeystore(Making making) {
		this.making = making;
	}

	/** The password of all that have one. */
	public static String password() {
		return Given.PASSWORD;
	}

	/** Whether it is no file but a pipe, a device or a link, which only some systems have. */
	public boolean isSpecial() {
		return this == PIPE || this == DEVICE || this == LINK_TO_NOTHING || this == LINK_TO_ITSELF;
	}

	/** Makes it. */
	public Path write(Path folder) {
		var file = folder.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".p12");
		try {
			making.at(file);
			return file;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private static KeyPair holder() {
		return TestKeys.rsa("holder");
	}

	private static KeyPair another() {
		return TestKeys.rsa("another");
	}

	private static X509Certificate leaf() {
		return Given.CHAIN.getFirst();
	}

	private static X509Certificate[] chain() {
		return Given.CHAIN.toArray(X509Certificate[]::new);
	}

	private static Pkcs12Forge forge() {
		return new Pkcs12Forge(Given.PASSWORD);
	}

	/** A keystore with nothing wrong in it yet. */
	private static Pkcs12Forge honest() {
		return forge().plain(forge().key("authentication", holder().getPrivate()))
				.sealed(Stream.of(chain()).map(Pkcs12Forge::certificate).toArray(ASN1Encodable[]::new));
	}

	private static AlgorithmIdentifier pbkdf2(int keyLength, ASN1ObjectIdentifier function) {
		return pbes2(PKCSObjectIdentifiers.id_PBKDF2,
				new PBKDF2Params(new byte[16], 1, keyLength, new AlgorithmIdentifier(function, DERNull.INSTANCE)));
	}

	private static byte[] jceksKeys(int keys, int iterations) {
		var forge = JavaForge.jceks(keys);
		IntStream.range(0, keys).forEach(i -> forge.key("key" + i, iterations));
		return forge.finished(Given.PASSWORD);
	}

	private static ASN1Encodable[] copies(int times, ASN1Encodable bag) {
		return Collections.nCopies(times, bag).toArray(ASN1Encodable[]::new);
	}

	private static byte[] withCertificates(List<X509Certificate> certificates) {
		var bags = Stream.concat(Stream.of(forge().key("authentication", holder().getPrivate())),
				certificates.stream().map(Pkcs12Forge::certificate));
		return forge().sealed(bags.toArray(ASN1Encodable[]::new)).withMac();
	}

	/** The chain of a certificate that is valid until the last moment that a certificate can name. */
	private static List<X509Certificate> forEver() {
		return Given.PKI.issue(DistinguishedName.of(leaf().getSubjectX500Principal()), holder().getPublic(), Instant.now(),
				Instant.parse("9999-12-31T23:59:59Z"));
	}

	/** One certificate that names its own subject as issuer, and was signed by another key. */
	private static List<X509Certificate> itself() {
		return List.of(issued("Itself", holder(), "Itself", another()));
	}

	/** Two certificates, each of which issued the other. */
	private static List<X509Certificate> circle() {
		return List.of(issued("One", holder(), "Other", another()), issued("Other", another(), "One", holder()));
	}

	/** Certificates that all say to have issued each other, and none did. */
	private static List<X509Certificate> ofOneName(int number) {
		var leaf = issued("Leaf", holder(), "Same", TestKeys.rsa("root CA"));
		return Stream.concat(Stream.of(leaf), Collections.nCopies(number, issued("Same", another(), "Same", another())).stream()).toList();
	}

	private static X509Certificate issued(String name, KeyPair key, String issuer, KeyPair issuerKey) {
		var now = Instant.now();
		return TestPki.certificate(DistinguishedName.parse("CN=" + name), key.getPublic(), DistinguishedName.parse("CN=" + issuer),
				issuerKey, now, now.plusSeconds(3600));
	}

	private static byte[] bytes(KeystoreBuilder builder) throws IOException {
		var file = Files.createTempFile("certbench", ".tmp");
		try {
			return Files.readAllBytes(builder.write(file, Given.PASSWORD));
		} finally {
			Files.delete(file);
		}
	}

	private static byte[] first(int length, byte[] bytes) {
		return Arrays.copyOf(bytes, length);
	}

	private static byte[] joined(byte[] one, byte[] other) {
		byte[] both = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, both, one.length, other.length);
		return both;
	}

	/** Three gigabytes that take no room. */
	private static void sparse(Path file) throws IOException {
		try (var content = new RandomAccessFile(file.toFile(), "rw")) {
			content.write(honest().withMac());
			content.setLength(3_000_000_000L);
		}
	}
}
