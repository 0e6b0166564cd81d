package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.certbench.authority.Authorities.Authority;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.TokenDepot;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.ehealth.SimulatorEndpoint;
import org.certbench.ehealth.internal.EhealthAuthority;
import org.certbench.ehealth.simulator.Simulator;
import org.certbench.eid.PinEntry;
import org.certbench.flow.FlowServices;
import org.certbench.flow.FlowSession;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.inventory.internal.IndexedInventory;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.internal.FolderJournal;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;
import org.certbench.keystore.Keystores;
import org.certbench.testing.InstalledCards;
import org.certbench.testing.TestKeystores;

/**
 * The product in a folder of its own, made of its real parts: client, simulator, virtual cards,
 * keystores, journal, inventory. Two after each other over the same folder are the product before
 * and after a restart.
 */
final class Installation implements AutoCloseable {

	private final InstantSource clock = () -> Instant.now().plus(this.ahead);
	private final FolderJournal journal;
	private final Keystores keystores;
	private final Inventory inventory;
	private final Path folder;
	private final Path state;
	private final Authority authority;
	private final Faults faults;
	private final List<X509Certificate> cardRoots;
	private Simulator simulator;
	private volatile Duration ahead = Duration.ZERO;

	/** @param faults happen on the way to the authority, the keystores and the journal */
	Installation(Path folder, Faults faults) throws ProblemException {
		this(folder, faults, Cards.SHARED.testRoots());
	}

	/** @param cardRoots above the cards that the simulator trusts */
	Installation(Path folder, Faults faults, List<X509Certificate> cardRoots) throws ProblemException {
		this(folder, folder.resolve("simulator"), faults, cardRoots);
	}

	/** @param state the simulator's own folder, elsewhere than on the disk of the product */
	Installation(Path folder, Path state, Faults faults) throws ProblemException {
		this(folder, state, faults, Cards.SHARED.testRoots());
	}

	private Installation(Path folder, Path state, Faults faults, List<X509Certificate> cardRoots) throws ProblemException {
		this.folder = folder;
		this.state = state;
		this.faults = faults;
		this.cardRoots = cardRoots;
		keystores = TestKeystores.keystores(clock, folder);
		journal = new FolderJournal(() -> folder);
		inventory = new IndexedInventory(folder, folder.resolve("home"), journal, keystores, clock);
		authority = new EhealthAuthority(() -> Optional.of(new Endpoint()), clock);
		startSimulator();
	}

	Installation(Path folder) throws ProblemException {
		this(folder, Faults.NONE);
	}

	void startSimulator() throws ProblemException {
		Issuers.putInto(state);
		simulator = Simulator.start(state, 0, () -> cardRoots, clock);
	}

	/** Lets time pass, for everybody. */
	void wait(Duration duration) {
		ahead = ahead.plus(duration);
	}

	void stopSimulator() {
		simulator.close();
	}

	Simulator simulator() {
		return simulator;
	}

	Journal journal() {
		return journal;
	}

	Keystores keystores() {
		return keystores;
	}

	/** A session as the product makes one. */
	FlowSession session(PinEntry pin) throws ProblemException {
		var services = new FlowServices(clock, () -> folder, faults.before(Journal.class, journal),
				faults.before(Keystores.class, keystores), inventory, new InstalledCards(Map.of("virtual", Cards.SHARED)));
		return new FlowSession(services, faults.before(AuthorityConnection.class, connection()),
				inventory.keystoreFolder(Environment.SIMULATOR), pin, "");
	}

	AuthorityConnection connection() throws ProblemException {
		return authority.connect(Environment.SIMULATOR, null);
	}

	/** The only request that the journal tells of. */
	RequestRecord onlyRequest() {
		var requests = journal.requests();
		assertEquals(1, requests.size());
		return requests.getFirst();
	}

	/** What is known of a keystore, after looking at the disk. */
	CertificateLife life(Path keystore) throws ProblemException {
		return inventory.scan(Progress.NONE).stream().filter(life -> life.file().equals(keystore)).findFirst()
				.orElseThrow(() -> new AssertionError("not in the inventory: " + keystore));
	}

	/** The keystores of the simulator environment, without backups. */
	List<Path> keystoreFiles() {
		var place = inventory.keystoreFolder(Environment.SIMULATOR);
		if (Files.notExists(place)) {
			return List.of();
		}
		try (var files = Files.list(place)) {
			return files.filter(file -> file.toString().endsWith(".p12")).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	Keystore open(Path keystore, String password) throws ProblemException {
		try (var secret = Secret.taking(password.toCharArray())) {
			return keystores.open(keystore, secret, Progress.NONE);
		}
	}

	/** The encryption entries whose token the authority gives to everybody who wants to send to the holder. */
	List<EncryptionEntry> published(Keystore keystore) throws ProblemException {
		var depot = connection().capability(TokenDepot.class).orElseThrow();
		var token = (TokenDepot.Answer.Token) depot.find(keystore.holder().orElseThrow().holder(), Progress.NONE);
		return keystore.encryptionEntries().stream().filter(entry -> isOf(entry.certificate(), token.token())).toList();
	}

	private static boolean isOf(X509Certificate certificate, byte[] token) {
		try {
			return Arrays.equals(certificate.getEncoded(),
					(byte[]) new CMSSignedData(token).getSignedContent().getContent());
		} catch (CertificateException | CMSException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() {
		simulator.close();
		journal.close();
	}

	/** The simulator of this process, at whatever port it is now. */
	private final class Endpoint implements SimulatorEndpoint {

		@Override
		public URI address() {
			return simulator.address();
		}

		@Override
		public Set<X509Certificate> trustAnchors() {
			try (var file = Files.newInputStream(simulator.trustAnchorsFile())) {
				var anchors = new HashSet<X509Certificate>();
				CertificateFactory.getInstance("X.509").generateCertificates(file)
						.forEach(anchor -> anchors.add((X509Certificate) anchor));
				return anchors;
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			} catch (CertificateException e) {
				throw new IllegalStateException(e);
			}
		}
	}

}
