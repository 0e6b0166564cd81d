package org.certbench.inventory.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.internal.FolderJournal;
import org.certbench.keystore.Backup;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreClaim;
import org.certbench.keystore.KeystoreEdit;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;
import org.certbench.keystore.Keystores;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestKeystores;
import org.certbench.testing.TestPki;

/** A user's home and data folder on disk, a clock that stands still, and real keystores. */
final class Scene implements AutoCloseable {

	static final Holder HOLDER = Holder.parse("NIHII-AMBU_SERVICE=79690151");
	static final String NAME = "EXAMPLE AMBULANCES";
	static final Instant NOW = Instant.parse("2030-03-01T10:00:00Z");
	private static final String PASSWORD = "Invented-1";
	private static final TestPki PKI = TestPki.rsa();

	private final Path data;
	private final Path home;
	private final AtomicInteger inspections = new AtomicInteger();
	private final Counting keystores = new Counting(TestKeystores.keystores());
	private Instant now = NOW;
	final FolderJournal journal;
	final IndexedInventory inventory;

	Scene(Path folder) throws IOException {
		data = folder.resolve("data");
		home = folder.resolve("home");
		Files.createDirectories(ehealth());
		journal = new FolderJournal(() -> data);
		inventory = inventory();
	}

	/** One more inventory on the same folders, as another process has it. */
	IndexedInventory inventory() {
		InstantSource clock = () -> now;
		return new IndexedInventory(data, home, journal, keystores, clock);
	}

	/** The folder that eHealth's own tools use. */
	Path ehealth() {
		return home.resolve("ehealth/keystore");
	}

	void itIs(Instant moment) {
		now = moment;
	}

	/** How often a file was inspected so far. */
	int inspections() {
		return inspections.get();
	}

	/** A keystore with an issued certificate, named after its beginning. */
	Path keystore(Path folder, String key, Instant notBefore, Instant notAfter) throws IOException {
		Files.createDirectories(folder);
		var pair = TestKeys.rsa(key);
		var subject = new HolderSubject(HOLDER, NAME).toDistinguishedName();
		return KeystoreBuilder.pkcs12()
				.key(Keystore.AUTHENTICATION, pair.getPrivate(), PKI.issue(subject, pair.getPublic(), notBefore, notAfter), PASSWORD)
				.write(folder.resolve(name(notBefore)), PASSWORD);
	}

	/** The same as JKS, which shows its certificates. */
	Path jks(Path folder, String key, Instant notBefore, Instant notAfter) {
		var pair = TestKeys.rsa(key);
		var subject = new HolderSubject(HOLDER, NAME).toDistinguishedName();
		return KeystoreBuilder.ofType("JKS")
				.key(Keystore.AUTHENTICATION, pair.getPrivate(), PKI.issue(subject, pair.getPublic(), notBefore, notAfter), PASSWORD)
				.write(folder.resolve("old-software.jks"), PASSWORD);
	}

	/** The name that a keystore of this moment has. */
	static String name(Instant created) {
		return new KeystoreName(HOLDER, LocalDateTime.ofInstant(created, ZoneId.systemDefault()), false).toString();
	}

	/** A keystore that waits for its certificate. */
	Path requestedKeystore() throws ProblemException {
		try (var keystore = keystores.create(ehealth(), HOLDER, Environment.PRODUCTION).save(password(), Progress.NONE)) {
			return keystore.file();
		}
	}

	static KeyIdentifier key(String name) {
		return KeyIdentifier.of(TestKeys.rsa(name).getPublic());
	}

	/** Opens a keystore with its password and lets the inventory remember it. */
	KeyIdentifier remember(Path file, Environment environment) throws ProblemException {
		try (var keystore = keystores.open(file, password(), Progress.NONE)) {
			inventory.remember(keystore, environment);
			return keystore.keyIdentifier();
		}
	}

	/** Writes milestones of a request to the journal. */
	void journal(KeyIdentifier key, Path keystore, Map<Fact, String> more, Event... milestones) throws ProblemException {
		for (var milestone : milestones) {
			var facts = new EnumMap<Fact, String>(Fact.class);
			facts.put(Fact.ENVIRONMENT, Environment.ACCEPTANCE.id());
			facts.put(Fact.HOLDER, HOLDER.toString());
			facts.put(Fact.KEYSTORE, keystore.toString());
			facts.putAll(more);
			journal.write(new JournalEntry(now, "flow", "run", "step", milestone, key, facts));
		}
	}

	static Map<Fact, String> renewalOf(KeyIdentifier oldKey, Path oldKeystore) {
		return Map.of(Fact.OLD_KEY, oldKey.hex(), Fact.OLD_KEYSTORE, oldKeystore.toString());
	}

	List<CertificateLife> scan() throws Cancelled {
		return inventory.scan(Progress.NONE);
	}

	/** What the inventory knows of a file, after a scan. */
	CertificateLife life(Path file) throws Cancelled {
		return scan().stream().filter(life -> life.file().equals(file)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		inventory.close();
		journal.close();
	}

	private static Secret password() {
		return Secret.taking(PASSWORD.toCharArray());
	}

	/** The real keystores, counting. */
	private final class Counting implements Keystores {

		private final Keystores real;

		Counting(Keystores real) {
			this.real = real;
		}

		@Override
		public KeystoreClaim claim(Path file) throws KeystoreException {
			return real.claim(file);
		}

		@Override
		public Inspection inspect(Path file) throws KeystoreException {
			inspections.incrementAndGet();
			return real.inspect(file);
		}

		@Override
		public Keystore open(Path file, Secret password, Progress progress) throws KeystoreException, Cancelled {
			return real.open(file, password, progress);
		}

		@Override
		public KeystoreEdit create(Path folder, Holder holder, Environment environment) throws KeystoreException {
			return real.create(folder, holder, environment);
		}

		@Override
		public KeystoreEdit edit(Keystore keystore) throws KeystoreException {
			return real.edit(keystore);
		}

		@Override
		public List<Backup> backups(Keystore keystore, List<Secret> passwords, Progress progress)
				throws KeystoreException, Cancelled {
			return real.backups(keystore, passwords, progress);
		}

		@Override
		public List<Backup> deleteSuperfluousBackups(Keystore keystore, List<Secret> passwords, Progress progress)
				throws KeystoreException, Cancelled {
			return real.deleteSuperfluousBackups(keystore, passwords, progress);
		}
	}
}
