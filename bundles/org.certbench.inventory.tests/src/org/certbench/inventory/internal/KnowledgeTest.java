package org.certbench.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.RenewalWindow;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the inventory knows of keystores, from which source, and how sure it is. */
class KnowledgeTest {

	private static final Instant ISSUED = Instant.parse("2027-05-15T10:00:00Z");
	private static final Instant EXPIRES = Instant.parse("2032-01-01T00:00:00Z");

	@TempDir
	private Path folder;
	@AutoClose
	private Scene scene;

	@BeforeEach
	void open() throws Exception {
		scene = new Scene(folder);
	}

	@Test
	@DisplayName("B01 without the password the expiry is an estimate from the name")
	void withoutThePasswordTheExpiryIsAnEstimate() throws Exception {
		var life = scene.life(scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES));
		var dates = life.dates().orElseThrow();
		assertEquals(Knowledge.ESTIMATED, dates.knowledge());
		assertEquals(ISSUED, dates.notBefore());
		assertEquals(ISSUED.atZone(ZoneOffset.UTC).plusMonths(36).toInstant(), dates.notAfter());
		assertEquals(LifeCycleState.RENEWAL_DUE, life.state());
		assertEquals(Scene.HOLDER, life.knownHolder().orElseThrow());
	}

	@Test
	void withoutANameTheEstimateComesFromTheKeysOwnTime() throws Exception {
		var made = Instant.now();
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var life = scene.life(Files.move(keystore, keystore.resolveSibling("mine.p12")));
		var apart = Duration.between(made, life.dates().orElseThrow().notBefore()).abs();
		assertTrue(apart.compareTo(Duration.ofMinutes(10)) < 0, apart.toString());
		assertTrue(life.knownHolder().isEmpty());
		assertEquals("mine.p12", life.displayName());
	}

	@Test
	@DisplayName("B01 what was open once is known as a fact, also in the next process and in a copy")
	void whatWasOpenOnceIsAFact() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var key = scene.remember(keystore, Environment.PRODUCTION);
		var life = scene.inventory().certificates().getFirst();
		assertEquals(Knowledge.VERIFIED, life.dates().orElseThrow().knowledge());
		assertEquals(EXPIRES, life.dates().orElseThrow().notAfter());
		assertEquals(key, life.keyIdentifier().orElseThrow());
		assertEquals(Scene.NAME, life.displayName());
		assertEquals(LifeCycleState.ACTIVE, life.state());
		assertTrue(life.knownIssuer().isPresent());

		var copy = scene.life(Files.copy(keystore, keystore.resolveSibling("copy.p12")));
		assertEquals(Knowledge.VERIFIED, copy.dates().orElseThrow().knowledge());
		assertEquals(key, copy.keyIdentifier().orElseThrow());
	}

	@Test
	void whatChangedSinceItWasOpenIsNotSureAnyMore() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.remember(keystore, Environment.PRODUCTION);
		Files.write(keystore, new byte[1], StandardOpenOption.APPEND);
		assertEquals(Knowledge.UNVERIFIED, scene.life(keystore).dates().orElseThrow().knowledge());
	}

	@Test
	void certificatesInClearAreShownUnverified() throws Exception {
		var life = scene.life(scene.jks(scene.ehealth(), "a", ISSUED, EXPIRES));
		assertEquals(Knowledge.UNVERIFIED, life.dates().orElseThrow().knowledge());
		assertEquals(EXPIRES, life.dates().orElseThrow().notAfter());
		assertEquals(Scene.HOLDER, life.knownHolder().orElseThrow());
		assertEquals(Scene.key("a"), life.keyIdentifier().orElseThrow());
	}

	@Test
	void aKeystoreThatWaitsForItsCertificateHasNoDates() throws Exception {
		var keystore = scene.requestedKeystore();
		scene.remember(keystore, Environment.PRODUCTION);
		assertTrue(scene.life(keystore).dates().isEmpty());
		assertEquals(LifeCycleState.REQUESTED, scene.life(keystore).state());
	}

	@Test
	void theWindowIsTheAuthoritysWhereItTold() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var key = scene.remember(keystore, Environment.PRODUCTION);
		assertEquals(RenewalWindow.assumedBefore(EXPIRES), scene.life(keystore).renewalWindow().orElseThrow());
		var told = new RenewalWindow(Scene.NOW.minusSeconds(1), EXPIRES);
		scene.inventory.rememberWindow(key, told);
		assertEquals(told, scene.inventory().certificates().getFirst().renewalWindow().orElseThrow());
		assertEquals(LifeCycleState.RENEWAL_DUE, scene.life(keystore).state());
	}

	@Test
	@DisplayName("M20 due three months before expiry, expired after it")
	void dueThreeMonthsBeforeExpiry() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.remember(keystore, Environment.PRODUCTION);
		scene.itIs(Instant.parse("2031-09-30T23:59:59Z"));
		assertEquals(LifeCycleState.ACTIVE, scene.life(keystore).state());
		scene.itIs(Instant.parse("2031-10-01T00:00:00Z"));
		assertEquals(LifeCycleState.RENEWAL_DUE, scene.life(keystore).state());
		scene.itIs(EXPIRES);
		assertEquals(LifeCycleState.RENEWAL_DUE, scene.life(keystore).state());
		scene.itIs(EXPIRES.plusSeconds(1));
		assertEquals(LifeCycleState.EXPIRED, scene.life(keystore).state());
	}

	@Test
	@DisplayName("M22 a renewal shows at the old keystore and at the new one")
	void aRenewalShowsAtBoth() throws Exception {
		var old = scene.keystore(scene.ehealth(), "old", ISSUED, Scene.NOW.plus(Duration.ofDays(30)));
		var oldKey = scene.remember(old, Environment.ACCEPTANCE);
		var renewed = scene.keystore(scene.ehealth(), "new", Scene.NOW, EXPIRES);
		scene.journal(Scene.key("new"), renewed, Scene.renewalOf(oldKey, old), Event.KEY_CREATED, Event.SIGNED,
				Event.SENDING, Event.SENT);
		assertEquals(LifeCycleState.RENEWAL_AWAITS_COMPLETION, scene.life(old).state());
		assertEquals(LifeCycleState.REQUESTED, scene.life(renewed).state());
		assertTrue(scene.life(renewed).dates().isEmpty());

		scene.journal(Scene.key("new"), renewed, Map.of(), Event.INSTALLED, Event.TOKEN_REGISTERED, Event.ACTIVATED);
		assertEquals(LifeCycleState.SUPERSEDED, scene.life(old).state());
		assertEquals(LifeCycleState.ACTIVE, scene.life(renewed).state());
		assertEquals(Scene.key("new"), scene.life(old).renewal().orElseThrow().key());
		assertEquals(Scene.NAME, scene.life(renewed).displayName(), "the name is known from the old certificate");
	}

	@Test
	void aRefusedRenewalIsNoRenewal() throws Exception {
		var old = scene.keystore(scene.ehealth(), "old", ISSUED, Scene.NOW.plus(Duration.ofDays(30)));
		var oldKey = scene.remember(old, Environment.ACCEPTANCE);
		scene.journal(Scene.key("new"), scene.ehealth().resolve("new.p12"), Scene.renewalOf(oldKey, old),
				Event.KEY_CREATED, Event.SENT, Event.REFUSED);
		assertEquals(LifeCycleState.RENEWAL_DUE, scene.life(old).state());
		assertTrue(scene.life(old).renewal().isEmpty());
	}

	@Test
	@DisplayName("M24 what was renewed stays so, whatever renewal of it was begun beside that, and left")
	void aRenewalThatWasLeftIsNone() throws Exception {
		var old = scene.keystore(scene.ehealth(), "old", ISSUED, Scene.NOW.plus(Duration.ofDays(30)));
		var oldKey = scene.remember(old, Environment.ACCEPTANCE);
		scene.journal(Scene.key("new"), scene.ehealth().resolve("new.p12"), Scene.renewalOf(oldKey, old), Event.KEY_CREATED);
		scene.itIs(Scene.NOW.plusSeconds(60));
		scene.journal(Scene.key("left"), scene.ehealth().resolve("left.p12"), Scene.renewalOf(oldKey, old), Event.KEY_CREATED);
		assertEquals(Scene.key("left"), scene.life(old).renewal().orElseThrow().key(), "neither came further");

		scene.journal(Scene.key("new"), scene.ehealth().resolve("new.p12"), Map.of(), Event.SIGNED, Event.SENDING, Event.SENT,
				Event.INSTALLED, Event.TOKEN_REGISTERED, Event.ACTIVATED);
		assertEquals(LifeCycleState.SUPERSEDED, scene.life(old).state());
		assertEquals(Scene.key("new"), scene.life(old).renewal().orElseThrow().key());

		scene.journal(Scene.key("new"), scene.ehealth().resolve("new.p12"), Map.of(Fact.TO_BE_ACTIVATED, "false"), Event.REVOKED);
		assertEquals(LifeCycleState.SUPERSEDED, scene.life(old).state(), "it does not come back");
	}

	@Test
	@DisplayName("M01 the environment: the journal, then the folder, then what was remembered, then the name")
	void theEnvironment() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var acceptance = Files.copy(keystore, keystore.resolveSibling(Scene.name(ISSUED).replace(".p12", ".acc-p12")));
		var simulated = scene.keystore(scene.inventory.keystoreFolder(Environment.SIMULATOR), "b", ISSUED, EXPIRES);
		assertEquals(Environment.PRODUCTION, scene.life(keystore).environment());
		assertEquals(Environment.ACCEPTANCE, scene.life(acceptance).environment());
		assertEquals(Environment.SIMULATOR, scene.life(simulated).environment());

		var remembered = scene.keystore(folder.resolve("demo"), "c", ISSUED, EXPIRES);
		scene.remember(remembered, Environment.SIMULATOR);
		assertEquals(Environment.SIMULATOR, scene.life(remembered).environment());
		scene.journal(Scene.key("c"), remembered, Map.of(), Event.KEY_CREATED);
		assertEquals(Environment.ACCEPTANCE, scene.life(remembered).environment());
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	@DisplayName("B02 what cannot be read now is not overwritten: without the passwords it cannot be had again")
	void whatCannotBeReadNow() throws Exception {
		var first = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var second = scene.keystore(scene.ehealth().resolve("more"), "b", ISSUED, EXPIRES);
		var third = scene.keystore(scene.ehealth().resolve("yet more"), "c", ISSUED, EXPIRES);
		scene.remember(first, Environment.PRODUCTION);
		var remembered = folder.resolve("data/inventory/remembered.json");
		var aside = Files.move(remembered, folder.resolve("aside"));
		Files.createSymbolicLink(remembered, remembered);

		scene.remember(second, Environment.PRODUCTION);
		assertTrue(Files.isSymbolicLink(remembered));
		Files.move(aside, remembered, StandardCopyOption.REPLACE_EXISTING);
		scene.remember(third, Environment.PRODUCTION);

		var known = scene.inventory().certificates();
		assertEquals(List.of(Knowledge.VERIFIED, Knowledge.VERIFIED, Knowledge.VERIFIED),
				known.stream().map(life -> life.dates().orElseThrow().knowledge()).toList());
	}

	@Test
	void processesDoNotForgetWhatOthersLearned() throws Exception {
		var first = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var second = scene.keystore(scene.ehealth().resolve("more"), "b", ISSUED, EXPIRES);
		var other = scene.inventory();
		assertTrue(other.certificates().isEmpty());
		scene.remember(first, Environment.PRODUCTION);
		other.rememberWindow(Scene.key("a"), new RenewalWindow(ISSUED, EXPIRES));
		scene.remember(second, Environment.PRODUCTION);
		var known = other.certificates();
		assertEquals(2, known.size());
		assertTrue(known.stream().allMatch(life -> life.dates().orElseThrow().knowledge() == Knowledge.VERIFIED));
		assertFalse(scene.inventory.certificates().stream()
				.noneMatch(life -> life.renewalWindow().orElseThrow().opens().equals(ISSUED)));
	}
}
