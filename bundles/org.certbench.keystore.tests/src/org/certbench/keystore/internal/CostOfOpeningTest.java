package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.password;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.certbench.core.Cancelled;
import org.certbench.core.DistinguishedName;
import org.certbench.keystore.Backup;
import org.certbench.testing.JavaForge;
import org.certbench.testing.Pkcs12Forge;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is allowed to take some seconds can be stopped at any moment of them. */
class CostOfOpeningTest {

	/** Within what is allowed, and longer than anybody waits. */
	private static final int LONG = 5_000_000;
	/** In the middle of the derivation: it asks all along it. */
	private static final int SOME = 4;

	@TempDir
	Path folder;

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("a derivation stops where the person wants to stop")
	void stopped(String what, byte[] content) throws Exception {
		var file = Files.write(folder.resolve("long.p12"), content);
		var progress = new CountingProgress(SOME);

		assertThrows(Cancelled.class, () -> KEYSTORES.open(file, password(), progress));

		assertEquals(SOME, progress.asked(), "it stops at once");
	}

	static Stream<Arguments> stopped() {
		return Stream.of(Arguments.of("MAC", forge().withMac(BigInteger.valueOf(LONG))),
				Arguments.of("PBMAC1", forge().withPbmac1(LONG, 32)),
				Arguments.of("PBES2", forge().encrypted(1, Pkcs12Forge.pbes2(LONG)).withoutMac()),
				Arguments.of("an old algorithm", forge()
						.encrypted(1, Pkcs12Forge.pbe(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, LONG)).withoutMac()),
				Arguments.of("a key", forge().plain(Pkcs12Forge.key("authentication", Pkcs12Forge.pbes2(LONG))).withoutMac()),
				Arguments.of("many short ones", forge().encrypted(400, Pkcs12Forge.pbes2(10_000)).withoutMac()),
				Arguments.of("many keys of JCEKS", jceks()));
	}

	@Test
	@DisplayName("a costly backup beside a keystore can be given up as well; it stays")
	void backup() throws Exception {
		var keystore = Samples.completed(folder);
		var backup = Files.write(keystore.file().resolveSibling(keystore.file().getFileName() + ".bak-20300101-000000"),
				forge().withMac(BigInteger.valueOf(LONG)));

		assertThrows(Cancelled.class, () -> KEYSTORES.deleteSuperfluousBackups(keystore, List.of(password()),
				new CountingProgress(SOME)));
		assertTrue(Files.exists(backup));
	}

	@Test
	@DisplayName("hundreds of keys and certificates that do not belong together are sorted out at once")
	void manyKeys() throws Exception {
		var forge = new Pkcs12Forge(PASSWORD);
		var keys = IntStream.range(0, 200).mapToObj(i -> Pkcs12Forge.clearKey("key" + i, TestKeys.ec("stranger").getPrivate()));
		var certificates = IntStream.range(0, 200).mapToObj(i -> Pkcs12Forge.certificate(certificateOf("other")));
		var own = PKI.issue(HOLDER, NAME, TestKeys.rsa("holder").getPublic()).getFirst();
		var holders = Stream.of(forge.key("authentication", TestKeys.rsa("holder").getPrivate()), Pkcs12Forge.certificate(own));
		var file = Files.write(folder.resolve("many.p12"),
				forge.plain(Stream.of(keys, certificates, holders).flatMap(each -> each).toArray(ASN1Encodable[]::new)).withMac());

		try (var keystore = Samples.open(file)) {
			assertEquals(own, keystore.authenticationChain().getFirst());
			assertTrue(keystore.encryptionEntries().isEmpty());
			assertEquals(List.<Backup>of(), KEYSTORES.backups(keystore, List.of(), new CountingProgress()));
		}
	}

	private static X509Certificate certificateOf(String key) {
		var now = Instant.now();
		return TestPki.certificate(DistinguishedName.parse("CN=Other"), TestKeys.ec(key).getPublic(),
				DistinguishedName.parse("CN=Other"), TestKeys.ec(key), now, now.plusSeconds(3600));
	}

	private static Pkcs12Forge forge() {
		return new Pkcs12Forge(PASSWORD);
	}

	private static byte[] jceks() {
		var forge = JavaForge.jceks(100);
		IntStream.range(0, 100).forEach(i -> forge.key("key" + i, 1));
		return forge.finished("another password");
	}
}
