package org.certbench.ehealth.simulator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.Authorities;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Progress;
import org.certbench.core.RenewalWindow;
import org.certbench.core.Secret;
import org.certbench.ehealth.internal.EhealthAuthority;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreName;
import org.certbench.testing.InstalledCards;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keystore to try things on. */
class DemoKeystoreTest {

	@TempDir
	Path data;

	@AutoClose
	private SimulatorService simulators;
	private DemoKeystore demo;

	@BeforeEach
	void install() {
		simulators = new SimulatorService(() -> data, InstalledCards.NONE, InstantSource.system());
		demo = new DemoKeystore(() -> data, simulators, TestKeystores.keystores(), new OnlyEhealth());
	}

	@Test
	@DisplayName("it is of the ambulance service, complete, in its renewal window today, and made once")
	void ready() throws Exception {
		var file = demo.ensure(Progress.NONE);
		assertEquals(data.resolve("simulator/keystore"), file.getParent());
		assertEquals("NIHII-AMBU_SERVICE=79699950", KeystoreName.of(file).orElseThrow().holder().toString());
		try (var keystore = open(file)) {
			assertEquals(Keystore.Stage.TOKEN_PREPARED, keystore.stage());
			var until = keystore.authenticationChain().getFirst().getNotAfter().toInstant();
			assertTrue(RenewalWindow.assumedBefore(until).contains(Instant.now()));
			var known = new OnlyEhealth().authority("ehealth").connect(Environment.SIMULATOR, null)
					.lookUp(keystore.authenticationSigner(), Progress.NONE);
			assertEquals(TokenStatus.VALID_ACTIVE, known.tokenStatus());
			assertTrue(known.replaceable());
		}
		assertTrue(demo.forKeystore(file).orElseThrow().contains(DemoKeystore.PASSWORD));
		assertEquals(Optional.empty(), demo.forKeystore(file.resolveSibling("other.p12")));

		Files.delete(file);
		assertEquals(file, demo.ensure(Progress.NONE));
		assertFalse(Files.exists(file), "once deleted, it is not wanted");
	}

	@Test
	@DisplayName("B02: interrupted at each step, it is gone on with")
	void interrupted() throws Exception {
		int interruptions = 0;
		Optional<Path> made = Optional.empty();
		while (made.isEmpty()) {
			made = ensureWith(new Interruption(++interruptions));
		}
		assertTrue(interruptions > 5, "only " + interruptions);
		try (var keystore = open(made.get())) {
			assertEquals(Keystore.Stage.TOKEN_PREPARED, keystore.stage());
		}
		assertEquals(1, simulators.control(simulators.usualFolder()).requests().size());
	}

	private Optional<Path> ensureWith(Interruption interruption) throws Exception {
		try {
			return Optional.of(demo.ensure(interruption));
		} catch (Cancelled interrupted) {
			return Optional.empty();
		}
	}

	/** A person who cancels when asked one time too many. */
	private static final class Interruption implements Progress {

		private int patience;

		Interruption(int patience) {
			this.patience = patience;
		}

		@Override
		public void doing(String what) {
			// of no interest
		}

		@Override
		public boolean isCancelled() {
			return --patience < 0;
		}
	}

	private static Keystore open(Path file) throws Exception {
		try (var password = Secret.taking(DemoKeystore.PASSWORD.toCharArray())) {
			return TestKeystores.keystores().open(file, password, Progress.NONE);
		}
	}

	/** An installation with the real client alone. */
	private final class OnlyEhealth implements Authorities {

		@Override
		public List<Description> installed() {
			return List.of(new Description("ehealth", "eHealth"));
		}

		@Override
		public Authority authority(String id) {
			return new EhealthAuthority(() -> Optional.of(simulators), InstantSource.system());
		}
	}
}
